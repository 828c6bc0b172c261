/**
 * `npm run pictures`: draws every screen of the app on all six sizes, in both languages, into docs/pictures/screens, a
 * file a screen, the picture that the README begins with, and the preview in a browser. Pictures of screens that are
 * not made any more are removed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import type { WatchPackage } from '../virtual-watch';
import { canvasOf } from '../virtual-watch/node/picture-png';
import { drawPreview } from './browser/preview-pictures';
import { SCENES, type Scene } from './pictures/scenes';
import { SCREENS } from './pictures/screens';
import { sheetOf } from './pictures/sheet';
import { smallPng } from './pictures/small-png';
import { LANGUAGES, loadPackages, stage, type Language } from './pictures/stage';
import { PROJECT } from './run';

const PICTURES = join(PROJECT, 'docs', 'pictures');
const SCREENS_FOLDER = join(PICTURES, 'screens');
/** What the README begins with: a scene on all watches, in rows of so many, at this scale. */
const FIRST = { file: 'session.png', scene: 'right-leg', language: 'en-US', columns: 3, scale: 0.5 } as const;

async function main(): Promise<void> {
  const packages = await loadPackages();
  rmSync(SCREENS_FOLDER, { recursive: true, force: true });
  let total = 0;
  for (const language of LANGUAGES) {
    mkdirSync(join(SCREENS_FOLDER, language), { recursive: true });
    for (const scene of SCENES) {
      const png = smallPng(drawScreens(packages, scene, language));
      writeFileSync(join(SCREENS_FOLDER, language, `${scene.name}.png`), png);
      total += png.length;
      console.log(
        `${language}  ${scene.name.padEnd(24)}${String(Math.round(png.length / 1024)).padStart(5)} KB`,
      );
    }
  }
  console.log(`${Math.round(total / 1024)} KB in docs/pictures/screens`);
  drawFirst(packages);
  for (const name of await drawPreview()) console.log(`docs/pictures/${name}`);
}

/** The screens alone, side by side, a pixel for a pixel. */
function drawScreens(packages: readonly WatchPackage[], scene: Scene, language: Language): Canvas {
  const screens = SCREENS.map((device) => {
    const { watch, sprites } = stage(packages, device, language, scene);
    return canvasOf(watch.picture(), sprites, { scale: 1 });
  });
  return sheetOf(screens, screens.length);
}

/** In all its colours, since it is seen first. */
function drawFirst(packages: readonly WatchPackage[]): void {
  const scene = SCENES.find(({ name }) => name === FIRST.scene);
  if (scene === undefined) throw new Error(`there is no scene "${FIRST.scene}"`);
  const watches = SCREENS.map((device) => {
    const { watch, sprites } = stage(packages, device, FIRST.language, scene);
    return canvasOf(watch.picture(), sprites, { scale: FIRST.scale, body: device });
  });
  writeFileSync(join(PICTURES, FIRST.file), sheetOf(watches, FIRST.columns).toBuffer('image/png'));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
