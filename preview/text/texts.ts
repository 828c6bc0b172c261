/** The preview's own texts, in the languages of the package. */
import type { FeltName } from '../felt-name';
import { EN } from './en-us';
import type { Words } from './words';
import { ZH } from './zh-cn';

export const WORDS = { 'en-US': EN, 'zh-CN': ZH } as const satisfies Readonly<Record<string, Words>>;
export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** The name of what was felt. */
export function feltName(words: Words, name: FeltName): string {
  return typeof name === 'number' ? words.zone(name) : words.signal[name];
}
