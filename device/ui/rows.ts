import type { Element } from './element';
import type { Frame } from './frame';
import { units } from './frame';
import { button, line, paragraph } from './parts';
import type { Row } from './stack';
import { below, stack } from './stack';
import { COLORS, SIZES, TARGET } from './theme';

/** How a row of text looks; lengths are design units. Without a width it is as wide as the screen is there. */
export interface TextLook {
  readonly height: number;
  readonly width?: number;
  readonly size?: keyof typeof SIZES;
  readonly color?: number;
}

/** How a row with a button looks; `below` is the room that it keeps clear under the button. */
export interface ButtonLook {
  readonly width: number;
  readonly height?: number;
  readonly below?: number;
  readonly size?: keyof typeof SIZES;
  readonly look?: 'key' | 'chosen' | 'plain';
  readonly color?: number;
}

/** The rows that most pages are made of, for one screen. All lengths are design units. */
export interface Rows<Action> {
  /** One line of text; `key` names it among the elements of its page. */
  line(key: string, words: string, look: TextLook): Row<Action>;
  /** Text of several lines. */
  paragraph(key: string, words: string, look: TextLook): Row<Action>;
  button(action: Action & string, words: string, look: ButtonLook): Row<Action>;
  gap(height: number): Row<Action>;
  /** A page of rows, see `stack`. */
  page(firstWidth: number, margin: number, rows: readonly Row<Action>[]): readonly Element<Action>[];
  /** Rows below a first sight that is laid out by itself, see `below`. */
  below(gap: number, margin: number, rows: readonly Row<Action>[]): readonly Element<Action>[];
}

export function rowsOn<Action>(frame: Frame): Rows<Action> {
  const u = (length: number): number => units(frame, length);
  const room = (height: number, width: number | undefined): Pick<Row<Action>, 'height' | 'width'> => ({
    height: u(height),
    ...(width === undefined ? {} : { width: u(width) }),
  });
  const textRow =
    (part: typeof paragraph): Rows<Action>['line'] =>
    (key, words, { height, width, size = 'small', color = COLORS.text }) => ({
      ...room(height, width),
      make: (box) => [part(key, box, words, u(SIZES[size]), color)],
    });
  return {
    line: textRow(line),
    paragraph: textRow(paragraph),
    button(action, words, { width, height = TARGET, below = 0, size = 'small', look = 'plain', color }) {
      return {
        ...room(height + below, width),
        make(box) {
          const made = button<Action>(action, { ...box, h: u(height) }, words, u(SIZES[size]), look);
          return [color === undefined ? made : { ...made, color }];
        },
      };
    },
    gap: (height) => room(height, undefined),
    page: (firstWidth, margin, rows) => stack(frame, u(firstWidth), u(margin), rows),
    below: (gap, margin, rows) => below(frame, u(gap), u(margin), rows),
  };
}
