import type { Leg } from '../../core/body';
import type { Hazard } from '../../core/preflight';
import type { SyncState } from '../../device/sync/exchanges';
import type { DayAgo } from '../../device/text/day';
import { dayName } from '../../device/text/day';
import { duration } from '../../device/text/duration';
import { HAZARD_NAMES } from '../../device/text/hazards';
import type { Formats } from '../../device/watch/formats';
import type { Text, TextId } from '../../device/text/ids';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { textUnits, units } from '../../device/ui/frame';
import type { PairZone } from '../../device/ui/legs-pair';
import { legsPair } from '../../device/ui/legs-pair';
import { button, line, paragraph } from '../../device/ui/parts';
import type { Rows, SideButton } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';
import type { StartLayout } from './layout';
import { layoutStart } from './layout';

export type StartAction =
  | 'start'
  | 'continue'
  | 'leftFirst'
  | 'rightFirst'
  | 'hazards'
  | 'care'
  | 'days'
  | 'preferences'
  | 'sync'
  | 'welcome'
  | 'questions'
  | 'lock'
  | 'later';

/** A problem that the person is told about before anything that is not needed to begin. */
export type Trouble =
  'sessionUnreadable' | 'recordsUnreadable' | 'planUnreadable' | 'preferencesUnreadable' | 'storageFull';

export interface StartState {
  /** The legs in the order in which they will be done: one or two, or none if all are locked. */
  readonly legs: readonly Leg[];
  /** The seconds of massage in the plan. */
  readonly seconds: number;
  /** The zones of the plan, and what was done today. */
  readonly zones: readonly PairZone[];
  readonly last?: { readonly when: DayAgo; readonly seconds: number } | undefined;
  /** Whether there is no `last` because that session was deleted on the phone. */
  readonly isLastDeleted?: boolean;
  /** Why touching Start on a notification began no session; shown in place of the order of the legs. */
  readonly notBegun?: 'done' | 'anotherDay' | undefined;
  /** The legs that must not be massaged. */
  readonly locked: readonly Leg[];
  /** The number of questions to answer before the first session. */
  readonly questions: number;
  /** Whether locks may be lost: then no session begins until the questions are answered again. */
  readonly isDoubtful: boolean;
  /** Whether a session is not over: it goes on instead of another beginning. */
  readonly running: boolean;
  /** Whether the introduction was not shown yet and no session was done: then it is offered. */
  readonly isNew: boolean;
  /** What may keep cues from being felt. */
  readonly hazards: readonly Hazard[];
  /** The worst first. */
  readonly troubles: readonly Trouble[];
  readonly sync: SyncState;
  /** When the phone last had everything. */
  readonly syncedAt?: DayAgo | undefined;
  readonly formats: Formats;
  /** Reminders are set, which can be put off before they ring. */
  readonly hasReminder?: boolean;
}

/**
 * The start screen. What is needed to begin is visible at once: the legs with what was done today, how long and in
 * which order, how the last session went or what may keep cues from being felt, when not to massage, and Start. The
 * rest is below.
 */
export function viewStart(state: StartState, frame: Frame, text: Text): readonly Element<StartAction>[] {
  const layout = layoutStart(frame);
  const isPlain = isPlainly(state);
  // When not to massage is read first, and what a session will be just before Start.
  const sight = isPlain
    ? [...beside(state, layout, frame, text), ...pair(state, layout, frame)]
    : noticed(state, layout, frame, text);
  return [
    stopSign(isPlain ? layout : layout.bare, isPlain, frame, text),
    ...sight,
    startButton(state, layout, frame, text),
    { kind: 'scrollBar', key: 'scrollBar' },
    ...restOf(state, layout, frame, text),
  ];
}

/** The size of the sign, in design units: the largest in which it fits next to the legs. */
const SIGN_SIZE = 25;

/** When not to massage, in larger text than the plan has, unless the person has chosen large text. */
function stopSign({ sign }: Pick<StartLayout, 'sign'>, isBeside: boolean, frame: Frame, text: Text): Element {
  const isLarge = frame.isLarge === true;
  const size = textUnits(frame, isLarge ? SIZES.small : SIGN_SIZE);
  const words = text('Is one leg swollen, warm, red, darker? Do not massage. Get help today.');
  return paragraph('stop', sign, words, size, COLORS.warm, isBeside && !isLarge ? 'left' : 'center');
}

/** Whether there is nothing to say except what a session will be. */
function isPlainly({ troubles, hazards, isNew, locked, questions, isDoubtful }: StartState): boolean {
  if (troubles.length > 0 || isDoubtful) return false;
  // A locked leg is shown before anything that can wait.
  return locked.length > 0 || (hazards.length === 0 && !isNew && questions === 0);
}

/** What is next to the legs. */
function beside(
  state: StartState,
  { length, order, locked: places }: StartLayout,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const { legs, seconds, locked } = state;
  const u = (of: keyof typeof SIZES): number => textUnits(frame, SIZES[of]);
  const align = frame.isLarge === true ? 'center' : 'left';
  if (legs.length === 0) {
    // A plan may be for one leg only.
    const none = text(
      locked.length === 1 ? 'Planned leg locked: no session.' : 'Both legs are locked: no session.',
    );
    return [paragraph('order', places.none, none, u('small'), COLORS.quiet, align)];
  }
  const told = orderLine(state, text);
  const long = duration(text, seconds);
  if (locked.length > 0) {
    return [
      line('order', places.plan, `${told} · ${long}`, u('body'), COLORS.text),
      ...(isBarred(state) ? [] : [lockButton(locked, places.why, frame, text)]),
    ];
  }
  return [
    line('order', order, told, u('small'), COLORS.quiet, align),
    line('length', length, long, u('zone'), COLORS.text, align),
  ];
}

/** A touch leads to why it is locked, and what lifts the lock. */
function lockButton(locked: readonly Leg[], box: Box, frame: Frame, text: Text): Element<StartAction> {
  const words: TextId = locked[0] === 'left' ? 'Left leg locked' : 'Right leg locked';
  const made = button<StartAction>('lock', box, text(words), textUnits(frame, SIZES.small), 'plain');
  return { ...made, color: COLORS.warm };
}

/** Whether no session can begin. */
function isBarred({ legs, isDoubtful, running }: StartState): boolean {
  return !running && (legs.length === 0 || isDoubtful);
}

/** Both legs, with what was done today. */
function pair({ zones, locked }: StartState, { legs }: StartLayout, frame: Frame): readonly Element[] {
  return legsPair(frame, legs.x, legs.y, zones, locked);
}

/** A problem, a hazard or the introduction takes the place of the legs. */
function noticed(
  state: StartState,
  { bare }: StartLayout,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const u = (of: keyof typeof SIZES): number => textUnits(frame, SIZES[of]);
  const { legs, seconds, troubles, isDoubtful } = state;
  const isLarge = frame.isLarge === true;
  const isWordy = troubles.length > 0 || isDoubtful || legs.length === 0;
  const notice = noticeOf(state, isWordy ? bare.trouble : bare.notice, frame, text);
  // In large text, a problem takes all of the space.
  if (legs.length === 0 || (isWordy && isLarge)) return notice;
  return [
    ...notice,
    // In large text there is no room for both.
    ...(isLarge ? [] : [line('order', bare.order, orderLine(state, text), u('body'), COLORS.quiet)]),
    line('length', bare.length, duration(text, seconds), u('zone')),
  ];
}

/** The worst problem or, for a new person, the offer of the introduction; Start is available all the same. */
function noticeOf(
  { troubles: [trouble], hazards, questions, isDoubtful }: StartState,
  box: Box,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const size = textUnits(frame, SIZES.body);
  if (trouble) return [paragraph(trouble, box, text(TROUBLES[trouble]), size, COLORS.warm)];
  if (isDoubtful) {
    const words = text('Your answers are unreadable. Please answer again.');
    return [paragraph('doubt', box, words, size, COLORS.warm)];
  }
  const place = middleOf(box, frame);
  if (hazards.length > 0) return [hazardButton(hazards, place, frame, text)];
  if (questions > 0) return [questionsButton(questions, place, frame, text)];
  const offer = text(frame.isLarge === true ? 'How it works' : 'New? See how it works');
  return [{ ...button<StartAction>('welcome', place, offer, size, 'chosen'), key: 'offer' }];
}

const QUESTIONS_FIRST: TextId = 'Questions first: {count}';

function questionsButton(count: number, box: Box, frame: Frame, text: Text): Element<StartAction> {
  const words = text(QUESTIONS_FIRST, { count });
  return button<StartAction>('questions', box, words, textUnits(frame, SIZES.body), 'chosen');
}

/** The width of a button that offers something, in design units. */
const OFFERED = 356;

/** The position of a button in the middle of a row. */
function middleOf(row: Box, frame: Frame): Box {
  const [w, h] = [Math.min(row.w, units(frame, OFFERED)), units(frame, 76)];
  return { x: Math.round((frame.width - w) / 2), y: row.y + Math.round((row.h - h) / 2), w, h };
}

/** What is below the screen. */
function restOf(
  state: StartState,
  { belowAt }: StartLayout,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const { troubles, hazards, legs, locked, questions, running, sync, syncedAt, formats } = state;
  const time = { formats, isNew: state.last === undefined, ...(syncedAt ? { last: syncedAt } : {}) };
  const rows = rowsOn<StartAction>(frame);
  const wide = (action: StartAction, label: TextId): Row<StartAction> =>
    rows.button(action, text(label), { width: 310, height: 72, below: 10, size: 'body' });
  const isPlain = isPlainly(state);
  const offered = (make: (box: Box) => Element<StartAction>): Row<StartAction> => ({
    height: units(frame, 86),
    width: units(frame, OFFERED),
    make: (box) => [make({ ...box, h: units(frame, 76) })],
  });
  const isCrossed = isPlain && locked.length > 0;
  const isBeset = troubles.length > 0 || isCrossed;
  return rows.below(belowAt, [
    ...troubles
      .slice(1)
      .map((trouble) => rows.paragraph(trouble, text(TROUBLES[trouble]), { height: 64, color: COLORS.warm })),
    rows.gap(6),
    ...(!isPlain && locked.length > 0 && !isBarred(state)
      ? [offered((box) => lockButton(locked, box, frame, text))]
      : []),
    ...(isBeset && hazards.length > 0 ? [offered((box) => hazardButton(hazards, box, frame, text))] : []),
    ...(questions > 0 && !isBarred(state) && (isBeset || hazards.length > 0)
      ? [offered((box) => questionsButton(questions, box, frame, text))]
      : []),
    ...(legs.length > 1 && !running ? choiceOfLeg(state, frame, text) : []),
    rows.line('claim', text('For comfort only.'), QUIET),
    ...(frame.isLarge === true && legs.length > 0 && !isPlain ? planned(state, rows, text) : []),
    rows.line('last', lastLine(state, text), QUIET),
    ...(state.hasReminder ? [wide('later', 'Remind me later')] : []),
    rows.paragraph('syncState', syncLine(text, sync, time), { ...QUIET, height: 68, width: 372 }),
    rows.gap(6),
    wide('sync', 'Sync now'),
    ...(state.last ? [wide('days', 'Last 14 days')] : []),
    wide('care', 'When not to massage'),
    wide('welcome', 'How it works'),
    wide('preferences', 'Preferences'),
  ]);
}

/** What a session will be, if the first screen has no room for it. */
function planned(state: StartState, rows: Rows<StartAction>, text: Text): readonly Row<StartAction>[] {
  const { seconds, troubles, isDoubtful } = state;
  const length = rows.line('length', duration(text, seconds), { height: 62, size: 'zone' });
  return [
    rows.line('order', orderLine(state, text), QUIET),
    ...(troubles.length > 0 || isDoubtful ? [length] : []),
  ];
}

const QUIET = { height: 34, color: COLORS.quiet } as const;

/**
 * Begins a session, or goes on with one that is not over. If none can begin, leads to why, and to what changes that.
 */
function startButton(
  state: StartState,
  { start }: StartLayout,
  frame: Frame,
  text: Text,
): Element<StartAction> {
  const { running, isDoubtful, questions } = state;
  if (isBarred(state)) {
    const [action, words] = isDoubtful
      ? ([
          'questions',
          text(frame.isLarge === true ? 'Questions: {count}' : QUESTIONS_FIRST, { count: questions }),
        ] as const)
      : (['lock', text('Locked. Why?')] as const);
    return {
      ...button<StartAction>(action, start, words, textUnits(frame, SIZES.label), 'plain'),
      radius: 0,
    };
  }
  const action = running ? 'continue' : 'start';
  const label = text(running ? 'Continue' : 'Start');
  return { ...button<StartAction>(action, start, label, textUnits(frame, LABEL), 'key'), radius: 0 };
}

/** The text size of the main button, in design units. */
const LABEL = 46;

const TROUBLES: Readonly<Record<Trouble, TextId>> = {
  sessionUnreadable: 'A session is unreadable. Its file was kept.',
  recordsUnreadable: 'Past sessions are unreadable. Their file was kept.',
  planUnreadable: 'The plan is unreadable: this is the standard one.',
  preferencesUnreadable: 'Preferences are unreadable: please check them.',
  storageFull: 'Storage full: make room on the watch.',
};

/** A few words and a sign; a touch leads to what it means and what to do. */
function hazardButton(hazards: readonly Hazard[], box: Box, frame: Frame, text: Text): Element<StartAction> {
  const [only] = hazards;
  const words = text(only && hazards.length === 1 ? HAZARD_NAMES[only] : 'Cues may not be felt');
  const made = button<StartAction>(
    'hazards',
    box,
    frame.isLarge === true ? words : `! ${words}`,
    textUnits(frame, SIZES.body),
    'plain',
  );
  return { ...made, color: COLORS.warm };
}

/** The order of the legs or, after a touch on a notification that began nothing, why. */
function orderLine({ legs, notBegun }: StartState, text: Text): string {
  return notBegun ? text(NOT_BEGUN[notBegun]) : legsLine(legs, text);
}

function legsLine([first, second]: readonly Leg[], text: Text): string {
  if (first === 'left') return text(second ? 'Left leg, then right' : 'Left leg only');
  return text(second ? 'Right leg, then left' : 'Right leg only');
}

/** Two buttons, the chosen one bright: both orders are visible, and one touch is enough. */
function choiceOfLeg({ legs }: StartState, frame: Frame, text: Text): readonly Row<StartAction>[] {
  const [chosen, other] =
    legs[0] === 'left' ? (['chosen', 'plain'] as const) : (['plain', 'chosen'] as const);
  const orders: readonly SideButton<StartAction>[] = [
    ['leftFirst', text('Left first'), chosen],
    ['rightFirst', text('Right first'), other],
  ];
  return [rowsOn<StartAction>(frame).buttons(orders, { width: 344, below: 8, size: 'body' })];
}

const NOT_BEGUN: Readonly<Record<NonNullable<StartState['notBegun']>, TextId>> = {
  done: 'Today is done already.',
  anotherDay: 'That was for another day.',
};

function lastLine({ last, isLastDeleted, formats }: StartState, text: Text): string {
  if (!last) return text(isLastDeleted === true ? 'Last session: deleted' : 'No session yet');
  const when = text('Last: {when}', { when: dayName(text, last.when, formats) });
  return `${when} · ${duration(text, last.seconds)}`;
}
