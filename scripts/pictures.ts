/**
 * `npm run pictures`: draws every screen of the app on all six sizes, in both languages, into docs/pictures/screens, and
 * the picture that the README begins with. Pictures that are not made any more are removed.
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

const PICTURES = join(PROJECT, 'docs', 'pictures');
const SCREENS_FOLDER = join(PICTURES, 'screens');
/** Pixels of a sheet per pixel of a watch: six fit on a page and can still be read. */
const SHEET_SCALE = 0.5;
/** The scene that the README shows, in rows of so many watches. */
const FIRST = { file: 'session.png', scene: 'right-leg', language: 'en-US', columns: 3 } as const;

interface Drawn {
  readonly bytes: number;
  /** The watches, one for each screen. */
  readonly watches: readonly Canvas[];
}

async function main(): Promise<void> {
  const packages = await loadPackages();
  rmSync(SCREENS_FOLDER, { recursive: true, force: true });
  let total = 0;
  for (const language of LANGUAGES) {
    mkdirSync(join(SCREENS_FOLDER, language), { recursive: true });
    for (const scene of SCENES) {
      const { bytes, watches } = drawScene(packages, scene, language);
      total += bytes;
      console.log(`${language}  ${scene.name.padEnd(24)}${String(Math.round(bytes / 1024)).padStart(5)} KB`);
      if (language === FIRST.language && scene.name === FIRST.scene) drawFirst(watches);
    }
  }
  console.log(`${Math.round(total / 1024)} KB in docs/pictures/screens`);
}

/** Writes one file a screen, and a sheet with all the watches. */
function drawScene(packages: readonly WatchPackage[], scene: Scene, language: Language): Drawn {
  const watches: Canvas[] = [];
  let bytes = 0;
  for (const device of SCREENS) {
    const { watch, sprites } = stage(packages, device, language, scene);
    const picture = watch.picture();
    bytes += write(language, `${scene.name}-${screenName(device)}`, canvasOf(picture, sprites, { scale: 1 }));
    watches.push(canvasOf(picture, sprites, { scale: SHEET_SCALE, body: device }));
  }
  return { bytes: bytes + write(language, scene.name, sheetOf(watches, watches.length)), watches };
}

function write(language: Language, name: string, canvas: Canvas): number {
  const png = smallPng(canvas);
  writeFileSync(join(SCREENS_FOLDER, language, `${name}.png`), png);
  return png.length;
}

/** In all its colours, since it is seen first. */
function drawFirst(watches: readonly Canvas[]): void {
  writeFileSync(join(PICTURES, FIRST.file), sheetOf(watches, FIRST.columns).toBuffer('image/png'));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
