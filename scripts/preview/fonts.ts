/** The fonts of the preview: the typeface of the watch, and lighter and heavier weights of it for the page. */
import { readFileSync } from 'node:fs';
import { FONT_FILES, fontCss } from '../../virtual-watch/face/font';
import { fontPath } from '../../virtual-watch/node/fonts';

const WEIGHTS = [300, 400, 600] as const;

const PAGE_FONTS = WEIGHTS.map((weight) => ({
  weight,
  file: `@fontsource/noto-sans/files/noto-sans-latin-${String(weight)}-normal.woff2`,
}));

/** All font files, by their paths inside node_modules. */
export const PREVIEW_FONTS: readonly string[] = [...FONT_FILES, ...PAGE_FONTS].map(({ file }) => file);

/** `@font-face` rules for all of them; `urlOf` returns the URL of a file, or a data URL with its content. */
export function fontRules(urlOf: (file: string) => string): string {
  const page = PAGE_FONTS.map(
    ({ weight, file }) =>
      `@font-face { font-family: "Page"; font-weight: ${String(weight)}; src: url("${urlOf(file)}") format("woff2"); font-display: block; }`,
  );
  return [fontCss(urlOf), ...page].join('\n');
}

/** The bytes of a font file, if it is one of these. */
export function fontFile(file: string): Uint8Array | undefined {
  return PREVIEW_FONTS.includes(file) ? readFileSync(fontPath(file)) : undefined;
}
