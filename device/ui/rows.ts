import type { Element } from './element';
import type { Box, Frame } from './frame';
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
  /**
   * A choice: a button that says what is chosen, beside it a switch where it is one of on and off, and below what it means. A
   * touch on either is the same.
   */
  choice(action: Action & string, words: string, hint: string, isOn?: boolean): Row<Action>;
  gap(height: number): Row<Action>;
  /** Rows that the edge of the screen does not part before anything is scrolled. */
  together(rows: readonly Row<Action>[]): Row<Action>;
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
    choice: (action, words, hint, isOn) => ({
      ...room(CHOICE.height + CHOICE.hint + CHOICE.below, CHOICE.width),
      make: (box) => choice(frame, box, action, words, hint, isOn),
    }),
    gap: (height) => room(height, undefined),
    together,
    page: (firstWidth, margin, rows) => stack(frame, u(firstWidth), u(margin), rows),
    below: (gap, margin, rows) => below(frame, u(gap), u(margin), rows),
  };
}

function together<Action>(rows: readonly Row<Action>[]): Row<Action> {
  return {
    height: rows.reduce((sum, { height }) => sum + height, 0),
    make: (box) => {
      let y = box.y;
      return rows.flatMap(({ height, make }) => {
        const place = { ...box, y, h: height };
        y += height;
        return make ? make(place) : [];
      });
    },
  };
}

/** A choice, its explanation, the room below both, and the switch at its right end, in design units. */
const CHOICE = { width: 376, height: 72, hint: 60, below: 12, radius: 20, gap: 4, track: 91 } as const;

function choice<Action>(
  frame: Frame,
  box: Box,
  action: Action & string,
  words: string,
  hint: string,
  isOn: boolean | undefined,
): readonly Element<Action>[] {
  const u = (length: number): number => units(frame, length);
  const size = u(SIZES.small);
  const h = u(CHOICE.height);
  const track = isOn === undefined ? 0 : u(CHOICE.track);
  const label = { ...box, h, w: box.w - (track && track + u(CHOICE.gap)) };
  const below = { ...box, y: box.y + h, h: u(CHOICE.hint) };
  return [
    { ...button<Action>(action, label, words, size, 'plain'), radius: u(CHOICE.radius) },
    ...(isOn === undefined ? [] : switchAt(action, { ...box, x: box.x + box.w - track, w: track, h }, isOn)),
    { ...paragraph(`${action}Hint`, below, hint, size, COLORS.quiet) },
  ];
}

/** A track with a knob at its right end when it is on; the knob lies on the track, not on a button, whose touches it would take. */
function switchAt<Action>(action: Action & string, box: Box, isOn: boolean): readonly Element<Action>[] {
  const knob = { ...box, w: box.h, x: isOn ? box.x + box.w - box.h : box.x };
  const color = isOn ? COLORS.key : COLORS.otherLeg;
  return [
    { kind: 'rect', key: `${action}Track`, ...box, radius: box.h / 2, color },
    { ...button<Action>(action, knob, '', 1, 'chosen'), key: `${action}Switch` },
  ];
}
