import type { Text, TextId } from '../text/ids';
import type { Element } from './element';
import type { Frame } from './frame';
import { units } from './frame';
import { button, paragraph } from './parts';
import type { Row } from './stack';
import { stack } from './stack';
import { COLORS, SIZES, TARGET } from './theme';

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
  const u = (length: number): number => units(frame, length);
  const rows = passages.map(({ words, lines, size, color }, index): Row<'done'> => ({
    height: u(lines * SIZES[size] * LINE),
    make: (box) => [paragraph(`passage${index}`, box, text(words), u(SIZES[size]), color)],
  }));
  const done: Row<'done'> = {
    height: u(TARGET),
    width: u(200),
    make: (box) => [button('done', box, text('Done'), u(SIZES.body), 'key')],
  };
  return stack(frame, u(260), u(8), [...rows, done]);
}

/** What a page is about. */
export function heading(words: TextId): Passage {
  return { words, lines: 1.2, size: 'small', color: COLORS.quiet };
}
