import { blend, contrast, rgbOf } from '../../../virtual-watch/face/contrast';
import {
  layoutProblems,
  type ProblemCode,
  type ProblemOptions,
} from '../../../virtual-watch/face/layout-problems';
import { modalBoxes } from '../../../virtual-watch/face/modal';
import type { Picture, PictureNode } from '../../../virtual-watch/face/picture';
import { isSafe } from '../../../virtual-watch/face/safe-area';
import { nodeProbe } from '../../../virtual-watch/node/picture-png';
import { buttonNode, round, square, textNode } from './nodes';

const probe = nodeProbe(() => undefined);

function codes(picture: Picture, options?: ProblemOptions): ProblemCode[] {
  return layoutProblems(picture, probe, options).map(({ code }) => code);
}

const sheet = (
  color: number,
  over: Partial<Extract<PictureNode, { kind: 'fillRect' }>> = {},
): PictureNode => ({
  kind: 'fillRect',
  x: 0,
  y: 0,
  w: 480,
  h: 480,
  color,
  radius: 0,
  alpha: 255,
  ...over,
});

const image: PictureNode = {
  kind: 'image',
  x: 200,
  y: 100,
  w: 0,
  h: 0,
  posX: 0,
  posY: 0,
  angle: 0,
  src: 'leg.png',
  alpha: 255,
};

describe('what is wrong with a screen', () => {
  test('nothing, if everything can be read and tapped', () => {
    expect(codes(round([textNode({}), buttonNode({})]))).toEqual([]);
    expect(codes(square([textNode({ x: 45 }), buttonNode({ x: 95 })]))).toEqual([]);
  });

  test('nothing for a button that covers the whole screen', () => {
    const all = { x: 0, y: 0, w: 480, h: 480, text: '' };
    expect(codes(round([buttonNode(all)]))).toEqual([]);
    expect(codes(round([buttonNode({ ...all, w: 479 })]))).toEqual(['outside-safe-area']);
  });

  test('nothing on a screen that is off', () => {
    expect(codes(round([textNode({ textSize: 3 })], { lit: false }))).toEqual([]);
  });

  test.each<[ProblemCode, readonly PictureNode[]]>([
    ['text-cut', [textNode({ x: 200, w: 60, text: 'Upper thigh' })]],
    ['text-cut', [textNode({ x: 200, w: 60, text: 'Upper thigh', textStyle: 'ellipsis' })]],
    ['text-cut', [textNode({ x: 180, w: 120, h: 60, text: 'light touch only', textStyle: 'wrap' })]],
    ['label-cut', [buttonNode({ x: 190, w: 100, text: 'End session' })]],
    ['word-broken', [textNode({ x: 200, w: 80, h: 200, text: 'Massage', textStyle: 'wrap' })]],
    ['text-overlap', [textNode({}), textNode({ y: 215, text: 'Calf' })]],
    ['text-covered', [textNode({}), sheet(0x222222, { x: 240, y: 0, w: 200 })]],
    ['outside-safe-area', [textNode({ y: 2, text: 'far too high up', textSize: 30 })]],
    ['outside-safe-area', [buttonNode({ x: 60, y: 360 })]],
    ['text-too-small', [textNode({ textSize: 23 })]],
    ['target-too-small', [buttonNode({ h: 63 })]],
    ['targets-overlap', [buttonNode({}), buttonNode({ y: 360, text: 'Next' })]],
    ['low-contrast', [textNode({ color: 0x555555 })]],
    ['low-contrast', [sheet(0xffffff), textNode({ color: 0x999999 })]],
    ['low-contrast', [textNode({ alpha: 90 })]],
    ['low-contrast', [buttonNode({ normalColor: 0xfc6950 })]],
    ['image-missing', [image]],
  ])('%s is found', (code, nodes) => {
    expect(codes(round(nodes))).toEqual([code]);
  });

  test('minimum sizes are in proportion to the screen', () => {
    const small = { width: 416, height: 416 };
    expect(codes(round([textNode({ x: 60, textSize: 21 })], small))).toEqual([]);
    expect(codes(round([textNode({ x: 60, textSize: 20 })], small))).toEqual(['text-too-small']);
    expect(codes(square([textNode({ x: 45, textSize: 23 })]))).toEqual(['text-too-small']);
  });

  test('what is completely covered is ignored', () => {
    const hidden = textNode({ textSize: 8, text: 'too small' });
    expect(codes(round([hidden, buttonNode({ w: 10 }), sheet(0)]))).toEqual([]);
  });

  test('an edge that only touches the box of a text does not make it faint', () => {
    const track = {
      kind: 'circle',
      centerX: 118,
      centerY: 215,
      radius: 2,
      color: 0xffffff,
      alpha: 255,
    } as const;
    expect(codes(round([track, textNode({ x: 117, alignH: 'left' })]))).toEqual([]);
  });

  test('a text below the edge of a scrolling page is judged at its position after scrolling', () => {
    const page = round([
      textNode({}),
      textNode({ y: 700, text: 'Calf' }),
      sheet(0, { y: 900, h: 60, alpha: 0 }),
    ]);
    expect(codes(page)).toEqual(['outside-safe-area']);
    expect(codes(page, { scrolls: true })).toEqual([]);
  });

  test.each<[string, readonly PictureNode[]]>([
    ['a text', [textNode({ y: 440, text: 'last sync never' })]],
    ['a second line', [textNode({ y: 400, h: 140, text: 'a line\nanother line', textStyle: 'wrap' })]],
    ['a button', [buttonNode({ y: 440, text: '' })]],
  ])('%s that the edge cuts before a page is scrolled is found', (_, nodes) => {
    const page = round([...nodes, sheet(0, { y: 900, h: 60, alpha: 0 })]);
    expect(codes(page, { scrolls: true })).toEqual(['cut-at-first-sight']);
  });

  test('what is completely below the edge is not cut by it', () => {
    const below = [textNode({ y: 480, text: 'last sync never' }), buttonNode({ y: 560 })];
    expect(codes(round([...below, sheet(0, { y: 900, h: 60, alpha: 0 })]), { scrolls: true })).toEqual([]);
    expect(codes(square([textNode({ y: 450 }), sheet(0, { y: 900, alpha: 0 })]), { scrolls: true })).toEqual(
      [],
    );
  });

  test('a page that scrolls still has its own faults', () => {
    const page = round([textNode({ y: 700, color: 0x444444 }), textNode({ y: 710, text: 'Calf' })]);
    expect(codes(page, { scrolls: true })).toEqual(['low-contrast', 'text-overlap']);
  });

  test('under the status bar a text is covered', () => {
    const bar = { statusBar: { title: 'Legato', clock: '21:05' } };
    expect(codes(square([textNode({ x: 45, y: 40, h: 50 })], bar))).toEqual(['text-covered']);
  });

  test('a dialog is judged instead of the page', () => {
    const boxes = modalBoxes(round([]));
    const buttons = [
      { ...boxes.cancel, label: 'Cancel', icon: 'cancel', pressed: false },
      { ...boxes.confirm, label: 'OK', icon: 'confirm', pressed: false },
    ] as const;
    const page = [textNode({ textSize: 8 })];
    expect(codes(round(page, { modal: { text: 'End the session?', buttons } }))).toEqual([]);
    const long = 'End the session? '.repeat(12);
    expect(codes(round(page, { modal: { text: long, buttons } }))).toContain('text-cut');
  });

  test('a toast is judged too, but does not count as covering anything', () => {
    expect(codes(round([textNode({ y: 350 })], { toast: '15 seconds more' }))).toEqual([]);
    expect(codes(round([], { toast: 'a toast that goes on '.repeat(8) }))).toContain('text-cut');
  });
});

describe('contrast', () => {
  test('goes from 1 to 21 as WCAG has it', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
    expect(contrast([80, 80, 80], [80, 80, 80])).toBe(1);
    // #767676 on white is the lightest grey that passes 4.5:1.
    expect(contrast(rgbOf(0x767676), rgbOf(0xffffff))).toBeCloseTo(4.54, 2);
  });

  test('is measured after a translucent text has been mixed with what is behind it', () => {
    expect(blend([255, 255, 255], [0, 0, 0], 51)).toEqual([51, 51, 51]);
  });
});

describe('the safe area', () => {
  test.each([
    ['the middle', { x: 140, y: 140, w: 200, h: 200 }, true],
    ['the whole screen', { x: 0, y: 0, w: 480, h: 480 }, false],
    ['a corner', { x: 10, y: 10, w: 60, h: 60 }, false],
    ['the very edge', { x: 1, y: 238, w: 20, h: 4 }, false],
    ['the edge less its margin', { x: 4, y: 238, w: 20, h: 4 }, true],
  ])('of a round screen: %s', (_, box, safe) => {
    expect(isSafe(round([]), box)).toBe(safe);
  });

  test.each([
    ['the middle of the top', { x: 100, y: 3, w: 190, h: 40 }, true],
    ['a corner', { x: 8, y: 8, w: 60, h: 60 }, false],
    ['beyond the bottom', { x: 100, y: 420, w: 190, h: 40 }, false],
  ])('of a square screen: %s', (_, box, safe) => {
    expect(isSafe(square([]), box)).toBe(safe);
  });

  test('rounded corners may come closer to the edge than sharp ones', () => {
    const box = { x: 70, y: 70, w: 340, h: 340 };
    expect([isSafe(round([]), box), isSafe(round([]), box, 170)]).toEqual([false, true]);
  });
});
