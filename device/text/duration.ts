import { lengthInWords } from '../../core/length-of-time';
import type { Text } from './ids';

/** Whole seconds as a clock shows them: `0:42`, `10:05`. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole seconds in words: `10 min 35 s`, `5 min`, `40 s`. */
export function duration(text: Text, seconds: number): string {
  const { words, values } = lengthInWords(seconds);
  return text(words, values);
}
