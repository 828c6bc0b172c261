/** A screen of the app in the form Zepp's store requires: 360 pixels square, without anything around the glass. */
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { WatchPackage } from '../../virtual-watch';
import { deviceNamed, VirtualPhone } from '../../virtual-watch/node';
import { canvasOf } from '../../virtual-watch/node/picture-png';
import { sceneNamed } from '../pictures/scenes';
import { stage, type Language } from '../pictures/stage';

export const PREVIEW_SIZE = 360;
/** Screens of a session in order; the store shows the first one largest. */
export const PREVIEWS = ['zone', 'start', 'light-touch', 'change-legs', 'summary', 'learn'] as const;
/** A round screen of 480 pixels, the most common size. */
const WATCH = 'Amazfit Balance 3';

export function drawPreview(
  packages: readonly WatchPackage[],
  language: Language,
  name: (typeof PREVIEWS)[number],
): Canvas {
  const [packaged] = packages;
  const phone = new VirtualPhone(packaged === undefined ? {} : { package: packaged });
  const { watch, sprites } = stage(packages, deviceNamed(WATCH), language, sceneNamed(name), phone);
  const screen = canvasOf(watch.picture(), sprites, { scale: 2 });
  const canvas = createCanvas(PREVIEW_SIZE, PREVIEW_SIZE);
  const brush = canvas.getContext('2d');
  brush.beginPath();
  brush.arc(PREVIEW_SIZE / 2, PREVIEW_SIZE / 2, PREVIEW_SIZE / 2, 0, 2 * Math.PI);
  brush.clip();
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(screen, 0, 0, PREVIEW_SIZE, PREVIEW_SIZE);
  return canvas;
}
