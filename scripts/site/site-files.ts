/**
 * The files of a static site with the virtual watch. They work on any host, at any URL, and from a folder without a
 * host, so there are no modules, nothing is fetched, and all URLs are relative.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { transform } from 'esbuild';
import { packageFile } from '../../preview/package-file';
import { LANGUAGES } from '../../preview/text/texts';
import { bundleSite } from '../preview/bundle';
import { chineseFontRules, fontFile, latinFontRules } from '../preview/fonts';
import { PROJECT } from '../run';
import { INDEX_PAGES, indexPage } from './index-page';
import { notices } from './notices';
import { packageScripts } from './package-scripts';

/** File contents by name; there are no folders. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;

export interface Site {
  readonly files: SiteFiles;
  /** Differs for different content. */
  readonly version: string;
}

/**
 * What a browser loads before a first session, in English and on the watch that is shown first. What is for other
 * screens, for Chinese and for use offline comes later, or is not needed.
 */
export const FIRST_FILES: readonly string[] = [
  ...['watch.html', 'style.css', 'fonts.css', 'legato.js', 'watch.js'],
  packageFile({ shape: 'round', width: 480, height: 480 }),
];

/** The icon sizes that browsers request for an installed app. */
const ICON_SIZES = [192, 512] as const;

/** The site with the package at this path. The same package and sources give the same files. */
export async function makeSite(packagePath: string): Promise<Site> {
  const files = new Map<string, string | Uint8Array>([
    ...LANGUAGES.map((language) => [INDEX_PAGES[language], indexPage(language)] as const),
    ['index.css', source('scripts/site/index.css')],
    ['session.png', source('docs/pictures/session.png')],
    ['watch.html', source('scripts/site/watch.html')],
    ['watch.js', await bundleSite()],
    ...packageScripts(new Uint8Array(readFileSync(packagePath))),
    ['style.css', source('preview/style.css')],
    ['fonts.css', latinFontRules(fontInUrl)],
    ['fonts-chinese.css', chineseFontRules(fontInUrl)],
    ['icon.svg', source('preview/icon.svg')],
    ...(await icons()),
    ['manifest.webmanifest', JSON.stringify(MANIFEST, null, 2)],
    ['licences.txt', await notices(PROJECT)],
  ]);
  const version = versionOf(files);
  return { files: new Map([...files, ['worker.js', await worker(version, [...files.keys()])]]), version };
}

const MANIFEST = {
  name: 'Legato',
  short_name: 'Legato',
  id: 'watch.html',
  start_url: 'watch.html',
  scope: './',
  display: 'standalone',
  background_color: '#0b0f10',
  theme_color: '#0b0f10',
  icons: [
    { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ...ICON_SIZES.map((size) => ({
      src: iconName(size),
      sizes: `${String(size)}x${String(size)}`,
      type: 'image/png',
    })),
  ],
};

/** Some browsers do not let a page opened from a folder load fonts next to it. */
function fontInUrl(file: string): string {
  return `data:font/woff2;base64,${Buffer.from(fontFile(file) ?? new Uint8Array()).toString('base64')}`;
}

async function icons(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const drawing = await loadImage(source('preview/icon.svg'));
  return ICON_SIZES.map((size) => {
    const canvas = createCanvas(size, size);
    canvas.getContext('2d').drawImage(drawing, 0, 0, size, size);
    return [iconName(size), canvas.toBuffer('image/png')];
  });
}

function iconName(size: number): string {
  return `icon-${String(size)}.png`;
}

/** The folder itself is also a URL, that of the first page. */
async function worker(version: string, files: readonly string[]): Promise<string> {
  const { code } = await transform(source('scripts/site/worker.js').toString(), {
    define: { VERSION: JSON.stringify(version), FILES: JSON.stringify(['./', ...files]) },
    charset: 'utf8',
  });
  return code;
}

function versionOf(files: SiteFiles): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${String(content.length)}\0`).update(content);
  return hash.digest('hex').slice(0, 12);
}

function source(path: string): Buffer {
  return readFileSync(join(PROJECT, path));
}
