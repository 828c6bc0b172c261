/**
 * Finds what is wrong with a screen as a person would see it: text that is cut off, overlaps, anything too small to
 * read or to hit, anything outside the glass, and text too faint against what is drawn behind it.
 */
import { cssColor, type ReadableBrush, type Sprites } from './brush';
import { blend, contrast, rgbOf } from './contrast';
import { drawNode } from './draw';
import { lettersBy } from './letters';
import { screenNodes, statusBarHeight, toastNodes } from './overlay';
import type { Box, ButtonNode, Picture, PictureNode } from './picture';
import { plainBackground } from './plain-background';
import { isSafe, touchesGlass } from './safe-area';
import { coverage, overlap, seenText, type Lay, type SeenText } from './seen-text';

const PROBLEM_CODES = [
  'text-cut',
  'label-cut',
  'word-broken',
  'text-covered',
  'text-overlap',
  'outside-safe-area',
  'cut-at-first-sight',
  'text-too-small',
  'target-too-small',
  'targets-overlap',
  'low-contrast',
  'image-missing',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One problem; `what` is the text, label or image concerned. */
export interface Problem {
  readonly code: ProblemCode;
  readonly what: string;
  readonly detail: string;
}

/** What the check draws with: a brush on a canvas at least as large as the screen. Its content is overwritten. */
export interface Probe {
  readonly brush: ReadableBrush;
  readonly sprites: Sprites;
}

export interface ProblemOptions {
  /**
   * Whether the page is longer than the screen and scrolls. If so, each element is checked at the scroll position that
   * shows it best, and nothing may be cut by the edge before scrolling. Otherwise everything is checked where it is
   * now.
   */
  readonly scrolls?: boolean;
}

/** The smallest text and touch target, in pixels of a design 480 px wide (round) or 390 px wide (square). */
const SMALLEST = { text: 24, target: 64 } as const;
const DESIGN_WIDTH = { round: 480, square: 390 } as const;
/** WCAG AA for text of normal size. */
const LEAST_CONTRAST = 4.5;
/**
 * The share of pixels behind a text that may have less contrast, since an edge may pass through a corner of its box.
 */
const CONTRAST_TOLERANCE = 0.03;

/** All problems of a lit screen; none when it is off. When a dialog is open, only the dialog is checked. */
export function layoutProblems(picture: Picture, probe: Probe, options: ProblemOptions = {}): Problem[] {
  if (!picture.lit) return [];
  const page = picture.modal === undefined ? picture : { ...picture, nodes: [] };
  const still = screenNodes(page);
  const toast = toastNodes(picture, lettersBy(probe.brush).measure);
  return [
    ...(options.scrolls === true
      ? [...problemsOf(scrollingScene(page), probe), ...cutAtFirstSight(page, probe)]
      : problemsOf(stillScene(page, still), probe)),
    ...problemsOf(stillScene(page, toast), probe),
  ];
}

/** The nodes to check, and their positions while a given one of them is checked. */
interface Scene {
  readonly screen: Picture;
  readonly nodes: readonly PictureNode[];
  readonly whenLookingAt: (index: number) => readonly PictureNode[];
  /** Whether two nodes keep their relative position. */
  readonly moveTogether: (one: number, other: number) => boolean;
}

function stillScene(screen: Picture, nodes: readonly PictureNode[]): Scene {
  return { screen, nodes, whenLookingAt: () => nodes, moveTogether: () => true };
}

function scrollingScene(screen: Picture): Scene {
  const isOfPage = (index: number): boolean => index < screen.nodes.length;
  const scrolled = new Map<number, readonly PictureNode[]>();
  const at = (scrollY: number): readonly PictureNode[] => {
    const nodes = scrolled.get(scrollY) ?? screenNodes({ ...screen, scrollY });
    scrolled.set(scrollY, nodes);
    return nodes;
  };
  return {
    screen,
    nodes: screenNodes(screen),
    whenLookingAt: (index) => at(bestScroll(screen, index)),
    moveTogether: (one, other) => isOfPage(one) === isOfPage(other),
  };
}

/** The scroll position that brings a node closest to the middle of the page's part of the screen. */
function bestScroll(screen: Picture, index: number): number {
  const node = screen.nodes[index];
  if (node === undefined) return screen.scrollY;
  const top = screen.statusBar === undefined ? 0 : statusBarHeight(screen.width);
  const farthest = Math.max(0, ...screen.nodes.map(boxOf).map((box) => box.y + box.h)) - screen.height;
  const box = boxOf(node);
  const wanted = box.y + box.h / 2 - (top + screen.height) / 2;
  return Math.min(Math.max(wanted, 0), Math.max(farthest, 0));
}

function boxOf(node: PictureNode): Box {
  if (node.kind !== 'circle') return node;
  const { centerX, centerY, radius } = node;
  return { x: centerX - radius, y: centerY - radius, w: 2 * radius, h: 2 * radius };
}

function problemsOf(scene: Scene, probe: Probe): Problem[] {
  const { lay } = lettersBy(probe.brush);
  const indexes = scene.nodes.map((_, index) => index);
  const texts = indexes.flatMap((index) => seenText(scene.whenLookingAt(index), index, lay) ?? []);
  const buttons = indexes.flatMap((index) => seenButton(scene.whenLookingAt(index), index) ?? []);
  return [
    ...texts.flatMap((text) => textProblems(text, scene, probe)),
    ...buttons.flatMap((button) => buttonProblems(button.node, scene.screen)),
    ...overlaps(scene, lay),
    ...scene.nodes.flatMap((node) => missingImages(node, probe.sprites)),
  ];
}

/** What the edge of the screen cuts through before any scrolling. */
function cutAtFirstSight(screen: Picture, probe: Probe): Problem[] {
  const nodes = screenNodes({ ...screen, scrollY: 0 });
  const { lay } = lettersBy(probe.brush);
  const isCut = (boxes: readonly Box[], radius = 0): boolean =>
    boxes.some((box) => touchesGlass(screen, box)) && !boxes.every((box) => isSafe(screen, box, radius));
  return nodes.flatMap((_, index) => {
    const text = seenText(nodes, index, lay);
    const button = seenButton(nodes, index)?.node;
    const cut =
      (text && isCut(text.ink)) === true ||
      (button && !isEdgeToEdge(button, screen) && isCut([button], button.radius)) === true;
    const what = text?.text ?? button?.text ?? '';
    return cut
      ? [{ code: 'cut-at-first-sight', what, detail: 'the edge of the screen cuts it' } as const]
      : [];
  });
}

function textProblems(text: SeenText, scene: Scene, probe: Probe): Problem[] {
  const { screen } = scene;
  const nodes = scene.whenLookingAt(text.index);
  const least = (SMALLEST.text * screen.width) / DESIGN_WIDTH[screen.shape];
  const { layout, textSize } = text;
  const found = (is: boolean, code: ProblemCode, detail: string): Problem[] =>
    is ? [{ code, what: text.text, detail }] : [];
  const faint = faintness(text, nodes, scene.screen, probe);
  return [
    ...found(
      layout.cut,
      text.isLabel ? 'label-cut' : 'text-cut',
      `needs ${px(layout.usedWidth)} x ${px(layout.usedHeight)}`,
    ),
    ...found(layout.wordBroken, 'word-broken', 'has a word that is wider than its box'),
    ...found(textSize < least, 'text-too-small', `${px(textSize)} where ${px(least)} is the least`),
    ...found(!text.ink.every((box) => isSafe(screen, box)), 'outside-safe-area', 'its ink leaves the screen'),
    ...found(coverage(text.ink, text.index, nodes) === 'part', 'text-covered', 'something stands on it'),
    ...found(faint < LEAST_CONTRAST, 'low-contrast', `${faint.toFixed(2)}:1 against what is behind it`),
  ];
}

function seenButton(
  nodes: readonly PictureNode[],
  index: number,
): { readonly node: ButtonNode; readonly index: number } | undefined {
  const node = nodes[index];
  if (node?.kind !== 'button' || coverage([node], index, nodes) === 'all') return undefined;
  return { node, index };
}

/** A button from edge to edge can be hit anywhere, so it does not matter that the glass cuts its ends off. */
function isEdgeToEdge({ x, w }: ButtonNode, { width }: Picture): boolean {
  return x === 0 && w === width;
}

function buttonProblems(node: ButtonNode, screen: Picture): Problem[] {
  const least = (SMALLEST.target * screen.width) / DESIGN_WIDTH[screen.shape];
  const small = node.w < least || node.h < least;
  const what = node.text;
  return [
    ...(small
      ? [
          {
            code: 'target-too-small',
            what,
            detail: `${px(node.w)} x ${px(node.h)} where ${px(least)} is the least`,
          } as const,
        ]
      : []),
    ...(isSafe(screen, node, node.radius) || isEdgeToEdge(node, screen)
      ? []
      : [{ code: 'outside-safe-area', what, detail: 'the button leaves the screen' } as const]),
  ];
}

function overlaps(scene: Scene, lay: Lay): Problem[] {
  const { nodes, moveTogether } = scene;
  const texts = nodes.flatMap((_, index) => seenText(nodes, index, lay) ?? []);
  const buttons = nodes.flatMap((_, index) => seenButton(nodes, index) ?? []);
  const found: Problem[] = [];
  for (const [one, other] of pairs(texts)) {
    const collide = one.ink.some((a) => other.ink.some((b) => overlap(a, b)));
    if (collide && moveTogether(one.index, other.index)) {
      found.push({ code: 'text-overlap', what: one.text, detail: `runs into "${other.text}"` });
    }
  }
  for (const [one, other] of pairs(buttons)) {
    if (overlap(one.node, other.node) && moveTogether(one.index, other.index)) {
      found.push({ code: 'targets-overlap', what: one.node.text, detail: `lies on "${other.node.text}"` });
    }
  }
  return found;
}

function missingImages(node: PictureNode, sprites: Sprites): Problem[] {
  const wanted =
    node.kind === 'image' ? [node.src] : node.kind === 'button' ? [node.normalSrc, node.pressSrc] : [];
  return wanted.flatMap((src) =>
    src === undefined || sprites(src) !== undefined
      ? []
      : [{ code: 'image-missing', what: src, detail: 'the package has no such image' } as const],
  );
}

/** The contrast that all but a few of the pixels behind a text reach. */
function faintness(text: SeenText, nodes: readonly PictureNode[], screen: Picture, probe: Probe): number {
  const color = rgbOf(text.color);
  const ratios = [...colorsBehind(text, nodes, screen, probe)].map(([packed, pixels]) => {
    const behind = rgbOf(packed);
    return { ratio: contrast(blend(color, behind, text.alpha), behind), pixels };
  });
  ratios.sort((a, b) => a.ratio - b.ratio);
  let tolerated = Math.floor(ratios.reduce((sum, { pixels }) => sum + pixels, 0) * CONTRAST_TOLERANCE);
  for (const { ratio, pixels } of ratios) {
    if (pixels > tolerated) return ratio;
    tolerated -= pixels;
  }
  return LEAST_CONTRAST;
}

/**
 * The number of pixels of each colour behind a text, as 0xRRGGBB. There are tens of thousands of pixels but only a
 * handful of colours, and computing a contrast is expensive.
 */
function colorsBehind(
  text: SeenText,
  nodes: readonly PictureNode[],
  screen: Picture,
  probe: Probe,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const below = nodes.slice(0, text.index + 1);
  for (const box of text.ink.flatMap((ink) => pixelBox(ink, screen))) {
    const plain = plainBackground(box, below, probe.sprites);
    if (plain !== undefined) counts.set(plain, (counts.get(plain) ?? 0) + box.w * box.h);
    else {
      drawBehind(below, box, probe);
      countColors(probe.brush.getImageData(box.x, box.y, box.w, box.h).data, counts);
    }
  }
  return counts;
}

/** The whole pixels of the screen that a box touches; none if it lies outside. */
function pixelBox(box: Box, screen: Picture): Box[] {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const w = Math.min(screen.width, Math.ceil(box.x + box.w)) - x;
  const h = Math.min(screen.height, Math.ceil(box.y + box.h)) - y;
  return w > 0 && h > 0 ? [{ x, y, w, h }] : [];
}

/** Paints what is below a text. Other texts do not count as background; they are reported as overlaps. */
function drawBehind(below: readonly PictureNode[], { x, y, w, h }: Box, probe: Probe): void {
  const { brush } = probe;
  brush.save();
  brush.beginPath();
  brush.rect(x, y, w, h);
  brush.clip();
  brush.fillStyle = cssColor(0);
  brush.fillRect(x, y, w, h);
  for (const node of below) {
    if (node.kind === 'text') continue;
    drawNode(brush, node.kind === 'button' ? { ...node, text: '' } : node, probe.sprites);
  }
  brush.restore();
}

function countColors(data: ArrayLike<number>, counts: Map<number, number>): void {
  let color = -1;
  let run = 0;
  const book = (): void => {
    if (run > 0) counts.set(color, (counts.get(color) ?? 0) + run);
  };
  for (let at = 0; at < data.length; at += 4) {
    const next = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    if (next !== color) {
      book();
      color = next;
      run = 0;
    }
    run += 1;
  }
  book();
}

function pairs<T>(list: readonly T[]): (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
}

function px(length: number): string {
  return `${String(Math.round(length * 10) / 10)} px`;
}
