/** Gives Node the same font files as the browser. */
import { GlobalFonts } from '@napi-rs/canvas';
import { FONT_FILES } from '../face/font';
import { fontPath } from './font-path';

/** Registers the face's typeface with Node's canvas. Calling it again does no harm. */
export function loadFonts(): void {
  for (const { family, file } of FONT_FILES) {
    if (GlobalFonts.has(family)) continue;
    const path = fontPath(file);
    if (GlobalFonts.registerFromPath(path, family) === null) throw new Error(`${path} is not a font file`);
  }
}
