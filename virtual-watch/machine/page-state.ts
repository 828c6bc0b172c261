import type { CardArea } from './card-area';
import { WidgetTree } from './widgets';

/** The handlers a page has registered, one of each kind. */
export interface PageHandlers {
  key?: ((key: number, event: number) => unknown) | undefined;
  gesture?: ((gesture: number) => unknown) | undefined;
  crown?: ((key: number, degree: number) => unknown) | undefined;
  wrist?: ((motion: { type: number; motion: number }) => unknown) | undefined;
}

/**
 * The state of a page on the screen, or of a card: its widgets, handlers and scroll position. It ends with the page.
 */
export class PageState {
  /** As in the manifest: `page/session/index`. */
  readonly url: string;
  readonly params: string | undefined;
  readonly tree = new WidgetTree();
  readonly handlers: PageHandlers = {};
  scrollY = 0;
  scrollLocked = false;
  /** Only a square screen has a status bar. */
  statusBarVisible = true;
  statusBarTitle: string | undefined;
  /** The area of a card; undefined for a page, which uses the whole screen. */
  readonly card: CardArea | undefined;

  constructor(url: string, params: string | undefined, card?: CardArea) {
    this.url = url;
    this.params = params;
    this.card = card;
    if (card === undefined) return;
    this.statusBarVisible = false;
    this.scrollLocked = true;
  }
}

/** A button of a dialog, and what happens when it is pressed. */
export interface DialogButton {
  readonly label: string;
  /** For the two round buttons of the plain dialog; a capsule has none. */
  readonly icon?: 'cancel' | 'confirm';
  readonly press: () => void;
}

/** The system's dialog in front of the page. */
export interface Dialog {
  readonly text: string;
  readonly buttons: readonly DialogButton[];
}
