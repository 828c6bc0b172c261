import { cuesOfCourse } from '../../core/session/course';
import { PLAYABLE_FOR } from '../../core/session/delivery';
import type { Session } from '../../core/session/session';
import { instantOf } from '../../core/session/session';
import { parseCueParam } from '../../core/state/cue-param';
import type { StoredSession } from '../../core/state/session-file';
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
  /** From a page that leaves cues to the alarms at first, and looks once a second. */
  patientPage: 4 * SECOND + 50,
  /** From a page that was opened since, for a cue that no alarm could be set for. */
  openedPage: PLAYABLE_FOR,
  service: 2 * SECOND,
} as const;

export interface Account {
  readonly sessions: readonly string[];
  /** Numbers of the cues that were felt, each once, in order. */
  readonly felt: readonly number[];
  readonly faults: { readonly twice: readonly string[]; readonly untimely: readonly string[] };
  /** How long a session was running, by a clock that nobody sets. */
  readonly ran: Millis;
  /** Whether a page lived, and noticed, whenever the clock was set while a session ran. */
  readonly sawEveryClockStep: boolean;
}

export interface Witness {
  /** Lets a beat happen and looks at what comes of it. */
  readonly during: (beat: Beat) => void;
  account(): Account;
}

/** Notes which cue is felt when, going by what is on the disk at that moment. */
export function watchOver(watch: VirtualWatch, isPatient: boolean): Witness {
  const sessions = new Set<string>();
  const felt = new Set<string>();
  const twice: string[] = [];
  const untimely: string[] = [];
  /** Armings during which the clock was set. */
  const disturbed = new Set<string>();
  let unseenStep = false;
  let pendingStep: string | undefined;
  let ran = 0;
  /** When the page that lives now was opened, by the watch's clock; everything before a step is long ago. */
  let openedAt = -Infinity;

  const note = (each: Felt): void => {
    const stored = sessionOn(watch);
    if (!stored) throw new Error(`${each.by} was felt without a session`);
    const number = numberOf(each, stored, watch);
    const cue = `${stored.session.id}:${String(number)}`;
    sessions.add(stored.session.id);
    if (felt.has(cue)) twice.push(cue);
    felt.add(cue);
    const due = dueOf(each, stored, number);
    if (due === undefined || disturbed.has(armingOf(stored))) return;
    const late = watch.wall() - due;
    const latest = latestOf(each, due < openedAt, isPatient);
    if (late < 0 || late > latest) untimely.push(`${cue} by ${each.by}: ${String(late)} ms`);
  };
  watch.onFelt(note);

  return {
    during(beat) {
      const before = sessionOn(watch);
      const wasAlive = isAlive(watch);
      const start = watch.now();
      if (beat.kind === 'step' && before?.session.phase === 'running') {
        disturbed.add(armingOf(before));
        if (wasAlive) pendingStep = armingOf(before);
        else unseenStep = true;
        openedAt = -Infinity;
      }
      if (!wasAlive) openedAt = watch.wall();
      live(watch, beat);
      if (
        before === undefined ||
        before.session.phase === 'running' ||
        sessionOn(watch)?.session.phase === 'running'
      )
        ran += watch.now() - start;
      const after = sessionOn(watch);
      if (after) sessions.add(after.session.id);
      if (pendingStep !== undefined) {
        if (!after || armingOf(after) !== pendingStep) pendingStep = undefined;
        else if (!isAlive(watch)) unseenStep = true;
      }
    },
    account: () => ({
      sessions: [...sessions],
      felt: [...felt].map((cue) => Number(cue.split(':')[1])).sort((a, b) => a - b),
      faults: { twice, untimely },
      ran,
      sawEveryClockStep: !unseenStep,
    }),
  };
}

function isAlive(watch: VirtualWatch): boolean {
  return watch.screen().shows === 'page/session/index';
}

function armingOf({ session, arming }: StoredSession): string {
  return `${session.id}:${String(arming.revision)}`;
}

/** Which cue it was: a page books it before it plays it, an alarm carries its number, a timer comes after its due time. */
function numberOf({ by }: Felt, { session, arming }: StoredSession, watch: VirtualWatch): number {
  if (by === 'page/session/index') return session.book.length - 1;
  if (by === 'app-service/cue') return parseCueParam(watch.serviceRuns().at(-1)?.param)?.number ?? NaN;
  if (by !== 'app-service/timer') throw new Error(`nobody expects to feel ${by}`);
  const since = arming.cues.filter(({ due }) => due <= watch.wall());
  return since.reduce((newest, { number }) => Math.max(newest, number), -1);
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

function latestOf({ carrier }: Felt, isOpenedSince: boolean, isPatient: boolean): Millis {
  if (carrier === 'service') return LATEST.service;
  if (isOpenedSince) return LATEST.openedPage;
  return isPatient ? LATEST.patientPage : LATEST.page;
}
