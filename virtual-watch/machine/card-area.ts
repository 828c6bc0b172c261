import type { Box } from '../face/picture';
import type { DeviceFacts } from './device';
import type { CardOrigin } from './unknowns';

/** Width of a card and radius of its corners, of a screen as wide as the design: read off the design documents' drawings. */
const DRAWN = {
  round: { of: 480, width: 400, radius: 44 },
  square: { of: 390, width: 382, radius: 36 },
} as const;

/** How high a card is by itself, and how low and high it may be made, by the height of the screen (Zepp OS docs). */
const SHARE = { own: 0.5, least: 0.2, most: 0.6 } as const;

/** What the system paints a card with, by a picture of the docs. */
export const CARD_COLOR = 0x1c1c1c;

/** The place of a card on the screen. In the list of cards it stands in the middle. */
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

  /** How high it is when nobody has said another height, in pixels. */
  get ownHeight(): number {
    return Math.round(this.#screen.height * SHARE.own);
  }

  /** Answers whether it may be so high. */
  setHeight(height: number): boolean {
    const { height: whole } = this.#screen;
    if (!(height >= whole * SHARE.least && height <= whole * SHARE.most)) return false;
    this.#height = height;
    return true;
  }

  /** Where it is on the screen. */
  get box(): Box {
    const y = Math.round((this.#screen.height - this.#height) / 2);
    return { x: this.margin, y, w: this.width, h: this.#height };
  }

  /** How far what is drawn in it is from where its script says. */
  get offset(): { readonly x: number; readonly y: number } {
    return { x: this.#origin === 'card' ? this.margin : 0, y: this.box.y };
  }

  /** Whether a box, as the script has it, lies within: what does not is not drawn (Zepp OS docs). */
  holds({ x, y, w, h }: Box): boolean {
    const left = this.#origin === 'card' ? 0 : this.margin;
    return x >= left && x + w <= left + this.width && y >= 0 && y + h <= this.#height;
  }
}
