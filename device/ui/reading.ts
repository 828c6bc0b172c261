import type { Text, TextId } from '../text/ids';
import type { Element } from './element';
import type { Frame } from './frame';
import { readingSize } from './frame';
import { inSight, pageOfRows, rowsOfPage } from './page-of-rows';
import { COLORS, SIZES } from './theme';

/** A passage to read, with its maximum number of lines. */
export interface Passage {
  readonly words: TextId;
  readonly lines: number;
  readonly size: keyof typeof SIZES;
  readonly color: number;
}

/** The height of a line as a multiple of its text size: what the platform's text needs, and some space. */
const LINE = 1.3;

/** The space below a group, in design units. */
const AIR = 12;

/**
 * A page to read: groups of passages one below the other, and a way back. Each group holds passages that belong
 * together.
 */
export function reading(
  groups: readonly (readonly Passage[])[],
  frame: Frame,
  text: Text,
): readonly Element<'done'>[] {
  const rows = rowsOfPage<'done'>(frame);
  const read = groups.flatMap((group, number) => {
    const passages = group.map(({ words, lines, size, color }, index) => {
      const look = { height: lines * SIZES[size] * LINE, size, color };
      return rows.paragraph(`passage${number}.${index}`, text(words), look);
    });
    return [rows.together(passages), rows.gap(AIR)];
  });
  const done = inSight(rows.button('done', text('Done'), { width: 320, size: 'body', look: 'key' }));
  return pageOfRows(frame, 290, [...read, done]);
}

/** The heading of a page. */
export function heading(words: TextId, frame: Frame): Passage {
  return { words, lines: 1.2, size: readingSize(frame), color: COLORS.text };
}
