/**
 * Draws the images of the package from the data in `scripts/drawings` into `assets`: `npm run assets`.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LEGS, ZONES } from '../core/body';
import { litPiece } from '../page/session/legs';
import { iconPicture } from './drawings/icon-picture';
import { legsPicture } from './drawings/legs-picture';
import type { Drawing } from './drawings/surface';
import { crop, toPng } from './drawings/surface';

/** Zepp's compiler takes images from a folder for each target and screen shape. */
const FOLDERS = { round: 'default.r', square: 'default.s' } as const;

/** Every image of the package, by its path in `assets`. */
export function drawAssets(): ReadonlyMap<string, Drawing> {
  const assets = new Map<string, Drawing>();
  for (const shape of ['round', 'square'] as const) {
    const folder = FOLDERS[shape];
    assets.set(`${folder}/icon.png`, iconPicture());
    assets.set(`${folder}/legs.png`, legsPicture(shape));
    for (const leg of LEGS) {
      for (const zone of ZONES) {
        const { x, y, w, h } = litPiece(shape, leg, zone);
        assets.set(`${folder}/${leg}-${zone}.png`, crop(legsPicture(shape, { leg, zone }), x, y, w, h));
      }
    }
  }
  return assets;
}

function writeAssets(folder: string): void {
  for (const [path, drawing] of drawAssets()) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toPng(drawing));
  }
}

if (require.main === module) writeAssets(join(__dirname, '..', 'assets'));
