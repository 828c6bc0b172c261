import { SECOND } from '../../core/time';
import type { OddAnswer } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see } from './app';

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
  '@zos/ble': ['connectStatus'],
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
  '@zos/page': ['scrollTo'],
  '@zos/router': ['replace'],
  '@zos/sensor': [
    'Battery.getCurrent',
    'Wear.getStatus',
    'Vibrator.getType',
    'Vibrator.stop',
    'Vibrator.setMode',
  ],
  '@zos/settings': ['getDateFormat', 'getSystemInfo', 'getSystemMode', 'getTimeFormat'],
  '@zos/ui': ['setStatusBarVisible'],
};

/** What may as well be true is believed, because the app cannot know: another text, a descriptor, an empty battery. */
const NOBODY_CAN_TELL = [
  '@zos/i18n getText answers a word',
  '@zos/fs openSync answers 0',
  '@zos/sensor Battery.getCurrent answers 0',
  '@zos/sensor Wear.getStatus answers 0',
];

const rows = Object.keys(MEMBERS).flatMap((module) =>
  (MEMBERS[module] ?? []).flatMap((member) =>
    Object.keys(ODD)
      .map((way) => [`${module} ${member} ${way}`, module, member, way] as const)
      .filter(([name]) => !NOBODY_CAN_TELL.includes(name)),
  ),
);

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
