import type { Key, KeyAction, LockedState } from '../../core/session/keys';
import { lockedPresses } from '../../core/session/keys';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import { linesOf } from '../../device/ui/line-count';
import { columns, line, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { Locked } from './view';

/** What the keys do while the glass is locked, shown in place of the button. */
export function keyHints(
  { keys, flipPauses }: Locked,
  state: LockedState,
  layout: SessionLayout,
  text: Text,
): readonly Element[] {
  const isPaused = state === 'lockedPaused';
  const presses = lockedPresses(keys, state);
  if (layout.isLarge) return largeHints(presses, isPaused, layout, text);
  const { hint, lock, sizes } = layout;
  const [upper, lower] = [hint(0), hint(1)];
  const below = columns(
    lower,
    0,
    presses.slice(1).map(() => 1),
  );
  const places = [upper, ...below];
  const isFlipHeard = flipPauses && !isPaused;
  const unlock = text(isFlipHeard ? 'Hold a key: unlock. Turn wrist: pause' : 'Locked: hold a key to unlock');
  return [
    ...presses.flatMap(({ by, action }, index) => {
      const words = hintFor(by, action, isPaused);
      return words ? [line(`hint${index}`, places[index] ?? upper, text(words), sizes.word)] : [];
    }),
    paragraph('locked', lock(), unlock, sizes.word, COLORS.warm),
  ];
}

/** What a key does, with its name; undefined for actions without a hint. */
function hintFor(by: Key | 'turn', action: KeyAction, isPaused: boolean): TextId | undefined {
  switch (action) {
    case 'pauseOrGoOn':
      return PAUSES[by === 'select' ? 'select' : 'home'][isPaused ? 1 : 0];
    case 'next':
      return 'DOWN: next';
    case 'stopAtSign':
      return 'DOWN: stop';
    case 'extend':
    case 'fine':
    case 'hurt':
      return SAID_BY[by === 'up' || by === 'turn' ? by : 'shortcut'][action];
    case 'unlock':
    case 'show':
    case 'nothing':
    case 'system':
      return undefined;
  }
}

/** In large text, a line each: how to move on, how to pause, and, where space is short, a brief hint for unlocking. */
function largeHints(
  presses: ReturnType<typeof lockedPresses>,
  isPaused: boolean,
  { hint, sizes }: SessionLayout,
  text: Text,
): readonly Element[] {
  const said = presses.flatMap(({ by, action }) => {
    // In a pause there is more to say, and no hurry to go on.
    if (isPaused && action === 'next') return [];
    const words = hintFor(by, action, isPaused);
    return words ? [text(words)] : [];
  });
  const [first = '', ...others] = said;
  const long = columns(
    hint(0),
    0,
    others.map((words) => linesOf(words, 1000, 100)),
  );
  return [
    ...others.map((words, index) => line(`hint${index + 1}`, long[index] ?? hint(0), words, sizes.word)),
    line('hint0', hint(1), first, sizes.word),
    line('locked', hint(2), text('Hold: unlock'), sizes.word, COLORS.warm),
  ];
}

const PAUSES: Readonly<Record<'home' | 'select', readonly [running: TextId, paused: TextId]>> = {
  home: ['Crown: pause', 'Crown: resume'],
  select: ['SELECT: pause', 'SELECT: resume'],
};

const SAID_BY: Readonly<
  Record<'shortcut' | 'up' | 'turn', Readonly<Record<'extend' | 'fine' | 'hurt', TextId>>>
> = {
  shortcut: { extend: 'Lower key: +15 s', fine: 'Lower key: fine', hurt: 'Lower key: it hurts' },
  up: { extend: 'UP: +15 s', fine: 'UP: fine', hurt: 'UP: it hurts' },
  turn: { extend: 'Turn it: +15 s', fine: 'Turn it: fine', hurt: 'Turn it: it hurts' },
};
