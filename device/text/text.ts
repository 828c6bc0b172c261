import type { TextSource } from '../watch/texts';
import type { Text } from './ids';
import { fill } from '../../core/fill';

/** Texts in the language of their source. */
export function makeText(source: TextSource): Text {
  return (id, values) => fill(source(id), values);
}
