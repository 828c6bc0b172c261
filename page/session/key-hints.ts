import type { Key } from '../../core/keys';
import type { SessionView } from '../../core/session/view';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Box } from '../../device/ui/frame';
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
  const [first, ...others] = hintsFor(keys, isPaused);
  const [upper, lower] = hints;
  const say = (key: string, box: Box, hint: TextId): Element =>
    line(key, box, text(hint), sizes.word, COLORS.text);
  const places = columns(
    lower,
    0,
    others.map(() => 1),
  );
  const isFlipHeard = flipPauses && !isPaused;
  const unlock = text(isFlipHeard ? 'Hold a key: unlock. Flip: pause' : 'Locked: hold a key to unlock');
  return [
    say('hint0', upper, first),
    ...places.map((box, index) => say(`hint${index + 1}`, box, others[index] ?? first)),
    paragraph('locked', lock, unlock, sizes.word, COLORS.warm),
  ];
}

/** A watch with keys at its side needs no more than those; others have a crown that is pressed and turned. */
function hintsFor(keys: readonly Key[], isPaused: boolean): readonly [TextId, ...TextId[]] {
  if (keys.includes('select'))
    return [isPaused ? 'SELECT: resume' : 'SELECT: pause', 'UP: +15 s', 'DOWN: next'];
  return [
    isPaused ? 'Crown: resume' : 'Crown: pause',
    !keys.includes('shortcut') ? 'Turn it: +15 s' : 'Lower key: +15 s',
  ];
}
