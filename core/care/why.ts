import type { HardQuestion } from './answers';
import { HARD_QUESTIONS } from './answers';
import type { Sign } from './sign-of-day';
import { SIGNS } from './sign-of-day';
import type { StopKind } from './stop';
import { STOP_KINDS } from './stop';

/**
 * Why a leg was locked: a yes to a hard question, what the person said after stopping, a sign of the day, a girth, the
 * person's own wish, or a lock that a watch has lost all but the leg of.
 */
export type LockReason =
  | { readonly by: 'ask'; readonly question: HardQuestion }
  | { readonly by: 'stop'; readonly kind: StopKind }
  | { readonly by: 'sign'; readonly sign: Sign }
  | { readonly by: 'girth' | 'hand' | 'lost' };

/** The reason as it is written in a statement. */
export function whyOf(reason: LockReason): string {
  switch (reason.by) {
    case 'ask':
      return `ask.${reason.question}`;
    case 'stop':
      return `stop.${reason.kind}`;
    case 'sign':
      return `sign.${reason.sign}`;
    case 'girth':
    case 'hand':
    case 'lost':
      return reason.by;
  }
}

/**
 * Parses the reason in a statement; undefined for one that only a later version of Legato knows. The leg is locked all
 * the same.
 */
export function reasonIn(why: string): LockReason | undefined {
  const [by, name] = why.split('.');
  const question = HARD_QUESTIONS.find((known) => known === name);
  const kind = STOP_KINDS.find((known) => known === name);
  const sign = SIGNS.find((known) => known === name);
  if (by === 'ask' && question) return { by, question };
  if (by === 'stop' && kind) return { by, kind };
  if (by === 'sign' && sign) return { by, sign };
  return why === 'girth' || why === 'hand' || why === 'lost' ? { by: why } : undefined;
}
