import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ScreenShape } from '../../device/ui/frame';
import { COLORS } from '../../device/ui/theme';
import type { CardPicture } from '../../page/card/view';
import { CARD_PICTURE_SIZE } from '../../page/card/view';
import { arrow, fillBox, fillCircle, stroke } from './shapes';
import type { Drawing, Paint } from './surface';
import { draw } from './surface';

const CASE = COLORS.grey;
const GLASS = COLORS.onKey;
const CARD = COLORS.legAhead;
const MARK = COLORS.warm;

/** The middle of the only watch, and of the first and the second of two. */
const PLACES = { only: 120, first: 58, second: 182 } as const;

/** Where a watch is from top to bottom, and half its height. */
const MIDDLE = 66;
const HALF = 54;

type Place = keyof typeof PLACES;

/**
 * How the card is put next to the watch face and used, drawn on a watch with this shape of screen: the swipe to the
 * cards, the gear at the end of their list and the plus behind it, and the card with its button.
 */
export function cardPicture(name: CardPicture, shape: ScreenShape): Drawing {
  const paints: readonly Paint[] = [
    { color: 0, alpha: 0 },
    ...[CASE, GLASS, CARD, MARK, COLORS.text, COLORS.key].map((color) => ({ color, alpha: 0xff })),
  ];
  const { w, h } = CARD_PICTURE_SIZE;
  return draw(w, h, paints, (context) => {
    context.lineCap = 'round';
    context.lineJoin = 'round';
    DRAW[name](context, shape);
  });
}

const DRAW: Readonly<Record<CardPicture, (context: SKRSContext2D, shape: ScreenShape) => void>> = {
  'card-swipe': (context, shape) => {
    onWatch(context, shape, 'only', () => {
      clock(context, PLACES.only);
    });
    arrow(context, MARK, 9, [PLACES.only - 66, MIDDLE + 24], [PLACES.only + 70, MIDDLE + 24]);
  },
  'card-add': (context, shape) => {
    onWatch(context, shape, 'first', () => {
      card(context, PLACES.first, MIDDLE - HALF - 14);
      card(context, PLACES.first, MIDDLE - 16);
      gear(context, PLACES.first, MIDDLE + 35);
    });
    onWatch(context, shape, 'second', () => {
      card(context, PLACES.second, MIDDLE - HALF - 14);
      card(context, PLACES.second, MIDDLE - 16);
      stroke(context, MARK, 7, [
        [PLACES.second - 14, MIDDLE + 35],
        [PLACES.second + 14, MIDDLE + 35],
      ]);
      stroke(context, MARK, 7, [
        [PLACES.second, MIDDLE + 21],
        [PLACES.second, MIDDLE + 49],
      ]);
    });
  },
  'card-start': (context, shape) => {
    onWatch(context, shape, 'only', () => {
      const x = PLACES.only;
      fillBox(context, CARD, x - 42, MIDDLE - 34, 84, 68, 12);
      stroke(context, COLORS.text, 5, [
        [x - 22, MIDDLE - 20],
        [x + 22, MIDDLE - 20],
      ]);
      stroke(context, COLORS.text, 5, [
        [x - 22, MIDDLE - 6],
        [x + 22, MIDDLE - 6],
      ]);
      fillBox(context, COLORS.key, x - 34, MIDDLE + 6, 68, 22, 11);
    });
    // A finger about to touch the button.
    arrow(context, MARK, 9, [PLACES.only + 92, MIDDLE + 44], [PLACES.only + 40, MIDDLE + 20]);
  },
};

/** A watch, with something on its glass that the edge of the glass cuts off. */
function onWatch(context: SKRSContext2D, shape: ScreenShape, place: Place, paint: () => void): void {
  const x = PLACES[place];
  const radius = shape === 'round' ? HALF : 20;
  const half = shape === 'round' ? HALF : HALF - 7;
  fillBox(context, CASE, x - 26, MIDDLE - HALF - 10, 52, 2 * HALF + 20, 8);
  fillBox(context, CASE, x - half - 4, MIDDLE - HALF - 4, 2 * half + 8, 2 * HALF + 8, radius + 4);
  context.save();
  context.beginPath();
  context.roundRect(x - half, MIDDLE - HALF, 2 * half, 2 * HALF, radius);
  context.clip();
  fillBox(context, GLASS, x - half, MIDDLE - HALF, 2 * half, 2 * HALF, 0);
  paint();
  context.restore();
}

/** Ten past ten, with a mark for every third hour. */
function clock(context: SKRSContext2D, x: number): void {
  for (const [across, down] of [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ] as const)
    fillCircle(context, COLORS.key, x + 42 * across, MIDDLE + 42 * down, 4);
  stroke(context, COLORS.text, 6, [
    [x - 17, MIDDLE - 10],
    [x, MIDDLE],
    [x + 26, MIDDLE - 15],
  ]);
}

function card(context: SKRSContext2D, x: number, y: number): void {
  fillBox(context, CARD, x - 36, y, 72, 32, 9);
}

function gear(context: SKRSContext2D, x: number, y: number): void {
  for (let tooth = 0; tooth < 8; tooth += 1) {
    const angle = (tooth * Math.PI) / 4;
    stroke(context, MARK, 5, [
      [x, y],
      [x + 14 * Math.cos(angle), y + 14 * Math.sin(angle)],
    ]);
  }
  fillCircle(context, MARK, x, y, 11);
  fillCircle(context, GLASS, x, y, 5);
}
