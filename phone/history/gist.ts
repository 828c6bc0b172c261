import type { Leg } from '../../core/body';
import { isLeg, LEGS } from '../../core/body';
import type { LocalMoment } from '../../core/calendar/day';
import { howMade, withheldLegsIn } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';

/** What a session planned and did of a leg, in seconds of massage. */
export interface LegSeconds {
  readonly planned: number;
  readonly done: number;
}

/** What statistics need of a session. */
export interface SessionGist extends LocalMoment {
  readonly id: string;
  /** The legs that it planned. */
  readonly legs: Readonly<Partial<Record<Leg, LegSeconds>>>;
  /** Whether a person has entered it, or given it another date. */
  readonly byHand: boolean;
  /** The legs that were left out of it because they are locked. */
  readonly withheld: readonly Leg[];
}

/** What statistics need of a record. Legs that this Legato does not know are left out. */
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

/** Whether a person has entered a session, or given it another date, so that no watch stands for it. */
export function isByHand(record: Pick<SessionRecord, 'extensions'>): boolean {
  return howMade(record) === 'hand' || 'dated' in record.extensions;
}

/** What a person has noted of a session that they entered; empty where it is nothing. */
export function noteOf({ extensions }: Pick<SessionRecord, 'extensions'>): string {
  try {
    return decodeURIComponent(extensions['note'] ?? '');
  } catch {
    // It was not written by this Legato.
    return '';
  }
}
