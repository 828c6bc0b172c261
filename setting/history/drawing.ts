import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import type { ChartForm } from '../../phone/history/history-settings';
import type { DayStatus } from '../../phone/statistics/days';
import type { Node, Style } from '../node';
import { box, FAINT, INK, LINE, picture, QUIET_INK, svgRect, svgText } from '../picture';
import type { LegMark } from './leg-mark';
import { markOn } from './leg-mark';

/*
 * Charts are drawn in two ways with the same colours: as one picture, or from boxes for a Zepp app that cannot show
 * pictures. Both show only what is also given in words next to them.
 */

/** A square, with a band across it or upright in the colour of its edge. */
interface Mark {
  readonly size: number;
  readonly fill: string;
  readonly edge: string;
  readonly band?: { readonly way: 'across' | 'upright'; readonly from: number; readonly to: number };
}

/** The length of a side. What nobody asked for is smaller. */
const SIZE = { full: 15, small: 9, dot: 4 } as const;

const [GREEN, RED, WHITE] = ['#1a7f37', '#a40e26', '#ffffff'] as const;

/** Size and band tell the marks apart without colours. Where a band begins and ends is given in percent. */
const MARKS: Readonly<Record<LegMark, Mark>> = {
  done: { size: SIZE.full, fill: GREEN, edge: GREEN },
  partly: { size: SIZE.full, fill: WHITE, edge: GREEN, band: { way: 'across', from: 50, to: 100 } },
  open: { size: SIZE.full, fill: WHITE, edge: QUIET_INK },
  missed: { size: SIZE.full, fill: WHITE, edge: RED, band: { way: 'across', from: 42, to: 58 } },
  withheld: { size: SIZE.full, fill: '#f2cc60', edge: '#7d4e00', band: { way: 'upright', from: 42, to: 58 } },
  excused: { size: SIZE.full, fill: WHITE, edge: QUIET_INK, band: { way: 'across', from: 0, to: 50 } },
  besides: { size: SIZE.small, fill: GREEN, edge: GREEN },
  free: { size: SIZE.dot, fill: QUIET_INK, edge: QUIET_INK },
};

/** A grid of days: one column each, with its number and a mark for each leg, the left leg on the left. */
export interface DayGrid {
  readonly weeks: readonly (readonly (DayStatus | undefined)[])[];
  readonly today: Day;
  /** The headings of the columns. */
  readonly names: readonly string[];
}

export function drawDays(grid: DayGrid, form: ChartForm): Node {
  return form === 'picture' ? daysPicture(grid) : daysBoxes(grid);
}

const CELL = { width: 44, height: 44, head: 20 } as const;

function daysPicture({ weeks, today, names }: DayGrid): Node {
  const width = 7 * CELL.width;
  const height = CELL.head + weeks.length * CELL.height;
  const heads = names.map((name, at) => svgText((at + 0.5) * CELL.width, 14, 13, QUIET_INK, name));
  const cells = weeks.flatMap((week, line) =>
    week.flatMap((status, at) => {
      if (status === undefined) return [];
      const x = at * CELL.width;
      const y = CELL.head + line * CELL.height;
      const number = svgText(x + CELL.width / 2, y + 15, 13, INK, numberOf(status.day));
      const ring = status.day === today ? [svgRect(x + 1, y + 1, 42, 42, 'none', INK)] : [];
      const marks = LEGS.map((leg, place) =>
        markPicture(markOn(status, leg, today), x + 5 + place * 19, y + 21),
      );
      return [...ring, number, ...marks];
    }),
  );
  return picture(width, height, [...heads, ...cells]);
}

function markPicture(name: LegMark | undefined, x: number, y: number): string {
  if (name === undefined) return '';
  const { size, fill, edge, band } = MARKS[name];
  const [left, top] = [x + (SIZE.full - size) / 2, y + (SIZE.full - size) / 2];
  const square = svgRect(left, top, size, size, fill, edge);
  if (!band) return square;
  const [from, length] = [(band.from * size) / 100, ((band.to - band.from) * size) / 100];
  return band.way === 'across'
    ? square + svgRect(left, top + from, size, length, edge, 'none')
    : square + svgRect(left + from, top, length, size, edge, 'none');
}

function daysBoxes({ weeks, today, names }: DayGrid): Node {
  const head = names.map((name) =>
    box({ width: '14.2%', textAlign: 'center' }, [{ kind: 'quiet', text: name }]),
  );
  const lines = weeks.map((week) =>
    box(
      LINE,
      week.map((status) => (status === undefined ? box({ width: '14.2%' }, []) : dayBox(status, today))),
    ),
  );
  return box({ marginTop: '8px' }, [box(LINE, head), ...lines]);
}

function dayBox(status: DayStatus, today: Day): Node {
  const marks = LEGS.map((leg) => box(markStyle(markOn(status, leg, today)), []));
  const edge = status.day === today ? INK : '#ffffff';
  return box(
    {
      width: '14.2%',
      boxSizing: 'border-box',
      padding: '2px',
      border: `1px solid ${edge}`,
      textAlign: 'center',
    },
    [{ kind: 'quiet', text: numberOf(status.day) }, box({ ...LINE, justifyContent: 'center' }, marks)],
  );
}

/** A mark as a box. All take the same room, also where there is none. */
function markStyle(name: LegMark | undefined): Style {
  const { size, fill, edge, band } = name === undefined ? NO_MARK : MARKS[name];
  const side = `${size + 2}px`;
  return {
    ...{ width: side, height: side, margin: `${(SIZE.full - size) / 2 + 1}px`, boxSizing: 'border-box' },
    ...{ border: `1px solid ${edge}`, borderRadius: '2px' },
    background: band ? bandOf(band, fill, edge) : fill,
  };
}

const NO_MARK: Mark = { size: SIZE.full, fill: WHITE, edge: WHITE };

function bandOf({ way, from, to }: NonNullable<Mark['band']>, fill: string, edge: string): string {
  const towards = way === 'across' ? 'to bottom' : 'to right';
  return `linear-gradient(${towards}, ${fill} ${from}%, ${edge} ${from}%, ${edge} ${to}%, ${fill} ${to}%)`;
}

function numberOf(day: Day): string {
  return String(Number(dayText(day).slice(-2)));
}

/** Days done of days planned in a week, for each leg. */
export interface WeekBar {
  readonly done: number;
  readonly planned: number;
}

export function drawWeeks(bars: readonly Readonly<Record<Leg, WeekBar>>[], form: ChartForm): Node {
  return form === 'picture' ? weeksPicture(bars) : weeksBoxes(bars);
}

const BAR = { width: 26, height: 70 } as const;
const BAR_FILL: Readonly<Record<Leg, string>> = { left: '#0b57d0', right: '#1a7f37' };

/** A bar's height is the number of planned days, and its fill the number done. */
function weeksPicture(bars: readonly Readonly<Record<Leg, WeekBar>>[]): Node {
  const width = Math.max(1, bars.length) * BAR.width;
  const pieces = bars.flatMap((week, at) =>
    LEGS.flatMap((leg, place) => {
      const x = at * BAR.width + 3 + place * 10;
      const planned = (week[leg].planned / 7) * BAR.height;
      const done = (week[leg].done / 7) * BAR.height;
      return [
        svgRect(x, BAR.height - planned, 9, planned, '#ffffff', FAINT),
        svgRect(x, BAR.height - done, 9, done, BAR_FILL[leg], BAR_FILL[leg]),
      ];
    }),
  );
  return picture(width, BAR.height, pieces);
}

function weeksBoxes(bars: readonly Readonly<Record<Leg, WeekBar>>[]): Node {
  return box(
    { ...LINE, alignItems: 'flex-end', height: `${BAR.height}px`, marginTop: '8px' },
    bars.map((week) =>
      box(
        { ...LINE, alignItems: 'flex-end', width: '7%', height: '100%' },
        LEGS.map((leg) => {
          const { done, planned } = week[leg];
          const height = `${Math.round((100 * planned) / 7)}%`;
          const filled = planned === 0 ? 0 : Math.round((100 * done) / planned);
          return box(
            {
              width: '40%',
              height,
              boxSizing: 'border-box',
              border: `1px solid ${FAINT}`,
              background: `linear-gradient(to top, ${BAR_FILL[leg]} ${filled}%, #ffffff ${filled}%)`,
            },
            [],
          );
        }),
      ),
    ),
  );
}
