import { cuesOfCourse } from '../../core/session/course';
import { PLAYABLE_FOR } from '../../core/session/delivery';
import type { Session } from '../../core/session/session';
import { instantOf } from '../../core/session/session';
import { parseAlarmParam } from '../../core/alarm/param';
import type { Preferences } from '../../core/state/preferences';
import type { ArmedSignal, StoredSession } from '../../core/state/session-file';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Felt, VirtualWatch } from '../../virtual-watch/node';
import { sessionOn } from './disk';
import type { Beat } from './story';
import { live } from './story';

/** How long after it was due a cue may be felt. */
const LATEST = {
  /** From a page that lived when the cue was due. */
  page: 50,
  /** From a page that leaves the cue to its carrier at first, and looks once a second. */
  patientPage: SECOND + 50,
  /** From a page that has waited long enough for a late alarm. */
  impatientPage: 4 * SECOND + 50,
  /** From a page opened since, for a cue without an alarm. */
  openedPage: PLAYABLE_FOR,
  service: 2 * SECOND,
} as const;

/** The longest step forward that a living page treats as a late timer. */
const UNNOTICED = 11 * SECOND;

export interface Account {
  readonly sessions: readonly string[];
  /** Numbers of the cues of a session that were felt, each once, in order. */
  readonly felt: (session: string) => readonly number[];
  /** Those brought by a service while the screen was lit, so that it could leave no mark. */
  readonly unmarked: (session: string) => readonly number[];
  readonly faults: { readonly twice: readonly string[]; readonly untimely: readonly string[] };
  /** How long a session was running, by a clock that is never set. */
  readonly ran: (session: string) => Millis;
  /** Whether a page lived, and noticed, whenever the clock was set while a session ran. */
  readonly sawEveryClockStep: boolean;
}

export interface Witness {
  /** Runs a beat and checks the result. */
  readonly during: (beat: Beat) => void;
  account(): Account;
}

/** How a cue was felt first, and for which arming. */
interface First {
  readonly arming: string;
  /** Whether a service brought it while the screen was lit. */
  readonly unmarked: boolean;
}

/** Notes which cue is felt when, according to what is on disk at that moment. */
export function watchOver(
  watch: VirtualWatch,
  { letScreenSleep, opensPages }: Pick<Preferences, 'letScreenSleep'> & { readonly opensPages: boolean },
): Witness {
  const felt = new Map<string, Map<number, First>>();
  const ran = new Map<string, Millis>();
  const twice: string[] = [];
  const untimely: string[] = [];
  /** Armings during which the clock was set. */
  const disturbed = new Set<string>();
  /** Armings during which the page stood still for so long that it cannot tell that from a clock that was set. */
  const stalled = new Set<string>();
  /** Armings whose alarms went with a restart or an update. */
  const lost = new Set<string>();
  /** How far the time of day was from the time since boot when each arming was first seen. */
  const offsets = new Map<string, Millis>();
  let unseenStep = false;
  let pendingStep: string | undefined;
  /** The spans of time that the clock was set past: what was due in one could not come on time. */
  const skipped: { readonly from: number; readonly to: number }[] = [];
  let hasFailed = false;
  /** Whether a write to come may be cut off, and the page with it, within a beat. */
  let mayDie = false;
  /** The latest that an alarm has come so far. */
  let lateness: Millis = 0;
  /**
   * When the page that lives now was opened or came to itself, by the watch's clock; what is before a step is long ago.
   */
  let openedAt = -Infinity;
  /** Whether an alarm may open or wake the page in this beat. */
  let mayOpen = false;
  /** What was armed then. */
  let armedThen: readonly ArmedSignal[] = [];

  const offsetOf = (stored: StoredSession): Millis => {
    const known = offsets.get(armingOf(stored)) ?? watch.wall() - watch.now();
    offsets.set(armingOf(stored), known);
    return known;
  };
  const feltOf = (session: string): Map<number, First> => {
    const known = felt.get(session) ?? new Map<number, First>();
    felt.set(session, known);
    return known;
  };
  const note = (each: Felt): void => {
    const stored = sessionOn(watch);
    if (!stored) throw new Error(`${each.by} was felt without a session`);
    if (isReminder(each, stored, watch)) return;
    const number = numberOf(each, stored, watch);
    const { id } = stored.session;
    const first = feltOf(id).get(number);
    // A disk that refused the last write of the page does not say which cue the page plays.
    if (hasFailed && each.carrier === 'page' && (first || stored.playing !== number)) return;
    const cue = `${id}:${String(number)}`;
    if (first && !isForgotten(first)) twice.push(cue);
    const armed = stored.arming.cues.find((candidate) => candidate.number === number);
    feltOf(id).set(number, {
      arming: armingOf(stored),
      unmarked: each.carrier === 'service' && watch.screen().lit,
    });
    const due = dueOf(each, stored, number);
    if (due === undefined || disturbed.has(armingOf(stored)) || isSkipped(due)) return;
    const late = watch.wall() - due;
    const latest = latestOf(each, due <= openedAt ? withAlarm(armedThen, number) : undefined, armed);
    if (late < 0 || late > latest) untimely.push(`${cue} by ${each.by}: ${String(late)} ms`);
  };
  watch.onFelt(note);

  const isSkipped = (due: number): boolean => skipped.some(({ from, to }) => due > from && due <= to);

  /**
   * After a clock went back, nothing on the watch shows a cue without an alarm, or with one lost since. To a page that
   * stood still for long, the alarm of a cue that came without a mark may have been passed over.
   */
  const isForgotten = ({ arming, unmarked }: First): boolean =>
    (disturbed.has(arming) && lost.has(arming)) || (unmarked && stalled.has(arming));

  const latestOf = (
    { carrier }: Felt,
    openedSince: { readonly hadAlarm: boolean } | undefined,
    armed: ArmedSignal | undefined,
  ): Millis => {
    if (carrier === 'service') return LATEST.service + lateness;
    if (openedSince) return openedSince.hadAlarm && lateness === 0 ? LATEST.service : LATEST.openedPage;
    if (mayOpen) return LATEST.openedPage;
    // After arming again, the earlier arming is no longer known when it plays.
    const hadCarrier = armed ? armed.alarm !== 0 : lateness > 0;
    if (!letScreenSleep || !hadCarrier) return LATEST.page;
    return lateness === 0 ? LATEST.patientPage : LATEST.impatientPage;
  };
  const lookBefore = (beat: Beat): void => {
    const before = sessionOn(watch);
    const isAlive = showsSession(watch);
    // The timers of a page stand still in the dark.
    const isAwake = isAlive && watch.screen().lit;
    if (before) offsetOf(before);
    if (beat.kind === 'tear') mayDie = true;
    mayOpen = opensPages && (mayDie || !isAwake);
    if (beat.kind === 'fail') hasFailed = true;
    if (before && beat.kind === 'stall' && beat.ms + lateness > UNNOTICED) stalled.add(armingOf(before));
    if (beat.kind === 'late') lateness = Math.max(lateness, beat.ms);
    if (before && ['reboot', 'update'].includes(beat.kind)) lost.add(armingOf(before));
    if (beat.kind === 'step' && before?.session.phase === 'running') {
      disturbed.add(armingOf(before));
      skipped.push({ from: watch.wall(), to: watch.wall() + beat.ms });
      const isNoticed = isAlive && (beat.ms < 0 || beat.ms > UNNOTICED);
      if (isNoticed) pendingStep = armingOf(before);
      else unseenStep = true;
      openedAt = -Infinity;
    }
    if (!isAwake || beat.kind === 'stall') {
      openedAt = watch.wall() + (beat.kind === 'stall' && isAwake ? beat.ms : 0);
      armedThen = before?.arming.cues ?? [];
    }
  };
  const lookAfter = (before: StoredSession | undefined, wasShown: boolean, passed: Millis): void => {
    const after = sessionOn(watch);
    const isOff = watch.screen().shows === 'off';
    if (isOff) for (const stored of [before, after]) if (stored) lost.add(armingOf(stored));
    for (const { session } of [before, after].flatMap((stored) => stored ?? [])) feltOf(session.id);
    const session = (before ?? after)?.session;
    const isRunning = [before, after].some((stored) => stored?.session.phase === 'running');
    const isAhead = hasFailed && (wasShown || showsSession(watch));
    if (session && (isRunning || isAhead)) ran.set(session.id, (ran.get(session.id) ?? 0) + passed);
    if (after) offsetOf(after);
    if (pendingStep === undefined) return;
    if (!after || armingOf(after) !== pendingStep) pendingStep = undefined;
    else if (!showsSession(watch)) unseenStep = true;
  };

  return {
    during(beat) {
      const before = sessionOn(watch);
      const wasShown = showsSession(watch);
      const start = watch.now();
      lookBefore(beat);
      live(watch, beat);
      lookAfter(before, wasShown, watch.now() - start);
    },
    account: () => ({
      sessions: [...felt.keys()],
      felt: (session) => [...feltOf(session).keys()].sort((a, b) => a - b),
      unmarked: (session) =>
        [...feltOf(session)].filter(([, { unmarked }]) => unmarked).map(([number]) => number),
      faults: { twice, untimely },
      ran: (session) => ran.get(session) ?? 0,
      sawEveryClockStep: !unseenStep,
    }),
  };
}

function showsSession(watch: VirtualWatch): boolean {
  return watch.screen().shows === 'page/session/index';
}

function armingOf({ session, arming }: StoredSession): string {
  return `${session.id}:${String(arming.revision)}`;
}

/** Which cue it was: a page books it before it plays it, an alarm carries its number. */
function numberOf(each: Felt, stored: StoredSession, watch: VirtualWatch): number {
  if (each.by === 'page/session/index') return stored.session.book.length - 1;
  if (each.by === 'app-service/cue') {
    return numberRung(watch.serviceRuns().at(-1)?.param);
  }
  throw new Error(`nobody expects to feel ${each.by}`);
}

/** The cue of an alarm; NaN for an alarm of another kind. */
export function numberRung(param: string | undefined): number {
  const read = parseAlarmParam(param);
  return read?.kind === 'cue' ? read.number : NaN;
}

/** Whether it signals a forgotten pause and is not a cue. */
function isReminder({ carrier }: Felt, { session, playing }: StoredSession, watch: VirtualWatch): boolean {
  if (carrier === 'service') return parseAlarmParam(watch.serviceRuns().at(-1)?.param)?.kind === 'pause';
  return session.phase === 'paused' && playing === undefined;
}

function withAlarm(armed: readonly ArmedSignal[], number: number): { readonly hadAlarm: boolean } {
  return { hadAlarm: armed.some((cue) => cue.number === number && cue.alarm !== 0) };
}

function dueOf({ carrier }: Felt, { session, arming }: StoredSession, number: number): number | undefined {
  if (carrier === 'service') return arming.cues.find((cue) => cue.number === number)?.due;
  const at = cuesOfCourse(session.course)[number]?.at;
  return at === undefined ? undefined : instantIn(session, at);
}

function instantIn(session: Session, at: Millis): number {
  switch (session.phase) {
    case 'running':
      return instantOf(session, at);
    case 'paused':
      return session.pausedAt + at - session.elapsed;
    case 'ended':
      return session.endedAt + at - session.elapsed;
  }
}
