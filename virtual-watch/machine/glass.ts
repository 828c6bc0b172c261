import { modalBoxes } from '../face/modal';
import { statusBarHeight } from '../face/overlay';
import type { Box, ModalButton, Picture, PictureNode, StatusBar } from '../face/picture';
import { touchesGlass } from '../face/safe-area';
import { centreOf, isInside, pageHeight, placeWidgets, type ImageSize, type Placed } from './layout';
import { CARD_COLOR, type CardArea } from './card-area';
import type { Machine } from './machine';
import type { Dialog, DialogButton, PageState } from './page-state';
import { pictureNode } from './picture-of';

/** What is visible on the glass, where it is, and how it is drawn. Read-only; `Finger` does the touching. */

/** A visible text, in pixels of the screen. */
export interface SeenText {
  readonly text: string;
  readonly box: Box;
}

/** A dialog's button with its position on the screen. */
export interface PlacedButton {
  readonly button: DialogButton;
  readonly box: Box;
}

export class Glass {
  readonly #machine: Machine;
  readonly #pressed = new Set<DialogButton>();

  constructor(machine: Machine) {
    this.#machine = machine;
  }

  /** The page in front, or the visible card. */
  get page(): PageState | undefined {
    const { app, cards } = this.#machine;
    return app.page ?? (cards.isSeen ? cards.state : undefined);
  }

  /** The widgets of the page with their positions on the page. */
  placed(): readonly Placed[] {
    if (this.page === undefined) return [];
    return placeWidgets(this.page.tree.roots, this.#imageSize, this.page.card?.offset);
  }

  /** How far the page can be scrolled, in pixels. */
  get scrollRange(): number {
    return Math.max(0, pageHeight(this.placed()) - this.#machine.options.device.height);
  }

  get statusBarHeight(): number {
    const { device } = this.#machine.options;
    return this.page?.statusBarVisible === true && device.shape === 'square'
      ? statusBarHeight(device.width)
      : 0;
  }

  /** Converts a box on the page to its present position on the screen. */
  onScreen(box: Box): Box {
    return { ...box, y: box.y - (this.page?.scrollY ?? 0) };
  }

  /** Whether a point of the screen is on the glass; the corners of a round one are not. */
  has(x: number, y: number): boolean {
    return touchesGlass(this.#machine.options.device, { x: Math.floor(x), y: Math.floor(y), w: 1, h: 1 });
  }

  /** Where a finger goes for a visible box: to its middle or, if that is off the glass, to the nearest point on it. */
  pointOn(box: Box): { readonly x: number; readonly y: number } {
    const { width, height } = this.#machine.options.device;
    const middle = centreOf(box);
    if (this.has(middle.x, middle.y)) return middle;
    const nearest = (from: number, length: number, to: number): number =>
      Math.min(Math.max(to, from), from + length - 1);
    return { x: nearest(box.x, box.w, width / 2), y: nearest(box.y, box.h, height / 2) };
  }

  /**
   * Whether a box is in sight: part of it on the glass, and its middle neither scrolled away nor under the status bar.
   */
  isInSight(box: Box): boolean {
    const { device } = this.#machine.options;
    const { width, height } = device;
    const { x, y } = centreOf(box);
    return (
      touchesGlass(device, box) &&
      isInside({ x: 0, y: this.statusBarHeight, w: width, h: height - this.statusBarHeight }, x, y)
    );
  }

  dialogButtons(): readonly PlacedButton[] {
    const { dialog } = this.#machine;
    if (dialog === undefined) return [];
    return dialog.buttons.map((button, index) => ({ button, box: this.#dialogBox(dialog, index) }));
  }

  setPressed(button: DialogButton, isPressed: boolean): void {
    if (isPressed) this.#pressed.add(button);
    else this.#pressed.delete(button);
  }

  /** The visible texts in reading order: from top to bottom, then from left to right. */
  texts(): readonly SeenText[] {
    if (!this.#machine.hardware.screen.lit) return [];
    const { dialog, toast } = this.#machine;
    const seen = dialog === undefined ? this.#pageTexts() : this.#dialogTexts(dialog);
    const { width, height } = this.#machine.options.device;
    const overlay = toast === undefined ? [] : [{ text: toast, box: { x: 0, y: 0, w: width, h: height } }];
    return [...[...seen].sort(inReadingOrder), ...overlay];
  }

  picture(): Picture {
    const { device } = this.#machine.options;
    const { dialog, toast } = this.#machine;
    const { width, height, shape, cornerRadius } = device;
    const statusBar = this.#statusBar();
    return {
      ...{ width, height, shape, cornerRadius },
      lit: this.#machine.hardware.screen.lit,
      scrollY: this.page?.scrollY ?? 0,
      nodes: this.#nodes(),
      ...this.#scrollBar(),
      ...(statusBar === undefined ? {} : { statusBar }),
      ...(dialog === undefined ? {} : { modal: { text: dialog.text, buttons: this.#modalButtons(dialog) } }),
      ...(toast === undefined ? {} : { toast }),
    };
  }

  /** A page that does not scroll has nothing to tell. */
  #scrollBar(): Pick<Picture, 'scrollBar'> {
    const range = this.scrollRange;
    const isThere = this.page?.tree.roots.some(({ type, visible }) => type === 'PAGE_SCROLLBAR' && visible);
    return isThere === true && range > 0 ? { scrollBar: { range } } : {};
  }

  readonly #imageSize: ImageSize = (src) => {
    const bytes = this.#machine.package.asset(src);
    if (bytes === undefined) return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Rows may be padded, so zpm writes the true width into the id field of the header (read from its files).
    return { w: view.getUint16(22, true), h: view.getUint16(14, true) };
  };

  #pageTexts(): readonly SeenText[] {
    return this.#nodes().flatMap((node) => {
      if (node.kind !== 'text' && node.kind !== 'button') return [];
      const box = this.onScreen(node);
      const isSeen = node.text !== '' && (node.kind === 'button' || node.alpha > 0) && this.isInSight(box);
      return isSeen ? [{ text: node.text, box }] : [];
    });
  }

  #nodes(): readonly PictureNode[] {
    if (this.page === undefined) return this.#placeNodes();
    return [...this.#cardNodes(this.page.card), ...this.placed().map(pictureNode)];
  }

  /** The background the system paints for a card. */
  #cardNodes(card: CardArea | undefined): readonly PictureNode[] {
    if (card === undefined) return [];
    return [{ kind: 'fillRect', ...card.box, color: CARD_COLOR, radius: card.radius, alpha: 255 }];
  }

  #dialogTexts(dialog: Dialog): readonly SeenText[] {
    const box = modalBoxes(this.#machine.options.device).text;
    const lines = dialog.text.split('\n').map((text, index) => ({ text, box: { ...box, y: box.y + index } }));
    return [
      ...lines,
      ...this.dialogButtons().map(({ button, box: at }) => ({ text: button.label, box: at })),
    ];
  }

  #modalButtons(dialog: Dialog): readonly ModalButton[] {
    return dialog.buttons.map((button, index) => ({
      ...this.#dialogBox(dialog, index),
      label: button.label,
      ...(button.icon === undefined ? {} : { icon: button.icon }),
      pressed: this.#pressed.has(button),
    }));
  }

  /** Two round buttons side by side, or capsules stacked vertically. */
  #dialogBox(dialog: Dialog, index: number): Box {
    const { device } = this.#machine.options;
    const icon = dialog.buttons[index]?.icon;
    if (icon !== undefined) return modalBoxes(device)[icon];
    const [w, h, gap] = [device.width * 0.6, device.width * 0.14, device.width * 0.02].map(Math.round) as [
      number,
      number,
      number,
    ];
    const bottom = Math.round(device.height * 0.9);
    const y = bottom - (dialog.buttons.length - index) * (h + gap);
    return { x: Math.round((device.width - w) / 2), y, w, h };
  }

  #statusBar(): StatusBar | undefined {
    if (this.statusBarHeight === 0) return undefined;
    return { title: this.page?.statusBarTitle ?? this.#appName(), clock: this.#timeOfDay() };
  }

  /** What is shown without a page: the time on the watchface, the app in the list. */
  #placeNodes(): readonly PictureNode[] {
    const { width, height } = this.#machine.options.device;
    const isWatchface = this.#machine.app.shows === 'watchface';
    return [
      {
        kind: 'text',
        ...{ x: 0, y: 0, w: width, h: height },
        text: isWatchface ? this.#timeOfDay() : this.#appName(),
        textSize: Math.round(width * (isWatchface ? 0.26 : 0.1)),
        color: 0xffffff,
        ...{ alignH: 'center', alignV: 'center', textStyle: 'none', lineSpace: 0, charSpace: 0, alpha: 255 },
      },
    ];
  }

  #appName(): string {
    const { manifest } = this.#machine.package;
    const names = manifest.i18n[this.#machine.options.language] ?? manifest.i18n[manifest.defaultLanguage];
    return names?.appName ?? manifest.app.appName;
  }

  #timeOfDay(): string {
    const wall = this.#machine.clock.wall();
    const local = new Date(wall + this.#machine.utcOffsetAt(wall) * 60_000);
    return [local.getUTCHours(), local.getUTCMinutes()]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  }
}

/** Texts whose heights differ by no more than this are read as one line. */
const SAME_LINE_PX = 8;

function inReadingOrder(a: SeenText, b: SeenText): number {
  const [above, below] = [centreOf(a.box), centreOf(b.box)];
  return Math.abs(above.y - below.y) > SAME_LINE_PX ? above.y - below.y : above.x - below.x;
}
