/** What the system shows above a page, as nodes: status bar, dialog, toast. */
import type { Measure } from './font';
import { modalNodes } from './modal';
import type { Picture, PictureNode, ScrollBar, TextNode } from './picture';

/** The status bar of square screens is 64 px high (Zepp docs, screen adaptation) on the 390 px design width. */
const STATUS_BAR = { height: 64, designWidth: 390 } as const;

/** The height of a square screen's status bar, in pixels of that screen. */
export function statusBarHeight(width: number): number {
  return Math.round((STATUS_BAR.height * width) / STATUS_BAR.designWidth);
}

/** Everything on the screen except a toast, back to front, in screen pixels: the scrolled page, then what covers it. */
export function screenNodes(picture: Picture): PictureNode[] {
  const page = picture.nodes.map((node) => shifted(node, -picture.scrollY));
  const bar = picture.statusBar === undefined ? [] : statusBarNodes(picture);
  const modal = picture.modal === undefined ? [] : modalNodes(picture.modal, picture);
  const scrollBar = picture.scrollBar === undefined ? [] : scrollBarNodes(picture, picture.scrollBar);
  return [...page, ...scrollBar, ...bar, ...modal];
}

/**
 * The scroll bar at the right edge: an arc along the rim of a round screen, a straight bar on a square one. No document
 * shows what it looks like. Lengths are shares of the width, `sweep` is in degrees.
 */
const SCROLL_BAR = {
  line: 0.013,
  inset: 0.008,
  sweep: 30,
  height: 0.2,
  colors: [0x333333, 0xcccccc],
} as const;

function scrollBarNodes(
  { width, height, shape, scrollY, nodes }: Picture,
  { range }: ScrollBar,
): PictureNode[] {
  if (nodes.length === 0) return [];
  const lineWidth = Math.max(2, Math.round(width * SCROLL_BAR.line));
  const inset = Math.round(width * SCROLL_BAR.inset);
  const share = height / (height + range);
  const from = (1 - share) * (scrollY / range);
  const spans = [
    { from: 0, to: 1 },
    { from, to: from + share },
  ];
  return spans.map(({ from, to }, index): PictureNode => {
    const look = { color: SCROLL_BAR.colors[index === 0 ? 0 : 1], alpha: 255 };
    if (shape === 'round') {
      const size = width - 2 * inset;
      const at = (part: number): number => SCROLL_BAR.sweep * (part - 0.5);
      const box = { x: inset, y: inset, w: size, h: size };
      return { kind: 'arc', ...box, startAngle: at(from), endAngle: at(to), lineWidth, ...look };
    }
    const length = height * SCROLL_BAR.height;
    const y = (height - length) / 2 + length * from;
    const box = { x: width - inset - lineWidth, y, w: lineWidth, h: length * (to - from) };
    return { kind: 'fillRect', ...box, radius: lineWidth / 2, ...look };
  });
}

/** The toast: a pill low on the screen, as wide as its text needs. */
export function toastNodes(picture: Picture, measure: Measure): PictureNode[] {
  if (picture.toast === undefined) return [];
  const { width, height } = picture;
  const textSize = Math.round(width * 0.056);
  const widest = Math.round(width * 0.72);
  const w = Math.min(widest, Math.ceil(measure(picture.toast, textSize).width)) + textSize;
  const lines = w < widest + textSize ? 1 : 2;
  const h = Math.round(textSize * (1.5 * lines + 0.6));
  const box = { x: Math.round((width - w) / 2), y: Math.round(height * 0.82 - h), w, h };
  const inner = { x: box.x + textSize / 2, y: box.y, w: w - textSize, h };
  return [
    { kind: 'fillRect', ...box, color: 0x404040, radius: Math.min(h / 2, textSize * 1.2), alpha: 255 },
    { ...plainText(picture.toast, textSize, 0xffffff), ...inner, alignH: 'center', textStyle: 'wrap' },
  ];
}

function statusBarNodes({ width, cornerRadius, statusBar }: Picture): PictureNode[] {
  if (statusBar === undefined) return [];
  const h = statusBarHeight(width);
  const textSize = Math.round(h * 0.44);
  const inset = cornerInset(cornerRadius, h / 2 - textSize / 2) + Math.round(width * 0.03);
  const clockWidth = textSize * 3;
  const row = { y: 0, h };
  return [
    { kind: 'fillRect', x: 0, y: 0, w: width, h, color: 0, radius: 0, alpha: 255 },
    {
      ...plainText(statusBar.title, textSize, 0xffffff),
      ...row,
      x: inset,
      w: width - 2 * inset - clockWidth,
      textStyle: 'ellipsis',
    },
    {
      ...plainText(statusBar.clock, textSize, 0xb3b3b3),
      ...row,
      x: width - inset - clockWidth,
      w: clockWidth,
      alignH: 'right',
    },
  ];
}

function plainText(text: string, textSize: number, color: number): TextNode {
  const box = { x: 0, y: 0, w: 0, h: 0 };
  const aligned = { alignH: 'left', alignV: 'center', textStyle: 'none' } as const;
  return { kind: 'text', ...box, ...aligned, text, textSize, color, lineSpace: 0, charSpace: 0, alpha: 255 };
}

/** How far a rounded corner reaches in from the side, `y` below the top. */
function cornerInset(radius: number, y: number): number {
  if (y >= radius) return 0;
  return Math.ceil(radius - Math.sqrt(radius * radius - (radius - y) * (radius - y)));
}

function shifted(node: PictureNode, by: number): PictureNode {
  return node.kind === 'circle' ? { ...node, centerY: node.centerY + by } : { ...node, y: node.y + by };
}
