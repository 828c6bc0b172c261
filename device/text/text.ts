import type { TextSource } from '../watch/texts';
import type { Text, TextId } from './ids';
import { fill } from '../../core/fill';

/** Caches the texts of a source, since a page needs the same ones again and again. */
export function makeText(source: TextSource): Text {
  const known = new Map<TextId, string>();
  return (id, values) => {
    const pattern = known.get(id) ?? source(id);
    known.set(id, pattern);
    return values ? fill(pattern, values) : pattern;
  };
}
