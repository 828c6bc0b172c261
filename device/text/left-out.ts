import type { TextId } from './ids';

/** Says that legs are not massaged because they are locked; undefined if there are none. */
export function leftOutName([first, second]: readonly string[]): TextId | undefined {
  if (second !== undefined) return 'Both legs: left out';
  switch (first) {
    case 'left':
      return 'Left leg: left out';
    case 'right':
      return 'Right leg: left out';
    default:
      return undefined;
  }
}
