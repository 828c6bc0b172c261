import type { Leg } from '../body';
import type { HardQuestion } from './answers';
import type { Sign } from './sign-of-day';
import type { StopKind } from './stop';

/*
 * The words that watch and phone share, keyed by the English wording. docs/care.md has each sentence with its source.
 */

export const QUESTION_WORDS = {
  clot: 'A blood clot in a leg, ever?',
  injury: 'In the last weeks: leg injury, cast, surgery, days in bed?',
  pregnant: 'Are you pregnant?',
  pain: 'Pain in one leg alone, new or for weeks?',
  ill: 'Blood thinners, heart or kidney failure, or cancer?',
  skin: 'A leg that feels little, or an open sore?',
} as const satisfies Readonly<Record<HardQuestion, string>>;

export const SIGN_WORDS = {
  warmer: 'Is this leg warmer than the other?',
  thicker: 'Is this leg thicker than the other?',
  colour: 'Is this leg redder or darker?',
  throbs: 'Does this leg throb or cramp?',
  vein: 'Is a vein hard or sore on this leg?',
  sore: 'Is there an open sore on this leg?',
} as const satisfies Readonly<Record<Sign, string>>;

export const STOP_WORDS = {
  breath: 'Chest pain, breathless',
  bleeding: 'A vein bleeds',
  swelling: 'New swelling',
  warmth: 'Warm, redder or darker',
  pain: 'Sharp pain',
  other: 'Something else',
} as const satisfies Readonly<Record<StopKind, string>>;

/** Says that a leg, or both, must not be massaged. */
export const LOCKED_WORDS = {
  left: 'Left leg: locked',
  right: 'Right leg: locked',
  both: 'Both legs: locked',
} as const;

/** The sentence of `LOCKED_WORDS` for these legs. */
export function lockedWords([leg, other]: readonly Leg[]): (typeof LOCKED_WORDS)[keyof typeof LOCKED_WORDS] {
  return leg === undefined || other !== undefined ? LOCKED_WORDS.both : LOCKED_WORDS[leg];
}

/** What to do about a locked leg. */
export const LOCK_WORDS = {
  lifts:
    'Do not massage this leg. It is locked until a doctor has looked at it and said that massage is fine.',
  doctor: 'A doctor looked at this leg and said massage is fine.',
  inFuture: 'That day has not come yet.',
  beforeSign: 'That day is before the lock. What a doctor said before does not lift it.',
} as const;

/** Shown next to the girth of a calf. */
export const THICKER = 'One leg newly thicker than the other: do not massage, get help today.';
