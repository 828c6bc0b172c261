import { SECOND } from '../../core/time';
import type { OddAnswer } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, reach, see, showByCheck } from './app';
import { calledMembers } from './called-members';

beforeAll(loadPackage);

const ODD: Readonly<Record<string, OddAnswer>> = {
  throws: 'throws',
  'does nothing': 'doesNothing',
  'is missing': 'missing',
  'answers 0': { answers: 0 },
  'answers NaN': { answers: NaN },
  'answers a word': { answers: 'odd' },
  'answers an object': { answers: {} },
  'answers a list': { answers: [null] },
};

/** Members of the watch's modules that this app calls, one by one. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  '@zos/alarm': ['cancel', 'getAllAlarms', 'set'],
  '@zos/ble': ['connectStatus', 'disConnect', 'removeListener'],
  '@zos/device': ['getDeviceInfo'],
  '@zos/display': [
    'pauseDropWristScreenOff',
    'pausePalmScreenOff',
    'resetDropWristScreenOff',
    'resetPageBrightTime',
    'resetPalmScreenOff',
    'setPageBrightTime',
    'setScreenOff',
    'setWakeUpRelaunch',
  ],
  '@zos/fs': [
    'closeSync',
    'mkdirSync',
    'openSync',
    'readFileSync',
    'readSync',
    'readdirSync',
    'rmSync',
    'statSync',
    'writeFileSync',
    'writeSync',
  ],
  '@zos/i18n': ['getText'],
  '@zos/interaction': [
    'offDigitalCrown',
    'offGesture',
    'offKey',
    'onDigitalCrown',
    'onGesture',
    'onKey',
    'onWristMotion',
  ],
  '@zos/notification': ['cancel', 'getAllNotifications', 'notify'],
  '@zos/page': ['getScrollTop', 'scrollTo'],
  '@zos/router': ['replace'],
  '@zos/sensor': [
    'Battery.getCurrent',
    'Wear.getStatus',
    'Wear.onChange',
    'Wear.offChange',
    'Vibrator.getType',
    'Vibrator.stop',
    'Vibrator.setMode',
  ],
  '@zos/settings': ['getDateFormat', 'getSystemInfo', 'getSystemMode', 'getTimeFormat'],
  '@zos/ui': ['setStatusBarVisible'],
};

/**
 * What may as well be true is believed, because the app cannot know: another text, an empty battery, a card that is as
 * high as was asked for. What a card draws outside itself is not seen (docs/platform.md, C3).
 */
const NOBODY_CAN_TELL = [
  '@zos/i18n getText answers a word',
  '@zos/sensor Battery.getCurrent answers 0',
  '@zos/sensor Wear.getStatus answers 0',
  '@zos/ui setAppWidgetSize does nothing',
];

/** Members that the story of this file does not reach; each has one of its own below. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  '@zos/display': ['getAutoBrightness', 'getBrightness', 'setAutoBrightness', 'setBrightness'],
  '@zos/router': ['back', 'push'],
  '@zos/sensor': ['Time.getTime', 'Vibrator.start'],
  '@zos/ui': ['getAppWidgetSize', 'setAppWidgetSize'],
};

/** Without these nothing can be shown, and they are believed. */
const DRAWING = ['@zos/ui createWidget', '@zos/ui deleteWidget'];

test('each member that the facades call has its odd answers', () => {
  const named = [MEMBERS, ELSEWHERE].flatMap((table) =>
    Object.entries(table).flatMap(([module, members]) => members.map((member) => `${module} ${member}`)),
  );
  expect([...named, ...DRAWING].sort()).toEqual(calledMembers());
});

const rows = rowsOf(MEMBERS);

function rowsOf(table: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(table).flatMap(([module, members]) =>
    members.flatMap((member) =>
      Object.keys(ODD)
        .map((way) => [`${module} ${member} ${way}`, module, member, way] as const)
        .filter(([name]) => !NOBODY_CAN_TELL.includes(name)),
    ),
  );
}

/** What is shown on the start page and in a session after 55 s, and what is felt until 85 s without a page. */
function seenAndFelt(arrange: (watch: VirtualWatch) => void) {
  const watch = newWatch();
  arrange(watch);
  watch.openApp();
  const start = { page: watch.screen().shows, texts: watch.texts() };
  watch.tap('Start');
  watch.advance(55 * SECOND);
  const session = { page: watch.screen().shows, texts: watch.texts() };
  watch.crash();
  watch.advance(30 * SECOND);
  return { start, session, felt: watch.felt().map(({ at, carrier }) => [Math.floor(at / SECOND), carrier]) };
}

type Seen = ReturnType<typeof seenAndFelt>;

let usual: Seen;

beforeAll(() => {
  usual = seenAndFelt(() => undefined);
  expect(usual.felt).toEqual([
    [20, 'page'],
    [50, 'page'],
    [81, 'service'],
  ]);
});

/** If a watch cannot do what it should, these differences are allowed, and they are shown. */
const OTHERWISE: Readonly<Record<string, (seen: Seen) => void>> = {
  '@zos/alarm set throws': withoutAlarms,
  '@zos/alarm set does nothing': withoutAlarms,
  '@zos/alarm set is missing': withoutAlarms,
  '@zos/alarm set answers 0': withAlarmsThatSayNo,
  '@zos/display setPageBrightTime throws': byServices,
  '@zos/display setPageBrightTime does nothing': byServices,
  '@zos/display setPageBrightTime is missing': byServices,
};

function withoutAlarms({ start, session, felt }: Seen): void {
  expect(start.texts).toContain('! The watch takes no alarms.');
  expect(session.texts).toContain('Pause');
  expect(felt).toEqual(usual.felt.slice(0, 2));
}

/** The answer 0 means that there is no alarm; one that rings all the same is felt. */
function withAlarmsThatSayNo({ start, session, felt }: Seen): void {
  expect(start.texts).toContain('! The watch takes no alarms.');
  expect(session.texts).toContain('Pause');
  expect(felt).toEqual(usual.felt);
}

/** The screen goes dark, and the page with it. */
function byServices({ start, felt }: Seen): void {
  expect(start).toEqual(usual.start);
  expect(felt).toEqual([21, 51, 81].map((second) => [second, 'service']));
}

/** On an unknown screen less may be visible at once. */
function onAnyScreen({ start, session, felt }: Seen): void {
  expect(start.texts).toContain('Start');
  expect(session.texts).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
  expect(felt).toEqual(usual.felt);
}

test.each(rows)(
  'if %s, everything is as usual, except for the differences that are shown',
  (name, module, member, way) => {
    const seen = seenAndFelt((watch) => watch.answerOddly(module, member, ODD[way]));
    const isOtherwise = member === 'getDeviceInfo' ? onAnyScreen : OTHERWISE[name];
    if (isOtherwise) isOtherwise(seen);
    else expect(seen).toEqual(usual);
  },
);

const otherRows = rowsOf(ELSEWHERE);

/** What holds whatever one of these members answers. */
const STORIES: Readonly<Record<string, (watch: VirtualWatch, odd: () => void) => void>> = {
  '@zos/display': darkLook,
  '@zos/router': intoAPageAndBack,
  '@zos/sensor': withAnotherMotor,
  '@zos/ui': onTheCard,
};

test.each(otherRows)('if %s, the story of its own ends well', (_, module, member, way) => {
  const watch = newWatch();
  const story = STORIES[module];
  if (!story) throw new Error(`${module} has no story`);
  story(watch, () => watch.answerOddly(module, member, ODD[way]));
});

/** The screen may stay as bright as it is; the cues come, and a touch brings the picture back. */
function darkLook(watch: VirtualWatch, odd: () => void): void {
  odd();
  choose(watch, { darkLook: true });
  watch.openApp();
  watch.tap('Start');
  watch.advance(55 * SECOND);
  expect(watch.felt().map(({ at }) => Math.floor(at / SECOND))).toEqual([20, 50]);
  expect(watch.screen().shows).toBe('page/session/index');
}

/** A page may not open, or not close: what is on the screen is one of the two, and can be used. */
function intoAPageAndBack(watch: VirtualWatch, odd: () => void): void {
  odd();
  watch.openApp();
  reach(watch, 'Preferences');
  watch.advance(6 * SECOND);
  if (watch.screen().shows === 'page/preferences/index') {
    reach(watch, 'Done');
    watch.advance(6 * SECOND);
  }
  expect(['page/start/index', 'page/preferences/index']).toContain(watch.screen().shows);
  expect(see(watch, 'Start') || see(watch, 'Done')).toBe(true);
}

/** A motor that cannot be started is not felt; the session is shown, and goes on. */
function withAnotherMotor(watch: VirtualWatch, odd: () => void): void {
  showByCheck(watch, { service: 'proven', form: 'busy' });
  odd();
  watch.openApp();
  watch.tap('Start');
  watch.advance(25 * SECOND);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
  watch.crash();
  watch.advance(30 * SECOND);
  watch.openApp();
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
}

function onTheCard(watch: VirtualWatch, odd: () => void): void {
  odd();
  watch.addCard();
  watch.swipe('right');
  watch.tap('Open Legato');
  watch.advance(SECOND);
  expect(watch.texts()).toContain('Start');
}

test.each([
  ['of 24 hours', 1, /^Last: today \d\d:\d\d · 1 min/],
  ['of 12 hours', 0, /^Last: today \d{1,2}:\d\d [ap]m · 1 min/],
])('the time of the last session is written as on a clock %s', (_, answers, words) => {
  const watch = newWatch();
  watch.answerOddly('@zos/settings', 'getTimeFormat', { answers });
  watch.openApp();
  watch.tap('Start');
  watch.advance(90 * SECOND);
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(3 * SECOND);
  watch.tap('Done');
  see(watch, 'Last: today');
  expect(watch.texts().filter((text) => words.test(text))).toHaveLength(1);
});
