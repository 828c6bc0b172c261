import type { Key, KeyAction, LockedState } from '../../core/session/keys';
import { lockedPresses } from '../../core/session/keys';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
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
  const isPaused = state === 'lockedPaused';
  const { hint, lock, sizes, isLarge } = layout;
  const isFlipHeard = flipPauses && !isPaused;
  const unlock = text(isFlipHeard ? 'Hold a key: unlock. Turn wrist: pause' : 'Locked: hold a key to unlock');
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
        ...(by === 'turn' ? [] : [markAt(`key${index}`, side, level, frame)]),
        line(`hint${index}`, row, words, sizes.word, COLORS.text, align),
      ];
    }),
    isLarge
      ? line('locked', hint(2), text('Hold: unlock'), sizes.word, COLORS.warm)
      : paragraph('locked', lock(), unlock, sizes.word, COLORS.warm),
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
 * A mark at the bezel: on a round screen in degrees above or below the middle, on a square one as a share of the height.
 * Above, it lies inside the line that shows the session. Other lengths are in design units.
 */
const MARK = { slant: 29, rise: 0.21, half: 6, length: 48, line: 6, inset: 2, inside: 19 } as const;

function markAt(key: string, side: KeyPlace['side'], level: KeyPlace['level'], frame: Frame): Element {
  const u = (length: number): number => units(frame, length);
  const { width, height, shape } = frame;
  const inset = u(level < 0 ? MARK.inside : MARK.inset);
  const color = COLORS.text;
  if (shape === 'round') {
    const at = side === 'right' ? level * MARK.slant : 180 - level * MARK.slant;
    const size = width - 2 * inset;
    return {
      ...{ kind: 'arc', key, x: inset, y: inset, w: size, h: size, color },
      ...{ from: at - MARK.half, to: at + MARK.half, line: u(MARK.line) },
    };
  }
  const [w, h] = [u(MARK.line), u(MARK.length)];
  return {
    ...{ kind: 'rect', key, w, h, radius: Math.round(w / 2), color },
    x: side === 'right' ? width - inset - w : inset,
    y: Math.round(height * (0.5 + level * MARK.rise) - h / 2),
  };
}

/** What a key does, with its name; undefined for actions without a hint. */
function hintFor(by: Key | 'turn', action: KeyAction, isPaused: boolean): TextId | undefined {
  switch (action) {
    case 'pauseOrGoOn':
      return PAUSES[by === 'select' ? 'select' : 'home'][isPaused ? 1 : 0];
    case 'next':
      return 'DOWN: next';
    case 'stopAtSign':
      return by === 'down' ? 'DOWN: stop' : 'Lower: stop';
    case 'fine':
      return by === 'up' ? 'UP: fine' : 'Turn: fine';
    case 'extend':
    case 'hurt':
      return SAID_BY[by === 'up' || by === 'turn' ? by : 'shortcut'][action];
    case 'unlock':
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
  turn: { extend: 'Turn it: +15 s', hurt: 'Turn it: it hurts' },
};
