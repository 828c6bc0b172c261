import type { Word } from './words';

/** The tests, in the order of docs/field-test.md. */
export const TESTS = [
  'T0',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
] as const;
export type TestId = (typeof TESTS)[number];

/** What a woken service does, by the name in its alarm's parameter. */
export const SERVICE_ACTS = [
  /** Three pulses of 300 ms, 300 ms apart: 1.5 s. */
  'whole',
  /** The same, with the service staying busy for 450 ms. */
  'busy',
  /**
   * The patterns for a dark screen: two pulses of 100 ms, one of 450 ms; and five of 50 ms, which nobody should have to
   * count.
   */
  'two',
  'one',
  'fast',
  /** A notification without `vibrate`, or with it. */
  'notify',
  'notify3',
  'notify5',
  /** Three pulses, immediately followed by a notification. */
  'wholeNotify',
] as const;
export type ServiceAct = (typeof SERVICE_ACTS)[number];

/** What the page does by itself. */
export type PageAct =
  | 'list'
  | 'fastList'
  | 'setMode'
  | 'startMode'
  | 'reminder'
  | 'fillAlarms'
  | 'blackLook'
  | 'marks'
  | 'timerService';

/** An alarm after `after` seconds, and what it wakes. `heavy` is a service as large as the rules of Legato. */
export type Ring =
  | { readonly after: number; readonly opens: 'service'; readonly act: ServiceAct }
  | { readonly after: number; readonly opens: 'page' | 'heavy' };

export interface Question {
  readonly ask: Word;
  readonly by: 'count' | 'yesNo';
}

/** One press of Go, what it starts, and what is asked after `lasts` seconds. */
export interface Part {
  readonly test: TestId;
  readonly say: Word;
  readonly lasts: number;
  /** The page turns the screen off this many seconds after Go, as a palm would. */
  readonly darkAfter?: number;
  readonly act?: PageAct;
  readonly rings: readonly Ring[];
  readonly questions: readonly Question[];
}

const PULSES: Question = { ask: 'How many pulses?', by: 'count' };
const FELT: Question = { ask: 'Did you feel it?', by: 'yesNo' };

const page = (act: PageAct, lasts: number, say: Word, questions: readonly Question[]) =>
  ({ rings: [], act, lasts, say, questions }) as const;
const service = (after: number, act: ServiceAct): Ring => ({ after, opens: 'service', act });

/** Long enough to read the instructions. */
const DARK_AFTER = 3;

/**
 * The earliest time of an alarm, in seconds after Go: ten seconds after the screen went dark, the page is gone (S2).
 */
const DARK = 20;

export const PARTS: readonly Part[] = [
  { test: 'T0', ...page('list', 3, 'On the wrist: count the pulses.', [PULSES]) },
  { test: 'T0', ...page('fastList', 3, 'On the wrist: count the pulses.', [PULSES]) },
  { test: 'T0', ...page('setMode', 3, 'On the wrist: count the pulses.', [FELT]) },
  { test: 'T0', ...page('startMode', 3, 'On the wrist: count the pulses.', [FELT]) },
  {
    test: 'T0',
    ...page('reminder', 6, 'It runs for four seconds at most.', [
      { ask: 'Did it end by itself before that?', by: 'yesNo' },
    ]),
  },
  ...(['T1', 'T2'] as const).map((test) => ({
    test,
    say: 'The screen goes dark. Keep it covered with your palm and count the pulses.' as const,
    lasts: DARK + 4,
    darkAfter: DARK_AFTER,
    rings: [service(DARK, test === 'T1' ? 'whole' : 'busy')],
    questions: [PULSES, { ask: 'Did the screen stay dark?', by: 'yesNo' } as const],
  })),
  {
    test: 'T3',
    say: 'Three times, ten seconds apart. Remember how many pulses each has.',
    lasts: DARK + 23,
    darkAfter: DARK_AFTER,
    rings: [service(DARK, 'two'), service(DARK + 10, 'one'), service(DARK + 20, 'fast')],
    questions: [
      { ask: 'How many pulses the first time?', by: 'count' },
      { ask: 'How many pulses the second time?', by: 'count' },
      { ask: 'How many pulses the third time?', by: 'count' },
    ],
  },
  {
    test: 'T4',
    say: 'Three notifications, ten seconds apart.',
    lasts: DARK + 28,
    darkAfter: DARK_AFTER,
    rings: [
      service(DARK, 'notify'),
      service(DARK + 10, 'notify3'),
      service(DARK + 20, 'notify5'),
      // Nothing is felt here: it only measures how long a large script takes to load.
      { after: DARK + 25, opens: 'heavy' },
    ],
    questions: [
      { ask: 'Did you feel the first one?', by: 'yesNo' },
      { ask: 'Did you feel the second one?', by: 'yesNo' },
      { ask: 'Did you feel the third one?', by: 'yesNo' },
      { ask: 'Did they feel different?', by: 'yesNo' },
      { ask: 'Did the screen light up?', by: 'yesNo' },
    ],
  },
  {
    test: 'T5',
    say: 'Two times, fifteen seconds apart, each with a notification.',
    lasts: DARK + 21,
    darkAfter: DARK_AFTER,
    rings: [service(DARK, 'wholeNotify'), service(DARK + 15, 'whole'), service(DARK + 17, 'notify')],
    questions: [
      { ask: 'How many pulses the first time?', by: 'count' },
      { ask: 'How many pulses the second time?', by: 'count' },
      { ask: 'Did you feel the notifications besides?', by: 'yesNo' },
    ],
  },
  {
    test: 'T6',
    say: 'The screen goes dark, then an alarm opens a page and plays.',
    lasts: DARK + 4,
    darkAfter: DARK_AFTER,
    rings: [{ after: DARK, opens: 'page' }],
    questions: [PULSES, { ask: 'Did the screen light up with the page?', by: 'yesNo' }],
  },
  {
    test: 'T7',
    say: 'An alarm is set for this very page. Leave it open.',
    lasts: 12,
    rings: [{ after: 8, opens: 'page' }],
    questions: [{ ask: 'Did you see the page change?', by: 'yesNo' }],
  },
  { test: 'T8', ...page('fillAlarms', 1, 'Sets 24 alarms and takes them back at once.', []) },
  {
    test: 'T9',
    ...page(
      'blackLook',
      63,
      'The screen goes black but stays on. Arm down, palm over the glass, for a minute. Count how often it buzzes.',
      [
        { ask: 'How often did it buzz?', by: 'count' },
        { ask: 'Did you see light?', by: 'yesNo' },
      ],
    ),
  },
  {
    test: 'T10',
    ...page('marks', 20, 'The screen goes dark. Lift the arm when 15 s have passed.', []),
    darkAfter: DARK_AFTER,
  },
  {
    test: 'T11',
    ...page(
      'timerService',
      110,
      'Allow it to run in the background. Then arm down for two minutes. Count how often it buzzes.',
      [{ ask: 'How often did it buzz?', by: 'count' }],
    ),
    // The person has to answer the watch's question first.
    darkAfter: 15,
  },
  {
    test: 'T12',
    say: 'Turn do not disturb on now. The screen goes dark, then a service plays, then an alarm opens a page.',
    lasts: DARK + 24,
    darkAfter: DARK_AFTER,
    rings: [service(DARK, 'whole'), { after: DARK + 20, opens: 'page' }],
    questions: [PULSES, { ask: 'Did a page open by itself?', by: 'yesNo' }],
  },
];

/** The first part of a test, as an index in `PARTS`. */
export function firstPartOf(test: TestId): number {
  return PARTS.findIndex((part) => part.test === test);
}

/** The number of buzzes in a test by a timer, and the time between them in ms. */
export const BEATS = {
  blackLook: { count: 4, every: 15_000 },
  timerService: { count: 5, every: 20_000 },
} as const;

/** The number of alarms that T8 sets. */
export const ALARMS_TRIED = 24;

/** How often T10 leaves a mark, in ms. */
export const MARK_EVERY = 2_000;
