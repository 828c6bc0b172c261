import type { Text, TextId } from '../text/ids';
import type { Element } from './element';
import type { Frame } from './frame';
import { rowsOn } from './rows';
import { COLORS, SIZES } from './theme';

/** A passage to read, in so many lines at most. */
export interface Passage {
  readonly words: TextId;
  readonly lines: number;
  readonly size: keyof typeof SIZES;
  readonly color: number;
}

/** Height of a line by its size: what the platform's text needs, and a little air. */
const LINE = 1.3;

/** Room below a group, in design units. */
const AIR = 12;

/** A page to read: groups of passages one below the other, and a way back. What belongs together is a group. */
export function reading(
  groups: readonly (readonly Passage[])[],
  frame: Frame,
  text: Text,
): readonly Element<'done'>[] {
  const rows = rowsOn<'done'>(frame);
  const read = groups.flatMap((group, number) => {
    const passages = group.map(({ words, lines, size, color }, index) => {
      const look = { height: lines * SIZES[size] * LINE, size, color };
      return rows.paragraph(`passage${number}.${index}`, text(words), look);
    });
    return [rows.together(passages), rows.gap(AIR)];
  });
  const done = rows.button('done', text('Done'), { width: 200, size: 'body', look: 'key' });
  return rows.page(260, 8, [...read, done]);
}

/** What a page is about. */
export function heading(words: TextId): Passage {
  return { words, lines: 1.2, size: 'small', color: COLORS.quiet };
}
