import type { Question } from './parts';
import { PARTS } from './parts';
import type { State } from './state';
import { isAnswered, secondOf } from './state';

/** The stage of a part, as the person sees it. */
export type Stage =
  | { readonly kind: 'unable' | 'ready' | 'black' | 'noted' }
  /** The remaining seconds. */
  | { readonly kind: 'waiting'; readonly left: number }
  | { readonly kind: 'asked'; readonly question: Question };

/** The stage of the part at `place` at `now`, in ms since 1970. */
export function stageOf(state: State, place: number, now: number): Stage {
  const { running, done } = state;
  const part = PARTS[place];
  if (running?.part !== place || !part) return { kind: done[place] ? 'noted' : 'ready' };
  const left = secondOf(running) + part.lasts * 1000 - now;
  if (left > 0) return { kind: 'waiting', left: Math.ceil(left / 1000) };
  const question = part.questions[running.answers.length];
  return question && !isAnswered(running) ? { kind: 'asked', question } : { kind: 'noted' };
}
