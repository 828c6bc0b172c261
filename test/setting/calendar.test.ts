import { LEGS } from '../../core/body';
import { dayFrom } from '../../core/calendar/day';
import type { ChartForm } from '../../phone/history/history-settings';
import { putRecords } from '../../phone/ledger';
import type { DayStatus, LegDay } from '../../phone/statistics/days';
import { drawDays } from '../../setting/history/drawing';
import type { Node } from '../../setting/node';
import { contrast, rgbOf } from '../../virtual-watch/face/contrast';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, flat, OpenedPage } from './opened';
import { readTranslations } from './translations';

/* The marks of the calendar, in both ways in which it is drawn, and the words beside them. */

const HOUR = 3_600_000;
const FORMS: readonly ChartForm[] = ['picture', 'boxes'];
const noonOf = (day: string): number => (dayFrom(day) ?? NaN) * 24 * HOUR + 11 * HOUR;

/** The marks as they look in print without colours: dark or light. */
function marksIn(node: Node): readonly string[] {
  const drawn = flat(node).flatMap((each) => {
    if (each.kind === 'picture') return marksInSvg(each.svg);
    return each.kind === 'box' && each.style['boxSizing'] === 'border-box' && each.children.length === 0
      ? [JSON.stringify(each.style)]
      : [];
  });
  const looks = drawn.map((look) => look.replace(/#[0-9a-f]{6}/g, shadeOf));
  return looks.filter((look) => look.includes('dark'));
}

/** A mark and the band on it, wherever it stands; what is round a day is not a mark. */
function marksInSvg(svg: string): readonly string[] {
  const rects = (svg.match(/<rect[^>]*>/g) ?? []).filter((rect) => !rect.includes('width="42"'));
  let [left, top] = [0, 0];
  return rects.reduce<readonly string[]>((found, rect) => {
    const [x = 0, y = 0] = (/x="([\d.]+)" y="([\d.]+)"/.exec(rect) ?? []).slice(1).map(Number);
    const isBand = rect.includes('stroke="none"');
    if (!isBand) [left, top] = [x, y];
    const look = rect.replace(/x="[\d.]+" y="[\d.]+"/, `${x - left} ${y - top}`);
    return isBand ? [...found.slice(0, -1), (found[found.length - 1] ?? '') + look] : [...found, look];
  }, []);
}

function shadeOf(colour: string): 'dark' | 'light' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128 ? 'dark' : 'light';
}

const STATES: readonly (readonly [name: string, leg: LegDay])[] = [
  ['done', { state: 'done', planned: 300, done: 300 }],
  ['partly', { state: 'partly', planned: 300, done: 100 }],
  ['open', { state: 'open', planned: 300, done: 0 }],
  ['missed', { state: 'missed', planned: 300, done: 0 }],
  ['withheld', { state: 'withheld', planned: 300, done: 0 }],
  ['excused', { state: 'excused', planned: 300, done: 0 }],
  ['besides the plan', { state: 'free', planned: 0, done: 60 }],
  ['nothing planned', { state: 'free', planned: 0, done: 0 }],
];

function drawn(leg: LegDay, form: ChartForm, day = 20_000, today = 20_000): readonly string[] {
  const status: DayStatus = { day, legs: { left: leg, right: leg }, byHand: false };
  return marksIn(drawDays({ weeks: [[status]], today, names: [] }, form));
}

test.each(FORMS)('as %s, no two marks look alike, also where no colour can be seen', (form) => {
  const looks = STATES.map(([, leg]) => drawn(leg, form));
  looks.forEach((marks) => expect(marks).toHaveLength(LEGS.length));
  expect(new Set(looks.map(([first]) => first)).size).toBe(STATES.length);
});

test('every text in the picture of the days stands out from white by 4.5:1', () => {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const free: LegDay = { state: 'free', planned: 0, done: 0 };
  const status: DayStatus = { day: 20_000, legs: { left: free, right: free }, byHand: false };
  const [svg = ''] = flat(drawDays({ weeks: [[status]], today: 20_000, names }, 'picture')).flatMap((each) =>
    each.kind === 'picture' ? [each.svg] : [],
  );
  const inks = [...svg.matchAll(/<text[^>]* fill="#([0-9a-f]{6})"/g)].map(([, ink = '']) =>
    parseInt(ink, 16),
  );
  expect(inks.length).toBeGreaterThan(names.length);
  inks.forEach((ink) => expect(contrast(rgbOf(ink), [255, 255, 255])).toBeGreaterThanOrEqual(4.5));
});

test.each(FORMS)('as %s, days to come and days before the first session have no mark', (form) => {
  const free = { state: 'free', planned: 0, done: 0 } as const;
  expect(drawn(free, form, 20_001)).toEqual([]);
  expect(drawn({ ...free, state: 'before' }, form)).toEqual([]);
  expect(drawn(free, form)).toHaveLength(LEGS.length);
});

/** Sessions on Thursday 5 and Friday 6 March; from then on, no weekend is planned. */
function withFreeDays(form: ChartForm, voice = { ...ENGLISH, offsetAt: () => 60 }): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(0), dailyRecord(1)]);
  let now = noonOf('2026-03-06');
  const page = new OpenedPage(storage, () => now, voice);
  page.actions.mend.putSettings({ charts: form });
  [6, 7].forEach((weekday) => page.actions.mend.turnDay(weekday));
  now = noonOf('2026-03-10');
  return page;
}

test.each(FORMS)('days that the schedule leaves free have their mark in the month, as %s', (form) => {
  const page = withFreeDays(form);
  page.view({ open: 'history' });
  const [dot = ''] = drawn({ state: 'free', planned: 0, done: 0 }, form);
  const dots = marksIn(page.page()).filter((mark) => mark === dot);
  // The 7th and the 8th, of two legs. The 14th is still to come.
  expect(dots).toHaveLength(4);
});

test('they are told in words for each leg, in the month and in the week', () => {
  const page = withFreeDays('picture');
  expect(page.texts()).toContain('not yet: Tue · missed: Mon');
  page.view({ open: 'history' });
  const month = 'done: 5 to 6 · not yet: 10 · missed: 9 · nothing planned: 7 to 8';
  expect(page.texts().filter((text) => text === month)).toHaveLength(2);
  const sunday = new OpenedPage(page.storage, () => noonOf('2026-03-08'), { ...ENGLISH, offsetAt: () => 60 });
  sunday.view({ open: 'today' });
  expect(sunday.texts()).toContain('done: Thu, Fri · nothing planned: Sat, Sun');
});

test.each(['en-US', 'zh-CN'])('below the month it is told what each mark means, in %s', (language) => {
  const translations = readTranslations(language);
  const translate = (text: string): string => translations.get(text) ?? '';
  const page = withFreeDays('boxes', { translate, offsetAt: () => 60 });
  page.view({ open: 'history' });
  const legend = page.texts().find((text) => /The left mark|左边的标记/.test(text)) ?? '';
  const meanings = {
    'en-US': [
      'done',
      'partly done',
      'not yet',
      'missed',
      'withheld',
      'excused',
      'besides the plan',
      'nothing planned',
    ],
    'zh-CN': ['完成', '部分完成', '尚未', '未做', '出于谨慎未做', '有原因未做', '计划外做过', '未安排'],
  }[language];
  expect(meanings?.every((meaning) => new RegExp(`[:：]\\s?${meaning}[;；.。]`).test(legend))).toBe(true);
  expect(page.texts().some((text) => text.includes(translate('nothing planned: {days}').slice(0, 3)))).toBe(
    true,
  );
});
