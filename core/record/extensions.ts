import type { EndedSession, StopCause } from '../session/session';
import { STOP_CAUSES } from '../session/session';
import type { Instant } from '../time';
import { base36, fromBase36 } from '../base36';
import type { SessionRecord } from './record';

/**
 * What a record tells besides, by names, as text in ASCII without a space, `"` or `\`. What is not known here is kept
 * and passed on. A new fact is a name here with a function that reads it, and no new format.
 *
 * - `made`: how the record came to be; `timed` by a watch.
 * - `plan`: the revision of the plan, in base 36; `0` for the plan that the watch came with.
 * - `takenOff`: how often the watch was taken off during the session, in base 36, where it was.
 * - `felt`: how many cues were brought by what this watch was shown to bring, in base 36; missing where it is none.
 * - `sign`: the legs of which the sign was answered by a touch that was shown before they were massaged, as `left,right`;
 *   missing where it is none.
 * - `stop`: why the person stopped, where they said that something is wrong, a `StopCause`.
 * - `withheld`: the legs of the plan that were left out because they are locked, or were locked before the session was over, which
 *   ends it, as `left,right`; missing where it is none.
 * - `asked`: `no` where some of the hard questions had not been answered; missing where all were.
 * - `endOffset`: how many minutes local time was ahead of UTC at the end, in base 36, where that is not as at the start.
 */
export type Extensions = Readonly<Record<string, string>>;

interface Extended {
  readonly extensions: Extensions;
}

type Told = Pick<EndedSession, 'origin' | 'timesTakenOff' | 'touched' | 'stop'>;

/** What a watch tells of a session that it has timed; `origin` is missing in one that an older Legato began. */
export function timedExtensions(
  { origin, timesTakenOff, touched, stop }: Told,
  utcOffset: number,
  endUtcOffset: number,
  felt: number,
): Extensions {
  return {
    made: 'timed',
    ...(origin ? { plan: base36(origin.planRevision, 9) } : {}),
    ...(timesTakenOff === 0 ? {} : { takenOff: base36(timesTakenOff, 3) }),
    ...(felt > 0 ? { felt: base36(felt, 9) } : {}),
    ...(touched.length > 0 ? { sign: touched.join() } : {}),
    ...(stop ? { stop } : {}),
    ...(origin?.withheld ? { withheld: origin.withheld.join() } : {}),
    ...(origin?.isUnasked ? { asked: 'no' } : {}),
    ...(endUtcOffset === utcOffset ? {} : { endOffset: endUtcOffset.toString(36) }),
  };
}

/** How a record came to be, in a word of Legato's; a record of the first format was timed by a watch. */
export function howMade({ extensions }: Extended): string {
  return extensions['made'] ?? 'timed';
}

/** The revision of the plan that the session went by, 0 for the watch's own; nothing where the record does not tell. */
export function planRevisionOf({ extensions }: Extended): Instant | undefined {
  return numberIn(extensions['plan']);
}

/** How often the watch was taken off during the session, as far as the record tells. */
export function timesTakenOffIn({ extensions }: Extended): number {
  return numberIn(extensions['takenOff']) ?? 0;
}

/** How many cues may be called felt. */
export function feltCount({ extensions }: Extended): number {
  return numberIn(extensions['felt']) ?? 0;
}

/** The legs of which a sign was answered, as the record calls them. */
export function touchedLegsIn({ extensions }: Extended): readonly string[] {
  return extensions['sign']?.split(',') ?? [];
}

/** The legs that are locked, whether that left them out or ended the session, as the record calls them. */
export function withheldLegsIn({ extensions }: Extended): readonly string[] {
  return extensions['withheld']?.split(',') ?? [];
}

/** Those of them of which nothing was done. */
export function leftOutLegsIn({
  extensions,
  zones,
}: Extended & Pick<SessionRecord, 'zones'>): readonly string[] {
  return withheldLegsIn({ extensions }).filter(
    (leg) => !zones.some((zone) => zone.leg === leg && zone.doneSeconds > 0),
  );
}

/** Whether the hard questions had all been answered before the session, as far as the record tells. */
export function wasAsked({ extensions }: Extended): boolean {
  return extensions['asked'] !== 'no';
}

/** Why the person stopped; `other` where only a later Legato knows. Nothing where nothing was said to be wrong. */
export function stopCauseIn({ extensions }: Extended): StopCause | 'other' | undefined {
  const { stop } = extensions;
  if (stop === undefined) return undefined;
  return STOP_CAUSES.find((cause) => cause === stop) ?? 'other';
}

/** How many minutes local time was ahead of UTC at the end, as far as the record tells. */
export function endUtcOffsetOf({ extensions, utcOffset }: Extended & { readonly utcOffset: number }): number {
  return numberIn(extensions['endOffset']) ?? utcOffset;
}

/** The name of the watch that has timed the session, which is the beginning of the record's id. */
export function watchOf({ id }: { readonly id: string }): string {
  return id.replace(/-.*$/, '');
}

/** A text that is no such number tells nothing. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?[0-9a-z]{1,9}$/.test(text) ? fromBase36(text) : undefined;
}
