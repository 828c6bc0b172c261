import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import app from '../../../app.json';
import { readLock } from '../../../scripts/dependencies/lockfile';
import { shippedPackages } from '../../../scripts/dependencies/shipped';
import { LANGUAGES } from '../../../scripts/pictures/stage';
import { pageOf } from '../../../scripts/store/html';
import { LISTING_LIMITS, readListing, type Listing } from '../../../scripts/store/listing';
import { PREVIEW_SIZE, PREVIEWS } from '../../../scripts/store/preview';
import { claimsIn, DENIALS, PROJECT, wordingsIn } from '../../docs/care-page';

const FOLDER = join(PROJECT, 'docs', 'store');
const PAGE = read('README.md');

describe.each(LANGUAGES)('in %s', (language) => {
  const listing = readListing(read(`${language}.md`));

  test.each(Object.keys(LISTING_LIMITS) as (keyof Listing)[])(
    'the %s is there and within its limit',
    (part) => {
      expect(listing[part].length).toBeGreaterThan(3);
      expect(listing[part].length).toBeLessThanOrEqual(LISTING_LIMITS[part]);
    },
  );

  test('the name is that of the package', () => {
    expect(listing.name).toBe(app.i18n[language].appName);
  });

  test('nothing is claimed that massage or a watch cannot do, except to deny it', () => {
    const denials = wordingsIn(language).filter(({ id }) => DENIALS.includes(id));
    const whole = Object.values(listing).join('\n');
    const rest = denials.reduce((text, { sentence }) => text.replace(sentence, ''), whole);
    expect(rest).not.toBe(whole);
    expect(rest.match(claimsIn(language)) ?? []).toEqual([]);
  });

  const files = PREVIEWS.map((name, at) => `${at + 1}-${name}.png`);

  test('there are previews of at least five screens, and no others', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(readdirSync(join(FOLDER, 'previews', language)).sort()).toEqual(files);
  });

  test.each(files)(
    '%s has the size that the store wants, filled by the screen, transparent around it',
    async (file) => {
      const { size, alphaAt, colours } = await pixelsOf(join('previews', language, file));
      const [first, middle, last] = [0, PREVIEW_SIZE / 2, PREVIEW_SIZE - 1];
      expect(size).toEqual([PREVIEW_SIZE, PREVIEW_SIZE]);
      const corners = [
        alphaAt(first, first),
        alphaAt(last, first),
        alphaAt(first, last),
        alphaAt(last, last),
      ];
      expect([...corners, alphaAt(30, 30)]).toEqual([0, 0, 0, 0, 0]);
      expect([alphaAt(middle, 1), alphaAt(1, middle), alphaAt(80, 80)]).toEqual([255, 255, 255]);
      expect(colours).toBeGreaterThan(20);
    },
  );
});

test.each([
  ['icon-240.png', 240, 0],
  ['icon-248.png', 248, 4],
])('%s is round, and transparent around the circle', async (file, width, ring) => {
  const { size, alphaAt } = await pixelsOf(file);
  expect(size).toEqual([width, width]);
  expect([alphaAt(0, 0), alphaAt(width - 1, width - 1), alphaAt(width / 2, ring + 1)]).toEqual([0, 0, 255]);
});

test('docs/privacy.md becomes a self-contained page', () => {
  const page = pageOf(readFileSync(join(PROJECT, 'docs', 'privacy.md'), 'utf8'), 'en');
  expect(page).toContain('<h1>Privacy');
  expect(page).toContain('<h2>What leaves</h2>');
  expect(page).not.toMatch(/<script|src=|\]\(|\*\*|<!--|\| --/);
});

test('a page keeps its headings, lists, tables and links, and no text becomes markup', () => {
  const page = pageOf(
    '# A & B\n\nOne `x<y`, **two**, [three](https://a.example) and [four](b.md).\n\n- a\n- b\n\n| h |\n| -- |\n| c |\n',
    'en',
  );
  expect(page).toContain('<title>A &amp; B</title>');
  expect(page).toContain(
    '<p>One <code>x&lt;y</code>, <strong>two</strong>, <a href="https://a.example">three</a> and four.</p>',
  );
  expect(page).toContain('<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
  expect(page).toContain('<table>\n<tr><th>h</th></tr>\n<tr><td>c</td></tr>\n</table>');
});

test('the permissions are those of app.json, each with its reason', () => {
  expect(firstCells('## Permissions').sort()).toEqual([...app.permissions].sort());
});

test('the SDKs are the packages that ship to watch and phone', async () => {
  const shipped = await shippedPackages(PROJECT, readLock(PROJECT));
  const names = shipped
    .filter(({ places }) => !places.every((place) => place === 'virtual watch'))
    .map(({ name }) => name);
  expect(firstCells('## SDKs')).toEqual(names);
});

test('every rule called held names an existing test', () => {
  const rows = ["## Zepp's checklist", "## Wear OS's rules"].flatMap(rowsUnder);
  expect(rows.length).toBeGreaterThan(15);
  const bare = rows.filter(([, state = '', test = '']) => {
    const file = test.replace(/`/g, '');
    return file === '–' ? state.startsWith('held') : !existsSync(join(PROJECT, file));
  });
  expect(bare).toEqual([]);
});

// Helpers

function read(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/** The cells of the rows of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, after = ''] = PAGE.split(`\n${heading}\n`);
  const [section = ''] = after.split('\n## ');
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

function firstCells(heading: string): string[] {
  return rowsUnder(heading).map(([cell = '']) => cell.replace(/`/g, ''));
}

interface Pixels {
  readonly size: readonly [width: number, height: number];
  readonly alphaAt: (x: number, y: number) => number;
  readonly colours: number;
}

async function pixelsOf(file: string): Promise<Pixels> {
  const image = await loadImage(join(FOLDER, file));
  const canvas = createCanvas(image.width, image.height);
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, image.width, image.height);
  return {
    size: [image.width, image.height],
    alphaAt: (x, y) => data[4 * (y * image.width + x) + 3] ?? -1,
    colours: new Set(new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4)).size,
  };
}
