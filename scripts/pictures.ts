/**
 * `npm run pictures`: draws every screen of the app in all six sizes and both languages into docs/pictures/screens, one
 * file per screen, as well as the pictures of the README, and the preview in a browser. Removes pictures of screens
 * that no longer exist.
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
import { ARRANGEMENT, sheetOf } from './pictures/sheet';
import { smallerPng, smallPng } from './pictures/small-png';
import { LANGUAGES, loadPackages, problemsOf, stage, type Language } from './pictures/stage';
import { PROJECT } from './run';

const PICTURES = join(PROJECT, 'docs', 'pictures');
/** Everything is drawn here first, so that existing pictures stay until all can be replaced. */
const DRAFT = join(PROJECT, 'build', 'pictures');
const USAGE = `npm run pictures

Draws every screen on every size, the phone's page and the preview, into docs/pictures/; it takes a few minutes.

  --help   this text`;
/** The picture of all watches in the README: a scene, the number of columns, and the scale. */
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
  await drawFirst(packages);
  writeFileSync(join(DRAFT, 'session.gif'), await movingPicture(packages));
  for (const name of await drawPreview(DRAFT)) console.log(name);
  for (const name of await drawPhonePages(DRAFT)) console.log(name);
  replaceWith(DRAFT, PICTURES);
  console.log('All are in docs/pictures now.');
  return 0;
}

/** Returns the total size of all files in bytes. */
async function drawScenes(packages: readonly WatchPackage[], language: Language): Promise<number> {
  const folder = join(DRAFT, 'screens', language);
  mkdirSync(folder, { recursive: true });
  let sum = 0;
  for (const scene of SCENES) {
    const png = await smallPng(drawScreens(packages, scene, language), ARRANGEMENT.scale);
    writeFileSync(join(folder, `${scene.name}.png`), png);
    console.log(
      `${language}  ${scene.name.padEnd(24)}${String(Math.round(png.length / 1024)).padStart(5)} KB`,
    );
    sum += png.length;
  }
  return sum;
}

/** The screens alone on one sheet, at their original size. Throws if something on one cannot be read or touched. */
function drawScreens(packages: readonly WatchPackage[], scene: Scene, language: Language): Canvas {
  const screens = WATCHES.map((device) => {
    const staged = stage(packages, device, language, scene);
    const problems = problemsOf(staged, scene).map(({ code, what }) => `${code} of ${what}`);
    if (problems.length > 0) {
      throw new Error(`"${scene.name}" on the ${device.name}, ${language}: ${problems.join('; ')}`);
    }
    return canvasOf(staged.watch.picture(), staged.sprites, { scale: 1 });
  });
  return sheetOf(screens, ARRANGEMENT.columns);
}

/** The first picture a reader sees. */
async function drawFirst(packages: readonly WatchPackage[]): Promise<void> {
  const scene = sceneNamed(FIRST.scene);
  const watches = WATCHES.map((device) => {
    const { watch, sprites } = stage(packages, device, FIRST.language, scene);
    return canvasOf(watch.picture(), sprites, { scale: FIRST.scale, body: device });
  });
  const png = sheetOf(watches, FIRST.columns).toBuffer('image/png');
  writeFileSync(join(DRAFT, FIRST.file), await smallerPng(png));
}

runMain(main);
