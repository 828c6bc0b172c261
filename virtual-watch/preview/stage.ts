/** The watch itself: its body, the light on its glass, and the ways to touch it. */
import { bodyOf, type Body } from '../face/body';
import { drawPicture } from '../face/draw';
import { drawWatch } from '../face/draw-body';
import { makeSprites } from '../face/sprite';
import type { Picture } from '../face/picture';
import type { Pixels, Sprite, Sprites } from '../face/brush';
import { chipOf } from '../face/tga';
import type { VirtualWatch } from '../watch';
import { button, el } from './dom';
import { bindGlass, bindKey, type Act } from './input';
import type { Scale } from './choices';
import { makeMirror } from './mirror';
import type { Words } from './texts';

export interface Stage {
  readonly element: HTMLElement;
  /** What shakes, and what glows behind it. */
  readonly watch: HTMLElement;
  readonly halo: HTMLElement;
  setScale(scale: Scale): void;
  /** Draws the screen if it has changed. */
  refresh(watch: VirtualWatch): void;
}

/** Room around the case that `fit` leaves, as a share of the case: for keys, and a little of the strap. */
const FIT_ROOM = { x: 1.14, y: 1.08 } as const;
/** Of the line that says how to use the glass, in px. */
const HINT_WIDTH = 170;
/** Neither unreadable nor blurred. */
const FIT_LIMITS = [0.45, 1.5] as const;

export function makeStage(words: Words, watch: VirtualWatch, act: Act): Stage {
  const body = bodyOf(watch.device);
  const shell = el('canvas', { class: 'shell', 'aria-hidden': 'true' });
  const glass = el('canvas', { class: 'glass', 'aria-hidden': 'true' });
  const mirror = makeMirror(words, act);
  const keys = body.keys.map((spot) => bindKey(words, spot, act));
  const open = button(words.open, () => act((target) => target.openApp()), { class: 'primary open' });
  const halo = el('div', { class: 'halo' });
  const whole = el(
    'div',
    { class: 'watch', role: 'group', tabindex: 0, 'aria-label': `${watch.device.name}. ${words.watch}` },
    halo,
    shell,
    glass,
    mirror.targets,
    ...keys.map(({ element }) => element),
  );
  const scroller = el('div', { class: 'scroller' }, whole);
  const hint = el('p', { class: 'hint quiet' }, words.hint);
  const element = el(
    'section',
    { class: 'stage', 'aria-label': words.device },
    scroller,
    mirror.texts,
    open,
    hint,
  );
  const sprites = spritesOf(watch);
  let wanted: Scale = 'fit';
  let scale = 1;
  let drawn = '';

  bindGlass({ whole, glass, scale: () => scale, watch, act });
  const resize = (): void => {
    scale = wanted === 'fit' ? fitting(body, scroller) : Number(wanted);
    drawn = '';
    Object.assign(whole.style, { width: `${body.width * scale}px`, height: `${body.height * scale}px` });
    place(glass, body.screen.x * scale, body.screen.y * scale, body.screen.w * scale, body.screen.h * scale);
    place(
      mirror.targets,
      body.screen.x * scale,
      body.screen.y * scale,
      body.screen.w * scale,
      body.screen.h * scale,
    );
    keys.forEach(({ element: key, box }) => {
      place(key, box.x * scale, box.y * scale, box.w * scale, box.h * scale);
    });
    glass.style.borderRadius = `${body.screen.cornerRadius * scale}px`;
    const room = scroller.clientWidth - body.metal.w * scale;
    // A name that the edge of the stage would cut is left out; the keys are among the buttons, too.
    const keyNames = wanted !== 'fit' || body.width * scale <= scroller.clientWidth;
    drawShell(shell, { ...body, keyNames }, watch.picture(), scale);
    // Beside the corner of a round watch there is always room for it.
    hint.hidden = body.shape === 'square' && room < 2 * HINT_WIDTH;
    scroller.classList.toggle('wide', wanted !== 'fit');
    element.style.minHeight = wanted === 'fit' ? '' : `${body.metal.h * FIT_ROOM.y * scale}px`;
    scroller.scrollLeft = wanted === 'fit' ? 0 : (scroller.scrollWidth - scroller.clientWidth) / 2;
    show(watch);
  };
  const show = (target: VirtualWatch): void => {
    const picture = target.picture();
    const seen = JSON.stringify(picture);
    if (seen === drawn) return;
    drawn = seen;
    drawGlass(glass, picture, sprites, scale);
    mirror.refresh(target, picture, scale);
    open.hidden = !['watchface', 'app list'].includes(target.screen().shows);
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

function drawShell(canvas: HTMLCanvasElement, body: Body, picture: Picture, scale: number): void {
  const brush = prepared(canvas, body.width, body.height, scale * devicePixelRatio);
  drawWatch(brush, body, { ...picture, lit: false }, () => undefined);
}

/**
 * Pixels of the watch are a whole number of pixels of the canvas, so that what meets exactly on the watch does here; the
 * page then shows the canvas at the size that is wanted.
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

function place(element: HTMLElement, x: number, y: number, w: number, h: number): void {
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
}

/** The build names no maker of chips, so zpm packs images for one that it does not know. */
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
