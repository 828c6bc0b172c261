/**
 * `npm run pictures`: draws every screen of the app on all six sizes, in both languages, into docs/pictures. Pictures
 * that are not made any more are removed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import type { WatchPackage } from '../virtual-watch';
import { canvasOf } from '../virtual-watch/node/picture-png';
import { SCENES, type Scene } from './pictures/scenes';
import { SCREENS, screenName } from './pictures/screens';
import { sheetOf } from './pictures/sheet';
import { smallPng } from './pictures/small-png';
import { LANGUAGES, loadPackages, stage, type Language } from './pictures/stage';
import { PROJECT } from './run';

const FOLDER = join(PROJECT, 'docs', 'pictures', 'screens');
/** Pixels of a contact sheet per pixel of a watch: six fit on a page and can still be read. */
const SHEET_SCALE = 0.5;

async function main(): Promise<void> {
  const packages = await loadPackages();
  rmSync(FOLDER, { recursive: true, force: true });
  let bytes = 0;
  for (const language of LANGUAGES) {
    mkdirSync(join(FOLDER, language), { recursive: true });
    for (const scene of SCENES) {
      const size = drawScene(packages, scene, language);
      bytes += size;
      console.log(`${language}  ${scene.name.padEnd(24)}${String(Math.round(size / 1024)).padStart(5)} KB`);
    }
  }
  console.log(`${Math.round(bytes / 1024)} KB in docs/pictures/screens`);
}

/** Writes one file a screen and one with all of them; answers with their bytes. */
function drawScene(packages: readonly WatchPackage[], scene: Scene, language: Language): number {
  const inBodies: Canvas[] = [];
  let bytes = 0;
  for (const device of SCREENS) {
    const { watch, sprites } = stage(packages, device, language, scene);
    const picture = watch.picture();
    bytes += write(language, `${scene.name}-${screenName(device)}`, canvasOf(picture, sprites, { scale: 1 }));
    inBodies.push(canvasOf(picture, sprites, { scale: SHEET_SCALE, body: device }));
  }
  return bytes + write(language, scene.name, sheetOf(inBodies));
}

function write(language: Language, name: string, canvas: Canvas): number {
  const png = smallPng(canvas);
  writeFileSync(join(FOLDER, language, `${name}.png`), png);
  return png.length;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
