import { isChinese } from './chinese';
import type { Element } from './element';
import type { Box, Frame } from './frame';
import { forText, rowAt, textUnits, units } from './frame';
import { balancedWidth, LINE_HEIGHT, linesOf, widthOfLine } from './line-count';
import { button, columns, line, paragraph } from './parts';
import type { Row } from './stack';
import { below, FOOT, MARGIN } from './stack';
import { COLORS, SIZES, TARGET } from './theme';

/** The look of a row of text; lengths are in design units. Without a width it is as wide as the screen is there. */
export interface TextLook {
  readonly height: number;
  readonly width?: number;
  readonly size?: keyof typeof SIZES;
  readonly color?: number;
}

/** The look of a row with a button; `below` is the space kept free under it. */
export interface ButtonLook {
  readonly width: number;
  readonly height?: number;
  readonly below?: number;
  readonly size?: keyof typeof SIZES;
  readonly look?: 'key' | 'chosen' | 'plain';
  readonly color?: number;
}

/** One of several buttons side by side. */
export type SideButton<Action> = readonly [action: Action & string, words: string, look?: ButtonLook['look']];

/** The rows that most pages are made of, for one screen. All lengths are in design units. */
export interface Rows<Action> {
  /** One line of text; `key` identifies it among the elements of its page. */
  line(key: string, words: string, look: TextLook): Row<Action>;
  /** Text of several lines. */
  paragraph(key: string, words: string, look: TextLook): Row<Action>;
  button(action: Action & string, words: string, look: ButtonLook): Row<Action>;
  /** Buttons side by side, as wide as each other. */
  buttons(of: readonly SideButton<Action>[], look: Omit<ButtonLook, 'look' | 'color'>): Row<Action>;
  gap(height: number): Row<Action>;
  /** Rows that the edge of the screen must not separate before scrolling. */
  together(rows: readonly Row<Action>[]): Row<Action>;
  /** Rows below a first screen that is laid out separately, see `below`; the gap is in pixels. */
  below(gap: number, rows: readonly Row<Action>[]): readonly Element<Action>[];
}

export function rowsOn<Action>(frame: Frame): Rows<Action> {
  const u = (length: number): number => units(frame, length);
  const room = (height: number, width: number | undefined): Pick<Row<Action>, 'height' | 'width'> => ({
    height: u(height),
    ...(width === undefined ? {} : { width: u(width) }),
  });
  const textRow =
    (part: typeof paragraph): Rows<Action>['line'] =>
    (key, words, look) => {
      const { size = 'small', color = COLORS.text } = look;
      const { isWrapped, ...place } = roomFor(frame, words, SIZES[size], look, part === paragraph);
      return {
        ...place,
        make: (box) => [
          (isWrapped ? paragraph : line)(key, box, words, textUnits(frame, SIZES[size]), color),
        ],
      };
    };
  return {
    line: textRow(line),
    paragraph: textRow(paragraph),
    button(action, words, { width, height = TARGET, below = 0, size = 'small', look = 'plain', color }) {
      const made = (box: Box, extra?: object): readonly Element<Action>[] => {
        const plain = button<Action>(action, box, words, textUnits(frame, SIZES[size]), look);
        return [{ ...plain, ...(color === undefined ? {} : { color }), ...extra }];
      };
      return {
        ...room(height + below, roomForLabels(frame, [words], SIZES[size], width)),
        look,
        make: (box) => made({ ...box, h: u(height) }),
        ...((look === 'key' || action === 'done') && fitsAtFoot(frame, words, textUnits(frame, SIZES[size]))
          ? { foot: (box: Box) => made(box, { radius: 0 }) }
          : {}),
      };
    },
    buttons(of, { width, height = TARGET, below = 0, size = 'small' }) {
      const labels = of.map(([, words]) => words);
      return {
        ...room(height + below, roomForLabels(frame, labels, SIZES[size], width)),
        look: 'plain',
        make: (box) => {
          const places = columns(
            { ...box, h: u(height) },
            u(8),
            of.map(() => 1),
          );
          return of.map(([action, words, look = 'plain'], index) =>
            button<Action>(action, places[index] ?? box, words, textUnits(frame, SIZES[size]), look),
          );
        },
      };
    },
    gap: (height) => room(height, undefined),
    together,
    below: (gap, rows) => below(frame, gap, u(MARGIN[frame.shape]), rows),
  };
}

/** In large text: the width of a passage, the greatest width of a button, and the room at the ends of its label. */
export const PASSAGE = 340;
export const WIDEST = { round: 374, square: 362 } as const;
const LABEL_ENDS = 44;

function roomForLabels(frame: Frame, of: readonly string[], size: number, width: number): number {
  if (frame.isLarge !== true) return width;
  const longest = Math.max(...of.map((words) => widthOfLine(words, forText(frame, size))));
  return Math.max(width, Math.min((longest + LABEL_ENDS) * of.length, WIDEST[frame.shape]));
}

function fitsAtFoot(frame: Frame, words: string, size: number): boolean {
  const middle = frame.height - units(frame, FOOT / 2);
  return rowAt(frame, middle, middle + Math.ceil(size / 2), units(frame, 8)).w >= widthOfLine(words, size);
}

/** The space for a text in pixels. Large text takes as many lines as it needs, and no wider ones than it needs. */
function roomFor(
  frame: Frame,
  words: string,
  size: number,
  { height, width }: TextLook,
  isPassage: boolean,
): { readonly height: number; readonly width?: number; readonly isWrapped: boolean } {
  const u = (length: number): number => units(frame, length);
  if (forText(frame, size) === size)
    return { height: u(height), ...(width === undefined ? {} : { width: u(width) }), isWrapped: isPassage };
  const large = textUnits(frame, size);
  const widest = WIDEST[frame.shape];
  const most = u(Math.min(width ?? (isPassage ? PASSAGE : widest), widest));
  // Chinese lines are ended between words, which needs some room.
  const parts = words.split('\n');
  const widths = parts.map((part) =>
    Math.min(isChinese(part) ? most : balancedWidth(part, large, most), widthOfLine(part, large)),
  );
  const wide = Math.max(...widths);
  const lines = parts.reduce((sum, part) => sum + linesOf(part, large, wide), 0);
  const needed = Math.ceil(lines * large * LINE_HEIGHT);
  return { height: Math.max(needed, isPassage ? 0 : u(height)), width: wide, isWrapped: true };
}

function together<Action>(rows: readonly Row<Action>[]): Row<Action> {
  const width = Math.max(...rows.map((row) => row.width ?? 0));
  return {
    height: rows.reduce((sum, { height }) => sum + height, 0),
    ...(width > 0 ? { width } : {}),
    make: (box) => {
      let y = box.y;
      return rows.flatMap(({ height, width: own = box.w, make }) => {
        const w = Math.min(own, box.w);
        const place = { x: box.x + Math.round((box.w - w) / 2), y, w, h: height };
        y += height;
        return make ? make(place) : [];
      });
    },
  };
}
