/** Gives Node the same font files as the browser. */
import { GlobalFonts } from '@napi-rs/canvas';
import { FONT_FILES } from '../face/font';

/** The path of an installed font file on this machine; `file` is a path as in `FONT_FILES`. */
export function fontPath(file: string): string {
  return require.resolve(file);
}

/** Registers the face's typeface with Node's canvas. Calling it again does no harm. */
export function loadFonts(): void {
  for (const { family, file } of FONT_FILES) {
    if (GlobalFonts.has(family)) continue;
    const path = fontPath(file);
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`${path} is not a font file`);
  }
}
