import { isZone, ZONES } from '../../core/body';
import { countIn } from '../../core/record/cue-record';
import type { Completion, SessionRecord, ZoneRecord } from '../../core/record/record';
import { completionOf, secondsDone, secondsPlanned } from '../../core/record/record';
import type { MissReason } from '../../core/session/delivery';
import { isMissReason } from '../../core/session/delivery';
import { SECOND } from '../../core/time';
import { countdown } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import { recordedLegName, recordedZoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type SummaryAction = 'done';

export interface SummaryState {
  readonly record: Pick<SessionRecord, 'ending' | 'zones' | 'cues'>;
  /** How the record is doing on its way to the phone. */
  readonly sync: string;
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
  { record, sync }: SummaryState,
  frame: Frame,
  text: Text,
): readonly Element<SummaryAction>[] {
  const u = (length: number): number => units(frame, length);
  const { zones } = record;
  const legs = zones.map(({ leg }) => leg).filter((leg, index, all) => all.indexOf(leg) === index);
  const isWide = zones.some(
    ({ plannedSeconds, doneSeconds }) => Math.max(plannedSeconds, doneSeconds) >= LONG,
  );
  const tables = isWide ? legs.map((leg) => [leg]) : [legs];
  const rows: readonly Row<SummaryAction>[] = [
    {
      height: u(42),
      make: (box) => [line('ending', box, text(COMPLETIONS[completionOf(record)]), u(SIZES.label))],
    },
    { height: u(36), make: (box) => [line('total', box, totalOf(record, text), u(SIZES.body), COLORS.key)] },
    ...tables.reduce<readonly Row<SummaryAction>[]>(
      (all, of) => all.concat(table(of, zones, frame, text)),
      [],
    ),
    { height: u(6) },
    {
      height: u(TARGET),
      width: u(200),
      make: (box) => [button('done', box, text('Done'), u(SIZES.body), 'key')],
    },
    { height: u(6) },
    {
      height: u(record.cues.missed ? 62 : 32),
      width: u(340),
      make: (box) => [
        paragraph(
          'cues',
          box,
          cuesLine(record.cues, text),
          u(SIZES.small),
          record.cues.missed ? COLORS.warm : COLORS.quiet,
        ),
      ],
    },
    {
      height: u(90),
      width: u(372),
      make: (box) => [paragraph('sync', box, sync, u(SIZES.small), COLORS.quiet)],
    },
  ];
  return stack(frame, u(200), u(10), rows);
}

const MISSES: Readonly<Record<MissReason, TextId>> = {
  doNotDisturb: '{count} swallowed by a quiet mode',
  notArmed: '{count} had no alarm',
  watchOff: '{count} while the watch was off',
  clockSet: '{count} lost when the clock was set',
  overtaken: '{count} overtaken by the next one',
  unknown: '{count} missed, reason unknown',
};

/**
 * What was felt of what was due: "22 of 22 cues, latest 0.4 s", or where cues were missed, how many of them for the
 * reason that most were missed for.
 */
function cuesLine({ due, missed, latest, why }: SessionRecord['cues'], text: Text): string {
  const worst = Object.keys(why).reduce((most, reason) =>
    countIn(why, reason) > countIn(why, most) ? reason : most,
  );
  const more = missed
    ? text(isMissReason(worst) ? MISSES[worst] : MISSES.unknown, { count: countIn(why, worst) })
    : text('latest {late} s', { late: (latest / SECOND).toFixed(1) });
  const felt = text('{played} of {due} cues', { played: due - missed, due });
  return due ? text('{one}, {two}', { one: felt, two: more }) : felt;
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
  const row = (key: string, name: string, cells: readonly string[], color: number): Row<SummaryAction> => ({
    height: units(frame, 33),
    width: units(frame, 388),
    make: (box) => tableRow(`${legs.join()}${key}`, box, [name, ...cells], size, color),
  });
  const of = (leg: string, zone: string): ZoneRecord | undefined =>
    records.find((record) => record.leg === leg && record.zone === zone);
  return [
    row(
      'head',
      '',
      legs.map((leg) => recordedLegName(text, leg)),
      COLORS.quiet,
    ),
    ...zonesIn(records)
      .filter((zone) => legs.some((leg) => of(leg, zone)))
      .map((zone) =>
        row(
          zone,
          recordedZoneName(text, zone),
          legs.map((leg) => cellOf(of(leg, zone))),
          COLORS.text,
        ),
      ),
  ];
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
  return columns(box, 0, shares).reduce<readonly Element<SummaryAction>[]>((all, cell, index) => {
    const words = cells[index];
    const align = index === 0 ? 'left' : 'right';
    return words ? all.concat({ ...line(`${key}${index}`, cell, words, size, color), align }) : all;
  }, []);
}
