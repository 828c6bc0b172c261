import type { Sentence } from '../core/sentence';
import { filled } from '../core/sentence';
import { lengthInWords } from '../core/length-of-time';
import type { Instant } from '../core/time';
import { MINUTE } from '../core/time';
import type { SessionRecord } from '../core/record/record';
import { watchOf } from '../core/record/extensions';
import type { ExchangeLog, SeenWatch } from '../phone/exchange';

/**
 * What sections need to produce text: the translation of an English text, and how many minutes the phone is ahead of
 * UTC.
 */
export interface Voice {
  readonly translate: (text: string) => string;
  readonly offsetAt: (at: Instant) => number;
}

/** A translated text with its `{names}` filled in. */
export function say({ translate }: Voice, text: string, values: Sentence['values'] = {}): string {
  // Most texts have no placeholders, and a page has hundreds of them.
  return text.includes('{') ? filled({ text, values }, translate) : translate(text);
}

/** The name of a watch, or a substitute if it has not told one. */
export function nameOf({ name }: SeenWatch, voice: Voice): string {
  return name === '' ? say(voice, 'Watch') : name;
}

/** The name of the watch of a session; undefined if it was not in touch lately. */
export function watchName(
  session: SessionRecord,
  { watches }: ExchangeLog,
  voice: Voice,
): string | undefined {
  const watch = watches.find(({ id }) => id === watchOf(session));
  return watch && nameOf(watch, voice);
}

/** `2026-03-05 08:14`, `utcOffset` minutes ahead of UTC; the same in every language. */
export function dateAndTime(at: Instant, utcOffset: number): string {
  return new Date(at + utcOffset * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}

/** `10 min 35 s`, `10 min` or `35 s`. */
export function duration(voice: Voice, seconds: number): string {
  const { words, values } = lengthInWords(seconds);
  return say(voice, words, values);
}
