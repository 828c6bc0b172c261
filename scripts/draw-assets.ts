/**
 * Draws the images of the package from the data in `scripts/drawings` into `assets`: `npm run assets`.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawAssets } from './drawings/assets';
import { toPng } from './drawings/surface';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';

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

runMain((args) => {
  const code = endsWithHelp(args, USAGE);
  if (code === undefined) writeAssets(join(PROJECT, 'assets'));
  return code ?? 0;
});
