import type { Element } from './element';
import type { Box, Frame } from './frame';
import { forText, textUnits, units } from './frame';
import { linesOf } from './line-count';
import { button, columns, line, paragraph } from './parts';
import type { Row } from './stack';
import { below, stack } from './stack';
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
  /**
   * A choice: a button that shows the current value, a switch next to it if the choice is on or off, and an explanation
   * below. A touch on either does the same.
   */
  choice(action: Action & string, words: string, hint: string, isOn?: boolean): Row<Action>;
  gap(height: number): Row<Action>;
  /** Rows that the edge of the screen must not separate before scrolling. */
  together(rows: readonly Row<Action>[]): Row<Action>;
  /** A page of rows, see `stack`. */
  page(firstWidth: number, margin: number, rows: readonly Row<Action>[]): readonly Element<Action>[];
  /** Rows below a first screen that is laid out separately, see `below`; the gap is in pixels. */
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
    (key, words, look) => {
      const { size = 'small', color = COLORS.text } = look;
      const { height, width, isWrapped } = roomFor(frame, words, SIZES[size], look, part === paragraph);
      return {
        ...room(height, width),
        make: (box) => [
          (isWrapped ? paragraph : line)(key, box, words, textUnits(frame, SIZES[size]), color),
        ],
      };
    };
  return {
    line: textRow(line),
    paragraph: textRow(paragraph),
    button(action, words, { width, height = TARGET, below = 0, size = 'small', look = 'plain', color }) {
      return {
        ...room(height + below, Math.min(forText(frame, width, SIZES[size]), Math.max(width, WIDEST))),
        make(box) {
          const made = button<Action>(
            action,
            { ...box, h: u(height) },
            words,
            textUnits(frame, SIZES[size]),
            look,
          );
          return [color === undefined ? made : { ...made, color }];
        },
      };
    },
    buttons(of, { width, height = TARGET, below = 0, size = 'small' }) {
      return {
        ...room(height + below, Math.min(forText(frame, width, SIZES[size]), Math.max(width, WIDEST))),
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
    choice: (action, words, hint, isOn) => {
      const { room: below, make } = frame.isLarge === true ? largeChoice(frame, hint, isOn) : PLAIN_CHOICE;
      return {
        ...room(CHOICE.height + below + CHOICE.below, CHOICE.width),
        make: (box) => make(frame, box, action, words, hint, isOn),
      };
    },
    gap: (height) => room(height, undefined),
    together,
    page: (firstWidth, margin, rows) =>
      stack(frame, u(frame.isLarge === true ? Math.max(firstWidth, NARROWEST) : firstWidth), u(margin), rows),
    below: (gap, margin, rows) => below(frame, gap, u(margin), rows),
  };
}

/** In large text: the least width of a line or passage, and the greatest width of a button, in design units. */
const NARROWEST = 300;
const PASSAGE = 340;
const WIDEST = 374;

/**
 * The space for a text in design units. Large text takes as many lines as it needs, and is given more space than it
 * probably needs.
 */
function roomFor(
  frame: Frame,
  words: string,
  size: number,
  { height, width }: TextLook,
  isPassage: boolean,
): TextLook & { readonly isWrapped: boolean } {
  const large = forText(frame, size);
  if (large === size) return { height, ...(width === undefined ? {} : { width }), isWrapped: isPassage };
  const wide = Math.min(width ?? (isPassage ? PASSAGE : NARROWEST), WIDEST);
  const needed = linesOf(words, large, wide) * large * LINE_HEIGHT;
  return {
    height: Math.max(needed, forText(frame, isPassage ? 0 : height, size)),
    width: wide,
    isWrapped: true,
  };
}

/** The height of a line in any script, as a multiple of its text size. */
const LINE_HEIGHT = 1.3;

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

/** A choice, its explanation, the space below both, and the switch at its right end, in design units. */
const CHOICE = { width: 376, height: 72, hint: 60, below: 12, radius: 20, gap: 4, track: 91 } as const;

type MakeChoice = <Action>(
  frame: Frame,
  box: Box,
  action: Action & string,
  words: string,
  hint: string,
  isOn: boolean | undefined,
) => readonly Element<Action>[];

/** The layout of a choice, and the space below its button, in design units. */
interface ChoiceLayout {
  readonly room: number;
  readonly make: MakeChoice;
}

const PLAIN_CHOICE: ChoiceLayout = {
  room: CHOICE.hint,
  make(frame, box, action, words, hint, isOn) {
    const u = (length: number): number => units(frame, length);
    const h = u(CHOICE.height);
    const track = isOn === undefined ? 0 : u(CHOICE.track);
    const label = { ...box, h, w: box.w - (track && track + u(CHOICE.gap)) };
    const below = { ...box, y: box.y + h, h: u(CHOICE.hint) };
    return [
      choiceButton(frame, label, action, words),
      ...(isOn === undefined
        ? []
        : switchAt(action, { ...box, x: box.x + box.w - track, w: track, h }, isOn)),
      choiceHint(frame, below, action, hint),
    ];
  },
};

/** In large text the switch is below, next to the explanation, since the button needs the full width. */
function largeChoice(frame: Frame, hint: string, isOn: boolean | undefined): ChoiceLayout {
  const track = isOn === undefined ? 0 : CHOICE.track + 2 * CHOICE.gap;
  const size = forText(frame, SIZES.small);
  const needed = linesOf(hint, size, WIDEST - track) * size * LINE_HEIGHT;
  const room = Math.max(CHOICE.height, needed) + CHOICE.gap;
  return {
    room,
    make(frame, box, action, words, _, isOn) {
      const u = (length: number): number => units(frame, length);
      const h = u(CHOICE.height);
      const y = box.y + h + u(CHOICE.gap);
      const beside = { ...box, y, w: box.w - u(track), h: u(room - CHOICE.gap) };
      const at = { ...box, x: box.x + box.w - u(CHOICE.track), y, w: u(CHOICE.track), h };
      return [
        choiceButton(frame, { ...box, h }, action, words),
        ...(isOn === undefined ? [] : switchAt(action, at, isOn)),
        choiceHint(frame, beside, action, hint),
      ];
    },
  };
}

function choiceButton<Action>(
  frame: Frame,
  box: Box,
  action: Action & string,
  words: string,
): Element<Action> {
  const made = button<Action>(action, box, words, textUnits(frame, SIZES.small), 'plain');
  return { ...made, radius: units(frame, CHOICE.radius) };
}

function choiceHint(frame: Frame, box: Box, action: string, hint: string): Element {
  return paragraph(`${action}Hint`, box, hint, textUnits(frame, SIZES.small), COLORS.quiet);
}

/**
 * A track with a knob, at its right end when it is on. The knob lies on the track, not on a button, whose touches it
 * would intercept.
 */
function switchAt<Action>(action: Action & string, box: Box, isOn: boolean): readonly Element<Action>[] {
  const rim = Math.round(box.h / 18);
  const knob = { ...box, w: box.h, x: isOn ? box.x + box.w - box.h - rim : box.x + rim };
  const track = { ...box, y: box.y - rim, h: box.h + 2 * rim };
  const color = isOn ? COLORS.key : COLORS.otherLeg;
  return [
    { kind: 'rect', key: `${action}Track`, ...track, radius: track.h / 2, color },
    { ...button<Action>(action, knob, '', 1, 'chosen'), key: `${action}Switch` },
  ];
}
