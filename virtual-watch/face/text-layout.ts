/** Positions each line of a text. A pure function of the text and the font. */
import { breakText, isCjk } from './line-break';
import type { Ink, Measure } from './font';
import type { AlignH, AlignV, Box, TextStyle } from './picture';

/** What determines the layout of a text. A text node is one, a button's label another. */
export interface TextBlock extends Box {
  readonly text: string;
  readonly textSize: number;
  readonly alignH: AlignH;
  readonly alignV: AlignV;
  readonly textStyle: TextStyle;
  readonly lineSpace: number;
  readonly charSpace: number;
}

/** One line: its left end, baseline and ink. */
export interface TextLine extends Ink {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
}

export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** The width of the widest line and the height of all lines, in pixels, to compare with the box. */
  readonly usedWidth: number;
  readonly usedHeight: number;
  /** Whether part of the text cannot be seen because it is too wide, too high, or shortened. */
  readonly cut: boolean;
  readonly wordBroken: boolean;
}

/** Line heights as multiples of the text size: 116 % Latin, 125 % Chinese (Zepp design guide, fonts). */
const LINE_HEIGHT = { latin: 1.16, cjk: 1.25 } as const;

/**
 * Baselines below the top of the line, as multiples of the text size, such that capitals, or Chinese characters, are
 * vertically centred. Our own choice: the guide gives line heights only.
 */
const BASELINE = { latin: 0.93, cjk: 1 } as const;

/** `px()` rounds up each number separately (Zepp docs, px), so a box can come out a pixel short of its text. */
const ROUNDING = 1;

/** The height of one line of this text in pixels, without extra line space. */
export function lineHeightOf(text: string, textSize: number): number {
  return textSize * LINE_HEIGHT[scriptOf(text)];
}

/** Lays out a text in its box. */
export function layoutText(block: TextBlock, measure: Measure): TextLayout {
  const inkOf = (text: string): Ink => spaced(measure(text, block.textSize), text, block.charSpace);
  const broken = breakText(block.text, block.textStyle, block.w, (text) => inkOf(text).width);
  const lineHeight = lineHeightOf(block.text, block.textSize);
  const step = lineHeight + block.lineSpace;
  const usedHeight = step * broken.lines.length - block.lineSpace;
  const top = block.y + Math.max(0, (block.h - usedHeight) * shareBefore(block.alignV));
  const firstBaseline = top + block.textSize * BASELINE[scriptOf(block.text)];
  const lines = broken.lines.map((text, index) => {
    const ink = inkOf(text);
    const x = block.x + Math.max(0, (block.w - ink.width) * shareBefore(block.alignH));
    return { ...ink, text, x, baseline: firstBaseline + index * step };
  });
  return {
    lines,
    usedWidth: Math.max(0, ...lines.map((line) => line.width)),
    usedHeight,
    cut: broken.cut || usedHeight > block.h + ROUNDING,
    wordBroken: broken.wordBroken,
  };
}

/** The box around the ink of a line. */
export function inkBox(line: TextLine): Box {
  return { x: line.x, y: line.baseline - line.ascent, w: line.width, h: line.ascent + line.descent };
}

function scriptOf(text: string): keyof typeof LINE_HEIGHT {
  return isCjk(text) ? 'cjk' : 'latin';
}

function spaced(ink: Ink, text: string, charSpace: number): Ink {
  const gaps = Math.max(0, Array.from(text).length - 1);
  return { ...ink, width: ink.width + gaps * charSpace };
}

/** The share of the free space that lies before the text. */
function shareBefore(align: AlignH | AlignV): number {
  switch (align) {
    case 'left':
    case 'top':
      return 0;
    case 'center':
      return 0.5;
    case 'right':
    case 'bottom':
      return 1;
  }
}
