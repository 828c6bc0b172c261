/** The fonts of the preview: the typeface of the watch, and lighter and heavier weights of it for the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FILES, fontCss, type FontFile } from '../../virtual-watch/face/font';
import { fontPath } from '../../virtual-watch/node/font-path';
import { PROJECT } from '../run';

const WEIGHTS = [300, 400, 600] as const;

const PAGE_FONTS = WEIGHTS.map((weight) => ({
  weight,
  file: `noto-sans-latin-${String(weight)}-normal.woff2`,
}));

/** The paths of all font files, by name. */
export const PREVIEW_FONTS: ReadonlyMap<string, string> = new Map([
  ...PAGE_FONTS.map(({ file }) => [file, join(PROJECT, 'preview', 'fonts', file)] as const),
  ...FONT_FILES.map(({ file }) => [file, fontPath(file)] as const),
]);

/** Returns the URL of a font file, or a data URL with its content. */
type UrlOf = (file: string) => string;

/** `@font-face` rules for the fonts that pages in any language use. */
export function latinFontRules(urlOf: UrlOf): string {
  const page = PAGE_FONTS.map(
    ({ weight, file }) =>
      `@font-face { font-family: "Page"; font-weight: ${String(weight)}; src: url("${urlOf(file)}") format("woff2"); font-display: block; }`,
  );
  return [faceRules(urlOf, 'latin'), ...page].join('\n');
}

/** The rule for the font of Chinese, which is many times as large as all others. */
export function chineseFontRules(urlOf: UrlOf): string {
  return faceRules(urlOf, 'chinese');
}

function faceRules(urlOf: UrlOf, wanted: FontFile['script']): string {
  return fontCss(
    urlOf,
    FONT_FILES.filter(({ script }) => script === wanted),
  );
}

/** The bytes of a font file, if it is one of these. */
export function fontFile(file: string): Uint8Array | undefined {
  const path = PREVIEW_FONTS.get(file);
  return path === undefined ? undefined : readFileSync(path);
}

/** The npm package that a font file was copied from. */
export function packageOfFont(file: string): string {
  return file.startsWith('noto-sans-sc-') ? '@fontsource/noto-sans-sc' : '@fontsource/noto-sans';
}
