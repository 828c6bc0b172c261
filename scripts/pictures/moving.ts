/**
 * The animation at the beginning of the README: a session in half a minute. Every screen and pulse in it is what the
 * virtual watch showed and did; only idle time is left out.
 */
import { createCanvas, GifEncoder, type Canvas } from '@napi-rs/canvas';
import sharp from 'sharp';
import { deviceNamed, type Felt, type WatchPackage } from '../../virtual-watch/node';
import { canvasOf } from '../../virtual-watch/node/picture-png';
import { stage, type Staged } from './stage';
import { openNew, SECOND } from './ways';

const DEVICE = deviceNamed('Amazfit GTR 4');
const SCALE = 0.6;
const PAPER = '#262b33';
const INK = '#ffc857';
/** How long a screen is shown, in ms: one that is new, and one that a cue has changed. */
const LOOK = 1600;
const GLANCE = 1100;
const TOUCH = 450;
/** The radius of a fingertip, in pixels of the file. */
const FINGER = 26;

/** The cues that are shown, by number: half of an ankle, a calf, the change of legs, and the end. */
const SEEN: ReadonlySet<number> = new Set([0, 1, 2, 10, 11, 21]);
const LAST = Math.max(...SEEN);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A frame of the file, and how long it is shown, in ms. */
interface Frame {
  readonly canvas: Canvas;
  readonly ms: number;
}

/** What happens to the watch during a frame: nothing, a pulse, or a touch. */
type Event = { readonly kind: 'none' | 'pulse' } | ({ readonly kind: 'touch' } & Point);

/** How much work goes into few bytes and true colours. A draft has the same frames and is made in a tenth of the time. */
export type Finish = 'published' | 'draft';

const EFFORT = { published: { quality: 1, effort: 10 }, draft: { quality: 30, effort: 1 } } as const;

/** The animation as a looping GIF file, with as few colours and bytes as flat drawings need. */
export async function movingPicture(
  packages: readonly WatchPackage[],
  finish: Finish = 'published',
): Promise<Buffer> {
  const { quality, effort } = EFFORT[finish];
  const frames = framesOf(stage(packages, DEVICE, 'en-US', { name: 'moving', play: openNew }));
  const gif = gifOf(frames, quality);
  return sharp(gif, { animated: true }).gif({ colours: 64, dither: 0, effort }).toBuffer();
}

/** `quality` is how many pixels of a frame are passed over when its colours are chosen. */
function gifOf(frames: readonly [Frame, ...Frame[]], quality: number): Buffer {
  const { width, height } = frames[0].canvas;
  const encoder = new GifEncoder(width, height, { repeat: 0, quality });
  for (const { canvas, ms } of frames) encoder.addFrame(canvas.data(), width, height, { delay: ms });
  return encoder.finish();
}

function framesOf(staged: Staged): readonly [Frame, ...Frame[]] {
  const { watch } = staged;
  const frames: [Frame, ...Frame[]] = [still(staged, LOOK), touch(staged, 'Start')];
  watch.advance(5 * SECOND);
  frames.push(still(staged, LOOK));
  for (let cue = 0; cue <= LAST; cue += 1) {
    const felt = watch.advanceToNextFelt();
    if (!SEEN.has(cue)) continue;
    frames.push(...shaken(staged, felt));
    watch.advance(SECOND);
    frames.push(still(staged, GLANCE));
  }
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 30 * SECOND);
  watch.advance(SECOND);
  return [...frames, still(staged, 2 * LOOK)];
}

function still(staged: Staged, ms: number): Frame {
  return { canvas: draw(staged, { kind: 'none' }), ms };
}

/** Shows a finger on the element with this label, and touches it. */
function touch(staged: Staged, label: string): Frame {
  const { watch } = staged;
  const place = watch.picture().nodes.find((node) => 'text' in node && node.text === label);
  if (place === undefined || !('text' in place)) throw new Error(`There is no "${label}" to touch.`);
  const point = { x: place.x + place.w / 2, y: place.y + place.h / 2 };
  const frame = { canvas: draw(staged, { kind: 'touch', ...point }), ms: TOUCH };
  watch.tap(label);
  return frame;
}

/** A frame for each pulse and each rest between two, with their real lengths. */
function shaken(staged: Staged, { pulses }: Felt): readonly Frame[] {
  const atRest = draw(staged, { kind: 'none' });
  const inPulse = draw(staged, { kind: 'pulse' });
  return pulses.flatMap(({ startMs, onMs }, index) => {
    const next = pulses[index + 1];
    const pulse = { canvas: inPulse, ms: onMs };
    return next === undefined ? [pulse] : [pulse, { canvas: atRest, ms: next.startMs - startMs - onMs }];
  });
}

function draw({ watch, sprites }: Staged, event: Event): Canvas {
  const picture = canvasOf(watch.picture(), sprites, { scale: SCALE, body: DEVICE });
  const canvas = createCanvas(picture.width, picture.height);
  const brush = canvas.getContext('2d');
  brush.fillStyle = PAPER;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0);
  if (event.kind === 'pulse') drawWaves(canvas);
  if (event.kind === 'touch') drawFinger(canvas, event);
  return canvas;
}

/** Two waves on each side of the watch, shown for the length of a pulse. */
function drawWaves(canvas: Canvas): void {
  const brush = canvas.getContext('2d');
  brush.strokeStyle = INK;
  brush.lineWidth = 4;
  brush.lineCap = 'round';
  for (const reach of [24, 34]) {
    for (const angle of [0, Math.PI]) {
      brush.beginPath();
      const radius = (DEVICE.width * SCALE) / 2 + reach;
      brush.arc(canvas.width / 2, canvas.height / 2, radius, angle - 0.3, angle + 0.3);
      brush.stroke();
    }
  }
}

function drawFinger(canvas: Canvas, at: Point): void {
  const brush = canvas.getContext('2d');
  const left = (canvas.width - DEVICE.width * SCALE) / 2;
  const top = (canvas.height - DEVICE.height * SCALE) / 2;
  brush.globalAlpha = 0.55;
  brush.fillStyle = '#ffffff';
  brush.beginPath();
  brush.arc(left + at.x * SCALE, top + at.y * SCALE, FINGER, 0, 2 * Math.PI);
  brush.fill();
}
