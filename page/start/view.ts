import type { Leg } from '../../core/body';
import type { Hazard } from '../../core/preflight';
import type { SyncState } from '../../device/sync/sync-run';
import type { DayAgo } from '../../device/text/day';
import { dayName } from '../../device/text/day';
import { duration } from '../../device/text/duration';
import { HAZARD_NAMES } from '../../device/text/hazards';
import type { Formats } from '../../device/watch/formats';
import type { Text, TextId } from '../../device/text/ids';
import { syncLine } from '../../device/text/sync-line';
import type { Element, TextElement } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import type { PairZone } from '../../device/ui/legs-pair';
import { legsPair } from '../../device/ui/legs-pair';
import { button, columns, line, paragraph } from '../../device/ui/parts';
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
  | 'lock';

/** What went wrong, of which the person is told before anything else that is not needed to begin. */
export type Trouble =
  'sessionUnreadable' | 'recordsUnreadable' | 'planUnreadable' | 'preferencesUnreadable' | 'storageFull';

export interface StartState {
  /** The legs in the order they will be done: one or two, or none where all are locked. */
  readonly legs: readonly Leg[];
  /** How long is massaged by the plan. */
  readonly seconds: number;
  /** The zones of the plan, and what was done today. */
  readonly zones: readonly PairZone[];
  readonly last?: { readonly when: DayAgo; readonly seconds: number };
  /** The legs that must not be massaged. */
  readonly locked: readonly Leg[];
  /** How many questions are to be answered before the first session. */
  readonly questions: number;
  /** What locks a leg may be lost: nothing begins before the questions are answered again. */
  readonly isDoubtful: boolean;
  /** A session is not over: it is gone on with instead of another begun. */
  readonly running: boolean;
  /** Nobody was told so far what the app is for, and no session was done: it is offered. */
  readonly isNew: boolean;
  /** What may keep cues from being felt. */
  readonly hazards: readonly Hazard[];
  /** What is worst comes first. */
  readonly troubles: readonly Trouble[];
  readonly sync: SyncState;
  /** When the phone last had all there was. */
  readonly syncedAt?: DayAgo;
  readonly formats: Formats;
}

/**
 * The start screen. What is needed to begin is seen at once: the legs with what was done today, how long and in which order,
 * how it was last time or what may keep cues from being felt, when not to, and Start; the rest lies below.
 */
export function viewStart(state: StartState, frame: Frame, text: Text): readonly Element<StartAction>[] {
  const layout = layoutStart(frame);
  const { legs, stop, more } = layout;
  const small = units(frame, SIZES.small);
  const isPlain = isPlainly(state);
  // The order is read first; it is also what tells one plan from another.
  const sight = isPlain
    ? [...beside(state, layout, frame, text), ...legsPair(frame, legs.x, legs.y, state.zones, state.locked)]
    : noticed(state, layout, frame, text);
  return [
    ...sight,
    line('stop', stop[0], text('One leg swollen, hot or red?'), small, COLORS.warm),
    line('stopHelp', stop[1], text('Do not start. See a doctor today.'), small, COLORS.warm),
    startButton(state, layout, frame, text),
    { kind: 'rect', key: 'more', ...more, radius: more.h / 2, color: COLORS.onKey },
    ...restOf(state, frame, text),
  ];
}

/** Whether there is nothing to say but what a session will be. */
function isPlainly({ troubles, hazards, isNew, locked, questions, isDoubtful }: StartState): boolean {
  if (troubles.length > 0 || isDoubtful) return false;
  // A leg that is locked is seen before all that may wait.
  return locked.length > 0 || (hazards.length === 0 && !isNew && questions === 0);
}

/** What stands beside the legs. */
function beside(
  state: StartState,
  { length, order, slot, locked: places }: StartLayout,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const { legs, seconds, locked } = state;
  const u = (of: keyof typeof SIZES): number => units(frame, SIZES[of]);
  if (locked.length > 0) {
    const told = legs.length > 0 ? legsLine(legs, text) : text('Both legs are locked: no session.');
    return [
      left(paragraph('order', legs.length > 0 ? places.order : places.none, told, u('small'), COLORS.quiet)),
      ...(legs.length > 0 ? [left(line('length', places.length, duration(text, seconds), u('zone')))] : []),
      ...(isBarred(state) ? [] : [lockButton(locked, places.why, frame, text)]),
    ];
  }
  return [
    left(paragraph('order', order, legsLine(legs, text), u('small'), COLORS.quiet)),
    left(line('length', length, duration(text, seconds), u('zone'))),
    left(paragraph('last', slot, lastLine(state, text), u('small'), COLORS.quiet)),
  ];
}

/** A touch leads to why it is locked, and what lifts that. */
function lockButton(locked: readonly Leg[], box: Box, frame: Frame, text: Text): Element<StartAction> {
  const words: TextId = locked[0] === 'left' ? 'Left locked: why' : 'Right locked: why';
  const made = button<StartAction>('lock', box, text(words), units(frame, SIZES.small), 'plain');
  return { ...made, color: COLORS.warm };
}

/** Whether no session can begin. */
function isBarred({ legs, isDoubtful, running }: StartState): boolean {
  return !running && (legs.length === 0 || isDoubtful);
}

function left(element: TextElement): TextElement {
  return { ...element, align: 'left' };
}

/** What went wrong, is in the way of cues, or is new, is told in the place of the legs. */
function noticed(
  state: StartState,
  { bare }: StartLayout,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const u = (of: keyof typeof SIZES): number => units(frame, SIZES[of]);
  const { legs, seconds } = state;
  if (legs.length === 0) return noticeOf(state, bare.notice, frame, text);
  return [
    line('order', bare.order, legsLine(legs, text), u('body'), COLORS.quiet),
    line('length', bare.length, duration(text, seconds), u('zone')),
    ...noticeOf(state, bare.notice, frame, text),
  ];
}

/** What is worst, or to who is new here the offer to see first what the app is for; Start is there all the same. */
function noticeOf(
  { troubles: [trouble], hazards, questions, isDoubtful }: StartState,
  box: Box,
  frame: Frame,
  text: Text,
): readonly Element<StartAction>[] {
  const size = units(frame, SIZES.body);
  if (trouble) return [paragraph(trouble, box, text(TROUBLES[trouble]), size, COLORS.warm)];
  if (isDoubtful) {
    const words = text('What was answered could not be read. Please answer again.');
    return [paragraph('doubt', box, words, size, COLORS.warm)];
  }
  const place = middleOf(box, frame);
  if (hazards.length > 0) return [hazardButton(hazards, place, frame, text)];
  if (questions > 0) return [questionsButton(questions, place, frame, text)];
  return [
    { ...button<StartAction>('welcome', place, text('New? See how it works'), size, 'chosen'), key: 'offer' },
  ];
}

function questionsButton(count: number, box: Box, frame: Frame, text: Text): Element<StartAction> {
  const words = text('Questions first: {count}', { count });
  return button<StartAction>('questions', box, words, units(frame, SIZES.body), 'chosen');
}

/** A button's place in the middle of a row. */
function middleOf(row: Box, frame: Frame): Box {
  const [w, h] = [Math.min(row.w, units(frame, 356)), units(frame, 76)];
  return { x: Math.round((frame.width - w) / 2), y: row.y + Math.round((row.h - h) / 2), w, h };
}

/** What lies below the screen. */
function restOf(state: StartState, frame: Frame, text: Text): readonly Element<StartAction>[] {
  const { troubles, hazards, legs, locked, questions, running, sync, syncedAt, formats } = state;
  const time = { formats, isNew: state.last === undefined, ...(syncedAt ? { last: syncedAt } : {}) };
  const rows = rowsOn<StartAction>(frame);
  const wide = (action: StartAction, label: TextId): Row<StartAction> =>
    rows.button(action, text(label), { width: 310, height: 72, below: 10 });
  const isPlain = isPlainly(state);
  const offered = (make: (box: Box) => Element<StartAction>): Row<StartAction> => ({
    height: units(frame, 86),
    width: units(frame, 356),
    make: (box) => [make({ ...box, h: units(frame, 76) })],
  });
  const isCrossed = isPlain && locked.length > 0;
  const isBeset = troubles.length > 0 || isCrossed;
  return rows.below(16, 8, [
    ...troubles
      .slice(1)
      .map((trouble) => rows.paragraph(trouble, text(TROUBLES[trouble]), { height: 64, color: COLORS.warm })),
    ...(!isPlain && locked.length > 0 && !isBarred(state)
      ? [offered((box) => lockButton(locked, box, frame, text))]
      : []),
    ...(isBeset && hazards.length > 0 ? [offered((box) => hazardButton(hazards, box, frame, text))] : []),
    ...(questions > 0 && !isBarred(state) && (isBeset || hazards.length > 0)
      ? [offered((box) => questionsButton(questions, box, frame, text))]
      : []),
    ...(legs.length > 1 && !running ? choiceOfLeg(state, frame, text) : []),
    rows.line('claim', text('For comfort only.'), QUIET),
    ...(isPlain ? [] : [rows.line('last', lastLine(state, text), QUIET)]),
    rows.paragraph('syncState', syncLine(text, sync, time), { ...QUIET, height: 68, width: 372 }),
    wide('sync', 'Sync now'),
    ...(state.last ? [wide('days', 'Last 14 days')] : []),
    wide('care', 'When not to massage'),
    wide('welcome', 'How it works'),
    wide('preferences', 'Preferences'),
  ]);
}

const QUIET = { height: 34, color: COLORS.quiet } as const;

/** A session that is not over is gone on with. Where none can begin, it leads to why, and to what lifts that. */
function startButton(
  state: StartState,
  { start }: StartLayout,
  frame: Frame,
  text: Text,
): Element<StartAction> {
  const { running, isDoubtful, questions } = state;
  if (isBarred(state)) {
    const [action, words] = isDoubtful
      ? (['questions', text('Questions first: {count}', { count: questions })] as const)
      : (['lock', text('Locked. Why?')] as const);
    return { ...button<StartAction>(action, start, words, units(frame, SIZES.label), 'plain'), radius: 0 };
  }
  const action = running ? 'continue' : 'start';
  const label = text(running ? 'Continue' : 'Start');
  return { ...button<StartAction>(action, start, label, units(frame, LABEL), 'key'), radius: 0 };
}

/** Size of what stands on the one large button, in design units. */
const LABEL = 46;

const TROUBLES: Readonly<Record<Trouble, TextId>> = {
  sessionUnreadable: 'A session could not be read. Its file was kept.',
  recordsUnreadable: 'Past sessions could not be read. Their file was kept.',
  planUnreadable: 'The plan could not be read: this is the standard one.',
  preferencesUnreadable: 'Preferences could not be read: please check them.',
  storageFull: 'The storage is full: nothing was started.',
};

/** A few words and a sign; a touch leads to what it means and what to do. */
function hazardButton(hazards: readonly Hazard[], box: Box, frame: Frame, text: Text): Element<StartAction> {
  const [only] = hazards;
  const words = text(only && hazards.length === 1 ? HAZARD_NAMES[only] : 'Cues may not be felt');
  const made = button<StartAction>('hazards', box, `! ${words}`, units(frame, SIZES.body), 'plain');
  return { ...made, color: COLORS.warm };
}

function legsLine([first, second]: readonly Leg[], text: Text): string {
  if (first === 'left') return text(second ? 'Left leg, then right' : 'Left leg only');
  return text(second ? 'Right leg, then left' : 'Right leg only');
}

/** Two buttons, the chosen one bright: both orders are seen, and one touch is enough. */
function choiceOfLeg({ legs }: StartState, frame: Frame, text: Text): readonly Row<StartAction>[] {
  const make: Row<StartAction>['make'] = (box) => {
    const [left = box, right = box] = columns(box, units(frame, 8), [1, 1]);
    const size = units(frame, SIZES.body);
    const leftFirst = legs[0] === 'left';
    return [
      button('leftFirst', left, text('Left first'), size, leftFirst ? 'chosen' : 'plain'),
      button('rightFirst', right, text('Right first'), size, leftFirst ? 'plain' : 'chosen'),
    ];
  };
  return [{ height: units(frame, 72), width: units(frame, 344), make }, { height: units(frame, 8) }];
}

function lastLine({ last, formats }: StartState, text: Text): string {
  if (!last) return text('No session yet');
  return text('Last: {when} · {duration}', {
    when: dayName(text, last.when, formats),
    duration: duration(text, last.seconds),
  });
}
