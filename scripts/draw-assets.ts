/**
 * Draws the images of the package from the data in `scripts/drawings` into `assets`: `npm run assets`.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { arrowPicture } from './drawings/arrow-picture';
import { crossPicture } from './drawings/cross-picture';
import { iconPicture } from './drawings/icon-picture';
import { legsPicture, rimPicture } from './drawings/legs-picture';
import { seatPicture } from './drawings/seat-picture';
import { signPicture } from './drawings/sign-picture';
import type { Drawing } from './drawings/surface';
import { toPng } from './drawings/surface';
import { veinPicture } from './drawings/vein-picture';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';

/** Zepp's compiler takes images from a folder for each target and screen shape, and scales them from its design width. */
const FOLDERS = { 'default.r': 'round', 'default.s': 'square', 'default.w432-s': 'square' } as const;

/** Every image of the package, by its path in `assets`. */
export function drawAssets(): ReadonlyMap<string, Drawing> {
  const drawings = {
    ...{ icon: iconPicture(), legs: legsPicture() },
    ...{ 'rim-left': rimPicture('left'), 'rim-right': rimPicture('right') },
    ...{ 'sign-left': signPicture('left'), 'sign-right': signPicture('right') },
    ...{ cross: crossPicture(), vein: veinPicture() },
    ...{ 'arrow-left': arrowPicture('left'), 'arrow-right': arrowPicture('right') },
  };
  return new Map(
    Object.entries(FOLDERS).flatMap(([folder, shape]) =>
      Object.entries({ ...drawings, seat: seatPicture(shape) }).map(([name, drawing]): [string, Drawing] => [
        `${folder}/${name}.png`,
        drawing,
      ]),
    ),
  );
}

function writeAssets(folder: string): void {
  for (const [path, drawing] of drawAssets()) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toPng(drawing));
  }
}

const USAGE = `npm run assets

Draws the icon, the legs and all that lies on or beside them into assets/.

  --help   this text`;

if (require.main === module) {
  runMain((args) => {
    const code = endsWithHelp(args, USAGE);
    if (code === undefined) writeAssets(join(PROJECT, 'assets'));
    return code ?? 0;
  });
}
