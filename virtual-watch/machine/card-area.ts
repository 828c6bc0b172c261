import type { Box } from '../face/picture';
import type { DeviceFacts } from './device';
import type { CardOrigin } from './unknowns';

/**
 * The width of a card and its corner radius on a screen of the design width; measured from the drawings in the design
 * documents.
 */
const DRAWN = {
  round: { of: 480, width: 400, radius: 44 },
  square: { of: 390, width: 382, radius: 36 },
} as const;

/** The default, least and greatest height of a card, as fractions of the screen height (Zepp OS docs). */
const SHARE = { own: 0.5, least: 0.2, most: 0.6 } as const;

/** The background colour of a card, taken from a picture in the docs. */
export const CARD_COLOR = 0x1c1c1c;

/** The position of a card on the screen. In the list of cards it is centred. */
export class CardArea {
  readonly width: number;
  readonly margin: number;
  readonly radius: number;
  readonly #screen: DeviceFacts;
  readonly #origin: CardOrigin;
  #height: number;

  constructor(screen: DeviceFacts, origin: CardOrigin) {
    const { of, width, radius } = DRAWN[screen.shape];
    this.#screen = screen;
    this.#origin = origin;
    this.width = Math.floor((width * screen.width) / of);
    this.margin = Math.round((screen.width - this.width) / 2);
    this.radius = Math.round((radius * screen.width) / of);
    this.#height = this.ownHeight;
  }

  /** The default height, in pixels. */
  get ownHeight(): number {
    return Math.round(this.#screen.height * SHARE.own);
  }

  /** Sets the height; returns whether it is allowed. */
  setHeight(height: number): boolean {
    const { height: whole } = this.#screen;
    if (!(height >= whole * SHARE.least && height <= whole * SHARE.most)) return false;
    this.#height = height;
    return true;
  }

  /** Its box on the screen. */
  get box(): Box {
    const y = Math.round((this.#screen.height - this.#height) / 2);
    return { x: this.margin, y, w: this.width, h: this.#height };
  }

  /** The offset from the script's coordinates to the screen's. */
  get offset(): { readonly x: number; readonly y: number } {
    return { x: this.#origin === 'card' ? this.margin : 0, y: this.box.y };
  }

  /** Whether a box, in the script's coordinates, lies within the card. Anything outside is not drawn (Zepp OS docs). */
  holds({ x, y, w, h }: Box): boolean {
    const left = this.#origin === 'card' ? 0 : this.margin;
    return x >= left && x + w <= left + this.width && y >= 0 && y + h <= this.#height;
  }
}
