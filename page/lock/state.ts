import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import { firstDoctorDay, locksOnce, unlock } from '../../core/care/locks';
import type { Lock, Unlock } from '../../core/care/statement';
import { LOCK_WORDS } from '../../core/care/words';
import { HOUR } from '../../core/time';
import { openCareStore } from '../../device/store/care-store';
import { nextId } from '../../device/store/lock-legs';
import { whyLocked } from '../../device/text/care';
import { dayName } from '../../device/text/day';
import type { Text } from '../../device/text/ids';
import { makeText } from '../../device/text/text';
import { momentHere } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { LockAction, LockState } from './view';

/** Why legs are locked, and a statement, step by step, that a doctor looked at one of them. */
export interface LockScreen {
  /** The reasons of all locks. */
  why(): LockState;
  /** What follows a touch. */
  after(action: LockAction): LockState;
  isAnyLocked(): boolean;
}

export function lockScreen(watch: Watch): LockScreen {
  const { clock, disk } = watch;
  const care = openCareStore(disk, watch.launch.memory());
  const text = makeText(watch.texts);
  const now = () => momentHere(clock.now());
  const today = (): Day => dayOf(now(), 0);
  const locksOf = (leg: Leg) => locksOnce(care.book().said).filter((lock) => lock.leg === leg);
  const firstDay = (leg: Leg): Day =>
    Math.min(...locksOf(leg).map((lock) => firstDoctorDay(lock, now())), today());
  const name = (day: Day): string => nameOf(day, today(), watch, text);
  let chosen: { readonly leg: Leg; readonly day: Day } | undefined;

  const why = (): LockState => ({
    step: 'why',
    legs: LEGS.flatMap((leg) => {
      const locks = locksOf(leg);
      return locks.length > 0 ? [{ leg, why: whysOf(locks, text) }] : [];
    }),
  });
  const pick = (leg: Leg, wanted: Day): LockState => {
    const first = firstDay(leg);
    const day = Math.min(Math.max(wanted, first), today());
    chosen = { leg, day };
    return { step: 'day', day: name(day), hasBefore: day > first, hasAfter: day < today() };
  };
  /** Lifts the locks made up to that day; later ones still hold. */
  const lift = (leg: Leg, day: Day): LockState => {
    const results = locksOf(leg).map((lock) => unlock(lock, nextId(watch), day, now()));
    const lifted = results.flatMap((result): readonly Unlock[] => (result.ok ? [result.value] : []));
    const [problem] = results.flatMap((result) => (result.ok ? [] : [result.error]));
    if (lifted.length === 0 && problem) return { step: 'refused', why: LOCK_WORDS[problem] };
    return care.add(lifted) ? why() : { step: 'refused', why: 'Could not save' };
  };
  return {
    why,
    after(action) {
      const leg = LEGS.find((each) => action === `looked.${each}`);
      if (leg) return pick(leg, today());
      if (!chosen) return why();
      switch (action) {
        case 'dayBefore':
          return pick(chosen.leg, chosen.day - 1);
        case 'dayAfter':
          return pick(chosen.leg, chosen.day + 1);
        case 'next':
          return { step: 'confirm', leg: chosen.leg, day: name(chosen.day) };
        case 'unlock':
          return lift(chosen.leg, chosen.day);
        default:
          return why();
      }
    },
    isAnyLocked: () => care.locked().length > 0,
  };
}

function nameOf(day: Day, today: Day, { formats }: Pick<Watch, 'formats'>, text: Text): string {
  const ago = today - day;
  if (ago <= 1) return text(ago === 1 ? 'Yesterday' : 'Today');
  const date = new Date(day * 24 * HOUR);
  const [month, ofMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return dayName(text, { kind: 'earlier', month, day: ofMonth }, formats());
}

/** Each reason once, however often it was given. */
function whysOf(locks: readonly Lock[], text: Text): readonly string[] {
  return [...new Set(locks.map(({ why }) => whyLocked(text, why)))];
}
