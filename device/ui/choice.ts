import type { Element } from './element';
import type { Box, Frame } from './frame';
import { forText, imageSize, readingSize, textUnits, units } from './frame';
import { LINE_HEIGHT, linesOf } from './line-count';
import { button, columns, line, paragraph } from './parts';
import { WIDEST } from './rows';
import type { Row } from './stack';
import { SWITCH_SIZE } from './switch-shape';
import { COLORS, SIZES } from './theme';

/**
 * A choice: a button that shows the current value, a switch next to it if the choice is on or off, and an explanation
 * below. A touch on either does the same.
 */
export function choiceRow<Action>(
  frame: Frame,
  action: Action & string,
  words: string,
  hint: string,
  isOn?: boolean,
): Row<Action> {
  const { room: below, make } = frame.isLarge === true ? largeChoice(frame, hint, isOn) : PLAIN_CHOICE;
  return {
    height: units(frame, CHOICE.height + below + CHOICE.below),
    width: units(frame, CHOICE.width),
    look: 'plain',
    make: (box) => make(frame, box, action, words, hint, isOn),
  };
}

/** A value, or how much it changes, between a button that makes it smaller and one that makes it larger. */
export function stepRow<Action>(
  frame: Frame,
  [less, more]: readonly [less: Action & string, more: Action & string],
  words: string,
): Row<Action> {
  const size = textUnits(frame, SIZES.zone);
  return {
    height: units(frame, CHOICE.height + CHOICE.below),
    width: units(frame, CHOICE.width),
    look: 'plain',
    make: (box) => {
      const row = { ...box, h: units(frame, CHOICE.height) };
      const [minus = row, middle = row, plus = row] = columns(row, units(frame, CHOICE.gap), [1, 2, 1]);
      return [
        button<Action>(less, minus, '−', size, 'plain'),
        line(`${less}Of`, middle, words, textUnits(frame, SIZES[frame.isLarge === true ? 'body' : 'label'])),
        button<Action>(more, plus, '+', size, 'plain'),
      ];
    },
  };
}

/**
 * A choice, its explanation, the space below both, the switch at its right end and the space before that, in design
 * units. The picture of the switch has black at its ends.
 */
const CHOICE = {
  width: 376,
  height: 72,
  hint: 66,
  below: 8,
  radius: 20,
  gap: 4,
  track: 88,
  before: 2,
} as const;

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
    const label = { ...box, h, w: box.w - (track && track + u(CHOICE.before)) };
    const below = { ...box, y: box.y + h + u(CHOICE.gap), h: u(CHOICE.hint - CHOICE.gap) };
    return [
      choiceButton(frame, label, action, words),
      ...(isOn === undefined
        ? []
        : switchAt(frame, action, { ...box, x: box.x + box.w - track, w: track, h }, isOn)),
      choiceHint(frame, below, action, hint),
    ];
  },
};

/** In large text the switch is below, next to the explanation, since the button needs the full width. */
function largeChoice(frame: Frame, hint: string, isOn: boolean | undefined): ChoiceLayout {
  const track = isOn === undefined ? 0 : CHOICE.track + 2 * CHOICE.gap;
  const size = forText(frame, SIZES.small);
  const needed = linesOf(hint, size, WIDEST[frame.shape] - track) * size * LINE_HEIGHT;
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
        ...(isOn === undefined ? [] : switchAt(frame, action, at, isOn)),
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
  const size = readingSize(frame);
  return paragraph(`${action}Hint`, box, hint, textUnits(frame, SIZES[size]), COLORS.quiet);
}

/** A picture of a switch that is on or off, which can be touched all over. */
function switchAt<Action>(
  frame: Frame,
  action: Action & string,
  at: Box,
  isOn: boolean,
): readonly Element<Action>[] {
  const black = { fill: COLORS.background, pressedFill: COLORS.background };
  const size = imageSize(frame, SWITCH_SIZE);
  const box = { x: at.x + at.w - size.w, y: at.y + Math.round((at.h - size.h) / 2), ...size };
  const src = isOn ? 'switch-on.png' : 'switch-off.png';
  return [{ ...button<Action>(action, box, '', 1, 'plain'), ...black, key: `${action}Switch`, src }];
}
