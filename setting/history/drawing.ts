import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import type { ChartForm } from '../../phone/history/history-settings';
import type { DayStatus, LegState } from '../../phone/statistics/days';
import type { Node } from '../node';
import { box, FAINT, INK, LINE, picture, svgRect, svgText } from '../picture';

/*
 * Charts are drawn in two ways with the same colours: as one picture, or from boxes for a Zepp app that cannot show
 * pictures. Both show only what is also given in words next to them.
 */

/** Fill and edge of a mark. Filled, half filled and empty can be told apart without colours. */
const MARKS: Readonly<Record<LegState, { readonly fill: string; readonly edge: string }>> = {
  done: { fill: '#1a7f37', edge: '#1a7f37' },
  partly: { fill: '#a6d8b1', edge: '#1a7f37' },
  open: { fill: '#ffffff', edge: '#57606a' },
  missed: { fill: '#ffffff', edge: '#a40e26' },
  withheld: { fill: '#f2cc60', edge: '#7d4e00' },
  excused: { fill: '#d0d7de', edge: '#57606a' },
  free: { fill: '#ffffff', edge: '#e7eaee' },
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

/** Days still to come have no mark. */
function markOf(status: DayStatus, leg: Leg, today: Day): (typeof MARKS)[LegState] {
  return MARKS[status.day > today ? 'free' : status.legs[leg].state];
}

const CELL = { width: 44, height: 44, head: 20 } as const;

function daysPicture({ weeks, today, names }: DayGrid): Node {
  const width = 7 * CELL.width;
  const height = CELL.head + weeks.length * CELL.height;
  const heads = names.map((name, at) => svgText((at + 0.5) * CELL.width, 14, 12, FAINT, name));
  const cells = weeks.flatMap((week, line) =>
    week.flatMap((status, at) => {
      if (status === undefined) return [];
      const x = at * CELL.width;
      const y = CELL.head + line * CELL.height;
      const number = svgText(x + CELL.width / 2, y + 15, 13, INK, numberOf(status.day));
      const ring = status.day === today ? [svgRect(x + 1, y + 1, 42, 42, 'none', INK)] : [];
      const marks = LEGS.map((leg, place) => {
        const { fill, edge } = markOf(status, leg, today);
        return svgRect(x + 6 + place * 17, y + 21, 15, 15, fill, edge);
      });
      return [...ring, number, ...marks];
    }),
  );
  return picture(width, height, [...heads, ...cells]);
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
  const marks = LEGS.map((leg) => {
    const { fill, edge } = markOf(status, leg, today);
    return box({ width: '15px', height: '15px', background: fill, border: `2px solid ${edge}` }, []);
  });
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
