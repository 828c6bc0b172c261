/** Gives Node the same font files that the browser gets. */
import { GlobalFonts } from '@napi-rs/canvas';
import { FONT_FILES } from '../face/font';

/** Where an installed font file is on this machine; `file` is a path as in `FONT_FILES`. */
export function fontPath(file: string): string {
  return require.resolve(file);
}

/** Makes the typeface of the face known to the canvas of Node; once is enough, again does no harm. */
export function loadFonts(): void {
  for (const { family, file } of FONT_FILES) {
    if (GlobalFonts.has(family)) continue;
    const path = fontPath(file);
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`${path} is not a font file`);
  }
}
