import { keeper } from '../../core/kept';
import type { Plan } from '../../core/plan/plan';
import { massageSeconds, withoutLegs } from '../../core/plan/plan';
import type { Routine } from '../../core/plan/routine';
import { makeRoutine } from '../../core/plan/routine';
import { HARD_QUESTIONS, openQuestions } from '../../core/care/answers';
import type { Hazard } from '../../core/preflight';
import type { LastDone } from '../../core/record/outbox';
import { remindersOn } from '../../core/reminder/reminder';
import { recordsSince } from '../../core/record/outbox';
import type { SessionRecord, ZoneRecord } from '../../core/record/record';
import { weekBegins, zonesToday } from '../../core/record/week';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import { WELCOME_FILE } from '../../core/state/welcome';
import type { Instant } from '../../core/time';
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
import { readSheet } from '../../device/store/reminder-files';
import { openStored } from '../../device/store/stored-file';
import type { SyncState } from '../../device/sync/sync-run';
import { dayAgo } from '../../device/text/day';
import { momentHere, utcOffsetAt } from '../../device/watch/clock';
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
  const { clock, disk, formats, launch } = watch;
  const { session, outbox, preferences, care } = stores;
  const plan = openStored(disk, PLAN_FILE);
  const isWelcomed = openStored(disk, WELCOME_FILE).value() !== undefined;
  const lost = (): readonly Trouble[] => whatWasLost(stores, plan);
  const hazardsSeen = (): readonly Hazard[] => hazardsNow(watch, dark);
  let hazards = hazardsSeen();
  let done: readonly ZoneRecord[] = [];
  const { notBegun } = launch.memory();
  launch.memory().notBegun = undefined;
  let isFull = notBegun === 'noRoom';
  let [hasBegun, hasReminder] = [false, false];
  const layOut = keptRoutine();
  return {
    state(sync) {
      const whole = planForToday(disk, preferences);
      const locked = care.locked();
      const today = withoutLegs(whole, locked);
      const now = clock.now();
      const last = outbox.last();
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
        ...(lastAt === undefined ? {} : { syncedAt: dayAgo(momentHere(lastAt), momentHere(now)) }),
        ...(last ? { last: lastLine(last, now) } : {}),
        hasReminder,
        ...(notBegun === 'done' || notBegun === 'anotherDay' ? { notBegun } : {}),
      };
    },
    look() {
      const before = hazards.join();
      hazards = hazardsSeen();
      return hazards.join() !== before;
    },
    lookBack() {
      const now = clock.now();
      const before = outbox.state;
      outbox.look();
      done = doneToday(disk, recordsSince(outbox.outbox(), weekBegins(now)), now);
      hasReminder = hasReminders(disk);
      const next = session.value() ? undefined : withoutLegs(planForToday(disk, preferences), care.locked());
      if (next) layOut(next);
      return outbox.state !== before || done.length > 0 || hasReminder;
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

/** Lays out a plan. The last routine is kept, so that it is ready before a session begins. */
function keptRoutine(): (plan: Plan) => Routine {
  const kept = keeper<Routine>();
  return (plan) => kept([JSON.stringify(plan)], () => makeRoutine(plan));
}

function hasReminders(disk: Disk): boolean {
  const today = readSheet((path) => disk.own(path));
  return today !== undefined && remindersOn(today.reminders).length > 0;
}

/** What was done today. What was deleted on the phone is looked for only if it matters. */
function doneToday(disk: Disk, records: readonly SessionRecord[], now: Instant): readonly ZoneRecord[] {
  const all = zonesToday(records, now, utcOffsetAt(now));
  return all.length > 0 ? zonesToday(withoutDeleted(disk, records), now, utcOffsetAt(now)) : all;
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

function lastLine(
  { startedAt, seconds, utcOffset }: LastDone,
  now: Instant,
): NonNullable<StartState['last']> {
  const then = utcOffset === undefined ? momentHere(startedAt) : { startedAt, utcOffset };
  return { when: dayAgo(then, momentHere(now)), seconds };
}
