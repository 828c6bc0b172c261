/**
 * Computes the colour behind a box where the shapes leave no doubt about it. Drawing a screen and reading its pixels back
 * takes many times as long, and most texts are on black or in the middle of a button.
 */
import type { Sprites } from './brush';
import type { ArcNode, Box, ButtonNode, FillRectNode, ImageNode, PictureNode } from './picture';

/** Shapes at fractions of a pixel colour the pixels at their edges in part. */
const EDGE = 1;

/** The colour that all pixels of a box have below these nodes (back to front, texts aside); `undefined` if it must be drawn. */
export function plainBackground(
  box: Box,
  nodes: readonly PictureNode[],
  sprites: Sprites,
): number | undefined {
  for (const node of [...nodes].reverse()) {
    if (isApart(node, box, sprites)) continue;
    return fillOver(node, box, sprites);
  }
  return 0;
}

/** Whether nothing of a node is drawn in the box. Answers no if that is not certain. */
function isApart(node: PictureNode, box: Box, sprites: Sprites): boolean {
  switch (node.kind) {
    case 'text':
      return true;
    case 'fillRect':
      return node.alpha === 0 || areApart(node, box);
    case 'strokeRect': {
      // The line of a box that is thinner than its line goes beyond the box.
      const { x, y, w, h, lineWidth } = node;
      const around = { x: x - lineWidth, y: y - lineWidth, w: w + 2 * lineWidth, h: h + 2 * lineWidth };
      return node.alpha === 0 || areApart(around, box);
    }
    case 'circle': {
      const { centerX, centerY, radius } = node;
      const around = { x: centerX - radius, y: centerY - radius, w: 2 * radius, h: 2 * radius };
      return node.alpha === 0 || areApart(around, box);
    }
    case 'arc':
      return node.alpha === 0 || areApart(node, box) || isWithinRing(node, box);
    case 'image': {
      const drawn = boxOfImage(node, sprites);
      return node.alpha === 0 || drawn === undefined || areApart(drawn, box);
    }
    case 'button':
      return areApart(boxOfButton(node, sprites), box);
  }
}

/** The colour with which a node covers all of the box; `undefined` if it covers only part of it, or with more than one. */
function fillOver(node: PictureNode, box: Box, sprites: Sprites): number | undefined {
  switch (node.kind) {
    case 'fillRect':
      return node.alpha === 255 && isInside(box, node) ? node.color : undefined;
    case 'button': {
      const { pressed, pressColor, normalColor } = node;
      const isPlain = imageOf(node, sprites) === undefined && isInside(box, node);
      return isPlain ? (pressed ? pressColor : normalColor) : undefined;
    }
    default:
      return undefined;
  }
}

function areApart(one: Box, other: Box): boolean {
  return (
    one.x + one.w + EDGE <= other.x ||
    other.x + other.w + EDGE <= one.x ||
    one.y + one.h + EDGE <= other.y ||
    other.y + other.h + EDGE <= one.y
  );
}

/** Whether a box lies in the empty middle of a circular ring. That of an ellipse is no ellipse, as its line is equally wide. */
function isWithinRing({ x, y, w, h, lineWidth }: ArcNode, box: Box): boolean {
  const inner = w / 2 - lineWidth - EDGE;
  return (
    w === h && corners(box).every(([left, top]) => Math.hypot(left - x - w / 2, top - y - w / 2) <= inner)
  );
}

/** Whether a box lies within a rounded rectangle, off its edges. */
function isInside(box: Box, { x, y, w, h, radius }: FillRectNode | ButtonNode): boolean {
  const round = Math.max(0, Math.min(radius, w / 2, h / 2));
  return corners(box).every(([left, top]) => {
    if (Math.min(left - x, x + w - left, top - y, y + h - top) < EDGE) return false;
    const dx = Math.max(x + round - left, left - (x + w - round), 0);
    const dy = Math.max(y + round - top, top - (y + h - round), 0);
    return dx === 0 || dy === 0 || Math.hypot(dx, dy) <= round - EDGE;
  });
}

function corners({ x, y, w, h }: Box): readonly (readonly [number, number])[] {
  return [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ];
}

function boxOfImage(node: ImageNode, sprites: Sprites): Box | undefined {
  const sprite = sprites(node.src);
  if (sprite === undefined) return undefined;
  const { x, y, w, h } = node;
  return { x, y, w: w > 0 ? w : sprite.width, h: h > 0 ? h : sprite.height };
}

function boxOfButton(node: ButtonNode, sprites: Sprites): Box {
  const sprite = imageOf(node, sprites);
  if (sprite === undefined) return node;
  const { width: w, height: h } = sprite;
  return { x: node.x + (node.w - w) / 2, y: node.y + (node.h - h) / 2, w, h };
}

function imageOf({ pressed, pressSrc, normalSrc }: ButtonNode, sprites: Sprites): ReturnType<Sprites> {
  const src = pressed ? pressSrc : normalSrc;
  return src === undefined ? undefined : sprites(src);
}
