import type { Leg } from '../body';
import type { LocalMoment } from '../calendar/day';
import { DAY_END, dayOf } from '../calendar/day';
import { isLegDone } from '../record/done-share';
import type { SessionGlance } from '../state/session-glance';
import { MINUTE } from '../time';
import type { TodayNote } from './today';
import { legsDone, legTotal } from './today';

/** The state of a leg today. A leg that must not be massaged is shown as locked, whatever was done before. */
export type LegToday = 'done' | 'partly' | 'notYet' | 'locked' | 'notPlanned';

/** How many days are marked; today is the last of them. */
export const MARKED_DAYS = 7;

/** What the card shows. */
export type CardState =
  /** Nothing is certain, or something has to be asked first: the card opens the app and makes no claim. */
  | { readonly kind: 'open' }
  | {
      /** A session is not over. `minutesLeft` is present if it runs: whole minutes, rounded up. */
      readonly kind: 'going';
      readonly minutesLeft: number | undefined;
      readonly week: CardWeek | undefined;
    }
  | {
      /** `done`: nothing is left to do of what may be massaged. `locked`: no leg of the plan may be. */
      readonly kind: 'ready' | 'done' | 'locked';
      readonly legs: Readonly<Record<Leg, LegToday>>;
      readonly week: CardWeek;
      /** Whether a reminder of what is left to do can be put off. */
      readonly canPutOff: boolean;
    };

/** Whether each leg was done on each of the last days, oldest first. */
export type CardWeek = readonly Readonly<Record<Leg, boolean>>[];

/** What the card shows, given what it could read. `note` is missing if it was never written or is damaged. */
export function cardState(
  note: TodayNote | undefined,
  session: SessionGlance | undefined,
  moment: LocalMoment,
): CardState {
  const today = dayOf(moment, note?.dayEnd ?? DAY_END);
  const week = note && weekOf(note, today);
  if (session) return { kind: 'going', minutesLeft: minutesLeft(session, moment), week };
  if (!note || !week || note.isBarred) return { kind: 'open' };
  const legs = { left: legToday(note, today, 'left'), right: legToday(note, today, 'right') };
  const isLocked = note.planned.every((leg) => note.locked.includes(leg));
  const isLeft = note.planned.some((leg) => legs[leg] === 'partly' || legs[leg] === 'notYet');
  const kind = isLocked ? 'locked' : isLeft ? 'ready' : 'done';
  return { kind, legs, week, canPutOff: isLeft && note.reminds };
}

/** Undefined for a session that does not run, or that should be over by now. */
function minutesLeft({ ends }: SessionGlance, { startedAt: now }: LocalMoment): number | undefined {
  return ends > now ? Math.ceil((ends - now) / MINUTE) : undefined;
}

function legToday(note: TodayNote, today: number, leg: Leg): LegToday {
  if (note.locked.includes(leg)) return 'locked';
  const total = legTotal(note, today, leg);
  if (total && isLegDone(total)) return 'done';
  if (total && total.done > 0) return 'partly';
  return note.planned.includes(leg) ? 'notYet' : 'notPlanned';
}

function weekOf(note: TodayNote, today: number): CardWeek {
  return Array.from({ length: MARKED_DAYS }, (_, index) => {
    const done = legsDone(note, today - MARKED_DAYS + 1 + index);
    return { left: done.includes('left'), right: done.includes('right') };
  });
}
