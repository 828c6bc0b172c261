import { RINGS } from '../../core/check/proof';
import type { QuietMode } from '../../core/session/delivery';
import { QUIET_MODES } from '../../core/session/delivery';
import { QUIET_NAMES } from '../../device/text/hazards';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { COLORS } from '../../device/ui/theme';
import { HAZARDS } from '../../core/preflight';
import { SIGNALS } from '../../core/cue/cue';
import type { FeltSignal } from '../../core/cue/cue';
import type { Quiz } from '../../core/lesson/quiz';
import { answer, goOn, makeQuiz, stageOf } from '../../core/lesson/quiz';
import { makeRoutine } from '../../core/plan/routine';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import { viewCare } from '../../page/care/view';
import type { CheckState } from '../../page/check/view';
import { viewCheck } from '../../page/check/view';
import type { DayMark } from '../../core/record/week';
import { FORTNIGHT } from '../../core/record/week';
import { viewDays } from '../../page/days/view';
import type { Today } from '../../core/reminder/coming';
import { DELAYS, EXCUSE_REASONS } from '../../core/reminder/day-notes';
import { SILENCES } from '../../core/reminder/decide';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import type { EditState } from '../../page/reminders/edit-view';
import { viewEdit } from '../../page/reminders/edit-view';
import type { ListState } from '../../page/reminders/view';
import { viewReminders } from '../../page/reminders/view';
import { viewHazards } from '../../page/hazards/view';
import type { LearnState } from '../../page/learn/view';
import { viewLearn } from '../../page/learn/view';
import { viewPreferences } from '../../page/preferences/view';
import { CARD_PICTURES, viewCardLesson } from '../../page/card/view';
import type { WelcomeState } from '../../page/welcome/view';
import { viewVeins } from '../../page/veins/view';
import { viewWelcome } from '../../page/welcome/view';
import { measureWith } from '../../virtual-watch/face/font';
import { breakText } from '../../virtual-watch/face/line-break';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import { framesToLookAt, LARGE_FRAMES, NAMED_FRAMES } from '../device/ui/frames';
import { inksOf, narrowButtons, problemsOf, wordsOf } from './seen';
import { LANGUAGES, textIn } from './translations';
import { TWO_ZONES_A_LEG } from '../core/plans';

const ROUTINE = makeRoutine(TWO_ZONES_A_LEG);
const measure = measureWith(nodeProbe(() => undefined).brush);
const LIT = makeQuiz('full', ROUTINE, () => 0);
const DARK = makeQuiz('brief', ROUTINE, () => 0);
const taken = (quiz: Quiz, as: (signal: FeltSignal, place: number) => FeltSignal): Quiz =>
  quiz.questions.reduce((so, { signal }, place) => goOn(answer(so, as(signal, place))), quiz);
const MIXED_UP = taken(LIT, (_, place) => SIGNALS[place % SIGNALS.length] ?? 'finish');
const LONG_NAMES = taken(DARK, (signal) => (signal === 'legDone' ? 'lightTouch' : 'legDone'));

const QUIZZES: readonly LearnState[] = [
  { wide: false, dark: false },
  { wide: true, dark: true },
  { wide: false, dark: true, whole: true },
  ...[LIT, goOn(answer(LIT, 1)), answer(LIT, 5), answer(LIT, 'lightTouch'), MIXED_UP].map((quiz) => ({
    ...{ wide: false, dark: false },
    quiz,
  })),
  ...[DARK, answer(DARK, 'legDone'), goOn(answer(DARK, 'legDone')), LONG_NAMES].map((quiz) => ({
    ...{ wide: true, dark: true },
    quiz,
  })),
  { wide: true, dark: false, quiz: taken(LIT, (signal) => signal) },
];

const VERDICTS = ['whole', 'less', 'lights', 'buzz', 'none', 'unknown'] as const;

const CHECKS: readonly CheckState[] = [
  ...(['new', 'changed', 'quiet', 'noAlarms', 'wait', 'cutOff', 'unsaved'] as const).map((kind) => ({
    kind,
  })),
  ...RINGS.map((about) => ({ kind: 'ask' as const, about })),
  ...VERDICTS.flatMap((verdict) =>
    [false, true].map((isDarkLook) => ({ kind: 'told' as const, verdict, isDarkLook })),
  ),
];

const WELCOMES: readonly WelcomeState[] = [
  ...[false, true].map((isKnown) => ({ step: 'what' as const, isKnown })),
  ...[false, true].map((hasVeins) => ({ step: 'sit' as const, hasVeins })),
  ...SIGNALS.map((signal) => ({ step: 'feel' as const, signal })),
  ...[false, true].map((isUnsaved) => ({ step: 'lotion' as const, isUnsaved })),
];

const marks = (of: DayMark): readonly DayMark[] => Array.from({ length: FORTNIGHT }, () => of);
const DAYS = [true, false].map((isWhole) => ({
  isWhole,
  days: {
    left: { marks: marks('done'), week: { done: 7, of: 7 } },
    right: { marks: marks(isWhole ? 'nothing' : 'partly'), week: { done: 0, of: isWhole ? 0 : 6 } },
  },
}));

const NO_TIME = new Date(0).getTime();
const TOLD: readonly Today[] = [
  { kind: 'ahead' },
  { kind: 'unknown' },
  { kind: 'rang', at: NO_TIME },
  ...SILENCES.map((because) => ({ kind: 'silent' as const, because, at: NO_TIME })),
  { kind: 'silent', because: 'refused', at: NO_TIME },
];
const REMINDERS: readonly ListState[] = [
  ...TOLD.map((told, index): ListState => ({
    reminders: [
      {
        ...{ place: 1, isNew: false },
        label: '8:00',
        words: 'After the shower and before the news',
        next: 'tomorrow 8:00',
        told,
        at: '8:00',
      },
      {
        place: 2,
        isNew: index % 2 === 0,
        label: undefined,
        words: '',
        next: undefined,
        told: { kind: 'ahead' },
        at: '',
      },
      { place: 3, isNew: false, label: '20:00', words: '', next: undefined, told: { kind: 'ahead' }, at: '' },
    ],
    delays: DELAYS,
    day: (['asPlanned', 'asksWhy', 'leftOut', 'over'] as const)[index % 4] ?? 'asPlanned',
    isForToday: index % 2 === 0,
    isOffered: index % 3 === 0,
    trouble: ([undefined, 'unsaved', 'alarmsRefused'] as const)[index % 3],
  })),
  { reminders: [], delays: [], day: 'asPlanned', trouble: undefined },
];
const EDITS: readonly EditState[] = (
  [[true], [false], [true, 'Silent while the legs are locked.']] as const
).map(([isOn, silent]) => ({
  place: 3,
  reminder: {
    ...NEW_REMINDER,
    isOn,
    words: isOn ? '' : 'After the shower and before the news',
    minute: isOn ? 0 : 23 * 60 + 55,
    weekdays: isOn ? [2, 4] : [1, 2, 3, 4, 5],
  },
  formats: { hours: isOn ? 24 : 12, date: 'mdy' },
  isUnsaved: isOn,
  isRefused: isOn && silent === undefined,
  silent,
}));

const CHANGED = { ...DEFAULT_PREFERENCES, strength: 'strong', cueSet: 'wide', lotionMode: true } as const;

describe.each(LANGUAGES)('in %s', (language) => {
  const text = textIn(language);

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the button of a check is on the first screen on %s',
    (_, frame) => {
      for (const state of CHECKS) {
        const isOnFirst = viewCheck(state, undefined, frame, text).some(
          (each) => each.kind === 'button' && each.y + each.h <= frame.height,
        );
        expect([state.kind, isOnFirst]).toEqual([state.kind, true]);
      }
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'what a check says, and not its title alone, is on the first screen on %s',
    (_, frame) => {
      for (const state of CHECKS) {
        const [, said] = viewCheck(state, undefined, frame, text).filter(({ kind }) => kind === 'text');
        if (said?.kind !== 'text') throw new Error('only a title');
        expect([said.text, said.y + said.h <= frame.height]).toEqual([said.text, true]);
      }
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the way on of each lesson is on the first screen on %s',
    (_, frame) => {
      for (const state of WELCOMES) {
        const view = viewWelcome(state, frame, text);
        const ways = actionsOn(
          view.filter((each) => each.kind === 'button' && each.fill === COLORS.key),
          frame,
        );
        expect([state.step, ways.length > 0]).toEqual([state.step, state.step !== 'lotion']);
      }
    },
  );

  /** The actions of the buttons that are in sight before anything is scrolled. */
  const actionsOn = (elements: readonly Element<string>[], { height }: Frame): readonly string[] =>
    elements.flatMap((each) => (each.kind === 'button' && each.y + each.h <= height ? [each.action] : []));

  test.each(NAMED_FRAMES)(
    'the way on and the way out of each lesson are on the first screen on %s',
    (_, frame) => {
      for (const state of WELCOMES) {
        if (state.step === 'sit' && state.hasVeins) continue;
        const seen = actionsOn(viewWelcome(state, frame, text), frame);
        expect([state.step, seen.length >= 2]).toEqual([state.step, true]);
      }
      for (const picture of CARD_PICTURES)
        expect(actionsOn(viewCardLesson(picture, frame, text), frame)).toContain('done');
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'both answers to whether to use lotion mode are on the first screen on %s',
    (_, frame) => {
      const shown = viewWelcome({ step: 'lotion', isUnsaved: false }, frame, text);
      expect(actionsOn(shown, frame)).toEqual(['useLotion', 'done']);
    },
  );

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'the way out of everything that is only read or marked is on the first screen on %s',
    (_, frame) => {
      const pages: readonly (readonly Element<string>[])[] = [
        viewCare(frame, text),
        viewHazards(HAZARDS, frame, text),
        ...DAYS.map((state) => viewDays(state, frame, text)),
        viewVeins({ veins: { left: ['calf'], right: [] }, isUnsaved: false }, frame, text),
        ...REMINDERS.map((state) => viewReminders(state, frame, text)),
        ...QUIZZES.filter(({ quiz }) => quiz && stageOf(quiz).kind === 'over').map((state) =>
          viewLearn(state, frame, text),
        ),
      ];
      for (const page of pages) expect(actionsOn(page, frame)).toContain('done');
    },
  );

  test.each(NAMED_FRAMES)(
    'two answers of a test, and the days of both legs, are on the first screen on %s',
    (_, frame) => {
      for (const state of QUIZZES) {
        if (!state.quiz || stageOf(state.quiz).kind !== 'asked') continue;
        const answers = actionsOn(viewLearn(state, frame, text), frame).filter((each) => each !== 'again');
        expect(answers.length).toBeGreaterThanOrEqual(2);
      }
      for (const state of DAYS) {
        const low = viewDays(state, frame, text).filter(({ key }) => key.includes('Day'));
        expect(low.length).toBe(2 * FORTNIGHT);
        expect(low.every((each) => each.kind === 'circle' && each.y + each.radius < frame.height)).toBe(true);
      }
    },
  );

  test.each(NAMED_FRAMES)(
    'who comes to put off or leave out today sees every way to do it at once on %s',
    (_, frame) => {
      const [state] = REMINDERS;
      if (!state) throw new Error('no reminders');
      const today = { ...state, isForToday: true, isOffered: false, trouble: undefined } as const;
      const seen = (day: ListState['day']) => actionsOn(viewReminders({ ...today, day }, frame, text), frame);
      expect(seen('asPlanned')).toEqual(expect.arrayContaining([...DELAYS, 'notToday', 'done']));
      expect(seen('asksWhy')).toEqual(expect.arrayContaining([...EXCUSE_REASONS, 'done']));
    },
  );

  test.each(NAMED_FRAMES)('what keeps a reminder from ringing stands out on %s', (_, frame) => {
    const colors = EDITS.map((state) => {
      const hint = viewEdit(state, frame, text).find(({ key }) => key === 'isOnHint');
      return [state.isRefused, hint?.kind === 'text' ? hint.color : undefined];
    });
    expect(colors).toEqual([
      [true, COLORS.warm],
      [false, COLORS.quiet],
      [false, COLORS.quiet],
    ]);
  });

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])('no day touches a text on %s', (_, frame) => {
    // Half as large as the smallest mark.
    const apart = units(frame, 5);
    for (const state of DAYS) {
      const page = viewDays(state, frame, text);
      const lines = inksOf(page.filter(({ kind }) => kind === 'text')).flatMap(({ ink }) => ink);
      const touched = page.filter(
        (each) =>
          each.kind === 'circle' &&
          lines.some(({ x, y, w, h }) => {
            const [across, down] = [
              Math.max(x - each.x, each.x - x - w, 0),
              Math.max(y - each.y, each.y - y - h, 0),
            ];
            return Math.hypot(across, down) < each.radius + apart - 1;
          }),
      );
      expect(touched).toEqual([]);
    }
  });

  test.each(QUIET_MODES)('the check says before it begins that %s keeps it from being felt', (quiet) => {
    const [, frame] = NAMED_FRAMES[0] ?? [];
    if (!frame) throw new Error('no frames');
    const words = (kind: 'new' | 'quiet' | 'wait', mode?: QuietMode) =>
      wordsOf(viewCheck({ kind }, mode, frame, text));
    expect(words('new', quiet)).toContain(text(QUIET_NAMES[quiet]));
    expect(words('new', quiet)).not.toContain(text('Check the cues'));
    expect(words('quiet', quiet)).toContain(text(QUIET_NAMES[quiet]));
    expect(words('quiet', quiet)).toContain(text('Begin'));
    expect(words('new')).toContain(text('Check the cues'));
    expect(words('wait', quiet)).toContain(text('Check the cues'));
  });

  test.each([...NAMED_FRAMES, ...LARGE_FRAMES])(
    'a button with a row to itself is one that greasy fingers do not miss on %s',
    (_, frame) => {
      const screens = everyOtherScreen(frame);
      expect(screens.flatMap((elements) => narrowButtons(elements, frame, 300))).toEqual([]);
      const checks = CHECKS.map((state) => viewCheck(state, undefined, frame, text));
      expect(checks.flatMap((elements) => narrowButtons(elements, frame, 330))).toEqual([]);
    },
  );

  function everyOtherScreen(frame: Frame): readonly (readonly Element<string>[])[] {
    return [
      ...QUIZZES.map((state) => viewLearn(state, frame, text)),
      ...CHECKS.map((state) => viewCheck(state, undefined, frame, text)),
      ...QUIET_MODES.map((quiet) => viewCheck({ kind: 'new' }, quiet, frame, text)),
      ...[DEFAULT_PREFERENCES, CHANGED].map((preferences) =>
        viewPreferences({ preferences, unsaved: 'lotionMode' }, frame, text),
      ),
      viewPreferences({ preferences: CHANGED, unsaved: undefined }, frame, text),
      viewHazards(HAZARDS.slice(0, 1), frame, text),
      viewHazards(HAZARDS, frame, text),
      viewCare(frame, text),
      ...REMINDERS.map((state) => viewReminders(state, frame, text)),
      ...EDITS.map((state) => viewEdit(state, frame, text)),
      ...DAYS.map((state) => viewDays(state, frame, text)),
      ...WELCOMES.map((state) => viewWelcome(state, frame, text)),
      ...CARD_PICTURES.map((picture) => viewCardLesson(picture, frame, text)),
      viewVeins({ veins: { left: ['calf'], right: [] }, isUnsaved: false }, frame, text),
    ];
  }

  test.each(framesToLookAt(language))('every other screen can be read and tapped on %s', (_, frame) => {
    const screens = everyOtherScreen(frame);
    expect(screens.map((elements) => problemsOf(elements, frame))).toEqual(screens.map(() => []));
    for (const elements of screens) {
      expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    }
  });
});

test('the title of a page is no fainter than what is below it', () => {
  const [, frame] = NAMED_FRAMES[0] ?? [];
  if (!frame) throw new Error('no frames');
  const text = textIn('en-US');
  const pages: readonly (readonly Element<string>[])[] = [
    viewCare(frame, text),
    viewHazards(HAZARDS, frame, text),
    ...QUIZZES.map((state) => viewLearn(state, frame, text)),
    ...CHECKS.map((state) => viewCheck(state, undefined, frame, text)),
    ...REMINDERS.map((state) => viewReminders(state, frame, text)),
    ...EDITS.map((state) => viewEdit(state, frame, text)),
    ...DAYS.map((state) => viewDays(state, frame, text)),
    ...WELCOMES.map((state) => viewWelcome(state, frame, text)),
  ];
  const faint = pages.flatMap((elements) => {
    const title = elements.find((element) => element.kind === 'text');
    return title?.kind === 'text' && title.color === COLORS.quiet ? [title.text] : [];
  });
  expect(faint).toEqual([]);
});

/** Words that a reader stumbled over when a line ended in them. */
const WHOLE = [
  '立即',
  '急救',
  '抬高',
  '发烫',
  '发红',
  '发暗',
  '抽痛',
  '患病',
  '医生',
  '按摩',
  '静脉',
  '开始',
  '滑动',
  '齿轮',
  '轻到',
  '用按',
  '往上',
];

test.each([...NAMED_FRAMES, ...LARGE_FRAMES])('no line ends within a Chinese word on %s', (_, frame) => {
  const text = textIn('zh-CN');
  const pages: readonly (readonly Element<string>[])[] = [
    viewCare(frame, text),
    viewHazards(HAZARDS, frame, text),
    ...CHECKS.map((state) => viewCheck(state, undefined, frame, text)),
    ...WELCOMES.map((state) => viewWelcome(state, frame, text)),
    ...CARD_PICTURES.map((picture) => viewCardLesson(picture, frame, text)),
  ];
  const broken = pages.flat().flatMap((each) => {
    if (each.kind !== 'text' || each.overflow !== 'wrap') return [];
    const { lines } = breakText(each.text, 'wrap', each.w, (words) => measure(words, each.size).width);
    return lines.slice(1).flatMap((line, at) => {
      const word = `${lines[at]?.slice(-1) ?? ''}${line.charAt(0)}`;
      // "At" belongs to the place after it, unless it ends a word, and "please" to what is asked.
      const isAt = /(^|[^正现存所])在$|请$/.test(lines[at] ?? '');
      return WHOLE.includes(word) || isAt ? [`${word} in ${each.text}`] : [];
    });
  });
  expect(broken).toEqual([]);
});
