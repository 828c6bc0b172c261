import { isChinese } from './chinese';
import type { Element } from './element';
import type { Frame } from './frame';
import { forText, units } from './frame';
import { endedLines } from './ended-lines';
import type { Rows } from './rows';
import { PASSAGE, rowsOn, WIDEST } from './rows';
import type { Row } from './stack';
import { MARGIN, stack } from './stack';
import { SIZES } from './theme';

/** The space between a text and the button below it, in design units. */
const APART = 6;

/**
 * A page of rows, see `stack`. The width of the first one is in design units. Texts of several lines are broken so that
 * these are about as long as each other, which takes too much work for the pages of a session.
 */
export function pageOfRows<Action>(
  frame: Frame,
  firstWidth: number,
  rows: readonly Row<Action>[],
): readonly Element<Action>[] {
  const gap: Row<Action> = { height: units(frame, APART) };
  const apart = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    return row.look && before?.make && !before.look ? [gap, row] : [row];
  });
  return stack(frame, units(frame, firstWidth), units(frame, MARGIN[frame.shape]), apart).map(balanced);
}

/**
 * The rows of such a page, in pixels of this screen. Large text takes as many lines as it needs, so it is broken before
 * it is given its room.
 */
export function rowsOfPage<Action>(frame: Frame): Rows<Action> {
  const rows = rowsOn<Action>(frame);
  if (frame.isLarge !== true) return rows;
  return {
    ...rows,
    paragraph(key, words, look) {
      const size = forText(frame, SIZES[look.size ?? 'small']);
      const width = Math.min(look.width ?? PASSAGE, WIDEST[frame.shape]);
      return rows.paragraph(key, endedLines(words, size, width, Infinity), look);
    },
  };
}

/** The row with the way out of a long page: it ends the page, and is at the foot of the first screen as well. */
export function inSight<Action>(row: Row<Action>): Row<Action> {
  return { ...row, isAlsoInSight: true };
}

/** The least height of a line, as a multiple of its text size (Zepp design guide, fonts). */
const LINE = { latin: 1.16, chinese: 1.25 } as const;

/** Sizes and heights are rounded up separately, so a text may have this much less room than it needs, in pixels. */
const ROUNDED = 1;

function balanced<Action>(element: Element<Action>): Element<Action> {
  if (element.kind !== 'text' || element.overflow !== 'wrap') return element;
  const { text, w, h, size } = element;
  const most = (h + ROUNDED) / (size * LINE[isChinese(text) ? 'chinese' : 'latin']);
  return { ...element, text: endedLines(text, size, w, most) };
}
