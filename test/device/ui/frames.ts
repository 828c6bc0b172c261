import type { Frame } from '../../../device/ui/frame';
import { LANGUAGES, type Language } from '../../page/translations';
import { isForToday } from '../../runs';

type RealFrame = Frame & { readonly cornerRadius: number };

/** The screens that packages are made for, with the radius of their corners (device list). */
export const FRAMES: readonly RealFrame[] = [
  { shape: 'round', width: 416, height: 416, cornerRadius: 0 },
  { shape: 'round', width: 454, height: 454, cornerRadius: 0 },
  { shape: 'round', width: 466, height: 466, cornerRadius: 0 },
  { shape: 'round', width: 480, height: 480, cornerRadius: 0 },
  { shape: 'square', width: 390, height: 450, cornerRadius: 86 },
  { shape: 'square', width: 432, height: 514, cornerRadius: 106 },
];

/** A frame by what a person calls it. */
export const NAMED_FRAMES = FRAMES.map((frame) => [`${frame.width}x${frame.height}`, frame] as const);

/** The same with large text. */
export const LARGE_FRAMES = NAMED_FRAMES.map(
  ([name, frame]) => [`${name} in large text`, { ...frame, isLarge: true }] as const,
);

/**
 * The frames on which everything is looked at in a language, which takes long: all of normal text, and of large text half
 * a day, the other half being for the other language, as with scenes. A long run has them all.
 */
export function framesToLookAt(language: Language): readonly (readonly [string, RealFrame])[] {
  const turn = LANGUAGES.indexOf(language);
  return [...NAMED_FRAMES, ...LARGE_FRAMES.filter((_, at) => isForToday(at + turn, LANGUAGES.length))];
}
