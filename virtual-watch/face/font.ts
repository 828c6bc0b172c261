/**
 * The typeface of the face. Zepp OS uses Noto Sans (design guide, fonts). Its files are in `fonts/`, and both Node and
 * browsers read them, under family names of our own so that no installed font is used by mistake.
 */
import type { Brush } from './brush';

/** One font file; `file` is its name in `fonts/`. */
export interface FontFile {
  readonly family: string;
  readonly file: string;
  readonly script: 'latin' | 'chinese';
}

/**
 * All files, in the order in which they are searched for a character. The Chinese one covers all of GB 2312 and more.
 */
export const FONT_FILES: readonly FontFile[] = [
  { family: 'Face Latin', file: 'noto-sans-latin-400-normal.woff2', script: 'latin' },
  { family: 'Face Latin Ext', file: 'noto-sans-latin-ext-400-normal.woff2', script: 'latin' },
  {
    family: 'Face Chinese',
    file: 'noto-sans-sc-chinese-simplified-400-normal.woff2',
    script: 'chinese',
  },
];

const FAMILIES = FONT_FILES.map(({ family }) => `"${family}"`).join(', ');

/** The canvas `font` for text of `size` pixels. */
export function fontOf(size: number): string {
  return `${String(size)}px ${FAMILIES}`;
}

/**
 * `@font-face` rules for a page that draws the face in a browser; `urlOf` returns the URL of a font file. Canvas text
 * does not wait for fonts, so await `document.fonts.load(fontOf(20), fontSample(language))` before drawing.
 */
export function fontCss(urlOf: (file: string) => string, files: readonly FontFile[] = FONT_FILES): string {
  return files
    .map(
      ({ family, file }) =>
        `@font-face { font-family: "${family}"; src: url("${urlOf(file)}") format("woff2"); font-display: block; }`,
    )
    .join('\n');
}

/** Characters that together need every font file that texts in a language, such as `en-US`, are drawn with. */
export function fontSample(language: string): string {
  return language.startsWith('zh') ? 'aő腿' : 'aő';
}

/** The width of one line of text, and its ink above and below the baseline, in pixels. */
export interface Ink {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

/** Measures one line of text at a size in pixels. */
export type Measure = (text: string, size: number) => Ink;

/** Measures with the same canvas that draws. */
export function measureWith(brush: Brush): Measure {
  return (text, size) => {
    brush.font = fontOf(size);
    const extent = brush.measureText(text);
    return {
      width: extent.width,
      ascent: extent.actualBoundingBoxAscent,
      descent: extent.actualBoundingBoxDescent,
    };
  };
}
