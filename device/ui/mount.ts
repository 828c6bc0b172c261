import { align, createWidget, deleteWidget, prop, setStatusBarVisible, text_style, widget } from '@zos/ui';
import { wholeScreen } from '../watch/screen';
import type { Element } from './element';
import type { Mounted, Ui } from './reconcile';
import { mountOn } from './reconcile';

export type { Mounted } from './reconcile';

/** The typings demand what the documents leave free (`angle`) and lack what they demand (`color` of ARC). */
const ui = { align, createWidget, deleteWidget, prop, text_style, widget } as unknown as Ui;

/**
 * Puts a page on the screen, of which a square one gives up its status bar; `act` hears the action of each button that
 * is touched.
 */
export function mount<Action>(
  elements: readonly Element<Action>[],
  act: (action: Action) => void,
): Mounted<Action> {
  if (wholeScreen().shape === 'square') setStatusBarVisible(false);
  return mountOn(ui, elements, act);
}
