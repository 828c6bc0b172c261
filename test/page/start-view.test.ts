import { LEGS, ZONES } from '../../core/body';
import type { Entry } from '../../core/record/outbox';
import { SYNC_OUTCOMES } from '../../core/link/sync';
import type { Element } from '../../device/ui/element';
import type { StartState } from '../../page/start/view';
import { viewStart } from '../../page/start/view';
import { packed } from '../core/record/records';
import { FRAMES, framesToLookAt, LARGE_FRAMES, NAMED_FRAMES } from '../device/ui/frames';
import { measureWith } from '../../virtual-watch/face/font';
import { breakText } from '../../virtual-watch/face/line-break';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import { buttonNamed, problemsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';

const english = textIn('en-US');
const measure = measureWith(nodeProbe(() => undefined).brush);
const [frame] = FRAMES;
if (!frame) throw new Error('no frames');

const NOW = 1_800_000_000_000;
const SYNCED: StartState['sync'] = { waiting: 0, refused: [], lastAt: NOW - 60_000, now: 'resting' };
const DAY_FORMATS: StartState['formats'] = { hours: 24, date: 'ymd' };
const zonesDone = (seconds: number): StartState['zones'] =>
  LEGS.flatMap((leg) => ZONES.map((zone) => ({ leg, zone, plannedSeconds: 60, doneSeconds: seconds })));
const FRESH: StartState = {
  ...{ legs: ['left', 'right'], seconds: 600, running: false, isNew: false, hazards: [], troubles: [] },
  ...{ locked: [], questions: 0, isDoubtful: false },
  zones: zonesDone(0),
  ...{ sync: SYNCED, syncedAt: { kind: 'today', hour: 8, minute: 14 } as const, formats: DAY_FORMATS },
};
const TODAY: StartState = { ...FRESH, last: { when: { kind: 'today', hour: 8, minute: 14 }, seconds: 600 } };
const YESTERDAY: StartState = { ...FRESH, last: { when: { kind: 'yesterday' }, seconds: 3599 } };
const EARLIER: StartState = {
  ...FRESH,
  last: { when: { kind: 'earlier', month: 11, day: 22 }, seconds: 3599 },
};
const LONG_AGO: StartState = {
  ...FRESH,
  last: { when: { kind: 'earlier', year: 2025, month: 11, day: 22 }, seconds: 3599 },
};
const NEW: StartState = { ...FRESH, isNew: true };
const RUNNING: StartState = { ...TODAY, running: true };
const SILENT: StartState = { ...TODAY, hazards: ['doNotDisturb'] };
const ALL_TROUBLES: StartState['troubles'] = [
  ...(['storageFull', 'sessionUnreadable', 'recordsUnreadable'] as const),
  ...(['planUnreadable', 'preferencesUnreadable'] as const),
];
const BESET: StartState = { ...YESTERDAY, hazards: ['notWorn', 'batteryLow'], troubles: ALL_TROUBLES };
const TROUBLED = ALL_TROUBLES.map((trouble): StartState => ({ ...FRESH, troubles: [trouble] }));
const TALKS = (['running', ...SYNC_OUTCOMES] as const).map((now): StartState => ({
  ...FRESH,
  sync: { ...SYNCED, waiting: 12, now },
}));
const NEWER: Entry = { state: 'recordVersion', record: packed(1) };
const UNREADABLE: Entry = { state: 'recordInvalid', record: packed(2) };
const REFUSED = (['resting', 'done'] as const).flatMap((now) =>
  [[NEWER], [UNREADABLE], [NEWER, UNREADABLE]].map((refused): StartState => ({
    ...FRESH,
    sync: { ...SYNCED, waiting: 12, refused, now },
  })),
);
const RUNNING_TALKS = TALKS.map((state) => ({ ...state, running: true }));
const UNASKED: StartState = { ...NEW, questions: 6 };
const LEFT_LOCKED: StartState = { ...TODAY, legs: ['right'], seconds: 300, locked: ['left'] };
const RIGHT_LOCKED: StartState = {
  ...LEFT_LOCKED,
  legs: ['left'],
  locked: ['right'],
  hazards: ['notWorn'],
  questions: 3,
};
const BOTH_LOCKED: StartState = { ...TODAY, legs: [], seconds: 0, locked: ['left', 'right'] };
const ONLY_LOCKED: StartState = { ...BOTH_LOCKED, locked: ['left'] };
const DOUBTFUL: StartState = { ...TODAY, questions: 6, isDoubtful: true };
const CARED: readonly StartState[] = [
  ...[UNASKED, LEFT_LOCKED, RIGHT_LOCKED, BOTH_LOCKED, ONLY_LOCKED, DOUBTFUL],
  ...[LEFT_LOCKED, BOTH_LOCKED, DOUBTFUL].map((state) => ({ ...state, troubles: ALL_TROUBLES })),
  ...[LEFT_LOCKED, BOTH_LOCKED].map((state) => ({ ...state, running: true })),
  { ...UNASKED, hazards: ['notWorn'] },
];
const SIGN = 'Is one leg swollen, warm, red, darker? Do not massage. Get help today.';
const topOf = (element: Element<unknown>): number => ('y' in element ? element.y : 0);
const ONE_LEG: StartState = { ...TODAY, legs: ['right'], seconds: 300 };

describe.each(LANGUAGES)('the start screen in %s', (language) => {
  test.each(framesToLookAt(language))('can be read and tapped on %s', (_, screen) => {
    for (const state of [
      FRESH,
      NEW,
      { ...NEW, hazards: ['notWorn'] } as const,
      TODAY,
      YESTERDAY,
      EARLIER,
      LONG_AGO,
      RUNNING,
      SILENT,
      BESET,
      ...TROUBLED,
      ONE_LEG,
      ...CARED,
      ...TALKS,
      ...REFUSED,
      ...RUNNING_TALKS,
    ]) {
      const elements = viewStart(state, screen, textIn(language));
      expect(problemsOf(elements, screen)).toEqual([]);
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

describe.each(NAMED_FRAMES)('on %s the start screen', (_, screen) => {
  test.each([
    ['en-US', 'Do not massage.'],
    ['zh-CN', '不要按摩，'],
  ] as const)('says in %s in a line of its own not to massage', (language, words) => {
    for (const state of [FRESH, NEW, SILENT, LEFT_LOCKED, ...TROUBLED]) {
      const sign = viewStart(state, screen, textIn(language)).find(({ key }) => key === 'stop');
      if (sign?.kind !== 'text') throw new Error('no sign');
      const { lines } = breakText(sign.text, 'wrap', sign.w, (text) => measure(text, sign.size).width);
      expect(lines).toContain(words);
    }
  });

  const seenAtFirst = (state: StartState) =>
    wordsOf(
      viewStart(state, screen, english).filter((element) => 'y' in element && element.y < screen.height),
    );
  const begun = ['Left leg, then right', '10 min', 'Start'];

  test('shows everything needed to begin a session without scrolling', () => {
    expect(seenAtFirst(YESTERDAY)).toEqual([SIGN, 'Left leg, then right', '10 min', 'Start']);
  });

  test('shows Start, the time and the order without scrolling, however much went wrong', () => {
    expect(seenAtFirst(BESET)).toEqual(expect.arrayContaining(begun));
    expect(seenAtFirst(BESET)).toContain('Storage full: make room on the watch.');
  });

  test('offers new users the introduction, with Start beside it', () => {
    expect(seenAtFirst(NEW)).toEqual([
      SIGN,
      'New? See how it works',
      'Left leg, then right',
      '10 min',
      'Start',
    ]);
    expect(seenAtFirst(FRESH)).not.toContain('New? See how it works');
  });

  test('shows hazards for cues without scrolling', () => {
    expect(seenAtFirst(SILENT)).toEqual(expect.arrayContaining([...begun, '! Do not disturb is on.']));
  });
});

describe.each(NAMED_FRAMES)('about care, on %s the start screen shows without scrolling', (_, screen) => {
  const seen = (state: StartState) =>
    wordsOf(
      viewStart(state, screen, english).filter((element) => 'y' in element && element.y < screen.height),
    );

  test('the questions before the first session, and Start as well', () => {
    expect(seen(UNASKED)).toEqual(expect.arrayContaining(['Questions first: 6', 'Start']));
    expect(seen({ ...NEW, questions: 0 })).not.toContain('Questions first: 0');
  });

  test('a locked leg, in words and crossed out, and Start for the other', () => {
    expect(seen(LEFT_LOCKED)).toEqual([SIGN, 'Right leg only · 5 min', 'Left leg locked', 'Start']);
    expect(seen(RIGHT_LOCKED)).toEqual([SIGN, 'Left leg only · 5 min', 'Right leg locked', 'Start']);
    expect(wordsOf(viewStart(LEFT_LOCKED, screen, english))).not.toContain('Left first');
    expect(viewStart(RIGHT_LOCKED, screen, english).map(({ key }) => key)).toContain('rightCross');
  });

  test('why there is no session if both legs are locked, or statements may be lost', () => {
    expect(seen(BOTH_LOCKED)).toEqual(
      expect.arrayContaining(['Both legs are locked: no session.', 'Locked. Why?']),
    );
    expect(seen(BOTH_LOCKED)).not.toContain('Start');
    expect(seen(ONLY_LOCKED)).toEqual(
      expect.arrayContaining(['Planned leg locked: no session.', 'Locked. Why?']),
    );
    expect(seen(ONLY_LOCKED)).not.toContain('Both legs are locked: no session.');
    expect(seen(DOUBTFUL)).toContain('Your answers are unreadable. Please answer again.');
    expect(seen(DOUBTFUL)).not.toContain('Start');
    expect(buttonNamed(viewStart(DOUBTFUL, screen, english), 'Questions first: 6').action).toBe('questions');
  });
});

describe('the start screen', () => {
  const show = (state: StartState) => viewStart(state, frame, english);

  test('writes times and dates in the format of the watch', () => {
    const formats = { hours: 12, date: 'dmy' } as const;
    expect(wordsOf(show({ ...TODAY, formats }))).toContain('Last: today 8:14 am · 10 min');
    expect(wordsOf(show({ ...EARLIER, formats }))).toContain('Last: 22/11 · 59 min 59 s');
  });

  test('says what will happen', () => {
    expect(wordsOf(show(FRESH))).toEqual(expect.arrayContaining(['Left leg, then right', '10 min', 'Start']));
    expect(wordsOf(show({ ...FRESH, legs: ['right', 'left'] }))).toContain('Right leg, then left');
  });

  test('fills the legs with what was done today', () => {
    const filled = (doneSeconds: number) =>
      show({ ...FRESH, zones: zonesDone(0).concat(zonesDone(doneSeconds).slice(0, 7)) }).flatMap((each) =>
        each.kind === 'rect' && each.key.includes('Done') ? [each.key] : [],
      );
    expect(filled(60)).toEqual(['leftDone0', 'rightDone0']);
    expect(filled(0)).toEqual([]);
  });

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'says first when not to start, with the plan between that and Start, so that Start answers the plan, on %s',
    (_, screen) => {
      for (const state of [FRESH, NEW, SILENT, LEFT_LOCKED, RUNNING]) {
        const elements = viewStart(state, screen, english).filter(
          (each) => 'text' in each && each.y < screen.height,
        );
        const [first, ...others] = [...elements].sort((one, other) => topOf(one) - topOf(other));
        expect(wordsOf(first ? [first] : [])).toEqual([SIGN]);
        expect(others.slice(-2).map(({ key }) => key)).toEqual([
          state === LEFT_LOCKED ? 'order' : 'length',
          state === RUNNING ? 'continue' : 'start',
        ]);
      }
    },
  );

  test('says why a touch on a notification began nothing, in place of the order', () => {
    expect(wordsOf(show({ ...TODAY, notBegun: 'done' }))).toContain('Today is done already.');
    expect(wordsOf(show({ ...TODAY, notBegun: 'anotherDay' }))).toContain('That was for another day.');
    expect(wordsOf(show({ ...UNASKED, notBegun: 'done' }))).toContain('Today is done already.');
    expect(wordsOf(show({ ...TODAY, notBegun: 'done' }))).not.toContain('Left leg, then right');
    for (const [, large] of LARGE_FRAMES) {
      const words = wordsOf(viewStart({ ...UNASKED, notBegun: 'done' }, large, english));
      expect(words).toContain('Today is done already.');
    }
  });

  test.each([
    ['No session yet', FRESH],
    ['Last session: deleted', { ...FRESH, isLastDeleted: true }],
    ['Last: today 08:14 · 10 min', TODAY],
    ['Last: yesterday · 59 min 59 s', YESTERDAY],
    ['Last: 11-22 · 59 min 59 s', EARLIER],
    ['Last: 2025-11-22 · 59 min 59 s', LONG_AGO],
  ])('has a line for the last session: %s', (line, state) => {
    expect(wordsOf(show(state))).toContain(line);
  });

  test('lets one choose the first leg, and shows it brighter', () => {
    const left = buttonNamed(show(FRESH), 'Left first');
    const right = buttonNamed(show(FRESH), 'Right first');
    expect([left.action, right.action]).toEqual(['leftFirst', 'rightFirst']);
    expect(left.fill).toBeGreaterThan(right.fill);
    const swapped = show({ ...FRESH, legs: ['right', 'left'] });
    expect(buttonNamed(swapped, 'Right first').fill).toBe(left.fill);
  });

  test('offers no choice if the plan has one leg', () => {
    expect(wordsOf(show(ONE_LEG))).toContain('Right leg only');
    expect(wordsOf(show(ONE_LEG))).not.toContain('Left first');
    expect(wordsOf(show({ ...ONE_LEG, legs: ['left'] }))).toContain('Left leg only');
  });
});

describe.each(LANGUAGES)('when not to massage, in %s,', (language) => {
  test.each(NAMED_FRAMES)('ends on %s with a line of more than a single word', (_, screen) => {
    for (const state of [TODAY, NEW, SILENT]) {
      const sign = viewStart(state, screen, textIn(language)).find(({ key }) => key === 'stop');
      if (sign?.kind !== 'text') throw new Error('the sign is a text');
      const { lines } = breakText(sign.text, 'wrap', sign.w, (text) => measure(text, sign.size).width);
      const last = lines[lines.length - 1] ?? '';
      // In Chinese a word has two characters.
      expect(language === 'en-US' ? last.split(' ').length : last.length).toBeGreaterThan(
        language === 'en-US' ? 1 : 2,
      );
    }
  });
});
