/** The font files that the preview uses: the typeface of the watch, and lighter and heavier cuts of it for the page. */
import { readFileSync } from 'node:fs';
import { FONT_FILES, fontCss } from '../../virtual-watch/face/font';
import { fontPath } from '../../virtual-watch/node/fonts';

const WEIGHTS = [300, 400, 600] as const;

const PAGE_FONTS = WEIGHTS.map((weight) => ({
  weight,
  file: `@fontsource/noto-sans/files/noto-sans-latin-${String(weight)}-normal.woff2`,
}));

const SERVED: ReadonlySet<string> = new Set([...FONT_FILES, ...PAGE_FONTS].map(({ file }) => file));

/** `@font-face` rules for everything served under `folder`. */
export function fontRules(folder: string): string {
  const page = PAGE_FONTS.map(
    ({ weight, file }) =>
      `@font-face { font-family: "Page"; font-weight: ${String(weight)}; src: url("${folder}${file}") format("woff2"); font-display: block; }`,
  );
  return [fontCss((file) => `${folder}${file}`), ...page].join('\n');
}

/** The bytes of a font file, if it is one of those that are served. */
export function fontFile(file: string): Uint8Array | undefined {
  return SERVED.has(file) ? readFileSync(fontPath(file)) : undefined;
}
