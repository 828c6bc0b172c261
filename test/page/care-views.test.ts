import { LEGS, ZONES } from '../../core/body';
import { HARD_QUESTIONS } from '../../core/care/answers';
import { SIGNS } from '../../core/care/sign-of-day';
import { STOP_KINDS } from '../../core/care/stop';
import { makeRoutine } from '../../core/plan/routine';
import { keysOf } from '../../core/session/keys';
import { startSession } from '../../core/session/session';
import { view } from '../../core/session/view';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { QUESTIONS, SIGN_PAGES, STOP_PAGES } from '../../device/text/care';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { COLORS } from '../../device/ui/theme';
import { viewHurts } from '../../page/hurts/view';
import type { HurtsState } from '../../page/hurts/view';
import { viewLock } from '../../page/lock/view';
import type { LockState } from '../../page/lock/view';
import { viewQuestions } from '../../page/questions/view';
import type { QuestionsState } from '../../page/questions/view';
import type { Ask } from '../../page/session/ask';
import type { SessionState } from '../../page/session/view';
import { viewSession } from '../../page/session/view';
import { viewVeins } from '../../page/veins/view';
import { framesToLookAt, LARGE_FRAMES, NAMED_FRAMES } from '../device/ui/frames';
import { lockedWords } from '../../core/care/words';
import { measureWith } from '../../virtual-watch/face/font';
import { breakText } from '../../virtual-watch/face/line-break';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import { inksOf, narrowButtons, problemsOf, whole, wholeWordsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';
import { TWO_ZONES_A_LEG } from '../core/plans';

const english = textIn('en-US');
const measure = measureWith(nodeProbe(() => undefined).brush);

const SAVED = { isLockKept: true, isRecorded: true, isLost: false };
const LOST = { isLockKept: false, isRecorded: false, isLost: true };

const HURTS: readonly HurtsState[] = [
  ...[SAVED, LOST].flatMap((saved): readonly HurtsState[] => [
    { step: 'where', ...saved },
    { step: 'what', leg: 'left', ...saved },
  ]),
  ...Object.values({ ...STOP_PAGES, ...SIGN_PAGES }).map((advice) => ({
    ...{
      step: 'told' as const,
      advice,
      isEmergency: false,
      locked: ['right'] as const,
    },
    ...SAVED,
  })),
  {
    ...{ step: 'told', advice: STOP_PAGES.breath, isEmergency: true, emergencyNumber: '112' },
    ...{ locked: LEGS, ...LOST },
  },
  ...LEGS.map((leg) => ({
    ...{ step: 'told' as const, advice: STOP_PAGES.swelling, isEmergency: false, locked: [leg] },
    ...{ isLockKept: false, isRecorded: true, isLost: false },
  })),
  {
    step: 'told',
    advice: STOP_PAGES.other,
    isEmergency: false,
    locked: [],
    ...SAVED,
    isRecorded: false,
  },
];

const ASKED: readonly QuestionsState[] = [
  { step: 'what' },
  ...HARD_QUESTIONS.map((question) => ({ step: 'ask' as const, question, number: 6, total: 6 })),
  { step: 'which', question: 'pain' },
  { step: 'locked', legs: ['left'] },
  { step: 'locked', legs: LEGS },
  { step: 'over' },
  { step: 'all', answers: { ...DEFAULT_PREFERENCES, clotAnswer: 'yes', pregnantAnswer: 'no' } },
  { step: 'unsaved' },
];

const WHY = HARD_QUESTIONS.map((question) =>
  english('You said yes: {what}', { what: whole(english(QUESTIONS[question])) }),
);
const LOCKS: readonly LockState[] = [
  { step: 'why', legs: [{ leg: 'left', why: WHY.slice(0, 1) }] },
  { step: 'why', legs: LEGS.map((leg) => ({ leg, why: WHY })) },
  { step: 'why', legs: [] },
  { step: 'day', day: '2026-11-28', hasBefore: true, hasAfter: true },
  { step: 'day', day: '11/28', hasBefore: false, hasAfter: false },
  { step: 'confirm', leg: 'right', day: '2026-11-28' },
  { step: 'refused', why: 'That day is before the lock. What a doctor said before does not lift it.' },
  { step: 'refused', why: 'That day has not come yet.' },
];

const NO_VEINS = { left: [], right: [] };
const VEINS = { left: ZONES, right: ['calf', 'lowerThigh'] } as const;

const ROUTINE = makeRoutine(TWO_ZONES_A_LEG);
const SESSION = startSession('session', ROUTINE, 0);

function during(second: number, more: Partial<SessionState>): SessionState {
  const shown = { unsaved: false, bare: 0, isOff: false, showsAll: false, saysStep: false } as const;
  return {
    ...{ session: view(SESSION, second * SECOND), ...shown, look: 'picture', canDarken: true },
    ...more,
  };
}

const ASKS: readonly Ask[] = [
  ...SIGNS.flatMap((sign) =>
    [false, true].map((isMirrored) => ({ kind: 'sign' as const, sign, isMirrored })),
  ),
  ...HARD_QUESTIONS.map((question) => ({ kind: 'question' as const, question })),
];

/** The key hints while the touch screen is locked, on watches with these keys. */
const LOCKED = [1, 2, 4].map((count) => ({ keys: keysOf(count), flipPauses: true }));

const SESSIONS: readonly SessionState[] = [
  ...ASKS.flatMap((ask) => [during(3, { ask }), during(13, { ask }), during(325, { ask, bare: 3 })]),
  ...LOCKED.map((locked) => during(3, { locked, ask: { kind: 'sign', sign: 'colour', isMirrored: false } })),
  ...LOCKED.map((locked) => during(40, { locked, veins: VEINS })),
  ...[40, 100, 160, 220, 280, 340].map((second) => during(second, { veins: VEINS })),
];

/** Whether some text is visible without scrolling. */
function isSeenAtOnce(element: Element<unknown>, { height }: Frame): boolean {
  return (element.kind === 'text' || element.kind === 'button') && element.y + element.h <= height;
}

/** What can be touched without scrolling. */
function actionsSeen<Action>(elements: readonly Element<Action>[], screen: Frame): readonly Action[] {
  return elements.flatMap((each) =>
    each.kind === 'button' && isSeenAtOnce(each, screen) ? [each.action] : [],
  );
}

describe.each([...NAMED_FRAMES, ...LARGE_FRAMES])('the page of a lock on %s', (_, screen) => {
  const bright = (state: LockState) =>
    viewLock(state, screen, english).flatMap((each) =>
      each.kind === 'button' && each.fill === COLORS.key ? [each] : [],
    );

  test('has one bright button, in every step the one that lifts nothing', () => {
    for (const state of LOCKS) {
      const actions = bright(state).map(({ action }) => action);
      expect([['done'], ['back']]).toContainEqual(actions);
    }
  });

  test('shows it without scrolling for a leg that is locked for one reason', () => {
    const [done] = bright({ step: 'why', legs: [{ leg: 'left', why: WHY.slice(3, 4) }] });
    expect((done?.y ?? 0) + (done?.h ?? 0)).toBeLessThanOrEqual(screen.height);
  });

  test('names a leg with its reasons and its doctor if the two legs are locked for different ones', () => {
    const legsWith = (...why: readonly string[]): LockState => ({
      step: 'why',
      legs: [
        { leg: 'left', why: WHY.slice(0, 1) },
        { leg: 'right', why },
      ],
    });
    const names = (state: LockState) =>
      wordsOf(viewLock(state, screen, english)).filter((each) => each === 'Left leg');
    expect(names(legsWith(...WHY.slice(1, 2)))).toHaveLength(2);
    expect(names(legsWith(...WHY.slice(0, 1)))).toHaveLength(1);
  });
});

test.each(NAMED_FRAMES)(
  'both answers beside the drawn leg are at least 100 units wide on %s',
  (_, screen) => {
    for (const isMirrored of [false, true]) {
      const ask: Ask = { kind: 'sign', sign: 'sore', isMirrored };
      const widths = viewSession(during(3, { ask }), screen, english).flatMap((each) =>
        each.kind === 'button' && ['Yes', 'No'].includes(each.text) ? [each.w >= units(screen, 100)] : [],
      );
      expect(widths).toEqual([true, true]);
    }
  },
);

test.each(NAMED_FRAMES)('a Chinese sign is asked in two lines that end between words on %s', (_, screen) => {
  for (const sign of SIGNS) {
    const ask: Ask = { kind: 'sign', sign, isMirrored: false };
    const asked = viewSession(during(3, { ask }), screen, textIn('zh-CN')).find(({ key }) => key === 'asked');
    if (asked?.kind !== 'text') throw new Error('nothing is asked');
    const { lines } = breakText(asked.text, 'wrap', asked.w, (text) => measure(text, asked.size).width);
    expect(lines).toEqual(asked.text.split('\n'));
    expect(lines.map(({ length }) => length >= 4)).toEqual([true, true]);
  }
});

/** The least space between the name of a leg and the line below it, in design units. */
const BELOW_NAME = 4;

describe.each(LANGUAGES)('in %s', (language) => {
  const text = textIn(language);

  test.each(NAMED_FRAMES)('the line below the name of a leg does not touch it on %s', (_, screen) => {
    for (const ask of ASKS) {
      for (const second of [3, 13]) {
        const elements = viewSession(during(second, { ask }), screen, text);
        const inkOf = (key: string) =>
          inksOf(elements.filter((each) => each.key === key)).flatMap(({ ink }) => ink);
        const foot = Math.max(...inkOf('legName').map(({ y, h }) => y + h));
        const top = Math.min(...inkOf('title').map(({ y }) => y));
        expect(top - foot).toBeGreaterThanOrEqual(units(screen, BELOW_NAME) - 1);
      }
    }
  });

  test.each(LARGE_FRAMES)('what to do and the way on are on the first screen on %s', (_, screen) => {
    const isWhole = ({ emergencyNumber, locked }: Extract<HurtsState, { readonly step: 'told' }>) =>
      emergencyNumber === undefined && locked.length > 0;
    const places = viewHurts({ step: 'where', ...LOST }, screen, text).filter((each) =>
      isSeenAtOnce(each, screen),
    );
    expect(wordsOf(places)).toEqual(
      expect.arrayContaining([text('Left leg'), text('Right leg'), text('Chest or breath')]),
    );
    for (const state of HURTS) {
      if (state.step !== 'told' || !isWhole(state)) continue;
      const seen = viewHurts(state, screen, text).filter((each) => isSeenAtOnce(each, screen));
      expect(wholeWordsOf(seen)).toEqual(expect.arrayContaining([text(state.advice), text('Done')]));
    }
    for (const state of ASKED) {
      if (state.step !== 'ask') continue;
      const seen = viewQuestions(state, screen, text).filter((each) => isSeenAtOnce(each, screen));
      expect(wholeWordsOf(seen)).toEqual(
        expect.arrayContaining([whole(text(QUESTIONS[state.question])), text('Yes'), text('No')]),
      );
    }
  });

  test('the page of an emergency is closed, since nothing is done while help is to be called', () => {
    const lastButton = (isEmergency: boolean) =>
      viewHurts(
        { step: 'told', advice: STOP_PAGES.breath, isEmergency, locked: LEGS, ...SAVED },
        { width: 480, height: 480, shape: 'round' },
        text,
      ).flatMap((each) => (each.kind === 'button' ? [each.text] : []));
    expect([lastButton(true), lastButton(false)]).toEqual([[text('Close')], [text('Done')]]);
  });

  test.each(NAMED_FRAMES)('that a leg is locked is on the first screen on %s', (_, screen) => {
    for (const state of HURTS) {
      if (state.step !== 'told' || !state.isLockKept || state.emergencyNumber !== undefined) continue;
      if (state.locked.length === 0) continue;
      const seen = viewHurts(state, screen, text).filter((each) => isSeenAtOnce(each, screen));
      expect(wholeWordsOf(seen)).toEqual(
        expect.arrayContaining([text(state.advice), text('Done'), text(lockedWords(state.locked))]),
      );
    }
  });

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the gravest answers to what it is are on the first screen on %s, which says that there are more',
    (_, screen) => {
      const all = viewHurts({ step: 'what', leg: 'left', ...SAVED }, screen, text);
      expect(actionsSeen(all, screen)).toEqual(STOP_KINDS.slice(0, actionsSeen(all, screen).length));
      expect(actionsSeen(all, screen).length).toBeGreaterThanOrEqual(screen.isLarge === true ? 3 : 4);
      expect(wordsOf(all)).toContain(text('More below'));
    },
  );

  test.each(NAMED_FRAMES)(
    'what Legato is for is on the first screen before the questions on %s',
    (_, screen) => {
      const seen = viewQuestions({ step: 'what' }, screen, text).filter((each) => isSeenAtOnce(each, screen));
      const what =
        'Legato times a massage of the legs and says by touch when to move on, so that eyes and hands stay on the leg.';
      expect(wholeWordsOf(seen)).toEqual(expect.arrayContaining([text(what), text('Next')]));
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the answers that call for help at once stand out on %s',
    (_, screen) => {
      const all = viewHurts({ step: 'what', leg: 'left', ...SAVED }, screen, text);
      const standOut = all.filter((each) => each.kind === 'button' && each.color === COLORS.warm);
      expect(actionsSeen(standOut, screen)).toEqual(['breath', 'bleeding']);
    },
  );

  test.each(NAMED_FRAMES)(
    'why a leg is locked, and every answer to when a doctor looked, are on the first screen on %s',
    (_, screen) => {
      for (const legs of [LEGS, LEGS.slice(0, 1)])
        expect(actionsSeen(viewQuestions({ step: 'locked', legs }, screen, text), screen)).toContain('why');
      for (const state of LOCKS) {
        if (state.step !== 'day') continue;
        const shown = viewLock(state, screen, text);
        const actions = shown.flatMap((each) => (each.kind === 'button' ? [each.action] : []));
        expect(actionsSeen(shown, screen)).toEqual(actions);
        expect(wholeWordsOf(shown).includes(text('An earlier day does not lift this lock.'))).toBe(
          !state.hasBefore && !state.hasAfter,
        );
      }
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the way out of the reasons for a lock is on the first screen on %s, and what lifts it is no bar',
    (_, screen) => {
      for (const state of LOCKS) {
        const buttons = viewLock(state, screen, text).filter((each) => each.kind === 'button');
        const outs = buttons.filter(({ action }) => action === 'done' || action === 'back');
        expect([state, outs.some((each) => isSeenAtOnce(each, screen))]).toEqual([state, true]);
        const lifts = buttons.filter(({ action }) => action === 'unlock' || action.startsWith('looked'));
        expect(lifts.filter(({ w }) => w === screen.width)).toEqual([]);
      }
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'a button about care with a row to itself is one that greasy fingers do not miss on %s',
    (_, screen) => {
      const screens: readonly (readonly Element<string>[])[] = [
        ...HURTS.map((state) => viewHurts(state, screen, text)),
        ...ASKED.map((state) => viewQuestions(state, screen, text)),
        ...LOCKS.map((state) => viewLock(state, screen, text)),
      ];
      expect(screens.flatMap((elements) => narrowButtons(elements, screen, 280))).toEqual([]);
    },
  );

  test.each(framesToLookAt(language))('every screen about care can be read and tapped on %s', (_, screen) => {
    const screens = [
      ...HURTS.map((state) => viewHurts(state, screen, text)),
      ...ASKED.map((state) => viewQuestions(state, screen, text)),
      ...LOCKS.map((state) => viewLock(state, screen, text)),
      viewVeins({ veins: NO_VEINS, isUnsaved: false }, screen, text),
      viewVeins({ veins: VEINS, isUnsaved: true }, screen, text),
      ...SESSIONS.map((state) => viewSession(state, screen, text)),
    ];
    const problems = screens.flatMap((elements) =>
      problemsOf(elements, screen).map(({ code, what, detail }) => `${code}: ${what} (${detail})`),
    );
    expect([...new Set(problems)]).toEqual([]);
    for (const elements of screens) {
      expect(elements.some((each) => isSeenAtOnce(each, screen))).toBe(true);
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

test('in the last ten seconds, a sign says that the session goes on without an answer', () => {
  const ask = { kind: 'sign', sign: 'colour', isMirrored: false } as const;
  const [, screen] = NAMED_FRAMES[0] ?? [];
  if (!screen) throw new Error('no frame');
  const words = (second: number) => wordsOf(viewSession(during(second, { ask }), screen, english));
  expect(words(3)).toContain('Get comfortable');
  expect(words(3)).not.toContain('Goes on by itself');
  expect(words(13)).toContain('Goes on by itself');
});
