import { isZone, ZONES } from '../../core/body';
import { feltCount } from '../../core/record/extensions';
import { countIn } from '../../core/record/cue-record';
import type { Completion, SessionRecord, ZoneRecord } from '../../core/record/record';
import { completionOf, secondsDone, secondsPlanned } from '../../core/record/record';
import type { Loss } from '../../core/session/delivery';
import { isLoss } from '../../core/session/delivery';
import { SECOND } from '../../core/time';
import { countdown } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import { recordedLegName, recordedZoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { columns, line } from '../../device/ui/parts';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';

export type SummaryAction = 'done' | 'check';

export interface SummaryState {
  readonly record: Pick<SessionRecord, 'ending' | 'zones' | 'cues' | 'extensions'>;
  /** How the record is doing on its way to the phone. */
  readonly sync: string;
  /** Whether the check of this watch is offered. */
  readonly offersCheck: boolean;
}

const COMPLETIONS: Readonly<Record<Completion, TextId>> = {
  finished: 'Session done',
  partlyDone: 'Partly done',
  stopped: 'Ended early',
  interrupted: 'Interrupted',
  other: 'Ended otherwise',
};

/** Longer times make the table too narrow for both legs side by side. */
const LONG = 600;

/** What was done, per leg and zone. */
export function viewSummary(
  { record, sync, offersCheck }: SummaryState,
  frame: Frame,
  text: Text,
): readonly Element<SummaryAction>[] {
  const rows = rowsOn<SummaryAction>(frame);
  const total = { height: 36, size: 'body', color: COLORS.key } as const;
  const cues = record.cues.missed ? { height: 62, color: COLORS.warm } : { height: 32, color: COLORS.quiet };
  return rows.page(200, 10, [
    rows.line('ending', text(COMPLETIONS[completionOf(record)]), { height: 42, size: 'label' }),
    rows.line('total', totalOf(record, text), total),
    ...tables(record.zones, frame, text),
    rows.gap(6),
    rows.button('done', text('Done'), { width: 200, size: 'body', look: 'key' }),
    rows.gap(6),
    rows.paragraph('cues', cuesLine(record, text), { ...cues, width: 340 }),
    ...unchecked(record, rows, text),
    ...(offersCheck ? offer(rows, text) : []),
    rows.paragraph('sync', sync, { height: 90, width: 372, color: COLORS.quiet }),
  ]);
}

/** A summary that is shown, with what is new of its record's way to the phone: nothing else of it ever changes. */
export function withSync(
  shown: readonly Element<SummaryAction>[],
  sync: string,
): readonly Element<SummaryAction>[] {
  return shown.map((element) =>
    element.kind === 'text' && element.key === 'sync' ? { ...element, text: sync } : element,
  );
}

/** That a motor was started in the dark does not say that anybody felt it. */
function unchecked(
  record: SummaryState['record'],
  rows: Rows<SummaryAction>,
  text: Text,
): readonly Row<SummaryAction>[] {
  const count = countIn(record.cues.by, 'alarm') - feltCount(record);
  if (count <= 0) return [];
  const words = text('{count} with the screen dark: not checked whether your watch lets you feel them.', {
    count,
  });
  return [rows.paragraph('unchecked', words, { height: 92, width: 340, color: COLORS.warm })];
}

function offer(rows: Rows<SummaryAction>, text: Text): readonly Row<SummaryAction>[] {
  const why = text('What does your watch do with the screen dark? Two minutes tell.');
  return [
    rows.paragraph('why', why, { height: 98, width: 340 }),
    rows.button('check', text('Check on this watch'), { width: 290, below: 8 }),
  ];
}

/** Both legs side by side, or one below the other. */
function tables(zones: readonly ZoneRecord[], frame: Frame, text: Text): readonly Row<SummaryAction>[] {
  const legs = zones.map(({ leg }) => leg).filter((leg, index, all) => all.indexOf(leg) === index);
  const isWide = zones.some(
    ({ plannedSeconds, doneSeconds }) => Math.max(plannedSeconds, doneSeconds) >= LONG,
  );
  return (isWide ? legs.map((leg) => [leg]) : [legs]).flatMap((of) => table(of, zones, frame, text));
}

const SWALLOWED: TextId = '{count} swallowed by a quiet mode';

const LOST: Readonly<Record<Loss, TextId>> = {
  doNotDisturb: SWALLOWED,
  sleep: SWALLOWED,
  theatre: SWALLOWED,
  notArmed: '{count} had no alarm',
  watchOff: '{count} while the watch was off',
  clockSet: '{count} lost when the clock was set',
  overtaken: '{count} overtaken by the next one',
  tooLate: '{count} came too late',
  tooEarly: '{count} came too early',
  refused: '{count} refused by the motor',
  unknown: '{count} not known',
};

/**
 * What was played of what was due, and whether that was felt for sure: "22 of 22 cues, latest 0.4 s", or where cues were lost, how many of them in the way
 * that most were. How late the latest was is told where it was measured.
 */
function cuesLine(record: SummaryState['record'], text: Text): string {
  const { due, missed, latest, by, why } = record.cues;
  const isFelt = due > missed && feltCount(record) === due - missed;
  const words = isFelt ? '{played} of {due} cues felt' : '{played} of {due} cues';
  const played = text(words, { played: due - missed, due });
  const isMeasured = due > 0 && (latest > 0 || countIn(by, 'alarm') === 0);
  const late = isMeasured ? text('latest {late} s', { late: (latest / SECOND).toFixed(1) }) : undefined;
  const more = missed > 0 ? lossLine(why, text) : late;
  return more === undefined ? played : text('{one}, {two}', { one: played, two: more });
}

function lossLine(why: SessionRecord['cues']['why'], text: Text): string {
  const counts = Object.keys(why).reduce<Partial<Record<TextId, number>>>((sums, loss) => {
    const words = isLoss(loss) ? LOST[loss] : LOST.unknown;
    return { ...sums, [words]: (sums[words] ?? 0) + countIn(why, loss) };
  }, {});
  const all = Object.keys(counts) as TextId[];
  const worst = all.reduce((most, words) => ((counts[words] ?? 0) > (counts[most] ?? 0) ? words : most));
  return text(worst, { count: counts[worst] ?? 0 });
}

function totalOf(record: Pick<SessionRecord, 'zones'>, text: Text): string {
  const [done, planned] = [secondsDone(record), secondsPlanned(record)];
  return text('{done} of {planned}', { done: countdown(done), planned: countdown(planned) });
}

/** A table with a column for each of these legs and a row for each of their zones. */
function table(
  legs: readonly string[],
  records: readonly ZoneRecord[],
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const size = units(frame, SIZES.small);
  const [height, width] = [units(frame, 33), units(frame, 388)];
  const name = legs.join();
  const row = (key: string, cells: readonly string[], color: number): Row<SummaryAction> => ({
    ...{ height, width },
    make: (box) => tableRow(`${name}${key}`, box, cells, size, color),
  });
  const rows = [row('head', ['', ...legs.map((leg) => recordedLegName(text, leg))], COLORS.quiet)];
  for (const zone of zonesIn(records)) {
    const here = records.filter((record) => record.zone === zone && legs.includes(record.leg));
    if (here.length === 0) continue;
    const cells = legs.map((leg) => cellOf(here.find((record) => record.leg === leg)));
    rows.push(row(zone, [recordedZoneName(text, zone), ...cells], COLORS.text));
  }
  return rows;
}

/** From the ankle up; those that this Legato does not know come last. */
function zonesIn(records: readonly ZoneRecord[]): readonly string[] {
  const others = records.map(({ zone }) => zone).filter((zone) => !isZone(zone));
  return [...ZONES, ...others.filter((zone, index) => others.indexOf(zone) === index)];
}

function cellOf(record: ZoneRecord | undefined): string {
  return record ? `${countdown(record.doneSeconds)}/${countdown(record.plannedSeconds)}` : '–';
}

function tableRow(
  key: string,
  box: Box,
  cells: readonly string[],
  size: number,
  color: number,
): readonly Element<SummaryAction>[] {
  const shares = cells.map((_, index) => (index === 0 ? 4.9 : 4));
  const elements: Element<SummaryAction>[] = [];
  columns(box, 0, shares).forEach((cell, index) => {
    const words = cells[index];
    const align = index === 0 ? 'left' : 'right';
    if (words) elements.push(line(`${key}${index}`, cell, words, size, color, align));
  });
  return elements;
}
