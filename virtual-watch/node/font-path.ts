import { join } from 'node:path';

/** The path of a font file on this machine; `file` is a name as in `FONT_FILES`. */
export function fontPath(file: string): string {
  return join(__dirname, '..', 'face', 'fonts', file);
}
