import { arrowPicture } from './arrow-picture';
import type { ScreenShape } from '../../device/ui/frame';
import { CARD_PICTURES } from '../../page/card/view';
import { cardPicture } from './card-pictures';
import { crossPicture } from './cross-picture';
import { iconPicture } from './icon-picture';
import { legsPicture, rimPicture } from './legs-picture';
import { seatPicture } from './seat-picture';
import { signPicture } from './sign-picture';
import type { Drawing } from './surface';
import { switchPicture } from './switch-picture';
import { veinPicture } from './vein-picture';

/** Zepp's compiler takes images from a folder for each target and screen shape, and scales them from its design width. */
const FOLDERS = { 'default.r': 'round', 'default.s': 'square', 'default.w432-s': 'square' } as const;

/** Every image of the package, by its path in `assets`. */
export function drawAssets(): ReadonlyMap<string, Drawing> {
  const drawings = {
    ...{ icon: iconPicture(), legs: legsPicture() },
    ...{ 'rim-left': rimPicture('left'), 'rim-right': rimPicture('right') },
    ...{ 'sign-left': signPicture('left'), 'sign-right': signPicture('right') },
    ...{ cross: crossPicture(), vein: veinPicture() },
    ...{ 'switch-on': switchPicture(true), 'switch-off': switchPicture(false) },
    ...{ 'arrow-left': arrowPicture('left'), 'arrow-right': arrowPicture('right') },
  };
  return new Map(
    Object.entries(FOLDERS).flatMap(([folder, shape]) =>
      Object.entries({ ...drawings, ...shapedAs(shape) }).map(([name, drawing]): [string, Drawing] => [
        `${folder}/${name}.png`,
        drawing,
      ]),
    ),
  );
}

/** The images that are drawn for one shape of screen. */
function shapedAs(shape: ScreenShape): Readonly<Record<string, Drawing>> {
  const cards = CARD_PICTURES.map((name) => [name, cardPicture(name, shape)] as const);
  return { ...Object.fromEntries(cards), seat: seatPicture(shape) };
}
