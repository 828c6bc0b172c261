/** Translates fingers, mouse wheel and keyboard into actions on the watch. */
import type { KeySpot } from '../virtual-watch/face/body';
import type { Box } from '../virtual-watch/face/picture';
import type { VirtualWatch } from '../virtual-watch/watch';
import { el } from './dom';
import type { Words } from './text/words';

/** Does something to the watch, in order with all other actions. */
export type Act = (run: (watch: VirtualWatch) => void) => void;

/** How far a finger may move, in pixels of the watch, and still tap. */
const SLOP = 20;
/** Degrees of the crown per arrow key, and per pixel of the wheel. */
const DEGREES = { arrow: 15, wheelPixel: 0.15 } as const;

export interface GlassBinding {
  readonly whole: HTMLElement;
  readonly glass: HTMLElement;
  /** The element over the crown; undefined if there is none. */
  readonly crown: HTMLElement | undefined;
  /** Pixels of the page per pixel of the watch. */
  readonly scale: () => number;
  readonly watch: VirtualWatch;
  readonly act: Act;
}

/**
 * Binds touches on the glass, the wheel on glass and crown, and arrow keys on the whole watch. The listeners last as
 * long as the elements.
 */
export function bindGlass({ whole, glass, crown, scale, watch, act }: GlassBinding): void {
  bindTouch(glass, scale, act);
  const turn = (degrees: number): void => {
    if (watch.hasCrown) act((target) => target.turnCrown(degrees));
    else act((target) => target.scroll(-2 * degrees));
  };
  const roll = (event: WheelEvent): void => {
    event.preventDefault();
    turn(-event.deltaY * DEGREES.wheelPixel);
  };
  for (const part of [glass, crown]) part?.addEventListener('wheel', roll, { passive: false });
  whole.addEventListener('keydown', (event) => {
    const deed = arrowDeed(event.key, turn, act);
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  });
}

/** Binds a button over a key of the watch, which stays pressed as long as the pointer or the keyboard presses it. */
export function bindKey(
  words: Words,
  spot: KeySpot,
  act: Act,
): { readonly element: HTMLElement; readonly box: Box } {
  const { name, isCrown, box } = spot;
  const element = el('button', {
    type: 'button',
    class: 'key',
    'aria-label': isCrown ? words.crown : words.key(name),
  });
  let isDown = false;
  const down = (): void => {
    if (isDown) return;
    isDown = true;
    act((watch) => watch.keyDown(name));
  };
  const up = (): void => {
    if (!isDown) return;
    isDown = false;
    act((watch) => watch.keyUp(name));
  };
  element.addEventListener('pointerdown', down);
  for (const end of ['pointerup', 'pointercancel', 'pointerleave', 'blur'] as const)
    element.addEventListener(end, up);
  const onKey = (does: () => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    does();
  };
  element.addEventListener('keydown', onKey(down));
  element.addEventListener('keyup', onKey(up));
  // Clicks that come from neither a pointer nor a key (prevented above) are a screen reader's.
  element.addEventListener('click', (event) => {
    if (event.detail === 0) act((watch) => watch.press(name));
  });
  return { element, box };
}

interface Drag {
  readonly pointer: number;
  readonly startX: number;
  readonly startY: number;
  y: number;
  isSlide: boolean;
}

/** Binds taps, holds, swipes to the side, and scrolling with the finger. */
function bindTouch(glass: HTMLElement, scale: () => number, act: Act): void {
  let drag: Drag | undefined;
  const placeOf = (event: PointerEvent): readonly [x: number, y: number] => {
    const { left, top } = glass.getBoundingClientRect();
    return [(event.clientX - left) / scale(), (event.clientY - top) / scale()];
  };
  const begin = (event: PointerEvent): void => {
    if (drag !== undefined || event.button !== 0) return;
    const [x, y] = placeOf(event);
    glass.setPointerCapture(event.pointerId);
    drag = { pointer: event.pointerId, startX: x, startY: y, y, isSlide: false };
    act((watch) => watch.touchDown(x, y));
  };
  const move = (event: PointerEvent): void => {
    if (drag?.pointer !== event.pointerId) return;
    const [x, y] = placeOf(event);
    const [across, along] = [Math.abs(x - drag.startX), Math.abs(y - drag.startY)];
    if (!drag.isSlide && Math.max(across, along) > SLOP) {
      drag.isSlide = true;
      act((watch) => watch.touchUp(true));
    }
    if (!drag.isSlide || across > along) return;
    const pixels = drag.y - y;
    drag.y = y;
    act((watch) => watch.scroll(pixels));
  };
  const end = (event: PointerEvent): void => {
    if (drag?.pointer !== event.pointerId) return;
    const { startX, startY, isSlide } = drag;
    drag = undefined;
    const [x, y] = placeOf(event);
    const isAway = event.type === 'pointercancel';
    if (!isSlide) act((watch) => watch.touchUp(isAway));
    else if (!isAway && Math.abs(x - startX) > Math.abs(y - startY)) {
      act((watch) => watch.swipe(x > startX ? 'right' : 'left'));
    }
  };
  glass.addEventListener('pointerdown', begin);
  glass.addEventListener('pointermove', move);
  glass.addEventListener('pointerup', end);
  glass.addEventListener('pointercancel', end);
}

function arrowDeed(key: string, turn: (degrees: number) => void, act: Act): (() => void) | undefined {
  switch (key) {
    case 'ArrowUp':
      return () => turn(DEGREES.arrow);
    case 'ArrowDown':
      return () => turn(-DEGREES.arrow);
    case 'ArrowLeft':
      return () => act((watch) => watch.swipe('left'));
    case 'ArrowRight':
      return () => act((watch) => watch.swipe('right'));
    default:
      return undefined;
  }
}
