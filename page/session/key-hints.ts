import type { Key, KeyAction, LockedState } from '../../core/session/keys';
import { lockedPresses } from '../../core/session/keys';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Box, Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { widthOfLine } from '../../device/ui/line-count';
import { columns, line, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { Locked } from './view';

/**
 * What the keys do while the glass is locked, shown in place of the button: on the side of its key, the upper ones above
 * the lower ones, with a mark at the bezel beside each key.
 */
export function keyHints(
  { keys, flipPauses }: Locked,
  state: LockedState,
  frame: Frame,
  layout: SessionLayout,
  text: Text,
): readonly Element[] {
  if (state === 'asked') return howToAnswer(keys, frame, layout, text);
  const isPaused = state === 'lockedPaused';
  const { hint, lock, sizes, isLarge } = layout;
  const isFlipHeard = flipPauses && !isPaused;
  const usual = isFlipHeard ? 'Hold a key: unlock. Turn wrist: pause' : 'Locked: hold a key to unlock';
  const hints = lockedPresses(keys, state).flatMap(({ by, action }) => {
    // In large text, there is more to say in a pause than how to go on.
    const words = isLarge && isPaused && action === 'next' ? undefined : hintFor(by, action, isPaused);
    return words ? [{ by, words: text(words), ...placeOf(by, keys) }] : [];
  });
  const left = hints.filter(({ side, by }) => side === 'left' && by !== 'turn').map(({ words }) => words);
  // In large text a row has no space for both sides: the keys on the left come first.
  const isApart = isLarge && left.length > 0;
  const long = columns(
    hint(0),
    0,
    left.map((words) => widthOfLine(words, 100)),
  );
  return [
    ...hints.flatMap(({ by, words, side, level }, index): readonly Element[] => {
      const usual = hint(isApart || level > 0 ? 1 : 0);
      const row = isApart && side === 'left' ? (long[left.indexOf(words)] ?? usual) : usual;
      const align = isApart && side === 'left' ? 'center' : side;
      return [
        ...(by === 'turn' ? [] : marksOf(`key${index}`, { side, level }, row, !isApart, frame)),
        line(`hint${index}`, row, words, sizes.key, COLORS.text, align),
      ];
    }),
    isLarge
      ? line('locked', hint(2), text('Hold: unlock'), sizes.word, COLORS.warm)
      : paragraph('locked', lock(), text(usual), sizes.word, COLORS.warm),
  ];
}

/** While a sign is asked about, how to answer it, with marks where the keys are; what else they do can wait. */
function howToAnswer(
  keys: readonly Key[],
  frame: Frame,
  { answer, hint, sizes }: SessionLayout,
  text: Text,
): readonly Element[] {
  const words = text('Hold a key, then touch Yes or No');
  return [
    ...lockedPresses(keys, 'asked').flatMap(({ by }, index) =>
      by === 'turn' ? [] : marksOf(`key${index}`, placeOf(by, keys), hint(1), false, frame),
    ),
    paragraph('locked', answer(), words, sizes.answer, COLORS.warm),
  ];
}

/** Where a key is: on which side, and whether above, at or below the middle. */
interface KeyPlace {
  readonly side: 'left' | 'right';
  readonly level: -1 | 0 | 1;
}

/** A crown is at the middle unless there is another key below it. The docs do not say; see docs/platform.md (K5). */
function placeOf(by: Key | 'turn', keys: readonly Key[]): KeyPlace {
  const isLeft = by === 'up' || by === 'down';
  const isLower = by === 'down' || by === 'shortcut';
  const hasLower = keys.includes('shortcut');
  // What the crown does when it is turned has the row of the crown, where another key has the lower one.
  if (by === 'turn') return { side: hasLower ? 'left' : 'right', level: hasLower ? -1 : 1 };
  const isUpper = by === 'up' || by === 'select' || hasLower;
  return { side: isLeft ? 'left' : 'right', level: isLower ? 1 : isUpper ? -1 : 0 };
}

/**
 * A mark at the bezel: on a round screen in degrees above the middle, on a square one as a share of the height. Above, it
 * lies inside the line that shows the session. Other lengths are in design units.
 */
const MARK = {
  slant: 29,
  rise: 0.21,
  half: 5,
  length: 40,
  line: 6,
  inset: 2,
  inside: 22,
  thread: 2,
  end: 3,
} as const;

/**
 * The mark of a key beside this row. One that is not below the middle is far from its words, and if it `isLed` to them, a
 * thin line leads down.
 */
function marksOf(
  key: string,
  { side, level }: KeyPlace,
  row: Box,
  isLed: boolean,
  frame: Frame,
): readonly Element[] {
  const u = (length: number): number => units(frame, length);
  const inset = u(level < 0 ? MARK.inside : MARK.inset);
  const radius = frame.height / 2;
  const color = COLORS.text;
  const beside = row.y + Math.round(row.h / 2);
  const end = row.y - u(MARK.end);
  const hasThread = level <= 0 && isLed;
  if (frame.shape === 'round') {
    const angleTo = (y: number): number =>
      Math.round((Math.asin((y - radius) / (radius - inset)) * 180) / Math.PI);
    const at = level < 0 ? -MARK.slant : level === 0 ? 0 : angleTo(beside);
    const size = frame.width - 2 * inset;
    const part = (name: string, from: number, to: number, line: number): Element => ({
      ...{ kind: 'arc', key: name, x: inset, y: inset, w: size, h: size, color, line },
      ...(side === 'right' ? { from, to } : { from: 180 - to, to: 180 - from }),
    });
    return [
      part(key, at - MARK.half, at + MARK.half, u(MARK.line)),
      ...(hasThread ? [part(`${key}Thread`, at + MARK.half, angleTo(end), u(MARK.thread))] : []),
    ];
  }
  const [w, h] = [u(MARK.line), u(MARK.length)];
  const x = side === 'right' ? frame.width - inset - w : inset;
  const middle = level < 0 ? frame.height * (0.5 - MARK.rise) : level === 0 ? radius : beside;
  const y = Math.round(middle - h / 2);
  const thread = { x: x + Math.round((w - u(MARK.thread)) / 2), y: y + h, w: u(MARK.thread), h: end - y - h };
  return [
    { kind: 'rect', key, x, y, w, h, radius: Math.round(w / 2), color },
    ...(hasThread ? [{ kind: 'rect', key: `${key}Thread`, ...thread, radius: 0, color } as const] : []),
  ];
}

/** What a key does, with its name; undefined for actions without a hint. */
function hintFor(by: Key | 'turn', action: KeyAction, isPaused: boolean): TextId | undefined {
  switch (action) {
    case 'pauseOrGoOn':
      return PAUSES[by === 'select' ? 'select' : 'home'][isPaused ? 1 : 0];
    case 'next':
      return 'DOWN: next';
    case 'extend':
    case 'hurt':
      return SAID_BY[by === 'up' || by === 'turn' ? by : 'shortcut'][action];
    case 'unlock':
    case 'answer':
    case 'show':
    case 'nothing':
    case 'system':
      return undefined;
  }
}

const PAUSES: Readonly<Record<'home' | 'select', readonly [running: TextId, paused: TextId]>> = {
  home: ['Crown: pause', 'Crown: resume'],
  select: ['SELECT: pause', 'SELECT: resume'],
};

const SAID_BY: Readonly<Record<'shortcut' | 'up' | 'turn', Readonly<Record<'extend' | 'hurt', TextId>>>> = {
  shortcut: { extend: 'Lower key: +15 s', hurt: 'Lower key: it hurts' },
  up: { extend: 'UP: +15 s', hurt: 'UP: it hurts' },
  turn: { extend: 'Turn crown: +15 s', hurt: 'Turn crown: it hurts' },
};
