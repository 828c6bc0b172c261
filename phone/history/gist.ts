import type { Leg } from '../../core/body';
import { isLeg, LEGS } from '../../core/body';
import type { LocalMoment } from '../../core/calendar/day';
import { howMade, withheldLegsIn } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';

/** The seconds of massage a session planned and did for a leg. */
export interface LegSeconds {
  readonly planned: number;
  readonly done: number;
}

/** What statistics need of a session. */
export interface SessionGist extends LocalMoment {
  readonly id: string;
  /** The legs it planned. */
  readonly legs: Readonly<Partial<Record<Leg, LegSeconds>>>;
  /** Whether a person entered it or changed its date. */
  readonly byHand: boolean;
  /** The legs left out of it because they were locked. */
  readonly withheld: readonly Leg[];
}

/** What statistics need of a record. Legs unknown to this version of Legato are left out. */
export function gistOf(record: SessionRecord): SessionGist {
  const { id, startedAt, utcOffset } = record;
  const legs: Partial<Record<Leg, LegSeconds>> = {};
  LEGS.forEach((leg) => {
    const zones = record.zones.filter((zone) => zone.leg === leg);
    if (zones.length === 0) return;
    legs[leg] = {
      planned: zones.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0),
      done: zones.reduce((sum, { doneSeconds }) => sum + doneSeconds, 0),
    };
  });
  const withheld = withheldLegsIn(record).filter(isLeg);
  return { id, startedAt, utcOffset, legs, byHand: isByHand(record), withheld };
}

/** Whether a person entered a session or changed its date, so that it is not a watch's record. */
export function isByHand(record: Pick<SessionRecord, 'extensions'>): boolean {
  return howMade(record) === 'hand' || 'dated' in record.extensions;
}

/** A person's note on a session they entered; may be empty. */
export function noteOf({ extensions }: Pick<SessionRecord, 'extensions'>): string {
  try {
    return decodeURIComponent(extensions['note'] ?? '');
  } catch {
    // This version of Legato did not write it.
    return '';
  }
}
