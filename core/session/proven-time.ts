import { CUE_GAP } from '../plan/routine';
import type { Instant, Millis } from '../time';
import type { Arming } from './arming';
import { armedUnder } from './arming';
import type { Evidence } from './evidence';
import { isGone, isWitness, markOf } from './evidence';
import type { DueCue, RunningSession, Span } from './session';
import { elapsedAt, lastInstant } from './session';

/** What services prove about the time since the last event of a session. */
export interface ProvenTime {
  /** How far the session has certainly come. */
  readonly until: Millis;
  /** How many cues since then do not show that their time has passed. */
  readonly missing: number;
  /** The spans before `until` that nothing proves. */
  readonly unproven: readonly Span[];
}

/**
 * One cue that is missing or out of time between two runs of services costs only that cue. If two or more are, the clock
 * may have been set past them, which no watch reports, so the time between those runs does not count.
 */
export const ONE_MISSING = 1;

/**
 * What services prove about the time since the last event. Anything earlier may have been told by a clock that was set
 * since. `overdue` are the open cues that should have come, soonest first.
 */
export function provenTime(
  session: RunningSession,
  overdue: readonly DueCue[],
  arming: Arming,
  evidence: Evidence,
): ProvenTime {
  const seemed = (at: Instant): Millis => session.from + at - session.since;
  const start: Proof = { until: elapsedAt(session, lastInstant(session)), unproven: [], strays: [] };
  const told = overdue.filter((cue) => !isStillToRing(cue, arming, evidence));
  const proof = told.reduce((before, cue) => {
    const mark = markOf(cue.number, evidence);
    const ran = seemed(mark ? mark.began : cue.due);
    return isWitness(cue, arming, evidence)
      ? withWitness(before, { to: seemed(cue.due), ran })
      : { ...before, strays: before.strays.concat({ at: ran, hasRun: mark !== undefined }) };
  }, start);
  return withTail(proof, elapsedAt(session, evidence.now));
}

/** Whether a cue has come due only just now, so that its alarm has yet to ring and tells nothing. */
function isStillToRing({ number }: DueCue, arming: Arming, evidence: Evidence): boolean {
  const armed = armedUnder(arming, number);
  const isAhead = armed !== undefined && armed.alarm !== 0 && armed.rings > evidence.now;
  return isAhead && !isGone(armed, evidence) && !markOf(number, evidence);
}

/** What is known up to the last service that ran in time, and the strays since then. */
interface Proof {
  readonly until: Millis;
  readonly unproven: readonly Span[];
  readonly strays: readonly Stray[];
}

/** A cue whose service did not run in time: how far the session seemed to be when it ran, or else should have run. */
interface Stray {
  readonly at: Millis;
  readonly hasRun: boolean;
}

/** A cue whose service ran in time: its place in the session, and how far the session seemed to be when it ran. */
interface Witness {
  readonly to: Millis;
  readonly ran: Millis;
}

function withWitness(before: Proof, witness: Witness): Proof {
  const doubtful = passagesOf(before, witness).filter(isDoubtful);
  return { until: witness.to, unproven: before.unproven.concat(doubtful), strays: [] };
}

/**
 * Adds what strays prove about the time after the last service in time. The first of several is doubted: on a watch
 * whose alarms keep their wait, a clock that was set makes all later ones ring out of time. What ran beyond `end`, where
 * the session is now, ran by a clock that was set past it, and proves nothing about the time from there on.
 */
function withTail(proof: Proof, end: Millis): ProvenTime {
  const { strays } = proof;
  const passages = passagesOf(proof)
    .filter(({ from }) => from < end)
    .map((passage) => ({ ...passage, to: Math.min(passage.to, end) }));
  const doubtful = passages.filter((passage, place) => {
    return isDoubtful(passage) || (place === 0 && strays.length > ONE_MISSING);
  });
  const last = passages[passages.length - 1];
  const isCertain = last !== undefined && !doubtful.includes(last);
  const until = last ? last[isCertain ? 'to' : 'from'] : proof.until;
  const missing = strays.filter(({ at }) => at > until).length;
  return { until, missing, unproven: proof.unproven.concat(doubtful.filter(({ to }) => to <= until)) };
}

/** The time from one run of a service to the next, and how many strays there are in it. */
interface Passage extends Span {
  readonly strays: number;
}

function isDoubtful({ strays }: Passage): boolean {
  return strays > ONE_MISSING;
}

/**
 * The passages since the last service in time, up to the `next` one in time, if there is one. Each run of a stray ends a
 * passage. A clock that is set past several alarms makes them ring together, so strays that ran together end one.
 */
function passagesOf({ until, strays }: Proof, next?: Witness): readonly Passage[] {
  const { to, ran } = next ?? { to: Infinity, ran: Infinity };
  // A stray that ran after the next service in time belongs to the time after that.
  const here = strays
    .filter(({ at }) => at > until && at < ran + CUE_GAP)
    .map((stray) => ({ ...stray, at: Math.min(stray.at, to) }));
  const runs = here
    .filter(({ at, hasRun }) => hasRun && at < to)
    .map(({ at }) => at)
    .sort((one, other) => one - other);
  const ends = runs
    .filter((at, place) => (runs[place + 1] ?? Infinity) - at >= CUE_GAP)
    .concat(next && to > until ? to : []);
  return ends.map((end, place) => {
    const from = ends[place - 1] ?? until;
    return { from, to: end, strays: here.filter(({ at }) => at > from && at <= end).length };
  });
}
