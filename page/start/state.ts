import type { Here } from '../../core/calendar/day';
import { keeper } from '../../core/kept';
import type { Plan } from '../../core/plan/plan';
import { massageSeconds, withoutLegs } from '../../core/plan/plan';
import type { Routine } from '../../core/plan/routine';
import { makeRoutine } from '../../core/plan/routine';
import { HARD_QUESTIONS, openQuestions } from '../../core/care/answers';
import type { Hazard } from '../../core/preflight';
import type { LastDone } from '../../core/record/outbox';
import { lastDone, recordsSince } from '../../core/record/outbox';
import type { SessionRecord, ZoneRecord } from '../../core/record/record';
import { weekBegins, zonesToday } from '../../core/record/week';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import { WELCOME_FILE } from '../../core/state/welcome';
import type { Begun } from '../../device/session/begin';
import { beginToday, planForToday } from '../../device/session/begin';
import type { DarkFacts } from '../../device/session/hazards';
import { hazardsNow } from '../../device/session/hazards';
import { withoutDeleted } from '../../device/store/deleted';
import type { CareStore } from '../../device/store/care-store';
import type { CheckStore } from '../../device/store/check-store';
import type { OutboxStore } from '../../device/store/outbox-store';
import type { SessionStore } from '../../device/store/session-store';
import type { StoredFile } from '../../device/store/stored-file';
import { hereNow } from '../../device/store/preferences-store';
import { hasReminder } from '../../device/store/reminder-files';
import { openStored } from '../../device/store/stored-file';
import type { SyncState } from '../../device/sync/exchanges';
import { dayAgo } from '../../device/text/day';
import { momentHere } from '../../device/watch/clock';
import type { Disk } from '../../device/watch/disk';
import type { CalmWatch } from '../../device/watch/watch';
import type { StartState, Trouble } from './view';

/** The files that the start screen depends on. Only this page has them open. */
export interface StartStores {
  readonly session: SessionStore;
  readonly outbox: OutboxStore;
  readonly preferences: StoredFile<StoredPreferences>;
  readonly checked: CheckStore;
  readonly care: CareStore;
}

/** The state of the start page. */
export interface StartScreen {
  state(sync: SyncState): StartState;
  /** Checks the hazards; returns whether they have changed. */
  look(): boolean;
  /**
   * Reads the newest records, for what was done today, and lays out the plan for a session to begin soon. Returns
   * whether what is shown has changed.
   */
  lookBack(): boolean;
  /**
   * Begins a session on disk. Returns the result, or undefined if one was already begun here: until the session page
   * opens, a second touch must not begin another session over the first.
   */
  begin(): Begun | undefined;
}

/** `dark` holds the facts about this watch's dark screen. */
export function startScreen(watch: CalmWatch, stores: StartStores, dark: DarkFacts): StartScreen {
  const { disk, formats, launch } = watch;
  const { session, outbox, preferences, care } = stores;
  const plan = openStored(disk, PLAN_FILE);
  const isWelcomed = openStored(disk, WELCOME_FILE).value() !== undefined;
  const lost = (): readonly Trouble[] => whatWasLost(stores, plan);
  const hazardsSeen = (): readonly Hazard[] => hazardsNow(watch, dark);
  let hazards = hazardsSeen();
  let done: readonly ZoneRecord[] = [];
  const { notBegun } = launch.memory();
  launch.memory().notBegun = undefined;
  let [isFull, hasBegun, isReminded] = [notBegun === 'noRoom', false, false];
  let last = outbox.last();
  const layOut = keptRoutine();
  return {
    state(sync) {
      const locked = care.locked();
      const today = withoutLegs(planForToday(disk, preferences), locked);
      const here = hereNow(watch);
      const { lastAt } = sync;
      return {
        legs: today ? today.legs.map(({ leg }) => leg) : [],
        seconds: today ? massageSeconds(today) : 0,
        zones: (today ? zonesOf(today) : []).concat(done),
        locked,
        questions: care.book().mayLack
          ? HARD_QUESTIONS.length
          : openQuestions(preferences.value().values).length,
        isDoubtful: care.book().mayLack,
        running: session.value() !== undefined,
        isNew: !last && !isWelcomed,
        hazards,
        troubles: isFull ? ['storageFull', ...lost()] : lost(),
        sync,
        formats: formats(),
        syncedAt: lastAt === undefined ? undefined : dayAgo(momentHere(lastAt), here),
        last: last && lastLine(last, here),
        isLastDeleted: !last && outbox.last() !== undefined,
        hasReminder: isReminded,
        notBegun: notBegun === 'noRoom' ? undefined : notBegun,
      };
    },
    look() {
      const before = hazards.join();
      hazards = hazardsSeen();
      return hazards.join() !== before;
    },
    lookBack() {
      const here = hereNow(watch);
      const before = { state: outbox.state, last };
      outbox.look();
      const kept = withoutDeleted(disk, recordsSince(outbox.outbox(), weekBegins(here.now)));
      done = zonesToday(kept, here);
      last = lastKept(disk, outbox.last(), kept);
      isReminded = hasReminder(disk);
      const next = session.value() ? undefined : withoutLegs(planForToday(disk, preferences), care.locked());
      if (next) layOut(next);
      return outbox.state !== before.state || last !== before.last || done.length > 0 || isReminded;
    },
    begin() {
      if (hasBegun) return undefined;
      const begun = beginToday(watch, session, care.book(), preferences, layOut);
      hasBegun = begun === 'begun';
      isFull = begun === 'noRoom';
      return begun;
    },
  };
}

/**
 * Lays out a plan. The last routine is kept, so that it is ready before a session begins. A plan is mostly the very
 * object of the time before, which saves writing it as text.
 */
function keptRoutine(): (plan: Plan) => Routine {
  const ofObject = keeper<Routine>();
  const ofText = keeper<Routine>();
  return (plan) => ofObject([plan], () => ofText([JSON.stringify(plan)], () => makeRoutine(plan)));
}

/** The last session; if it was deleted on the phone, the last one of these days that was not. */
function lastKept(
  disk: Disk,
  last: LastDone | undefined,
  [newest]: readonly SessionRecord[],
): LastDone | undefined {
  if (last && withoutDeleted(disk, [last]).length > 0) return last;
  return newest && lastDone(newest);
}

/** The zones of a plan, with nothing done. */
function zonesOf({ legs }: Plan): readonly ZoneRecord[] {
  return legs.flatMap(({ leg, zones }) =>
    zones.map(({ zone, seconds }) => ({ leg, zone, plannedSeconds: seconds, doneSeconds: 0 })),
  );
}

/** What could not be read so far, the worst first; its bytes are always kept. */
function whatWasLost(
  { session, outbox, preferences }: StartStores,
  plan: Pick<StoredFile<unknown>, 'problem'>,
): readonly Trouble[] {
  const isLost: readonly (readonly [Trouble, boolean])[] = [
    ['sessionUnreadable', session.problem !== undefined],
    ['recordsUnreadable', outbox.state !== 'whole'],
    ['planUnreadable', plan.problem !== undefined],
    ['preferencesUnreadable', preferences.problem !== undefined],
  ];
  return isLost.filter(([, lost]) => lost).map(([trouble]) => trouble);
}

function lastLine({ startedAt, seconds, utcOffset }: LastDone, here: Here): NonNullable<StartState['last']> {
  const then = utcOffset === undefined ? momentHere(startedAt) : { startedAt, utcOffset };
  return { when: dayAgo(then, here), seconds };
}
