import { legsLockedByAnswer } from '../../core/care/answers';
import type { SessionView } from '../../core/session/view';
import type { Command } from '../../core/session/transition';
import type { Hosted } from '../../device/session/host';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import type { Watch } from '../../device/watch/watch';
import type { Ask } from './ask';
import type { Asks } from './asks';
import { obey } from './listen';

/** What a touch can answer. */
export const ANSWERS = ['fine', 'stopAtSign', 'no', 'yes'] as const;
export type Answered = (typeof ANSWERS)[number];

/**
 * Whether the answer counts even if the page is left right after: leaving does not take back a report that something is
 * wrong.
 */
export function isGrave(answer: Answered): boolean {
  return answer === 'stopAtSign' || answer === 'yes';
}

/** What is needed to handle an answer. */
interface Taking {
  readonly session: Hosted;
  readonly watch: Watch;
  readonly asks: Asks;
  /** Called with a command before the session gets it. */
  readonly before: (what: Command) => void;
  /** Whether the page is closing, so that it cannot open another one. */
  readonly isLeaving: boolean;
}

export function answerAsk(answer: Answered, { session, watch, asks, before, isLeaving }: Taking): void {
  switch (answer) {
    case 'fine':
      session.tell('touch');
      return;
    case 'stopAtSign':
      obey(session, 'stopAtSign', before);
      return;
    case 'no':
      asks.answerNo();
      session.refresh();
      return;
    case 'yes':
      // Almost nothing has been massaged yet. If the disk does not take the discard, the session is ended.
      if (isLeaving) lockAtYes(watch, asks);
      else watch.launch.memory().saidYes = asks.question();
      if (!session.discard()) session.tell('end');
      watch.display.reopenOnWake(false);
      if (!isLeaving) watch.router.goTo('questions');
      return;
  }
}

/** What to ask before the current leg is touched; undefined once answered, and for an interrupted session. */
export function askFor(
  session: SessionView,
  isLocked: boolean,
  asks: Asks,
  waiting: Answered | undefined,
): Ask | undefined {
  if (session.interrupted || waiting === 'fine' || waiting === 'no') return undefined;
  const question = asks.question();
  if (canAsk(session) && !isLocked && question) return { kind: 'question', question };
  const { activity, isTouched } = session;
  return isTouched || activity.kind === 'zone' ? undefined : asks.signOf(activity.leg);
}

/** Whether it is time for an open question from before the first session; not in an interrupted session. */
export function canAsk({ isSettling, interrupted }: SessionView): boolean {
  return isSettling && !interrupted;
}

/**
 * Locks legs after a yes when it is too late to ask which leg it concerns. The lock is stored before the answer.
 */
function lockAtYes(watch: Watch, asks: Asks): void {
  const question = asks.question();
  if (!question) return;
  const legs = legsLockedByAnswer(question, undefined);
  if (lockLegs(watch, openCareStore(watch.disk, watch.launch.memory()), legs, { by: 'ask', question }))
    asks.answerYes();
}
