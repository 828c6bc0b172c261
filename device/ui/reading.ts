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

/** A page to read: passages one below the other, and a way back. */
export function reading(passages: readonly Passage[], frame: Frame, text: Text): readonly Element<'done'>[] {
  const rows = rowsOn<'done'>(frame);
  const read = passages.map(({ words, lines, size, color }, index) =>
    rows.paragraph(`passage${index}`, text(words), { height: lines * SIZES[size] * LINE, size, color }),
  );
  const done = rows.button('done', text('Done'), { width: 200, size: 'body', look: 'key' });
  return rows.page(260, 8, [...read, done]);
}

/** What a page is about. */
export function heading(words: TextId): Passage {
  return { words, lines: 1.2, size: 'small', color: COLORS.quiet };
}
