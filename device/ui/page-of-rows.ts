import type { Element } from './element';
import type { Frame } from './frame';
import { units } from './frame';
import type { Row } from './stack';
import { stack } from './stack';

/** The distance of rows from the edge of the screen, in design units. */
const MARGIN = 8;

/** A page of rows, see `stack`. The width of the first one is in design units. */
export function pageOfRows<Action>(
  frame: Frame,
  firstWidth: number,
  rows: readonly Row<Action>[],
): readonly Element<Action>[] {
  return stack(frame, units(frame, firstWidth), units(frame, MARGIN), rows);
}
