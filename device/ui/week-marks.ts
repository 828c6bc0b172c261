import { LEGS } from '../../core/body';
import type { Week } from '../../core/record/week';
import type { Element } from './element';
import type { Box, Frame } from './frame';
import { units } from './frame';
import { COLORS } from './theme';

/** The spacing of days and rows, and the marks of a day with and without a session, in design units. */
const MARK = { step: 21, row: 19, done: 7, not: 4 } as const;

/** The height of a week's marks in design units. */
export const WEEK_HEIGHT = 2 * MARK.row;

/**
 * A row for each leg, the left one above, with a mark for each day, today last; the mark is large if the leg was
 * massaged.
 */
export function weekMarks(frame: Frame, { x, y }: Pick<Box, 'x' | 'y'>, week: Week): readonly Element[] {
  const u = (length: number): number => units(frame, length);
  return LEGS.reduce<readonly Element[]>(
    (before, leg, row) =>
      before.concat(
        week[leg].map((isDone, day): Element => ({
          ...{ kind: 'circle', key: `${leg}Day${day}` },
          x: x + u(MARK.done + day * MARK.step),
          y: y + u(MARK.row / 2 + row * MARK.row),
          radius: u(isDone ? MARK.done : MARK.not),
          color: isDone ? COLORS.key : COLORS.dimAhead,
        })),
      ),
    [],
  );
}
