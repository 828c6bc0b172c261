import type { Leg } from '../../core/body';
import { isLeg, isZone, ZONES } from '../../core/body';
import type { ZoneRecord } from '../../core/record/record';
import { countdown } from '../../device/text/duration';
import type { Text, TextId } from '../../device/text/ids';
import { recordedLegName, recordedZoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { forText, textUnits, units } from '../../device/ui/frame';
import { columns, line } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES } from '../../device/ui/theme';
import type { SummaryAction } from './view';

/** The legs above two columns. */
const SIDES: Readonly<Record<Leg, TextId>> = { left: 'Left', right: 'Right' };

/** Longer times make the table too wide for both legs side by side. */
const LONG = 600;

/** Both legs side by side, or one below the other. */
export function tables(
  zones: readonly ZoneRecord[],
  frame: Frame,
  text: Text,
): readonly Row<SummaryAction>[] {
  const legs = zones.map(({ leg }) => leg).filter((leg, index, all) => all.indexOf(leg) === index);
  const isWide = frame.isLarge === true || zones.some(({ doneSeconds }) => doneSeconds >= LONG);
  return (isWide ? legs.map((leg) => [leg]) : [legs]).flatMap((of) => table(of, zones, frame, text));
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
