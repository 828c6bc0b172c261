import type { Undo } from '../watch/clock';
import type { Watch } from '../watch/watch';
import { makeText } from '../text/text';
import type { Text } from '../text/ids';
import type { Element } from './element';
import type { Frame } from './frame';
import type { Mounted } from './reconcile';
import { mountOn } from './reconcile';

/** What a page needs of the watch to be on its screen. */
type Drawn = Pick<Watch, 'clock' | 'launch' | 'screen' | 'texts' | 'ui'>;

/** What a page shows now. */
export type View<Action> = (frame: Frame, text: Text) => readonly Element<Action>[];

/** A page on the screen of the watch. */
export interface Page {
  /**
   * Shows the present view; if nothing has changed, this makes no widget calls. The first call puts the page on the
   * screen.
   */
  show(): void;
  /** Removes everything from the screen; `show` does nothing from then on. */
  readonly close: Undo;
}

/**
 * A page that shows `view`. A square screen gives up its status bar. `act` is called with the action of each touched
 * button.
 */
export function makePage<Action>(watch: Drawn, view: View<Action>, act: (action: Action) => void): Page {
  const told = watch.launch.memory();
  const plain = watch.screen.frame();
  let frame = plain;
  const text = makeText(watch.texts);
  let mounted: Mounted<Action> | undefined;
  let isClosed = false;
  const mount = (): Mounted<Action> => {
    if (frame.shape === 'square') watch.screen.hideStatusBar();
    return mountOn(watch.ui, view(frame, text), act);
  };
  return {
    show() {
      if (isClosed) return;
      const isLarge = told.choices?.largeText === true;
      if (isLarge !== (frame !== plain)) frame = isLarge ? { ...plain, isLarge } : plain;
      if (mounted) mounted.update(view(frame, text));
      else mounted = mount();
    },
    close() {
      isClosed = true;
      told.leftAt = watch.clock.now();
      if (mounted) mounted.unmount();
    },
  };
}

/** Shows a page that never changes. */
export function showPage<Action>(watch: Drawn, view: View<Action>, act: (action: Action) => void): Undo {
  const page = makePage(watch, view, act);
  page.show();
  return page.close;
}
