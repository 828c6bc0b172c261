/** The watch on the page: its body, its screen, and the ways to touch it. */
import { bodyOf, type Body } from '../virtual-watch/face/body';
import { drawPicture } from '../virtual-watch/face/draw';
import { drawWatch } from '../virtual-watch/face/draw-body';
import { makeSprites } from '../virtual-watch/face/sprite';
import type { Box, Picture } from '../virtual-watch/face/picture';
import type { Pixels, Sprite, Sprites } from '../virtual-watch/face/brush';
import { chipOf } from '../virtual-watch/face/tga';
import type { VirtualWatch } from '../virtual-watch/watch';
import { button, el } from './dom';
import { bindGlass, bindKey, type Act } from './touch-and-keys';
import type { Scale } from './choices';
import { makeMirror } from './screen-reader';
import type { Words } from './text/words';

export interface Stage {
  readonly element: HTMLElement;
  /** The part that shakes, and the glow behind it. */
  readonly watch: HTMLElement;
  readonly halo: HTMLElement;
  setScale(scale: Scale): void;
  /** Draws the screen if it has changed. */
  refresh(watch: VirtualWatch): void;
}

/** The room around the case with `fit`, relative to the case: for keys, and part of the strap. */
const FIT_ROOM = { x: 1.14, y: 1.08 } as const;
/** The width of the line that explains how to use the glass, in px. */
const HINT_WIDTH = 170;
/** The height of what is above the stage, in px. */
const HEADER_HEIGHT = 90;
/** The range in which the picture is neither unreadable nor blurred. */
const FIT_LIMITS = [0.45, 1.5] as const;

/** What the watch shows when no page of an app is open. */
const OUTSIDE: readonly string[] = ['watchface', 'app list'];

export function makeStage(words: Words, watch: VirtualWatch, act: Act): Stage {
  const body = bodyOf(watch.device);
  const parts = makeParts(words, watch, body, act);
  const { element, scroller, whole, halo, glass, crown, mirror, open, dark } = parts;
  const sprites = spritesOf(watch);
  let wanted: Scale = 'fit';
  let scale = 1;
  let drawn = '';

  bindGlass({ whole, glass, crown, scale: () => scale, watch, act });
  const resize = (): void => {
    scale = wanted === 'fit' ? fitting(body, scroller) : Number(wanted);
    drawn = '';
    layOut(parts, body, scale, wanted === 'fit');
    // A key name that the edge of the stage would cut off is left out; the keys are also available as buttons.
    const keyNames = wanted !== 'fit' || body.width * scale <= scroller.clientWidth;
    drawShell(parts.shell, { ...body, keyNames }, watch.picture(), scale);
    show(watch);
  };
  const show = (target: VirtualWatch): void => {
    const { lit, shows } = target.screen();
    open.hidden = !OUTSIDE.includes(shows);
    dark.hidden = lit || shows === 'off';
    const picture = target.picture();
    const seen = JSON.stringify(picture);
    if (seen === drawn) return;
    drawn = seen;
    drawGlass(glass, picture, sprites, scale);
    mirror.refresh(target, picture, scale);
  };
  new ResizeObserver(resize).observe(scroller);
  return {
    element,
    watch: whole,
    halo,
    setScale(next) {
      wanted = next;
      resize();
    },
    refresh: show,
  };
}

type Parts = ReturnType<typeof makeParts>;

function makeParts(words: Words, watch: VirtualWatch, body: Body, act: Act) {
  const shell = el('canvas', { class: 'shell', 'aria-hidden': 'true' });
  const glass = el('canvas', { class: 'glass', 'aria-hidden': 'true' });
  const halo = el('div', { class: 'halo' });
  const mirror = makeMirror(words, act);
  const keys = body.keys.map((spot) => ({ ...bindKey(words, spot, act), isCrown: spot.isCrown }));
  const label = `${watch.device.name}. ${words.watch(watch.hasCrown)}`;
  const whole = el(
    'div',
    { class: 'watch', role: 'group', tabindex: 0, 'aria-label': label },
    ...[halo, shell, glass, mirror.targets],
    ...keys.map(({ element }) => element),
  );
  const scroller = el('div', { class: 'scroller' }, whole);
  const open = button(words.open, () => act((target) => target.openApp()), {
    class: 'primary open',
    title: words.tips.open,
  });
  // Hidden from screen readers, which get the list of what is on the screen.
  const dark = el('p', { class: 'dark', 'aria-hidden': 'true' }, words.screenIsDark);
  const hint = el('p', { class: 'hint quiet' }, words.hint(watch.hasCrown));
  const element = el(
    'section',
    { class: 'stage', 'aria-label': words.device },
    ...[scroller, mirror.texts, dark, open, hint],
  );
  const crown = keys.find(({ isCrown }) => isCrown)?.element;
  return { element, scroller, whole, halo, shell, glass, crown, mirror, keys, open, dark, hint };
}

/** Positions every part; `scale` is in pixels of the page per pixel of the watch. */
function layOut(
  parts: Parts,
  { width, height, screen, metal, shape }: Body,
  scale: number,
  fits: boolean,
): void {
  const { element, scroller, whole, glass, mirror, keys, hint } = parts;
  Object.assign(whole.style, { width: `${width * scale}px`, height: `${height * scale}px` });
  for (const part of [glass, mirror.targets]) place(part, screen, scale);
  for (const key of keys) place(key.element, key.box, scale);
  glass.style.borderRadius = `${screen.cornerRadius * scale}px`;
  const room = scroller.clientWidth - metal.w * scale;
  // Next to a round watch that fits on the stage there is always enough room.
  hint.hidden = room < (shape === 'square' ? 2 * HINT_WIDTH : 0);
  scroller.classList.toggle('wide', !fits);
  const wished = metal.h * FIT_ROOM.y * scale;
  element.style.minHeight = fits ? '' : `min(${wished}px, 100vh - ${HEADER_HEIGHT}px)`;
  // A watch that fits is centred anyway; its straps extend beyond the stage and are not worth scrolling to.
  scroller.scrollLeft = fits ? 0 : (scroller.scrollWidth - scroller.clientWidth) / 2;
  scroller.scrollTop = fits ? 0 : (scroller.scrollHeight - scroller.clientHeight) / 2;
}

function drawShell(canvas: HTMLCanvasElement, body: Body, picture: Picture, scale: number): void {
  const brush = prepared(canvas, body.width, body.height, scale * devicePixelRatio);
  drawWatch(brush, body, { ...picture, lit: false }, () => undefined);
}

/**
 * A pixel of the watch is a whole number of canvas pixels, so that adjacent elements meet exactly; the page then scales
 * the canvas to the wanted size.
 */
function drawGlass(canvas: HTMLCanvasElement, picture: Picture, sprites: Sprites, scale: number): void {
  const density = Math.ceil(scale * devicePixelRatio + 0.2);
  drawPicture(prepared(canvas, picture.width, picture.height, density), picture, sprites);
}

/** An empty canvas whose units are pixels of the watch. Setting the size empties it, so it is set only when it differs. */
function prepared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  density: number,
): CanvasRenderingContext2D {
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('this browser has no canvas to draw on');
  const [w, h] = [Math.ceil(width * density), Math.ceil(height * density)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  brush.setTransform(density, 0, 0, density, 0, 0);
  brush.clearRect(0, 0, width, height);
  return brush;
}

function fitting({ metal }: Body, { clientWidth, clientHeight }: HTMLElement): number {
  const [least, most] = FIT_LIMITS;
  const scale = Math.min(clientWidth / (metal.w * FIT_ROOM.x), clientHeight / (metal.h * FIT_ROOM.y));
  return Math.min(most, Math.max(least, scale));
}

function place({ style }: HTMLElement, { x, y, w, h }: Box, scale: number): void {
  const [left, top, width, height] = [x, y, w, h].map((length) => `${length * scale}px`);
  Object.assign(style, { left, top, width, height });
}

/** The build names no chip maker, so zpm packs images for a chip it does not know. */
function spritesOf(watch: VirtualWatch): Sprites {
  return makeSprites({ asset: (src) => watch.asset(src), chip: chipOf('unknown'), toSprite });
}

function toSprite({ width, height, data }: Pixels): Sprite {
  const source = el('canvas', { width, height });
  const image = new ImageData(width, height);
  image.data.set(data);
  source.getContext('2d')?.putImageData(image, 0, 0);
  return { width, height, source };
}
