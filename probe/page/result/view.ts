import type { Element } from '../../../device/ui/element';
import type { Frame } from '../../../device/ui/frame';
import { units } from '../../../device/ui/frame';
import { line } from '../../../device/ui/parts';
import { rowsOn } from '../../../device/ui/rows';
import type { Row } from '../../../device/ui/stack';
import { stack } from '../../../device/ui/stack';
import { COLORS, SIZES } from '../../../device/ui/theme';
import type { Say } from '../../plan/words';

export type ResultAction = 'back' | 'clear' | 'stop';

/** All results on one screen, for one photo. The buttons are below it. */
export function viewResult(
  lines: readonly string[],
  frame: Frame,
  say: Say,
): readonly Element<ResultAction>[] {
  const rows = rowsOn<ResultAction>(frame);
  const u = (length: number): number => units(frame, length);
  const small = (words: string, place: number): Row<ResultAction> => ({
    height: u(30),
    make: (box) => [line(`line${place}`, box, words, u(SIZES.small), place < 2 ? COLORS.quiet : COLORS.text)],
  });
  const button = (action: ResultAction, words: string) =>
    rows.button(action, words, { width: 300, below: 10, look: 'plain' });
  return stack(frame, u(180), u(4), [
    ...[...lines, say('This text is bytecode.')].map(small),
    button('back', say('Back to the list')),
    button('stop', say('Stop motor')),
    button('clear', say('Clear all')),
  ]);
}
