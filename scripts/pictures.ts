/**
 * `npm run pictures`: draws every screen of the app on all six sizes, in both languages, into docs/pictures/screens, a
 * file a screen, the pictures of the README, and the preview in a browser. Pictures of screens that are
 * not made any more are removed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import type { WatchPackage } from '../virtual-watch';
import { canvasOf } from '../virtual-watch/node/picture-png';
import { drawPhonePages } from './browser/phone-pictures';
import { drawPreview } from './browser/preview-pictures';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { movingPicture } from './pictures/moving';
import { replaceWith } from './pictures/replace';
import { sceneNamed, SCENES, type Scene } from './pictures/scenes';
import { WATCHES } from './pictures/watches';
import { sheetOf } from './pictures/sheet';
import { smallPng } from './pictures/small-png';
import { LANGUAGES, loadPackages, stage, type Language } from './pictures/stage';
import { PROJECT } from './run';

const PICTURES = join(PROJECT, 'docs', 'pictures');
/** Where everything is drawn first: what is there stays as it is until all of it can be replaced. */
const DRAFT = join(PROJECT, 'build', 'pictures');
const USAGE = `npm run pictures

Draws every screen on every size, the phone's page and the preview, into docs/pictures/; it takes a few minutes.

  --help   this text`;
/** What the README shows of all watches: a scene, in rows of so many, at this scale. */
const FIRST = { file: 'session.png', scene: 'right-leg', language: 'en-US', columns: 3, scale: 0.5 } as const;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const packages = await loadPackages();
  rmSync(DRAFT, { recursive: true, force: true });
  mkdirSync(DRAFT, { recursive: true });
  let bytes = 0;
  for (const language of LANGUAGES) bytes += await drawScenes(packages, language);
  console.log(`${Math.round(bytes / 1024)} KB of screens`);
  drawFirst(packages);
  writeFileSync(join(DRAFT, 'session.gif'), await movingPicture(packages));
  for (const name of await drawPreview(DRAFT)) console.log(name);
  for (const name of await drawPhonePages(DRAFT)) console.log(name);
  replaceWith(DRAFT, PICTURES);
  console.log('All are in docs/pictures now.');
  return 0;
}

/** Answers with the bytes of all files. */
async function drawScenes(packages: readonly WatchPackage[], language: Language): Promise<number> {
  const folder = join(DRAFT, 'screens', language);
  mkdirSync(folder, { recursive: true });
  let sum = 0;
  for (const scene of SCENES) {
    const png = await smallPng(drawScreens(packages, scene, language));
    writeFileSync(join(folder, `${scene.name}.png`), png);
    console.log(
      `${language}  ${scene.name.padEnd(24)}${String(Math.round(png.length / 1024)).padStart(5)} KB`,
    );
    sum += png.length;
  }
  return sum;
}

/** The screens alone, side by side, a pixel for a pixel. */
function drawScreens(packages: readonly WatchPackage[], scene: Scene, language: Language): Canvas {
  const screens = WATCHES.map((device) => {
    const { watch, sprites } = stage(packages, device, language, scene);
    return canvasOf(watch.picture(), sprites, { scale: 1 });
  });
  return sheetOf(screens, screens.length);
}

/** In all its colours, since it is seen before all others. */
function drawFirst(packages: readonly WatchPackage[]): void {
  const scene = sceneNamed(FIRST.scene);
  const watches = WATCHES.map((device) => {
    const { watch, sprites } = stage(packages, device, FIRST.language, scene);
    return canvasOf(watch.picture(), sprites, { scale: FIRST.scale, body: device });
  });
  writeFileSync(join(DRAFT, FIRST.file), sheetOf(watches, FIRST.columns).toBuffer('image/png'));
}

runMain(main);
