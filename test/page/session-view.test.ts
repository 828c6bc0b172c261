import { parsePlan } from '../../core/plan/parse-plan';
import { startingWith } from '../../core/plan/plan';
import type { Routine } from '../../core/plan/routine';
import { makeRoutine } from '../../core/plan/routine';
import { apply } from '../../core/session/apply';
import type { QuietMode } from '../../core/session/delivery';
import { QUIET_MODES } from '../../core/session/delivery';
import type { SessionEvent } from '../../core/session/event';
import type { Session } from '../../core/session/session';
import { startSession } from '../../core/session/session';
import { view } from '../../core/session/view';
import { SECOND } from '../../core/time';
import type { Key } from '../../core/session/keys';
import { keysOf } from '../../core/session/keys';
import type { Element } from '../../device/ui/element';
import type { Box } from '../../device/ui/frame';
import { rowAt, units } from '../../device/ui/frame';
import { MARGIN } from '../../device/ui/stack';
import { mountOn } from '../../device/ui/reconcile';
import { COLORS, TARGET } from '../../device/ui/theme';
import type { Question, SessionState } from '../../page/session/view';
import { aboveQuestion } from '../../page/session/below';
import { legsBox } from '../../device/ui/legs';
import { layoutSession } from '../../page/session/layout';
import { viewSession } from '../../page/session/view';
import { FRAMES, framesToLookAt, LARGE_FRAMES, NAMED_FRAMES } from '../device/ui/frames';
import { recordingUi } from '../device/ui/recording-ui';
import { buttonNamed, inksOf, problemsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';
import { FIVE_ZONES_A_LEG } from '../core/plans';

const ROUTINE = makeRoutine(FIVE_ZONES_A_LEG);
const english = textIn('en-US');
const [FIRST_FRAME] = FRAMES;
if (!FIRST_FRAME) throw new Error('no frames');
const frame = FIRST_FRAME;

/** The view of a default session `seconds` after its start. */
function at(seconds: number, events: readonly SessionEvent[] = [], asking?: Question): SessionState {
  return during(ROUTINE, seconds, events, asking);
}

function during(
  routine: Routine,
  seconds: number,
  events: readonly SessionEvent[] = [],
  asking?: Question,
): SessionState {
  const session = view(after(events, routine), seconds * SECOND);
  const shown = { unsaved: false, bare: 0, isOff: false, showsAll: false, saysStep: false } as const;
  return { session, ...shown, look: 'picture', canDarken: true, ...(asking ? { asking } : {}) };
}

function after(events: readonly SessionEvent[], routine: Routine): Session {
  return events.reduce<Session>(
    (session, event) => {
      const next = apply(session, event);
      if (!next.ok) throw new Error(next.error);
      return next.value;
    },
    startSession('session', routine, 0),
  );
}

function wordsAt(...state: Parameters<typeof at>): readonly string[] {
  return wordsOf(viewSession(at(...state), frame, english));
}

const PAUSED: readonly SessionEvent[] = [{ kind: 'paused', at: 370 * SECOND }];
const FINISHED: readonly SessionEvent[] = [{ kind: 'finished', at: 635 * SECOND }];

/** The watch was off; 200 s are known to be done. */
const INTERRUPTED: readonly SessionEvent[] = [
  { kind: 'interrupted', at: 395 * SECOND, elapsed: 200 * SECOND },
];
const FOUR_KEYS = keysOf(4);

function lockedAt(
  seconds: number,
  keys: readonly Key[],
  flipPauses = false,
  events: readonly SessionEvent[] = [],
): SessionState {
  return { ...at(seconds, events), locked: { keys, flipPauses } };
}

function swallowedBy(mode: QuietMode): SessionState {
  const { session, ...rest } = at(38);
  return { ...rest, session: { ...session, swallowedBy: mode } };
}

/** The widest numbers that an interrupted session can show. */
function lateInterruption(): SessionState {
  const { session, ...rest } = at(400, INTERRUPTED);
  const [done, length] = [3555, 3600].map((seconds) => seconds * SECOND);
  return {
    session: { ...session, massage: { done: done ?? 0, length: length ?? 0 } },
    ...rest,
  };
}

/** The longest zones and pauses that a plan may have, upper zones first: the widest words beside the widest times. */
function longestRoutine(): Routine {
  const zones = [
    { zone: 'lowerThigh', seconds: 780 },
    { zone: 'upperThigh', seconds: 900 },
  ];
  const legs = [
    { leg: 'right', zones },
    { leg: 'left', zones },
  ];
  const pauses = { prepareSeconds: 120, switchSeconds: 120, reminderSeconds: 'off', zoneOrder: 'upperFirst' };
  const plan = parsePlan({ version: 1, ...pauses, legs });
  if (!plan.ok) throw new Error(plan.error.map(({ code }) => code).join());
  return makeRoutine(plan.value);
}

const LONGEST = longestRoutine();
const long = (...moment: readonly [number, (readonly SessionEvent[])?, Question?]) =>
  during(LONGEST, ...moment);
const extendedTwice = (second: number): readonly SessionEvent[] =>
  [1, 2].map(() => ({ kind: 'extended', at: second * SECOND }));
const interruptedAt = (second: number): readonly SessionEvent[] => [
  { kind: 'interrupted', at: second * SECOND, elapsed: second * SECOND },
];

const LONG_MOMENTS: readonly (readonly [string, SessionState])[] = [
  ['getting comfortable', long(0.5)],
  ['getting comfortable for longer', long(1.5, extendedTwice(1))],
  ['a pause while getting comfortable', long(9, [{ kind: 'paused', at: 5 * SECOND }])],
  ['asked while getting comfortable', long(9, [], 'endOrDiscard')],
  ['an interruption while getting comfortable', long(9, interruptedAt(3))],
  [
    'the glass locked while getting comfortable',
    { ...long(9), locked: { keys: ['home', 'shortcut'], flipPauses: true } },
  ],
  ['a full disk while getting comfortable', { ...long(9), unsaved: true }],
  ['the first zone', long(120.5)],
  ['the first zone for longer', long(122, extendedTwice(121))],
  ['a pause in the first zone', long(130, [{ kind: 'paused', at: 121 * SECOND }])],
  ['asked in the first zone', long(130, [], 'end')],
  ['an interruption in the first zone', long(140, interruptedAt(121))],
  ['the glass locked in the first zone', { ...long(121), locked: { keys: FOUR_KEYS, flipPauses: true } }],
  ['the last zone of a leg', long(1021)],
  ['changing legs', long(1801)],
  ['changing legs for longer', long(1802, extendedTwice(1801))],
];

/** The question about a leg while the glass is locked, on watches with these many keys. */
const ASKED_BY_KEY = [1, 2, 4].map((count): readonly [string, SessionState] => [
  `a sign that ${count} keys answer`,
  {
    ...{ ...at(322), locked: { keys: keysOf(count), flipPauses: true } },
    ask: { kind: 'sign', sign: 'thicker', isMirrored: false },
  },
]);

const MOMENTS: readonly (readonly [string, SessionState])[] = [
  ...ASKED_BY_KEY,
  ['getting comfortable', at(2)],
  ['asked while getting comfortable', at(9, [], 'endOrDiscard')],
  ['the ankle', at(38)],
  ['just before the calf', at(72)],
  ['just before the upper thigh', at(255)],
  ['the cue of the calf', at(80.2)],
  ['a light touch in the lower thigh', at(230.4)],
  ['the upper thigh', at(277)],
  ['changing legs', at(326.8)],
  ['the cue of the last zone', at(575.3)],
  ['a pause', at(400, PAUSED)],
  ['a pause while getting comfortable', at(9, [{ kind: 'paused', at: 5 * SECOND }])],
  ['a full disk in a pause', { ...at(400, PAUSED), unsaved: true }],
  ['asked in the knee', at(500, [], 'end')],
  ['the last second', at(634.5)],
  ['the end', at(640, FINISHED)],
  ['a full disk', { ...at(100), unsaved: true }],
  ['a full disk while getting comfortable', { ...at(5), unsaved: true }],
  ['cues that no alarm could be set for', { ...at(100), bare: 22 }],
  ['cues without alarm while getting comfortable', { ...at(5), bare: 22 }],
  ['the glass locked, with one key', lockedAt(100, ['home'])],
  ['the glass locked, with two keys', lockedAt(100, ['home', 'shortcut'])],
  ['the glass locked, with four keys', lockedAt(100, FOUR_KEYS)],
  ['the glass locked, with a flip to pause', lockedAt(100, FOUR_KEYS, true)],
  ['the glass locked, paused, with one key', lockedAt(400, ['home'], true, PAUSED)],
  ['the glass locked, paused, with four keys', lockedAt(400, FOUR_KEYS, true, PAUSED)],
  ['an interruption', at(400, INTERRUPTED)],
  ['an interruption late in the longest session', lateInterruption()],
  [
    'an interruption while getting comfortable',
    at(400, [{ kind: 'interrupted', at: 12 * SECOND, elapsed: 12 * SECOND }]),
  ],
  ['asked after an interruption', at(400, INTERRUPTED, 'end')],
  ...QUIET_MODES.map((mode) => [`a cue swallowed by ${mode}`, swallowedBy(mode)] as const),
  ['a watch that was taken off', { ...at(38), isOff: true }],
  ['a watch that was taken off while getting comfortable', { ...at(5), isOff: true }],
  ['a screen that may sleep', { ...at(38), canDarken: false }],
  ['asked whether to keep a short session', at(60, [], 'endOrDiscard')],
  [
    'asked whether to keep a short session in a pause',
    at(60, [{ kind: 'paused', at: 50 * SECOND }], 'endOrDiscard'),
  ],
  ['asked whether to leave', at(60, [], 'leave')],
  ['asked whether to leave while getting comfortable', at(5, [], 'leave')],
  ['the time left of all', { ...at(38), showsAll: true }],
  ['the time left of all while getting comfortable', { ...at(5), showsAll: true }],
  ['the time left of the step again', { ...at(38), saysStep: true }],
];

test('the question whether to end takes precedence over everything else, even a full disk', () => {
  const asked = viewSession({ ...at(100, [], 'end'), unsaved: true }, frame, english);
  expect(wordsOf(asked)).toEqual(expect.arrayContaining(['End this session?', 'End', 'Keep going']));
});

describe.each(LANGUAGES)('the session screen in %s', (language) => {
  test.each(framesToLookAt(language))('can be read and tapped on %s', (_, screen) => {
    const problems = [...MOMENTS, ...LONG_MOMENTS].flatMap(([moment, state]) => {
      const elements = viewSession(state, screen, textIn(language));
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
      return problemsOf(elements, screen).map((problem) => ({ moment, ...problem }));
    });
    expect(problems).toEqual([]);
  });
});

/** The places of a key's marks and of the thin lines that lead to its words. */
function placesOf(element: Element<unknown>): readonly (readonly [x: number, y: number])[] {
  if (!element.key.startsWith('key')) return [];
  const steps = Array.from({ length: 21 }, (_, step) => step / 20);
  if (element.kind === 'rect') {
    const { x, y, w, h } = element;
    return steps.flatMap((part) => [[x, y + h * part] as const, [x + w, y + h * part] as const]);
  }
  if (element.kind !== 'arc') return [];
  const { x, y, w, from, to, line } = element;
  return steps.flatMap((part) => {
    const angle = ((from + (to - from) * part) * Math.PI) / 180;
    return [w / 2, w / 2 - line].map(
      (radius) => [x + w / 2 + radius * Math.cos(angle), y + w / 2 + radius * Math.sin(angle)] as const,
    );
  });
}

/** The least space between the words of a key and a mark, in pixels. */
const CLEAR = 4;

const BY_KEYS = [...ASKED_BY_KEY, ...MOMENTS.filter(([moment]) => moment.includes('locked'))];

describe.each(LANGUAGES)('the keys in %s', (language) => {
  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'have marks that are clear of every text on %s',
    (_, screen) => {
      const touched = BY_KEYS.flatMap(([moment, state]) => {
        const elements = viewSession(state, screen, textIn(language));
        const marks = elements.flatMap(placesOf);
        expect(marks.length).toBeGreaterThan(0);
        const texts = inksOf(elements).flatMap(({ text, ink }) => ink.map((box) => ({ text, ...box })));
        return texts
          .filter(({ x, y, w, h }) =>
            marks.some(([left, top]) => left > x - CLEAR && left < x + w + CLEAR && top > y && top < y + h),
          )
          .map(({ text }) => `${moment}: ${text}`);
      });
      expect(touched).toEqual([]);
    },
  );

  test.each(NAMED_FRAMES)(
    'have each mark beside its words, or a line from it down to them, on %s',
    (_, screen) => {
      for (const count of [1, 2, 4]) {
        const elements = viewSession(lockedAt(100, keysOf(count)), screen, textIn(language));
        const marks = elements.filter(({ key }) => /^key\d+$/.test(key));
        expect(marks.length).toBeGreaterThan(0);
        for (const mark of marks) {
          const words = elements.find(({ key }) => key === mark.key.replace('key', 'hint'));
          if (words?.kind !== 'text') throw new Error(`no words for ${mark.key}`);
          const thread = elements.find(({ key }) => key === `${mark.key}Thread`);
          const heights = placesOf(thread ?? mark).map(([, y]) => y);
          const [top, end] = [Math.min(...heights), Math.max(...heights)];
          const led = thread ? end : (top + end) / 2;
          expect(led).toBeGreaterThan(words.y - words.h / 3);
          expect(led).toBeLessThan(words.y + words.h);
        }
      }
    },
  );
});

/** The moments with a line of text below the drawn legs. */
const NOTED: readonly (readonly [string, SessionState])[] = [
  ['a light touch', at(50.4)],
  ['just before the calf', at(72)],
  ['a watch that was taken off', { ...at(38), isOff: true }],
  ['a full disk', { ...at(100), unsaved: true }],
  ...QUIET_MODES.map((mode) => [`a cue swallowed by ${mode}`, swallowedBy(mode)] as const),
];

/** What a drawn foot and a button need to be told from a line of text between them, in design units. */
const FROM_FOOT = 6;
const FROM_BUTTON = 4;
/** What a word needs above and below it in the band of a pause. */
const IN_BAND = 2;

function topOf(elements: readonly Element<unknown>[], key: string): number {
  const found = elements.find((element) => element.key === key);
  return found && 'y' in found ? found.y : NaN;
}

/** The ink of the texts with these keys, from its top to its bottom. */
function extentOf(elements: readonly Element<unknown>[], ...keys: readonly string[]) {
  const ink = inksOf(elements.filter(({ key }) => keys.includes(key))).flatMap((text) => text.ink);
  return { top: Math.min(...ink.map(({ y }) => y)), end: Math.max(...ink.map(({ y, h }) => y + h)) };
}

describe.each(NAMED_FRAMES)('below the drawn legs on %s', (_, screen) => {
  test.each(LANGUAGES)('a line in %s is clear of the feet and of the button', (language) => {
    for (const [moment, state] of NOTED) {
      const elements = viewSession(state, screen, textIn(language));
      const { top, end } = extentOf(elements, 'cue', 'note', 'alert');
      const foot = topOf(elements, 'legsSheet') + legsBox(screen).h;
      const room = { moment, isClearOfFoot: top - foot >= units(screen, FROM_FOOT) - 1 };
      expect(room).toEqual({ moment, isClearOfFoot: true });
      expect(topOf(elements, 'pause') - end).toBeGreaterThanOrEqual(units(screen, FROM_BUTTON) - 1);
    }
  });

  test.each(LANGUAGES)('a word in %s has air in the band of a pause', (language) => {
    for (const events of [PAUSED, INTERRUPTED]) {
      const elements = viewSession(at(400, events), screen, textIn(language));
      const band = elements.find(({ key }) => key === 'band');
      if (band?.kind !== 'rect') throw new Error('no band');
      const { top, end } = extentOf(elements, 'alert', 'pausedFor');
      const least = units(screen, IN_BAND) - 1;
      expect(top - band.y).toBeGreaterThanOrEqual(least);
      expect(band.y + band.h - end).toBeGreaterThanOrEqual(least);
    }
  });
});

const PAUSES = MOMENTS.filter(([, { session }]) => session.phase === 'paused');

describe.each([...NAMED_FRAMES, ...LARGE_FRAMES])('in a pause on %s', (_, screen) => {
  test.each(LANGUAGES)('no text in %s stands on the band or ends at it', (language) => {
    const apart = units(screen, 3);
    const touched = PAUSES.flatMap(([moment, state]) => {
      const elements = viewSession(state, screen, textIn(language));
      const band = elements.find(({ key }) => key === 'band');
      if (band?.kind !== 'rect') throw new Error(`no band in ${moment}`);
      return inksOf(elements.filter(({ key }) => key === 'countdown' || key === 'question')).flatMap(
        ({ text, ink }) =>
          ink.filter(({ y, h }) => y + h > band.y - apart && y < band.y).map(() => `${moment}: ${text}`),
      );
    });
    expect(touched).toEqual([]);
  });

  test('the band has another colour than the button to resume, and both buttons are at least 72 pixels high or as high as any target', () => {
    const elements = viewSession(at(400, PAUSED), screen, english);
    const band = elements.find(({ key }) => key === 'band');
    const [resume, hurts] = ['Resume', 'It hurts'].map((label) => buttonNamed(elements, label));
    expect(band).not.toMatchObject({ color: resume?.fill });
    expect(hurts?.h).toBeGreaterThanOrEqual(TARGET);
    expect(resume?.h).toBeGreaterThanOrEqual(units(screen, TARGET));
  });
});

describe.each([...NAMED_FRAMES, ...LARGE_FRAMES])('the question whether to leave on %s', (_, screen) => {
  test.each(LANGUAGES)(
    'has both answers in sight in %s, and its words are clear of the button',
    (language) => {
      const text = textIn(language);
      const elements = viewSession(at(60, [], 'leave'), screen, text);
      const stay = buttonNamed(elements, text('No, stay'));
      expect([stay.action, stay.y + stay.h]).toEqual(['keepGoing', screen.height]);
      const ends = inksOf(elements.filter(({ kind }) => kind === 'text')).flatMap(({ ink }) =>
        ink.map(({ y, h }) => y + h),
      );
      expect(Math.max(...ends)).toBeLessThanOrEqual(stay.y - units(screen, 4));
    },
  );
});

describe.each(NAMED_FRAMES)('a screen that looks black on %s', (_, screen) => {
  test('is a single black button that takes every touch', () => {
    const all = { x: 0, y: 0, w: screen.width, h: screen.height };
    for (const [, state] of MOMENTS) {
      const elements = viewSession({ ...state, look: 'black' }, screen, english);
      expect(elements).toEqual([
        expect.objectContaining({
          ...all,
          kind: 'button',
          text: '',
          fill: 0,
          pressedFill: 0,
          action: 'touchDark',
        }),
      ]);
    }
  });

  test.each(LANGUAGES)('says in %s how to get the picture back, before it does', (language) => {
    const [sheet, ...words] = viewSession({ ...at(38), look: 'word' }, screen, textIn(language));
    expect(sheet).toMatchObject({ kind: 'button', fill: 0, action: 'touchDark' });
    expect(words).toHaveLength(1);
    expect(problemsOf(words, screen)).toEqual([]);
  });
});

describe('the session screen', () => {
  test('offers the dark look while the session runs, one tap away', () => {
    const offered = (state: SessionState) => wordsOf(viewSession(state, frame, english)).includes('Dark');
    expect(buttonNamed(viewSession(at(38), frame, english), 'Dark').action).toBe('dark');
    expect([at(400, PAUSED), at(38, [], 'end'), { ...at(38), canDarken: false }].map(offered)).toEqual([
      ...[false, false, false],
    ]);
  });

  test('shows leg, zone and time, and has one button, with the others below', () => {
    const elements = viewSession(at(38), frame, english);
    const words = wordsOf(elements);
    expect(words).toEqual(expect.arrayContaining(['Left leg', 'Ankle', '0:42']));
    const seen = elements.filter((element) => element.kind === 'button' && element.y < frame.height);
    expect(wordsOf(seen)).toEqual(['Pause', '0:42']);
    const others = ['It hurts', 'Next', 'Back', '+15 s', 'Dark', 'Lotion mode', 'End session'];
    expect(wordsOf(elements.filter(({ kind }) => kind === 'button'))).toEqual([
      ...['Pause', ...others, '0:42'],
    ]);
  });

  test.each([
    [69, false],
    [70, true],
    [79, true],
  ])('says at %i s what comes next: %p', (seconds, isSaid) => {
    expect(wordsAt(seconds).includes('Next: Calf')).toBe(isSaid);
  });

  test.each(NAMED_FRAMES)('has one button over the whole lower third on %s', (_, screen) => {
    const { x, y, w, h } = buttonNamed(viewSession(at(38), screen, english), 'Pause');
    expect([x, w, y + h]).toEqual([0, screen.width, screen.height]);
    expect(h / screen.height).toBeGreaterThan(0.33);
  });

  test('says what to do while getting comfortable, and more below', () => {
    const words = wordsAt(2);
    expect(words).toEqual(expect.arrayContaining(['Get comfortable', 'Left leg', '0:18']));
    expect(words.join(' ')).toMatch(/Light touch toward the heart, around the veins, never on a bulging one/);
    expect(wordsAt(15)).toContain('Next: Ankle');
    expect(wordsAt(38).join(' ')).not.toContain('around the veins');
  });

  test('marks every cue on the gauge: filled if it was played, hollow if not', () => {
    const marks = viewSession(at(38), frame, english).filter(({ key }) => key.startsWith('mark'));
    expect(marks).toHaveLength(22);
    const { session, ...rest } = at(90);
    const isPlayed = [true, false, true];
    const way = {
      ...session.way,
      marks: session.way.marks.map((mark, number) => ({ ...mark, isPlayed: isPlayed[number] ?? false })),
    };
    const later = viewSession({ ...rest, session: { ...session, way } }, frame, english);
    const filled = later.map((element) =>
      element.key.startsWith('mark') && element.kind === 'arc' ? element.line === element.w / 2 : undefined,
    );
    expect(filled.filter((each) => each !== undefined).slice(0, 4)).toEqual([true, false, true, false]);
  });

  test('leaves reminders out if there would be too many marks', () => {
    const marks = viewSession(long(130, extendedTwice(121)), frame, english);
    const reminders = { ...at(38) };
    const many = [...reminders.session.way.marks, ...reminders.session.way.marks];
    const crowded = { ...reminders.session, way: { ...reminders.session.way, marks: many } };
    const shown = viewSession({ ...reminders, session: crowded }, frame, english);
    const countOf = (elements: readonly Element<unknown>[]) =>
      elements.filter(({ key }) => key.startsWith('mark')).length;
    expect(countOf(marks)).toBe(6);
    expect(countOf(shown)).toBe(24);
  });

  test('switches at a tap between the time left of the step and of the session, and says which', () => {
    const time = (state: SessionState) => {
      const elements = viewSession(state, frame, english);
      const [shown] = elements.filter(({ key }) => key === 'countdown');
      return { shown, words: wordsOf(elements) };
    };
    expect(time(at(38)).shown).toMatchObject({ kind: 'button', action: 'switchTime', text: '0:42' });
    expect(time({ ...at(38), showsAll: true }).words).toEqual(
      expect.arrayContaining(['9:57', 'Left in the session']),
    );
    expect(time({ ...at(38), saysStep: true }).words).toEqual(
      expect.arrayContaining(['0:42', 'Left in this step']),
    );
  });

  test('shows the time of the session only if there is room to say so', () => {
    const shown = (state: SessionState) => wordsOf(viewSession({ ...state, showsAll: true }, frame, english));
    expect(shown(at(75))).not.toContain('Next: Calf');
    expect(shown({ ...at(38), isOff: true })).toEqual(expect.arrayContaining(['0:42', 'Watch not worn?']));
    expect(shown(at(374, PAUSED))).toEqual(expect.arrayContaining(['Paused', '0:25']));
  });

  test('replaces everything but the button with the question whether to leave', () => {
    const elements = viewSession(at(38, [], 'leave'), frame, english);
    expect(wordsOf(elements)).toEqual(
      expect.arrayContaining(['The session goes on. Leave?', 'Yes: swipe right again', 'No, stay']),
    );
    expect(wordsOf(elements)).not.toContain('Left leg');
  });

  test('highlights the whole leg to change to, with an arrow to it and no zone', () => {
    expect(wordsAt(326)).toEqual(expect.arrayContaining(['Change legs', 'Right leg', 'Next: Ankle']));
    const elements = viewSession(at(322), frame, english);
    expect(elements.find(({ key }) => key === 'arrow')).toMatchObject({ src: 'arrow-right.png' });
    expect(elements.find(({ key }) => key === 'leg')).toMatchObject({ color: COLORS.warm });
    expect(elements.map(({ key }) => key)).not.toContain('zone');
  });

  test('fills what is done of the current leg, and shows the other as an outline until it is done', () => {
    const keysAt = (seconds: number) => viewSession(at(seconds), frame, english).map(({ key }) => key);
    const done = (seconds: number) => keysAt(seconds).filter((key) => key.startsWith('done')).length;
    expect([38, 90, 300, 340, 400].map(done)).toEqual([0, 1, 4, 0, 1]);
    expect([38, 340].map((seconds) => keysAt(seconds).includes('legRim'))).toEqual([true, false]);
  });

  test('highlights the zone on the side of its leg', () => {
    const placeOf = (state: SessionState) => {
      const zone = viewSession(state, frame, english).find(({ key }) => key === 'zone');
      return zone?.kind === 'rect' ? { x: zone.x, y: zone.y } : undefined;
    };
    const otherWay = startSession('session', makeRoutine(startingWith(FIVE_ZONES_A_LEG, 'right')), 0);
    const left = placeOf(at(38));
    const right = placeOf({ ...at(38), session: view(otherWay, 38 * SECOND) });
    expect(right?.x).toBeGreaterThan(left?.x ?? Infinity);
    expect(right?.y).toBe(left?.y);
    expect(placeOf(at(98))?.y).toBeLessThan(left?.y ?? 0);
  });

  test('cannot be mistaken in a pause: another button, a band across, how long it has lasted, a clock that blinks', () => {
    const running = buttonNamed(viewSession(at(370), frame, english), 'Pause');
    const elements = viewSession(at(374, PAUSED), frame, english);
    const resume = buttonNamed(elements, 'Resume');
    expect(resume).toMatchObject({ action: 'resume', fill: COLORS.warm });
    expect([resume.radius, running.radius]).toEqual([undefined, 0]);
    expect(elements.find(({ key }) => key === 'band')).toMatchObject({ x: 0, w: frame.width });
    expect(wordsAt(374, PAUSED)).toEqual(expect.arrayContaining(['Paused', '0:04', 'Ankle', '0:25']));
    expect(wordsAt(375, PAUSED)).toContain('0:05');
    expect(wordsAt(375, PAUSED)).not.toContain('0:25');
  });

  test.each(NAMED_FRAMES)(
    'has a row for a person in pain during a pause, below the larger button to go on, on %s',
    (_, screen) => {
      const elements = viewSession(at(374, PAUSED), screen, english);
      const [resume, hurts] = ['Resume', 'It hurts'].map((label) => buttonNamed(elements, label));
      expect(hurts).toMatchObject({ action: 'hurts', x: 0, w: screen.width });
      expect(resume?.y).toBeGreaterThan(screen.height * 0.64);
      // A finger with lotion slips. Sizes are rounded to whole pixels.
      const apart = (hurts?.y ?? 0) - (resume?.y ?? 0) - (resume?.h ?? 0);
      expect(apart).toBeGreaterThanOrEqual(units(screen, 8) - 1);
      // On a round screen the lower one is cut by the edge.
      const seen = screen.shape === 'round' ? 0.6 : 0.9;
      expect((resume?.w ?? 0) * (resume?.h ?? 0)).toBeGreaterThan(screen.width * (hurts?.h ?? 0) * seen);
      expect(resume?.size).toBeGreaterThan(hurts?.size ?? Infinity);
      // In pixels, too: on the smallest screen the least height in design units is lower than a fingertip.
      expect(hurts?.h).toBeGreaterThanOrEqual(TARGET);
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'has a button to go on that is as wide as any other button may be there, on %s',
    (_, screen) => {
      for (const events of [PAUSED, INTERRUPTED]) {
        const { x, y, w, h } = buttonNamed(viewSession(at(400, events), screen, english), 'Resume');
        // Its ends are round, so the edge may be nearer where it is lower.
        const edge = rowAt(screen, y, y + Math.round((2 * h) / 3), 0);
        const [left, right] = [x - edge.x, edge.x + edge.w - x - w];
        expect(Math.min(left, right)).toBeGreaterThanOrEqual(units(screen, MARGIN[screen.shape]) - 1);
        expect(Math.max(left, right)).toBeLessThanOrEqual(units(screen, MARGIN[screen.shape] + 4));
      }
    },
  );

  test.each(NAMED_FRAMES)('keeps the feet of the legs clear of the band of a pause on %s', (_, screen) => {
    for (const state of [at(400, PAUSED), at(400, INTERRUPTED)]) {
      const elements = viewSession(state, screen, english);
      const placed = (key: string): number => {
        const found = elements.find((element) => element.key === key);
        return found && 'y' in found ? found.y : NaN;
      };
      const room = placed('band') - placed('legsSheet') - legsBox(screen).h;
      expect(room).toBeGreaterThanOrEqual(units(screen, FROM_FOOT) - 1);
    }
  });

  test('has one visible button while it runs: the row for a person in pain comes first below it', () => {
    const elements = viewSession(at(38), frame, english);
    const buttons = elements.filter((element) => element.kind === 'button');
    expect(wordsOf(buttons.filter(({ y }) => y < frame.height))).toEqual(['Pause', '0:42']);
    expect(wordsOf(buttons.filter(({ y }) => y >= frame.height))[0]).toBe('It hurts');
  });

  test('says what is known to be done of an interrupted session, and asks whether to go on', () => {
    const words = wordsAt(400, INTERRUPTED);
    expect(words).toEqual(expect.arrayContaining(['Interrupted', '3:00 of 10:00 done. Go on?', 'Resume']));
    expect(wordsAt(400, PAUSED).join()).not.toContain('Go on?');
    const early = wordsAt(400, [{ kind: 'interrupted', at: 12 * SECOND, elapsed: 12_900 }]);
    expect(early).toContain('0:00 of 10:00 done. Go on?');
  });

  test('asks before it ends, and a second tap in the same place goes on', () => {
    const covers = (box: Box, other: Box): boolean =>
      box.x <= other.x && box.y === other.y && box.x + box.w >= other.x + other.w && box.h === other.h;
    const askEnd = buttonNamed(viewSession(at(500), frame, english), 'End session');
    const asked = viewSession(at(500, [], 'end'), frame, english);
    const keepGoing = buttonNamed(asked, 'Keep going');
    expect(keepGoing.action).toBe('keepGoing');
    expect(covers(keepGoing, askEnd)).toBe(true);
    expect(buttonNamed(asked, 'End').action).toBe('end');
    expect(wordsOf(asked)).toContain('End this session?');
    expect(wordsOf(asked)).not.toContain('Next');
  });

  test('asks whether to keep a short session, with all answers visible at once', () => {
    for (const [, screen] of NAMED_FRAMES) {
      const state = at(60, [], 'endOrDiscard');
      const elements = viewSession(state, screen, english);
      const above = aboveQuestion(state, layoutSession(screen));
      const actions = ['End and save', 'Discard', 'Keep going'].map((label) => {
        const { action, y, h } = buttonNamed(elements, label);
        expect(y - above).toBeGreaterThan(0);
        expect(y + h - above).toBeLessThan(screen.height);
        return action;
      });
      expect(actions).toEqual(['end', 'discard', 'keepGoing']);
      expect(wordsOf(elements)).toContain('Save this session?');
    }
  });

  test('places its question so that a second tap never ends the session, however far the page is scrolled', () => {
    const states = [at(9), at(60), at(500), at(400, PAUSED), at(400, INTERRUPTED)];
    for (const [, screen] of NAMED_FRAMES) {
      for (const state of states) {
        const elements = viewSession(state, screen, english);
        const askEnd = buttonNamed(elements, 'End session');
        const end = Math.max(...elements.map((element) => ('h' in element ? element.y + element.h : 0)));
        for (const asking of ['end', 'endOrDiscard'] as const) {
          const asked = { ...state, asking };
          const above = aboveQuestion(asked, layoutSession(screen));
          const dangers = viewSession(asked, screen, english).filter(
            (element) => element.kind === 'button' && ['end', 'discard'].includes(element.action),
          );
          for (let scrolled = 0; scrolled <= end - screen.height; scrolled += 5) {
            const down = Math.max(scrolled, above) - scrolled;
            const isUnderFinger = dangers.some(
              (box) => 'h' in box && box.y < askEnd.y + askEnd.h + down && box.y + box.h > askEnd.y + down,
            );
            const isSeen = askEnd.y - scrolled < screen.height;
            expect(isSeen && isUnderFinger).toBe(false);
          }
        }
      }
    }
  });

  test('shows a cue for a second and a half, and not while paused', () => {
    const isLit = (...state: Parameters<typeof at>): boolean =>
      marksOf(viewSession(at(...state), frame, english)).length > 0;
    expect([19.9, 20, 21.4, 21.5].map((second) => isLit(second))).toEqual([false, true, true, false]);
    expect(isLit(80.5, [{ kind: 'paused', at: 80.5 * SECOND }])).toBe(false);
  });

  test('shows the end as a lit cue and done, with nothing left to press', () => {
    const elements = viewSession(at(640, FINISHED), frame, english);
    expect(wordsOf(elements)).toContain('Session done');
    expect(marksOf(elements)).toHaveLength(3);
    expect(elements.filter(({ kind }) => kind === 'button')).toEqual([]);
  });
});

test('a locked touch screen has no button, and says what each key does', () => {
  const elements = viewSession(lockedAt(100, FOUR_KEYS), frame, english);
  expect(elements.filter(({ kind }) => kind === 'button')).toEqual([]);
  expect(wordsOf(elements)).toEqual(expect.arrayContaining(['SELECT: pause', 'UP: +15 s', 'DOWN: next']));
});

test('while a locked screen asks about a leg, the only words about keys are how to answer', () => {
  const hints = (keys: readonly Key[]) =>
    viewSession(
      { ...lockedAt(3, keys), ask: { kind: 'sign', sign: 'sore', isMirrored: false } },
      frame,
      english,
    ).flatMap(({ key, ...rest }) =>
      'text' in rest && (key === 'locked' || key.startsWith('hint')) ? [rest.text] : [],
    );
  for (const count of [1, 2, 4]) expect(hints(keysOf(count))).toEqual(['Hold a key, then\ntouch Yes or No']);
});

test('key hints are shown in a pause too, and the wrist flip only while there is something to pause', () => {
  const said = (state: SessionState) => wordsOf(viewSession(state, frame, english));
  expect(said(lockedAt(400, FOUR_KEYS, true, PAUSED))).toEqual(
    expect.arrayContaining(['SELECT: resume', 'Locked: hold a key to unlock']),
  );
  expect(said(lockedAt(400, ['home'], true, PAUSED))).toContain('Crown: resume');
  expect(said(lockedAt(100, ['home'], true))).toEqual(
    expect.arrayContaining(['Crown: pause', 'Hold a key: unlock. Turn wrist: pause']),
  );
  expect(said(lockedAt(640, ['home'], true, FINISHED)).join()).not.toContain('key');
});

describe.each(NAMED_FRAMES)('on %s', (_, screen) => {
  /** The widget calls needed to show each of these moments, four times a second, one after another. */
  const callsAt = (seconds: readonly number[]): readonly (readonly string[])[] => {
    const { ui, calls } = recordingUi();
    const mounted = mountOn(ui, viewSession(at((seconds[0] ?? 0) - 1), screen, english), jest.fn());
    return seconds.map((second) => {
      calls.length = 0;
      for (let part = 0; part < 4; part += 1) {
        mounted.update(viewSession(at(second + part / 4), screen, english));
      }
      return [...calls];
    });
  };

  test('the session screen costs two widget calls a second at rest', () => {
    const untilReminder = Array.from({ length: 25 }, (_, index) => 24 + index);
    // What comes next is shown from 70 on.
    const afterReminder = Array.from({ length: 25 }, (_, index) => 54 + index);
    for (const calls of [...callsAt(untilReminder), ...callsAt(afterReminder)]) {
      expect(calls.length).toBeLessThanOrEqual(2);
    }
  });

  test('no button is recreated by a cue or the start of a step', () => {
    const ofButtons = (calls: readonly (readonly string[])[]) =>
      calls.flat().filter((call) => call.endsWith('BUTTON'));
    const calls = callsAt([79, 80, 81, 82, 319, 320, 321, 322]);
    expect(calls.flat().length).toBeGreaterThan(20);
    expect(ofButtons(calls)).toEqual([]);
    // The time moves beside the legs.
    expect(ofButtons(callsAt([19, 20, 21, 22]))).toEqual(['create BUTTON', 'delete BUTTON']);
  });
});

/** The visible marks of a cue. */
function marksOf(elements: readonly Element<unknown>[]): readonly Element<unknown>[] {
  return elements.filter(
    (element) => element.key.startsWith('cue') && 'color' in element && element.color === COLORS.warm,
  );
}
