import type { ScreenShape } from '../../device/ui/frame';
import { SEAT_SIZE } from '../../device/ui/legs-shape';
import { COLORS } from '../../device/ui/theme';
import { fillBox, fillCircle, stroke } from './shapes';
import type { Drawing, Paint } from './surface';
import { draw } from './surface';

const SOFA = COLORS.grey;
const PERSON = COLORS.quiet;
const LEG = COLORS.warm;
const PILLOW = COLORS.key;

/**
 * A person leaning against the end of a sofa, with one leg on a pillow, and an arrow from the foot toward the heart.
 */
export function seatPicture(shape: ScreenShape): Drawing {
  const paints: readonly Paint[] = [
    { color: 0, alpha: 0 },
    ...[SOFA, PERSON, LEG, PILLOW, COLORS.text].map((color) => ({ color, alpha: 0xff })),
  ];
  const { w, h } = SEAT_SIZE[shape];
  return draw(w, h, paints, (context) => {
    context.scale(w / SEAT_SIZE.round.w, h / SEAT_SIZE.round.h);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    fillBox(context, SOFA, 2, 98, 204, 18, 9);
    fillBox(context, SOFA, 2, 42, 22, 74, 11);
    fillBox(context, PILLOW, 136, 76, 62, 24, 12);
    stroke(context, PERSON, 26, [
      [44, 46],
      [52, 84],
    ]);
    fillCircle(context, PERSON, 44, 16, 15);
    stroke(context, LEG, 20, [
      [60, 86],
      [112, 66],
      [182, 64],
    ]);
    stroke(context, LEG, 14, [
      [184, 62],
      [190, 46],
    ]);
    stroke(context, COLORS.text, 7, [
      [178, 34],
      [88, 34],
    ]);
    stroke(context, COLORS.text, 7, [
      [104, 22],
      [88, 34],
      [104, 46],
    ]);
  });
}
