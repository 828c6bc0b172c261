import type { Leg } from '../../core/body';
import { isLeg, isZone, ZONES } from '../../core/body';
import { feltCount, leftOutLegsIn, stopCauseIn } from '../../core/record/extensions';
import { countIn } from '../../core/record/cue-record';
import type { Completion, SessionRecord, ZoneRecord } from '../../core/record/record';
import { completionOf, secondsDone, secondsPlanned } from '../../core/record/record';
import type { StopCause } from '../../core/session/session';
import type { Loss } from '../../core/session/delivery';
import { isLoss } from '../../core/session/delivery';
import type { Week } from '../../core/record/week';
import type { Offer } from '../../core/state/offers-file';
import { MINUTE, SECOND } from '../../core/time';
import { countdown, duration } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import { recordedLegName, recordedZoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { forText, textUnits, units } from '../../device/ui/frame';
import { legsPair } from '../../device/ui/legs-pair';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';
import { weekMarks } from '../../device/ui/week-marks';
import type { SummaryLayout } from './layout';
import { layoutSummary } from './layout';

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

/** The legs above two columns. */
const SIDES: Readonly<Record<Leg, TextId>> = { left: 'Left', right: 'Right' };

/** Longer times make the table too wide for both legs side by side. */
const LONG = 600;

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
  const small = textUnits(frame, SIZES.small);
  const { missed } = record.cues;
  const [cuesTop, cuesHeight] = cues[missed ? 'long' : 'short'];
  const words = [
    [under(cuesTop, cuesHeight), 'cues', cuesLine(record, frame, text), missed ? COLORS.warm : COLORS.quiet],
    [under(cuesTop + cuesHeight, layout.sync), 'sync', sync, COLORS.quiet],
  ] as const;
  return [
    ...legsPair(frame, legs.x, legs.y, record.zones),
    ...told(record, layout, frame, text),
    ...words.map(([box, key, said, color]) => paragraph(key, box, said, small, color)),
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
  const key = rows.button('details', text('Details'), { width: 290, below: 8 });
  const isLarge = frame.isLarge === true;
  const [stopped, leftOut] = [stoppedName(record), leftOutName(record)];
  const late = record.cues.missed > 0 ? undefined : lateLine(record, text);
  // It belongs to the minutes in sight, unless something more important is said there.
  const isPlannedBelow =
    (stopped ?? leftOut) !== undefined || (isLarge && completionOf(record) !== 'finished');
  return rows.below(layoutSummary(frame).belowAt, [
    ...(leftOut && (isLarge || stopped) ? [rows.line('leftOut', text(leftOut), LEFT_OUT)] : []),
    ...(isLarge && late !== undefined ? [rows.line('late', late, QUIET)] : []),
    ...swallowed(record, rows, text),
    ...unchecked(record, rows, text),
    ...(offer ? offered(offer, rows, text) : []),
    ...(isPlannedBelow ? [rows.line('total', totalOf(record, text), QUIET)] : []),
    ...(details ? tables(record.zones, frame, text) : [key]),
  ]);
}

const QUIET = { height: 36, size: 'body', color: COLORS.quiet } as const;
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
  text: Text,
): readonly Row<SummaryAction>[] {
  const { missed, why } = record.cues;
  if (missed === 0 || worstOf(why).words !== SWALLOWED) return [];
  const words = text('Swallowed: in do not disturb, sleep or theatre mode the watch may not buzz.');
  return [rows.paragraph('swallowed', words, { height: 98, width: 340 })];
}

/** That a motor was started in the dark does not mean that it was felt. */
function unchecked(
  record: SummaryState['record'],
  rows: Rows<SummaryAction>,
  text: Text,
): readonly Row<SummaryAction>[] {
  const count = countIn(record.cues.by, 'alarm') - feltCount(record);
  if (count <= 0) return [];
  const words = text('{count} with the screen off: not checked yet if you can feel them.', {
    count,
  });
  return [rows.paragraph('unchecked', words, { height: 92, width: 340, color: COLORS.warm })];
}

/** Why, and the button that leads there. */
const OFFERED: Readonly<Record<Offer, readonly [why: TextId, label: TextId]>> = {
  check: ['Can you feel the cues with the screen off? Two minutes will tell.', 'Check the cues'],
  welcome: ['How to sit, and what each buzz means: one minute.', 'How it works'],
  card: ['Begin from the watch face, with a swipe and a touch.', 'Show me how'],
  leave: ['Lately all was done before the reminder. Turn it off?', 'Reminders'],
};

function offered(offer: Offer, rows: Rows<SummaryAction>, text: Text): readonly Row<SummaryAction>[] {
  const [why, label] = OFFERED[offer];
  return [
    rows.paragraph('why', text(why), { height: 98, width: 330 }),
    rows.button(offer, text(label), { width: 290, below: 8 }),
  ];
}

/** Both legs side by side, or one below the other. */
function tables(zones: readonly ZoneRecord[], frame: Frame, text: Text): readonly Row<SummaryAction>[] {
  const legs = zones.map(({ leg }) => leg).filter((leg, index, all) => all.indexOf(leg) === index);
  const isWide = frame.isLarge === true || zones.some(({ doneSeconds }) => doneSeconds >= LONG);
  return (isWide ? legs.map((leg) => [leg]) : [legs]).flatMap((of) => table(of, zones, frame, text));
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
  // What was lost has a line to itself, if it fits in one.
  const most = ONE_LINE[frame.isLarge === true ? 'large' : 'plain'];
  return missed > 0 && more.length < most ? both.replace(/([,，]) ?/, '$1\n') : both;
}

/** The least number of characters that may be too many for a line about cues. */
const ONE_LINE = { plain: 30, large: 16 } as const;

function lateLine({ cues: { latest } }: SummaryState['record'], text: Text): string | undefined {
  return latest < SECOND ? undefined : text('latest {late} s', { late: (latest / SECOND).toFixed(1) });
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

/** A table with a column for each of these legs and a row for each of their zones. */
function table(
  legs: readonly string[],
  records: readonly ZoneRecord[],
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const size = textUnits(frame, SIZES.small);
  const [height, width] = [
    units(frame, forText(frame, 33)),
    units(frame, frame.shape === 'square' ? 354 : 388),
  ];
  const name = legs.join();
  const row = (key: string, cells: readonly string[], color: number): Row<SummaryAction> => ({
    ...{ height, width },
    make: (box) => tableRow(`${name}${key}`, box, cells, size, color),
  });
  // Two whole names would nearly touch.
  const named = (leg: string): string =>
    legs.length > 1 && isLeg(leg) ? text(SIDES[leg]) : recordedLegName(text, leg);
  const rows = [row('head', ['', ...legs.map(named)], COLORS.quiet)];
  for (const zone of zonesIn(records)) {
    const here = records.filter((record) => record.zone === zone && legs.includes(record.leg));
    if (here.length === 0) continue;
    const cells = legs.map((leg) => cellOf(here.find((record) => record.leg === leg)));
    rows.push(row(zone, [recordedZoneName(text, zone), ...cells], COLORS.text));
  }
  return rows;
}

/** From the ankle up; those unknown to this version of Legato come last. */
function zonesIn(records: readonly ZoneRecord[]): readonly string[] {
  const others = records.map(({ zone }) => zone).filter((zone) => !isZone(zone));
  return [...ZONES, ...others.filter((zone, index) => others.indexOf(zone) === index)];
}

/** What was done. The planned time is given for the whole session only; two columns of pairs would nearly touch. */
function cellOf(record: ZoneRecord | undefined): string {
  return record ? countdown(record.doneSeconds) : '–';
}

function tableRow(
  key: string,
  box: Box,
  cells: readonly string[],
  size: number,
  color: number,
): readonly Element<SummaryAction>[] {
  const shares = cells.map((_, index) => (index === 0 ? 5.2 : cells.length > 2 ? 4 : 4.5));
  const elements: Element<SummaryAction>[] = [];
  columns(box, 0, shares).forEach((cell, index) => {
    const words = cells[index];
    const align = index === 0 ? 'left' : 'right';
    if (words) elements.push(line(`${key}${index}`, cell, words, size, color, align));
  });
  return elements;
}
