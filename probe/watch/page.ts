import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import type { Mounted } from '../../device/ui/reconcile';
import { mountOn } from '../../device/ui/reconcile';
import { watchScreen } from '../../device/watch/screen';
import { watchUi } from '../../device/watch/ui';

/** The whole screen of this watch. */
export function wholeScreen(): Frame {
  return watchScreen.frame();
}

/** Puts a page on the screen; a square one gives up its status bar. `act` is called for each touch. */
export function mount<Action>(
  elements: readonly Element<Action>[],
  act: (action: Action) => void,
): Mounted<Action> {
  if (wholeScreen().shape === 'square') watchScreen.hideStatusBar();
  return mountOn(watchUi, elements, act);
}
