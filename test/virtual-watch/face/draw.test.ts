import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { Sprite } from '../../../virtual-watch/face/brush';
import { modalBoxes } from '../../../virtual-watch/face/modal';
import { statusBarHeight } from '../../../virtual-watch/face/overlay';
import type { ArcNode, Picture, PictureNode } from '../../../virtual-watch/face/picture';
import { canvasOf, pngOf } from '../../../virtual-watch/node/picture-png';
import { buttonNode, round, square, textNode } from './nodes';

const RED = 0xff0000;
const noSprites = (): undefined => undefined;

/** The color of a pixel as 0xRRGGBB, or undefined where nothing is drawn. */
function colorAt(canvas: Canvas, x: number, y: number): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getContext('2d').getImageData(x, y, 1, 1).data;
  return alpha === 0 ? undefined : (red << 16) | (green << 8) | blue;
}

function drawn(picture: Picture): Canvas {
  return canvasOf(picture, noSprites, { scale: 1 });
}

/** Whether anything but black is drawn in a box. */
function isMarked(canvas: Canvas, x: number, y: number, w: number, h: number): boolean {
  const { data } = canvas.getContext('2d').getImageData(x, y, w, h);
  return data.some((part, index) => index % 4 !== 3 && part > 60);
}

const fill = (over: Partial<Extract<PictureNode, { kind: 'fillRect' }>> = {}): PictureNode => ({
  kind: 'fillRect',
  x: 0,
  y: 0,
  w: 480,
  h: 480,
  color: RED,
  radius: 0,
  alpha: 255,
  ...over,
});

const arc = (over: Partial<ArcNode>): ArcNode => ({
  kind: 'arc',
  x: 40,
  y: 40,
  w: 400,
  h: 400,
  startAngle: 0,
  endAngle: 90,
  color: RED,
  lineWidth: 20,
  alpha: 255,
  ...over,
});

describe('drawing the screen', () => {
  test('a round screen is cut to its circle, a square one to its corners', () => {
    const circle = drawn(round([fill()]));
    expect([colorAt(circle, 240, 2), colorAt(circle, 20, 20)]).toEqual([RED, undefined]);
    const corners = drawn(square([fill()]));
    expect([colorAt(corners, 100, 1), colorAt(corners, 8, 8)]).toEqual([RED, undefined]);
  });

  test('empty areas of the screen are black, and all of it if it is off', () => {
    expect(colorAt(drawn(round([])), 240, 240)).toBe(0);
    expect(colorAt(drawn(round([fill()], { lit: false, toast: 'Hello' })), 240, 240)).toBe(0);
  });

  test('later nodes cover earlier ones', () => {
    const canvas = drawn(round([fill(), fill({ x: 200, y: 200, w: 80, h: 80, color: 0x0000ff })]));
    expect([colorAt(canvas, 240, 240), colorAt(canvas, 150, 240)]).toEqual([0x0000ff, RED]);
  });

  test('half of the alpha lets half of the color through', () => {
    const color = colorAt(drawn(round([fill({ alpha: 128 })])), 240, 240) ?? 0;
    expect(color >> 16).toBeGreaterThan(125);
    expect(color >> 16).toBeLessThan(131);
  });

  test('scrolling moves the page up and leaves the status bar', () => {
    const stripe = fill({ y: 300, h: 20 });
    const canvas = drawn(square([stripe], { scrollY: 100, statusBar: { title: 'Legato', clock: '21:05' } }));
    expect([colorAt(canvas, 195, 210), colorAt(canvas, 195, 310)]).toEqual([RED, 0]);
    expect(isMarked(canvas, 0, 0, 390, statusBarHeight(390))).toBe(true);
  });

  test('an arc starts at three o’clock and runs clockwise, inside its box, with round ends', () => {
    const canvas = drawn(round([arc({})]));
    expect(colorAt(canvas, 240 + 130, 240 + 140)).toBe(RED);
    expect(colorAt(canvas, 240 + 130, 240 - 140)).toBe(0);
    expect([colorAt(canvas, 434, 260), colorAt(canvas, 443, 260)]).toEqual([RED, 0]);
    expect(colorAt(canvas, 430, 240 - 7)).toBe(RED);
  });

  test('an arc from an angle to itself is not drawn, and one of more than a turn is a ring', () => {
    expect(isMarked(drawn(round([arc({ startAngle: 30, endAngle: 30 })])), 0, 0, 480, 480)).toBe(false);
    expect(colorAt(drawn(round([arc({ startAngle: -90, endAngle: 400 })])), 50, 240)).toBe(RED);
  });

  test('the outline of a rectangle lies inside its box', () => {
    const box = { x: 100, y: 100, w: 200, h: 100 };
    const node = { kind: 'strokeRect', ...box, color: RED, radius: 0, lineWidth: 10, alpha: 255 } as const;
    const canvas = drawn(round([node]));
    expect([98, 102, 108, 112].map((x) => colorAt(canvas, x, 150))).toEqual([0, RED, RED, 0]);
  });

  test('a circle is where its middle is', () => {
    const canvas = drawn(
      round([{ kind: 'circle', centerX: 100, centerY: 240, radius: 30, color: RED, alpha: 255 }]),
    );
    expect([colorAt(canvas, 128, 240), colorAt(canvas, 132, 240)]).toEqual([RED, 0]);
  });

  test('a button that is pressed shows its other color', () => {
    const colors = { normalColor: 0x00aa00, pressColor: 0x005500, text: '' };
    const colorOf = (pressed: boolean) =>
      colorAt(drawn(round([buttonNode({ ...colors, pressed })])), 240, 340);
    expect([colorOf(false), colorOf(true)]).toEqual([0x00aa00, 0x005500]);
  });

  test('a text is drawn only within its box', () => {
    const canvas = drawn(round([textNode({ x: 200, w: 80, text: 'much too long for this' })]));
    expect(isMarked(canvas, 200, 200, 80, 60)).toBe(true);
    expect(isMarked(canvas, 284, 200, 120, 60)).toBe(false);
  });

  test('an image is cut at its box and moved within it', () => {
    const canvas = createCanvas(40, 40);
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#f00';
    brush.fillRect(0, 0, 40, 40);
    const sprite: Sprite = { width: 40, height: 40, source: canvas };
    const node = { x: 200, y: 200, w: 60, h: 20, posX: 30, posY: 0, angle: 0, src: 'a.png', alpha: 255 };
    const image = canvasOf(round([{ kind: 'image', ...node }]), () => sprite, { scale: 1 });
    expect([225, 235, 258, 262].map((x) => colorAt(image, x, 210))).toEqual([0, RED, RED, 0]);
    expect(colorAt(image, 240, 225)).toBe(0);
  });

  test('a dialog hides the page and shows its buttons where they are', () => {
    const { confirm } = modalBoxes(round([]));
    const modal = {
      text: 'End?',
      buttons: [{ ...confirm, label: 'OK', icon: 'confirm', pressed: false } as const],
    };
    const canvas = drawn(round([fill()], { modal }));
    expect(colorAt(canvas, 20, 240)).toBe(0);
    expect(isMarked(canvas, confirm.x, confirm.y, confirm.w, confirm.h)).toBe(true);
  });

  test('a toast is above everything', () => {
    expect(isMarked(drawn(round([], { toast: '15 seconds more' })), 140, 320, 200, 80)).toBe(true);
  });
});

describe('a picture as a file', () => {
  const sizeOf = (png: Uint8Array): readonly number[] => {
    const view = new DataView(png.buffer, png.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  test('has the size of the screen times the scale', () => {
    expect(sizeOf(pngOf(round([]), noSprites, { scale: 2 }))).toEqual([960, 960]);
  });

  test('is the same every time', () => {
    const once = (): Uint8Array => pngOf(round([textNode({})]), noSprites, { scale: 1 });
    expect(Buffer.from(once()).equals(Buffer.from(once()))).toBe(true);
  });
});
