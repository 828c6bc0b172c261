import type { Key } from '../../core/session/keys';
import { lockedPresses } from '../../core/session/keys';
import type { SessionView } from '../../core/session/view';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import { columns, line, paragraph } from '../../device/ui/parts';
import { COLORS } from '../../device/ui/theme';
import type { SessionLayout } from './layout';
import type { Locked } from './view';

/** What the keys do while the glass is locked, in the place of the button. */
export function keyHints(
  { keys, flipPauses }: Locked,
  { phase }: SessionView,
  { hints, lock, sizes }: SessionLayout,
  text: Text,
): readonly Element[] {
  const isPaused = phase === 'paused';
  const presses = lockedPresses(keys);
  const [upper, lower] = hints();
  const below = columns(
    lower,
    0,
    presses.slice(1).map(() => 1),
  );
  const places = [upper, ...below];
  const isFlipHeard = flipPauses && !isPaused;
  const unlock = text(isFlipHeard ? 'Hold a key: unlock. Turn wrist: pause' : 'Locked: hold a key to unlock');
  return [
    ...presses.map((press, index) =>
      line(`hint${index}`, places[index] ?? upper, text(HINTS[press][isPaused ? 1 : 0]), sizes.word),
    ),
    paragraph('locked', lock(), unlock, sizes.word, COLORS.warm),
  ];
}

const HINTS: Readonly<Record<Key | 'turn', readonly [running: TextId, paused: TextId]>> = {
  home: ['Crown: pause', 'Crown: resume'],
  select: ['SELECT: pause', 'SELECT: resume'],
  shortcut: ['Lower key: +15 s', 'Lower key: +15 s'],
  up: ['UP: +15 s', 'UP: +15 s'],
  down: ['DOWN: next', 'DOWN: next'],
  turn: ['Turn it: +15 s', 'Turn it: +15 s'],
  back: ['Back', 'Back'],
};
