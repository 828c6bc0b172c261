/** The readable texts of a screen, each with the ink it takes and the nodes around it. */
import { labelOf } from './draw';
import type { Box, CircleNode, PictureNode } from './picture';
import { inkBox, type TextBlock, type TextLayout } from './text-layout';

/** Lays out a text in its box. */
export type Lay = (block: TextBlock) => TextLayout;

/** One text; `index` is its position among the nodes, from back to front. */
export interface SeenText {
  readonly index: number;
  readonly text: string;
  readonly isLabel: boolean;
  readonly textSize: number;
  readonly color: number;
  readonly alpha: number;
  readonly layout: TextLayout;
  /** The ink of each line that is not empty. */
  readonly ink: readonly Box[];
}

/** The readable text or button label of a node, if there is one. */
export function seenText(nodes: readonly PictureNode[], index: number, lay: Lay): SeenText | undefined {
  const node = nodes[index];
  if (node === undefined || (node.kind !== 'text' && node.kind !== 'button')) return undefined;
  const alpha = node.kind === 'text' ? node.alpha : 255;
  const layout = lay(node.kind === 'text' ? node : labelOf(node));
  const ink = layout.lines.filter((line) => line.text.trim() !== '').map(inkBox);
  if (alpha === 0 || ink.length === 0 || coverage(ink, index, nodes) === 'all') return undefined;
  const { text, textSize, color } = node;
  return { index, text, isLabel: node.kind === 'button', textSize, color, alpha, layout, ink };
}

/** Whether an opaque node drawn after `index` hides all of the boxes, part of them, or nothing. */
export function coverage(
  boxes: readonly Box[],
  index: number,
  nodes: readonly PictureNode[],
): 'all' | 'part' | 'none' {
  const above = nodes.slice(index + 1);
  if (above.some((node) => boxes.every((box) => hides(node, box)))) return 'all';
  return above.some((node) => boxes.some((box) => touches(node, box))) ? 'part' : 'none';
}

/** Whether two boxes overlap by more than the pixel that rounding may cost. */
export function overlap(a: Box, b: Box): boolean {
  const across = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const along = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return across > 1 && along > 1;
}

function hides(node: PictureNode, box: Box): boolean {
  switch (node.kind) {
    case 'fillRect':
      return node.alpha === 255 && contains(node, box);
    case 'button':
      return contains(node, box);
    case 'circle':
      return node.alpha === 255 && circleContains(node, box);
    case 'arc':
    case 'strokeRect':
    case 'text':
    case 'image':
      return false;
  }
}

function touches(node: PictureNode, box: Box): boolean {
  switch (node.kind) {
    case 'fillRect':
      return node.alpha > 0 && overlap(node, box);
    case 'button':
      return overlap(node, box);
    case 'circle':
      return node.alpha > 0 && circleTouches(node, box);
    case 'arc':
    case 'strokeRect':
    case 'text':
    case 'image':
      return false;
  }
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
  );
}

// A page may have a hundred circles. What their height tells already, nearly always, is asked first.

function circleContains({ centerX: x, centerY: y, radius }: CircleNode, box: Box): boolean {
  return box.h <= 2 * radius && farthest(x, y, box) <= radius;
}

function circleTouches({ centerX: x, centerY: y, radius }: CircleNode, box: Box): boolean {
  const reach = radius - 1;
  return y + reach > box.y && y - reach < box.y + box.h && nearest(x, y, box) < reach;
}

function nearest(x: number, y: number, box: Box): number {
  return Math.hypot(Math.max(box.x - x, x - box.x - box.w, 0), Math.max(box.y - y, y - box.y - box.h, 0));
}

function farthest(x: number, y: number, box: Box): number {
  return Math.hypot(
    Math.max(Math.abs(box.x - x), Math.abs(box.x + box.w - x)),
    Math.max(Math.abs(box.y - y), Math.abs(box.y + box.h - y)),
  );
}
