/**
 * `npm run store`: creates what Zepp's console asks for besides the package, in docs/store/, which also has the texts
 * and the answers to its form.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { iconPicture } from './drawings/icon-picture';
import { toPng } from './drawings/surface';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { LANGUAGES, loadPackages } from './pictures/stage';
import { PROJECT } from './run';
import { pageOf } from './store/html';
import { drawPreview, PREVIEWS } from './store/preview';

const USAGE = `npm run store

Makes what Zepp's console asks for besides the package: icon, previews and privacy statement, into docs/store/.

  --help   this text`;

const FOLDER = join(PROJECT, 'docs', 'store');
/** The circle of the icon, without the transparent ring around it. */
const CIRCLE = 240;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const packages = await loadPackages();
  const previews = join(FOLDER, 'previews');
  rmSync(previews, { recursive: true, force: true });
  for (const language of LANGUAGES) {
    mkdirSync(join(previews, language), { recursive: true });
    PREVIEWS.forEach((name, at) => {
      const picture = drawPreview(packages, language, name);
      write(join('previews', language, `${at + 1}-${name}.png`), picture.toBuffer('image/png'));
    });
  }
  const whole = toPng(iconPicture());
  write('icon-248.png', whole);
  write('icon-240.png', await innermost(whole, CIRCLE));
  write('privacy.html', pageOf(readFileSync(join(PROJECT, 'docs', 'privacy.md'), 'utf8'), 'en'));
  return 0;
}

async function innermost(png: Buffer, size: number): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').drawImage(image, (size - image.width) / 2, (size - image.height) / 2);
  return canvas.toBuffer('image/png');
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(FOLDER, name), content);
  console.log(`docs/store/${name.replaceAll('\\', '/')}`);
}

runMain(main);
