import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { DayMark, LegDays } from '../../core/record/week';
import { FORTNIGHT, WEEK_LENGTH } from '../../core/record/week';
import type { Text } from '../../device/text/ids';
import { legName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

export interface DaysState {
  readonly days: Readonly<Record<Leg, LegDays>>;
  /** Whether every record on the watch could be read. */
  readonly isWhole: boolean;
}

/**
 * A week in a row, in design units: the distance between days, the height of a row, and the space that keeps the largest
 * marks from the texts above and below.
 */
const GRID = { step: 44, row: 32, above: 3, below: 5, width: WEEK_LENGTH * 44 } as const;

/** The radius of each mark, in design units. A day done in part has a smaller mark of the same kind. */
const RADIUS: Readonly<Record<DayMark, number>> = { done: 14, partly: 9, withheld: 5, nothing: 5 };

/** The last two weeks of each leg, last week above the present one, today last. Missed days are not counted. */
export function viewDays({ days, isWhole }: DaysState, frame: Frame, text: Text): readonly Element<'done'>[] {
  const rows = rowsOfPage<'done'>(frame);
  const ofLeg = (leg: Leg): readonly Row<'done'>[] => {
    const { marks, week } = days[leg];
    const share = text('This week: done {done} of {days}', { done: week.done, days: week.of });
    return [
      rows.together([
        rows.line(leg, legName(text, leg), { height: 36, size: 'body' }),
        marksRow(leg, marks, frame),
        ...(week.of > 0 ? [rows.line(`${leg}Share`, share, { height: 32, color: COLORS.key })] : []),
      ]),
      rows.gap(6),
    ];
  };
  const legend = text('Large: done. Middle: done in part. The last one is today.');
  return pageOfRows(frame, 220, [
    rows.line('title', text('Last 14 days'), { height: 40, size: 'body' }),
    ...LEGS.flatMap(ofLeg),
    ...(isWhole
      ? []
      : [
          rows.paragraph('lost', text('Not all sessions could be read.'), {
            ...{ height: 68, width: 340, color: COLORS.warm },
          }),
        ]),
    rows.paragraph('legend', legend, { height: 100, width: 340, color: COLORS.quiet }),
    rows.gap(10),
    inSight(rows.button('done', text('Done'), { width: 320, height: 72, size: 'body', look: 'key' })),
  ]);
}

function marksRow(leg: Leg, marks: readonly DayMark[], frame: Frame): Row<'done'> {
  const u = (length: number): number => units(frame, length);
  const place = ({ x, y }: Box, day: number) => ({
    x: x + u(GRID.step / 2 + (day % WEEK_LENGTH) * GRID.step),
    y: y + u(GRID.above + GRID.row / 2 + Math.floor(day / WEEK_LENGTH) * GRID.row),
  });
  return {
    height: u((FORTNIGHT / WEEK_LENGTH) * GRID.row + GRID.above + GRID.below),
    width: u(GRID.width),
    make: (box) =>
      marks.map((mark, day): Element<'done'> => ({
        ...{ kind: 'circle', key: `${leg}Day${day}`, radius: u(RADIUS[mark]) },
        ...place({ ...box, x: Math.round((frame.width - u(GRID.width)) / 2) }, day),
        color: mark === 'done' || mark === 'partly' ? COLORS.key : COLORS.dimAhead,
      })),
  };
}
