/**
 * `npm run blind-reading`: draws pictures of sessions in random states, blurred as by poor eyesight, to be read by
 * somebody who knows nothing of Legato, and compares their answers with the truth.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { DEFAULT_PLAN, startingWith } from '../core/plan/plan';
import { PLAN_FILE } from '../core/state/plan-file';
import { sealSlot } from '../core/state/slots';
import { storedText } from '../core/state/stored';
import { SECOND } from '../core/time';
import { chipOf } from '../virtual-watch/face/tga';
import { makeRandom } from '../virtual-watch/machine/random';
import { bootWatch, deviceNamed, type VirtualWatch, type WatchPackage } from '../virtual-watch/node';
import { canvasOf, nodeSprites } from '../virtual-watch/node/picture-png';
import { scoreOf } from './blind-reading/answers';
import { averagedDown, enlarged } from './blind-reading/blur';
import type { StagedMoment } from './blind-reading/moment';
import { DOINGS, lineOf, randomMoments } from './blind-reading/moment';
import { MISUSED, readFlags } from './flags';
import { runMain } from './main';
import { loadPackages } from './pictures/stage';
import { sheetOf } from './pictures/sheet';
import { PROJECT } from './run';
import { seedOfDay } from './seed-of-day';

const FOLDER = join(PROJECT, 'build', 'blind-reading');
const PICTURES = 40;
const A_SHEET = { pictures: 8, columns: 4 } as const;
/** A small round screen, a large one, and the smallest square one. */
const WATCHES = ['Amazfit Falcon', 'Amazfit Balance', 'Amazfit Bip 6'].map(deviceNamed);
/** The width to which a picture is averaged down, and the width at which it is shown, in pixels. */
const BLUR = { left: 60, shown: 300 } as const;
const LABEL = 26;

const USAGE = `npm run blind-reading -- [--seed NUMBER] [--check FILE]

Draws ${String(PICTURES)} pictures of sessions in random states, averaged down to ${String(BLUR.left)} px, into build/blind-reading/, ${String(A_SHEET.pictures)} on a sheet,
with the question (question.md) and, for later, what is so (truth.txt).

  --seed NUMBER   draws what belongs to this seed; without it, to that of the day
  --check FILE    compares the answers in this file with the truth
  --help          this text`;

const QUESTION = `# What do these pictures show?

Each is the screen of a watch that guides a leg massage, as blurred eyes see it. Answer a line a picture, with the number beneath it:

    7: left, calf, running, 0:42

1. \`left\` or \`right\`: the leg to work on, as its wearer sees it; while legs are changed, the one to change to
2. what to do: ${DOINGS.map((doing) => `\`${doing}\``).join(', ')}
3. \`running\` or \`paused\`
4. the time left
`;

async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, {
    ...{ seed: { type: 'string' }, check: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (!flags.ok) {
    console.error(`${flags.error}\n\n${USAGE}`);
    return MISUSED;
  }
  const { seed, check, help } = flags.value;
  if (help === true) console.log(USAGE);
  else if (check !== undefined) return tellScore(check);
  else await drawAll(Number(seed ?? seedOfDay(new Date())));
  return 0;
}

function tellScore(file: string): number {
  const { right, all, wrong } = scoreOf(
    readFileSync(join(FOLDER, 'truth.txt'), 'utf8'),
    readFileSync(file, 'utf8'),
  );
  for (const [truth, answer] of wrong) console.log(`${truth}   read as   ${answer ?? 'nothing'}`);
  console.log(`${String(right)} of ${String(all)} right`);
  return right === all ? 0 : 1;
}

async function drawAll(seed: number): Promise<void> {
  const packages = await loadPackages();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const moments = randomMoments(PICTURES, makeRandom(seed));
  const pictures = moments.map((moment, index) => labelled(drawn(packages, moment, index), index + 1));
  for (let from = 0; from < pictures.length; from += A_SHEET.pictures) {
    const sheet = sheetOf(pictures.slice(from, from + A_SHEET.pictures), A_SHEET.columns);
    const name = `sheet-${String(1 + from / A_SHEET.pictures)}.png`;
    writeFileSync(join(FOLDER, name), sheet.toBuffer('image/png'));
  }
  writeFileSync(join(FOLDER, 'question.md'), QUESTION);
  writeFileSync(
    join(FOLDER, 'truth.txt'),
    `${moments.map((moment, index) => lineOf(moment, index + 1)).join('\n')}\n`,
  );
  console.log(`Seed ${String(seed)}: ${String(PICTURES)} pictures are in build/blind-reading/.`);
}

function drawn(packages: readonly WatchPackage[], moment: StagedMoment, index: number): Canvas {
  const device = WATCHES[index % WATCHES.length];
  if (!device) throw new Error('there are no watches');
  const watch = bootWatch({ zab: packages, device });
  bringTo(watch, moment);
  const sprites = nodeSprites({ asset: (src) => watch.asset(src), chip: chipOf('unknown') });
  const picture = canvasOf(watch.picture(), sprites, { scale: 1 });
  return enlarged(averagedDown(picture, BLUR.left), BLUR.shown);
}

function bringTo(watch: VirtualWatch, { firstLeg, second, isPaused, left }: StagedMoment): void {
  const plan = startingWith(DEFAULT_PLAN, firstLeg);
  const payload = storedText(PLAN_FILE, { revision: 1, plan });
  watch.putFile('plan.a', sealSlot({ sequence: 1, payload }));
  watch.openApp();
  watch.tap('Start');
  watch.advance(second * SECOND);
  if (isPaused) {
    watch.tap('Pause');
    // The time blinks every other second. The pause is made to last about as long as the time left.
    watch.advance(2 * Math.ceil(left / 4) * SECOND);
    watch.wake();
  }
}

function labelled(picture: Canvas, number: number): Canvas {
  const canvas = createCanvas(picture.width, picture.height + LABEL);
  const brush = canvas.getContext('2d');
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0);
  brush.fillStyle = 'black';
  brush.font = `${String(LABEL - 6)}px sans-serif`;
  brush.textAlign = 'center';
  brush.fillText(String(number), picture.width / 2, canvas.height - 6);
  return canvas;
}

runMain(main);
