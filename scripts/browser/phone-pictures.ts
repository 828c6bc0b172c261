/** Pictures of the phone's page: every section beside the others, with nothing, a day, a month and a year to show, in both languages. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { putRecords } from '../../phone/ledger';
import { noteSighting } from '../../phone/exchange';
import { LAST_EVENING, phoneScript, storageOver } from '../bench/phone-engine';
import { dailyRecords } from '../bench/link';
import { PROJECT } from '../run';
import { launchChromium } from './chromium';

const SCENES = [
  { name: 'empty', sessions: 0 },
  { name: 'one-day', sessions: 1 },
  { name: 'one-month', sessions: 30 },
  { name: 'one-year', sessions: 365 },
] as const;
const LANGUAGES = ['en-US', 'zh-CN'] as const;
const VIEWS: readonly Readonly<Record<string, string>>[] = [
  { open: 'today' },
  { open: 'history' },
  { open: 'mend' },
  { open: 'days' },
  { open: 'out', out: 'report' },
  { open: 'about' },
];

/** Writes `phone/<language>/<scene>.png` into a folder; answers with the names. */
export async function drawPhonePages(folder: string): Promise<readonly string[]> {
  const script = await phoneScript();
  const browser = await launchChromium();
  const names: string[] = [];
  try {
    for (const language of LANGUAGES) {
      mkdirSync(join(folder, 'phone', language), { recursive: true });
      for (const { name, sessions } of SCENES) {
        const file = join('phone', language, `${name}.png`);
        writeFileSync(join(folder, file), await draw(browser, script, language, itemsOf(sessions)));
        names.push(file);
      }
    }
  } finally {
    await browser.close();
  }
  return names;
}

/** A session a day but for every eighth, and a watch that was in touch. */
function itemsOf(sessions: number): Readonly<Record<string, string>> {
  const items = new Map<string, string>();
  const storage = storageOver(items);
  putRecords(
    storage,
    dailyRecords(sessions).filter((_, at) => at % 8 !== 5),
  );
  if (sessions > 0) {
    const waiting = { count: 0, request: 1 };
    noteSighting(storage, { id: 'bench23456', name: 'Amazfit Balance', waiting }, LAST_EVENING);
  }
  return Object.fromEntries(items);
}

async function draw(
  browser: Browser,
  script: string,
  language: string,
  items: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const context = await browser.newContext({ viewport: { width: 390 * VIEWS.length, height: 800 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(paper()).href);
  await page.evaluate(`${HOST(items, textsIn(language))}; ${script};
    for (const view of ${JSON.stringify(VIEWS)}) {
      items['page.view'] = JSON.stringify({ version: 1, view });
      document.body.append(page.build({ settingsStorage }));
    }`);
  await page.evaluate('document.fonts.ready');
  const png = await page.screenshot({ fullPage: true });
  await context.close();
  return sharp(png).png({ palette: true, dither: 0, compressionLevel: 9 }).toBuffer();
}

function textsIn(language: string): Readonly<Record<string, string>> {
  const file = readFileSync(join(PROJECT, 'setting', 'i18n', `${language}.po`), 'utf8');
  const pairs = [...file.matchAll(/msgid "(.+)"\nmsgstr "(.+)"/g)];
  return Object.fromEntries(pairs.map(([, id = '', text = '']) => [id, text]));
}

/** An empty page with the fonts of the project, which only a page of this computer may load. */
function paper(): string {
  const file = join(PROJECT, 'build', 'phone-page.html');
  const fonts = ['noto-sans', 'noto-sans-sc'].flatMap((font) =>
    ['400', '600'].map((weight) => join(PROJECT, 'node_modules', '@fontsource', font, `${weight}.css`)),
  );
  const links = fonts.map((font) => `<link rel="stylesheet" href="${pathToFileURL(font).href}">`).join('');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `<!doctype html><meta charset="utf-8">${links}${STYLE}`);
  return file;
}

const STYLE = `<style>
  body { display: flex; align-items: flex-start; margin: 0; background: #c9ced6; font-family: 'Noto Sans', 'Noto Sans SC', sans-serif; }
  body > div { flex: 0 0 390px; box-sizing: border-box; border-right: 1px solid #8c959f; }
  button { border: 0; font-family: inherit; } p { margin: 0; } textarea, input { width: 100%; box-sizing: border-box; font-family: inherit; }
</style>`;

/** Components as elements, near enough to what the Zepp app makes of them. */
const HOST = (items: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>>): string => `
  var texts = ${JSON.stringify(texts)};
  var items = ${JSON.stringify(items)};
  var settingsStorage = {
    getItem: (key) => (key in items ? items[key] : null),
    setItem: (key, value) => { items[key] = value; },
    removeItem: (key) => { delete items[key]; },
    toObject: () => items,
  };
  var el = (tag, style, children = []) => {
    const made = document.createElement(tag);
    Object.assign(made.style, style);
    made.append(...children);
    return made;
  };
  var View = (props, children) => el('div', props.style, children);
  var Text = (props, children) => el('p', props.style, children);
  var Link = (props, children) => el('a', {}, children);
  var Button = (props) => el('button', props.style, [props.label]);
  var TextInput = (props) => {
    const field = el(props.multiline ? 'textarea' : 'input', {});
    field.value = props.value;
    if (props.rows) field.rows = props.rows;
    return el('label', { fontSize: '13px' }, [props.label, field]);
  };
  var page;
  var AppSettingsPage = (made) => { page = made; };
  Date.now = () => ${LAST_EVENING};
  Date.prototype.getTimezoneOffset = () => -60;`;
