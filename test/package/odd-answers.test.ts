import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see } from './app';
import { calledMembers } from './called-members';
import { IN_A_SESSION, membersOf, namedMembers, noteCalls, ODD, rowsOf } from './odd-members';

beforeAll(loadPackage);

test('each member that the facades call has its odd answers', () => {
  expect(namedMembers()).toEqual(calledMembers());
});

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

test('each of these members is called in it', () => {
  let called: ReadonlySet<string> = new Set();
  seenAndFelt((watch) => {
    called = noteCalls(watch, IN_A_SESSION);
  });
  expect([...called].sort()).toEqual(
    membersOf(IN_A_SESSION)
      .map((each) => each.join(' '))
      .sort(),
  );
});

test.each(rowsOf(IN_A_SESSION))(
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
