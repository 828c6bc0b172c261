/**
 * Pictures of the phone's page: all sections side by side, with nothing, a day, a month and a year of data, in both
 * languages.
 */
import type { ReminderPlace } from '../../core/alarm/reminder-alarm';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { DAY_END, dayOf } from '../../core/calendar/day';
import { pack } from '../../core/care/statement';
import type { Reminder } from '../../core/reminder/reminder';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import { setQuietHours, setReminder } from '../../core/reminder/reminders-file';
import { HOUR } from '../../core/time';
import { say } from '../../phone/care/said';
import { beginWeek, keepEvening, putGirth } from '../../phone/diary/change';
import { withStep } from '../../core/plan/edit';
import { putRecords } from '../../phone/ledger';
import { makePlan, putPlan, readPlan } from '../../phone/plan-store';
import { changeReminders } from '../../phone/reminders/chosen';
import type { Storage } from '../../phone/storage';
import { noteSighting } from '../../phone/exchange';
import { LAST_EVENING, phoneScript, storageOver } from '../bench/phone-engine';
import { dailyRecords } from '../bench/link';
import { pngWithColours } from '../pictures/small-png';
import { PROJECT } from '../run';
import { launchChromium } from './chromium';
import { coloursOfMarks } from './drawn-colours';

type View = Readonly<Record<string, string>>;

interface PhoneScene {
  readonly name: string;
  readonly sessions: number;
  readonly views: readonly View[];
  /** Adds more to the storage. */
  readonly prepare?: (storage: Storage) => void;
}

const LOCK = 'bench23456-1';
const LANGUAGES = ['en-US', 'zh-CN'] as const;
/** The parts that show sessions. */
const SESSION_VIEWS: readonly View[] = [
  { open: 'today' },
  { open: 'history' },
  { open: 'out', out: 'report' },
];

/** Those that look the same with any sessions. */
const STEADY_VIEWS: readonly View[] = [{ open: 'mend' }, { open: 'days' }, { open: 'about' }];

/** Other parts that can be open. */
const MORE_VIEWS: readonly View[] = [
  { open: 'history', month: '2025-12', day: '2025-12-31', moving: 'bench23456-363 1767209400000' },
  { open: 'out', out: 'csv' },
  { open: 'out', out: 'json' },
];

/** What a person says about their legs: a diary week under way, an evening's questions, locks and hard questions. */
const CARE_VIEWS: readonly View[] = [
  { open: 'diary' },
  { open: 'diary', 'diary.draft': '2026-01-03 each 4 3 0' },
  { open: 'diary', 'diary.draft': '2026-01-03 alike 4 3 0 1 0' },
  { open: 'care' },
  { open: 'care', 'care.lifting': LOCK, 'care.asked': 'pain which', 'care.locking': 'hand left' },
  { open: 'out', out: 'report' },
];

const REMINDERS: View = { open: 'reminders' };

/** The plan by touch and as text, below what is wrong with a text that was pasted. */
const PLAN_VIEWS: readonly View[] = [
  { open: 'none', plan: 'edit' },
  { open: 'none', plan: 'earlier' },
  { open: 'none', plan: 'text' },
];

const SCENES: readonly PhoneScene[] = [
  { name: 'empty', sessions: 0, views: SESSION_VIEWS },
  { name: 'one-day', sessions: 1, views: SESSION_VIEWS },
  { name: 'one-month', sessions: 30, views: [...SESSION_VIEWS, ...STEADY_VIEWS] },
  { name: 'one-year', sessions: 365, views: SESSION_VIEWS },
  { name: 'more', sessions: 365, views: MORE_VIEWS },
  { name: 'plan', sessions: 30, views: PLAN_VIEWS, prepare: changePlan },
  {
    name: 'plan-refused',
    sessions: 0,
    views: [{ open: 'none', plan: 'edit' }, { open: 'none' }],
    prepare: refusePlan,
  },
  { name: 'care', sessions: 90, views: CARE_VIEWS, prepare: sayOfLegs },
  { name: 'reminders-empty', sessions: 0, views: [REMINDERS] },
  { name: 'reminders-set', sessions: 30, views: [REMINDERS, { open: 'none' }], prepare: setReminders },
];

/** A reminder with words of its own, one of some days of the week, one that is off, and a night in which nothing rings. */
function setReminders(storage: Storage): void {
  const at = (place: ReminderPlace, reminder: Reminder) => {
    changeReminders(storage, (stored) => setReminder(stored, place, reminder));
  };
  at(1, { ...NEW_REMINDER, words: 'After the shower', minute: 7 * 60 + 30 });
  at(2, { ...NEW_REMINDER, minute: 18 * 60, weekdays: [6, 7], repeats: 0 });
  at(3, { ...NEW_REMINDER, minute: 21 * 60, isOn: false });
  changeReminders(storage, (stored) => setQuietHours(stored, { from: 22 * 60, until: 6 * 60 + 30 }));
}

/** A plan that was pasted as a chat has it, with a zone that was then changed by touch. */
function changePlan(storage: Storage): void {
  putPlan(storage, PASTED, LAST_EVENING - HOUR);
  const stored = readPlan(storage);
  const changed = stored.state === 'ready' ? withStep(stored.plan, 'left', 'calf', 1) : undefined;
  if (changed) makePlan(storage, { plan: changed, repairs: [] }, LAST_EVENING, 'touch');
}

const PASTED =
  '[12:03] Anna: **Left leg:** ankle 1:00, calf 1:30, knee off\nRight leg: ankle one minute\nReminder: 0:40';

/** A text that was pasted and refused. */
function refusePlan(storage: Storage): void {
  putPlan(storage, REFUSED, LAST_EVENING);
}

const REFUSED =
  'Left leg: ankle 1:00, shin 1:30\nRight leg: calf 20:00, knee 60\nReminder: often\nNot the right leg today.';

/** A first diary week, one under way, and a leg that is locked. */
function sayOfLegs(storage: Storage): void {
  const today = dayOf({ startedAt: LAST_EVENING, utcOffset: 60 }, DAY_END);
  [today - 70, today - 4].forEach((first, week) => {
    beginWeek(storage, first);
    for (let at = 0; at < 7 && first + at < today; at += 1) {
      const day = first + at;
      const [low, high] = [at % 2, 3 + (at % 3)];
      const left = [6 - 3 * week + low, 4 + low, low, 1, 0];
      keepEvening(storage, { day, how: 'each', ratings: [...left, high, 2 + low, 0, 1, 1] }, day);
      putGirth(storage, day, { left: `36.${at}`, right: `36.${9 - at}` });
    }
  });
  const at = LAST_EVENING - 5 * HOUR;
  say(storage, [pack({ kind: 'lock', id: LOCK, leg: 'right', why: 'stop.swelling', at })]);
}

/** Writes `phone/<language>/<scene>.png` into a folder; returns the names. */
export async function drawPhonePages(folder: string): Promise<readonly string[]> {
  const script = await phoneScript();
  const browser = await launchChromium();
  const names: string[] = [];
  try {
    for (const language of LANGUAGES) {
      mkdirSync(join(folder, 'phone', language), { recursive: true });
      for (const { name, ...scene } of SCENES) {
        const file = join('phone', language, `${name}.png`);
        writeFileSync(join(folder, file), await draw(browser, script, language, itemsOf(scene), scene.views));
        names.push(file);
      }
    }
  } finally {
    await browser.close();
  }
  return names;
}

/** A session on every day except each eighth, and a watch that was in touch. */
function itemsOf({
  sessions,
  prepare,
}: Pick<PhoneScene, 'sessions' | 'prepare'>): Readonly<Record<string, string>> {
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
  prepare?.(storage);
  return Object.fromEntries(items);
}

/**
 * What is cut off or extends past the edge of the page when all letters are as many times as large: the words, by
 * section, for each scale.
 */
export async function cutOffAt(
  scales: readonly number[],
  language: string,
): Promise<readonly (readonly string[])[]> {
  const browser = await launchChromium();
  try {
    const prepare = (storage: Storage): void => {
      changePlan(storage);
      refusePlan(storage);
      sayOfLegs(storage);
      setReminders(storage);
    };
    const items = itemsOf({ sessions: 365, prepare });
    const page = await opened(browser, await phoneScript(), language, items, [
      ...SESSION_VIEWS,
      ...STEADY_VIEWS,
      ...MORE_VIEWS,
      ...PLAN_VIEWS,
      ...CARE_VIEWS,
      REMINDERS,
    ]);
    return await page.evaluate<readonly (readonly string[])[]>(`${JSON.stringify(scales)}.map(${CUT_OFF})`);
  } finally {
    await browser.close();
  }
}

/**
 * Enlarges all letters except in pictures, as a phone's settings do; then finds all elements whose words do not fit, and
 * puts the letters back.
 */
const CUT_OFF = `(scale) => {
  const EDGE = 12;
  const within = (page) => [...page.querySelectorAll('*')].filter((each) => !each.closest('svg'));
  const all = within(document.body);
  const sizes = all.map((each) => parseFloat(getComputedStyle(each).fontSize));
  const isCut = (each, page) => {
    const { right, width, height } = each.getBoundingClientRect();
    return right > page.getBoundingClientRect().right - EDGE + 1 || each.scrollWidth > Math.ceil(width) ||
      (each.tagName === 'BUTTON' && each.scrollHeight > Math.ceil(height));
  };
  const own = all.map((each) => each.style.fontSize);
  all.forEach((each, at) => { each.style.fontSize = sizes[at] * scale + 'px'; });
  const cut = [...document.querySelectorAll('body > div')].flatMap((page, at) =>
    within(page)
      // Typed text scrolls in its field.
      .filter((each) => !['TEXTAREA', 'INPUT'].includes(each.tagName) && isCut(each, page))
      .map((each) => at + ' ' + each.tagName + ' ' + each.textContent.slice(0, 60)));
  all.forEach((each, at) => { each.style.fontSize = own[at]; });
  return cut;
}`;

async function draw(
  browser: Browser,
  script: string,
  language: string,
  items: Readonly<Record<string, string>>,
  views: readonly View[],
): Promise<Buffer> {
  const page = await opened(browser, script, language, items, views);
  const png = await page.screenshot({ fullPage: true });
  const colours = await coloursOfMarks(page);
  await page.context().close();
  return pngWithColours(png, colours);
}

/** A page with all sections side by side. */
async function opened(
  browser: Browser,
  script: string,
  language: string,
  items: Readonly<Record<string, string>>,
  views: readonly View[],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390 * views.length, height: 800 } });
  const page = await context.newPage();
  await page.goto(pathToFileURL(paper()).href);
  await page.evaluate(`${HOST(items, textsIn(language))}; ${script};
    for (const view of ${JSON.stringify(views)}) {
      items['page.view'] = JSON.stringify({ version: 1, view });
      document.body.append(page.build({ settingsStorage }));
    }`);
  await page.evaluate('document.fonts.ready');
  return page;
}

function textsIn(language: string): Readonly<Record<string, string>> {
  const file = readFileSync(join(PROJECT, 'setting', 'i18n', `${language}.po`), 'utf8');
  const pairs = [...file.matchAll(/msgid "(.+)"\nmsgstr "(.+)"/g)];
  return Object.fromEntries(pairs.map(([, id = '', text = '']) => [id, text]));
}

/** An empty page with the project's fonts, which only a page on this computer may load. */
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
  body > div { flex: 0 0 390px; min-width: 0; box-sizing: border-box; border-right: 1px solid #8c959f; }
  button { border: 0; font-family: inherit; } p { margin: 0; } textarea, input { width: 100%; box-sizing: border-box; font-family: inherit; }
</style>`;

/** Draws components as elements, close to what the Zepp app does. */
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
  // A picture is inlined so that its text can use the project's fonts; not every computer has Chinese ones.
  var View = (props, children) => {
    const { backgroundImage = '', ...style } = props.style || {};
    const svg = /^url\\("data:image\\/svg\\+xml,(.*)"\\)$/.exec(backgroundImage);
    const made = el('div', svg ? style : props.style, children);
    if (svg) made.innerHTML = decodeURIComponent(svg[1]).replace('<svg ', '<svg style="max-width:100%;height:auto" ').replace(/font-family="[^"]*"/g, '');
    return made;
  };
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
