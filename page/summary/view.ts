import { feltCount, leftOutLegsIn, stopCauseIn } from '../../core/record/extensions';
import { countIn } from '../../core/record/cue-record';
import type { Completion, SessionRecord } from '../../core/record/record';
import { completionOf, secondsDone, secondsPlanned } from '../../core/record/record';
import type { StopCause } from '../../core/session/session';
import type { Loss } from '../../core/session/delivery';
import { isLoss } from '../../core/session/delivery';
import type { Week } from '../../core/record/week';
import type { Offer } from '../../core/state/offers-file';
import { MINUTE, SECOND } from '../../core/time';
import { duration } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { readingSize, textUnits } from '../../device/ui/frame';
import { legsPair } from '../../device/ui/legs-pair';
import { button, line, paragraph } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';
import { weekMarks } from '../../device/ui/week-marks';
import type { SummaryLayout } from './layout';
import { layoutSummary } from './layout';
import { tables } from './tables';

export type SummaryAction = 'done' | 'details' | Offer;

export interface SummaryState {
  readonly record: Pick<SessionRecord, 'ending' | 'zones' | 'cues' | 'extensions'>;
  /** The state of the record's transfer to the phone. */
  readonly sync: string;
  readonly offer: Offer | undefined;
  /** Whether each zone is listed. */
  readonly details: boolean;
}

const COMPLETIONS: Readonly<Record<Completion, TextId>> = {
  finished: 'Session done',
  partlyDone: 'Partly done',
  stopped: 'Ended early',
  interrupted: 'Interrupted',
  other: 'Ended otherwise',
};

/**
 * Says that it was stopped because something is wrong. For a cause that only a later version of Legato knows, only the
 * ending is shown.
 */
const STOPPED: Readonly<Record<StopCause | 'other', TextId | undefined>> = {
  hurts: 'Stopped: it hurt',
  sign: 'Stopped: a sign',
  other: undefined,
};

function stoppedName(record: SummaryState['record']): TextId | undefined {
  const cause = stopCauseIn(record);
  return cause && STOPPED[cause];
}

/** Says that legs were not massaged because they are locked; undefined if there were none. */
function leftOutName(record: SummaryState['record']): TextId | undefined {
  const [first, second] = leftOutLegsIn(record);
  if (second !== undefined) return 'Both legs: left out';
  switch (first) {
    case 'left':
      return 'Left leg: left out';
    case 'right':
      return 'Right leg: left out';
    default:
      return undefined;
  }
}

/** Said of a session that went as planned, next to how it ended. */
const PRAISE: TextId = 'Well done';

/**
 * How a session went: the legs, filled as far as it went, how long, what became of its cues and of its transfer to the
 * phone, and one button. Details are below the screen.
 */
export function viewSummary(
  { record, sync }: Pick<SummaryState, 'record' | 'sync'>,
  frame: Frame,
  text: Text,
): readonly Element<SummaryAction>[] {
  const layout = layoutSummary(frame);
  const { legs, done, under, cues } = layout;
  const { missed } = record.cues;
  const cued = cuesLine(record, frame, text);
  const isLong = missed > 0 || cued.includes('\n');
  const [cuesTop, cuesHeight] = cues[isLong ? 'long' : 'short'];
  const size = readingSize(frame);
  const words = [
    [under(cuesTop, cuesHeight), 'cues', cued, size, missed ? COLORS.warm : COLORS.quiet],
    [under(cuesTop + cuesHeight, layout.sync), 'sync', sync, isLong ? 'small' : size, COLORS.quiet],
  ] as const;
  return [
    ...legsPair(frame, legs.x, legs.y, record.zones),
    ...told(record, layout, frame, text),
    ...words.map(([box, key, said, size, color]) =>
      paragraph(key, box, said, textUnits(frame, SIZES[size]), color),
    ),
    { ...button<SummaryAction>('done', done, text('Done'), textUnits(frame, SIZES.title), 'key'), radius: 0 },
    { kind: 'scrollBar', key: 'scrollBar' },
  ];
}

/** How it ended and how long it was; anything about care comes before how much of the plan that was. */
function told(
  record: SummaryState['record'],
  { title, minutes, ending }: SummaryLayout,
  frame: Frame,
  text: Text,
): readonly Element[] {
  const completion = completionOf(record);
  const stopped = stoppedName(record);
  const care = stopped ?? leftOutName(record);
  const isDone = completion === 'finished';
  const isLarge = frame.isLarge === true;
  const side = (key: string, box: Box, words: string, of: keyof typeof SIZES, color: number): Element =>
    line(key, box, words, textUnits(frame, SIZES[of]), color, isLarge ? 'center' : 'left');
  const name = text((isLarge ? stopped : undefined) ?? COMPLETIONS[completion]);
  const isPraised = isDone && care === undefined;
  const titled = isPraised
    ? side('title', title, text(PRAISE), 'title', COLORS.text)
    : side('title', title, name, isDone ? 'body' : 'label', COLORS.text);
  const length = side('minutes', minutes, minutesOf(secondsDone(record), text), 'zone', COLORS.text);
  // In large text it is below the screen.
  if (isLarge) return [titled, length];
  const end = (words: string, color: number): Element => side('ending', ending, words, 'body', color);
  if (isPraised) return [titled, length, end(name, COLORS.key)];
  return [titled, length, care ? end(text(care), COLORS.warm) : end(plannedOf(record, text), COLORS.quiet)];
}

/**
 * The part below the first screen of a summary: what was not checked, an offer, and each zone, if requested. It is created after the summary has appeared.
 */
export function viewBelow(
  { record, offer, details }: Omit<SummaryState, 'sync'>,
  frame: Frame,
  text: Text,
): readonly Element<SummaryAction>[] {
  const rows = rowsOn<SummaryAction>(frame);
  const key = rows.button('details', text('Details'), buttonOn(frame));
  const isLarge = frame.isLarge === true;
  const [stopped, leftOut] = [stoppedName(record), leftOutName(record)];
  const late = record.cues.missed > 0 ? undefined : lateLine(record, text);
  // It belongs to the minutes in sight, unless something more important is said there.
  const isPlannedBelow =
    (stopped ?? leftOut) !== undefined || (isLarge && completionOf(record) !== 'finished');
  return rows.below(layoutSummary(frame).belowAt, [
    ...(leftOut && (isLarge || stopped) ? [rows.line('leftOut', text(leftOut), LEFT_OUT)] : []),
    ...(isLarge && late !== undefined ? [rows.line('late', late, QUIET)] : []),
    ...swallowed(record, rows, frame, text),
    ...unchecked(record, rows, frame, text),
    ...(offer ? offered(offer, rows, frame, text) : []),
    ...(isPlannedBelow ? [rows.line('total', totalOf(record, text), QUIET)] : []),
    ...(details ? tables(record.zones, frame, text) : [key]),
  ]);
}

const QUIET = { height: 36, size: 'body', color: COLORS.quiet } as const;
const passageOn = (frame: Frame) => ({ height: 106, width: 350, size: readingSize(frame) });
const buttonOn = (frame: Frame) => ({ width: 320, below: 8, size: readingSize(frame) });
const LEFT_OUT = { height: 36, size: 'body', color: COLORS.warm } as const;

/** The days on which each leg was massaged, added to a summary slightly later, when they are known. */
export function viewWeek(week: Week, frame: Frame): readonly Element[] {
  return weekMarks(frame, layoutSummary(frame).week, week);
}

/** A summary on the screen with the new state of its record's transfer to the phone; nothing else of it changes. */
export function withSync(
  shown: readonly Element<SummaryAction>[],
  sync: string,
): readonly Element<SummaryAction>[] {
  return shown.map((element) =>
    element.kind === 'text' && element.key === 'sync' ? { ...element, text: sync } : element,
  );
}

/** What “swallowed” above the button means. */
function swallowed(
  record: SummaryState['record'],
  rows: Rows<SummaryAction>,
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const { missed, why } = record.cues;
  if (missed === 0 || worstOf(why).words !== SWALLOWED) return [];
  const words = text('Do not disturb, sleep and theatre mode may keep cues from you.');
  return [rows.paragraph('swallowed', words, passageOn(frame))];
}

/** That a motor was started in the dark does not mean that it was felt. */
function unchecked(
  record: SummaryState['record'],
  rows: Rows<SummaryAction>,
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const count = countIn(record.cues.by, 'alarm') - feltCount(record);
  if (count <= 0) return [];
  const words = text('{count} with the screen off: not checked yet if you can feel them.', {
    count,
  });
  return [rows.paragraph('unchecked', words, { ...passageOn(frame), color: COLORS.warm })];
}

/** Why, and the button that leads there. */
const OFFERED: Readonly<Record<Offer, readonly [why: TextId, label: TextId]>> = {
  check: ['Can you feel the cues with the screen off? Two minutes will tell.', 'Check the cues'],
  welcome: ['How to sit, and what each buzz means: one minute.', 'How it works'],
  card: ['Begin from the watch face, with a swipe and a touch.', 'Show me how'],
  leave: ['Lately all was done before the reminder. Turn it off?', 'Reminders'],
};

function offered(
  offer: Offer,
  rows: Rows<SummaryAction>,
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const [why, label] = OFFERED[offer];
  return [
    rows.paragraph('why', text(why), passageOn(frame)),
    rows.button(offer, text(label), buttonOn(frame)),
  ];
}

const SWALLOWED: TextId = '{count} swallowed by a quiet mode';

const LOST: Readonly<Record<Loss, TextId>> = {
  doNotDisturb: SWALLOWED,
  sleep: SWALLOWED,
  theatre: SWALLOWED,
  notArmed: '{count} for lack of an alarm',
  watchOff: '{count} while the watch was off',
  clockSet: '{count} lost when the clock was set',
  overtaken: '{count} overtaken by the next one',
  tooLate: '{count} came too late',
  tooEarly: '{count} came too early',
  refused: '{count} refused by the watch',
  unknown: '{count} not known',
};

/**
 * How many of the due cues were given, and whether they were certainly felt: "22 of 22 cues given" or, if cues were lost, how
 * many for the most frequent reason. The longest delay is given if it was a second or more, in large text below the
 * screen.
 */
function cuesLine(record: SummaryState['record'], frame: Frame, text: Text): string {
  const { due, missed, why } = record.cues;
  const isFelt = due > missed && feltCount(record) === due - missed;
  const words = isFelt ? '{played} of {due} cues felt' : '{played} of {due} cues given';
  const played = text(words, { played: due - missed, due });
  const more = missed > 0 ? lossLine(why, text) : frame.isLarge === true ? undefined : lateLine(record, text);
  if (more === undefined) return played;
  const both = text('{one}, {two}', { one: played, two: more });
  // What was lost or late has a line to itself, if it fits in one.
  const most = ONE_LINE[frame.isLarge === true ? 'large' : 'plain'];
  return more.length < most ? both.replace(/([,，]) ?/, '$1\n') : both;
}

/** The least number of characters that may be too many for a line about cues. */
const ONE_LINE = { plain: 29, large: 16 } as const;

function lateLine({ cues: { latest } }: SummaryState['record'], text: Text): string | undefined {
  return latest < SECOND ? undefined : text('up to {late} s late', { late: (latest / SECOND).toFixed(1) });
}

/** The most frequent reason why cues were lost, and how many were. */
function worstOf(why: SessionRecord['cues']['why']): { readonly words: TextId; readonly count: number } {
  const counts: Partial<Record<TextId, number>> = {};
  for (const loss of Object.keys(why)) {
    const words = isLoss(loss) ? LOST[loss] : LOST.unknown;
    counts[words] = (counts[words] ?? 0) + countIn(why, loss);
  }
  const all = Object.keys(counts) as TextId[];
  const words = all.reduce((most, words) => ((counts[words] ?? 0) > (counts[most] ?? 0) ? words : most));
  return { words, count: counts[words] ?? 0 };
}

function lossLine(why: SessionRecord['cues']['why'], text: Text): string {
  const { words, count } = worstOf(why);
  return text(words, { count });
}

function totalOf(record: Pick<SessionRecord, 'zones'>, text: Text): string {
  const [done, planned] = [secondsDone(record), secondsPlanned(record)];
  return text('{done} of {planned}', { done: minutesOf(done, text), planned: duration(text, planned) });
}

function plannedOf(record: Pick<SessionRecord, 'zones'>, text: Text): string {
  return text('of {length}', { length: duration(text, secondsPlanned(record)) });
}

/** Whole minutes, or seconds if it is less than one. */
function minutesOf(seconds: number, text: Text): string {
  const minute = MINUTE / SECOND;
  return duration(text, seconds < minute ? seconds : seconds - (seconds % minute));
}
