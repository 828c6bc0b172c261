import type { EndedSession, StopCause } from '../session/session';
import { STOP_CAUSES } from '../session/session';
import type { Instant } from '../time';
import { base36, fromBase36 } from '../base36';
import type { SessionRecord } from './record';

/**
 * Named facts of a record beyond its fixed fields, as ASCII text without space, `"` or `\`. Unknown ones are kept and
 * passed on. To add a fact, add a name here and a function that reads it; no new format is needed.
 *
 * - `made`: how the record was made; `timed` by a watch.
 * - `plan`: the revision of the plan, in base 36; `0` for the built-in plan.
 * - `takenOff`: how often the watch was taken off during the session, in base 36; missing if never.
 * - `felt`: how many cues were brought by a carrier that was shown to work on this watch, in base 36; missing if none.
 * - `sign`: the legs whose sign was shown before they were massaged and answered by a touch, as `left,right`; missing
 *   if none.
 * - `stop`: why the person stopped, if they said that something is wrong; a `StopCause`.
 * - `withheld`: the legs of the plan that were left out because they were locked, or whose lock ended the session, as
 *   `left,right`; missing if none.
 * - `asked`: `no` if some of the hard questions had not been answered; missing if all had been.
 * - `endOffset`: how many minutes local time was ahead of UTC at the end, in base 36, if that differs from the start.
 */
export type Extensions = Readonly<Record<string, string>>;

interface Extended {
  readonly extensions: Extensions;
}

type Told = Pick<EndedSession, 'origin' | 'timesTakenOff' | 'touched' | 'stop'>;

/** The extensions of a session timed by this watch. A session begun by an older version of Legato has no `origin`. */
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

/** How a record was made, in one of Legato's words. A record of the first format was timed by a watch. */
export function howMade({ extensions }: Extended): string {
  return extensions['made'] ?? 'timed';
}

/** The plan revision of the session, 0 for the built-in plan; undefined if the record does not tell. */
export function planRevisionOf({ extensions }: Extended): Instant | undefined {
  return numberIn(extensions['plan']);
}

/** How often the watch was taken off during the session, as far as the record tells. */
export function timesTakenOffIn({ extensions }: Extended): number {
  return numberIn(extensions['takenOff']) ?? 0;
}

/** How many cues count as felt. */
export function feltCount({ extensions }: Extended): number {
  return numberIn(extensions['felt']) ?? 0;
}

/** The legs whose sign was answered, by the names in the record. */
export function touchedLegsIn({ extensions }: Extended): readonly string[] {
  return extensions['sign']?.split(',') ?? [];
}

/** The legs that were locked, whether that left them out or ended the session, by the names in the record. */
export function withheldLegsIn({ extensions }: Extended): readonly string[] {
  return extensions['withheld']?.split(',') ?? [];
}

/** The withheld legs of which nothing was done. */
export function leftOutLegsIn({
  extensions,
  zones,
}: Extended & Pick<SessionRecord, 'zones'>): readonly string[] {
  return withheldLegsIn({ extensions }).filter(
    (leg) => !zones.some((zone) => zone.leg === leg && zone.doneSeconds > 0),
  );
}

/** Whether all hard questions had been answered before the session, as far as the record tells. */
export function wasAsked({ extensions }: Extended): boolean {
  return extensions['asked'] !== 'no';
}

/**
 * Why the person stopped; `other` for a cause that only a later version of Legato knows, undefined if nothing was said
 * to be wrong.
 */
export function stopCauseIn({ extensions }: Extended): StopCause | 'other' | undefined {
  const { stop } = extensions;
  if (stop === undefined) return undefined;
  return STOP_CAUSES.find((cause) => cause === stop) ?? 'other';
}

/** The name of the watch that timed the session, which the record's id begins with. */
export function watchOf({ id }: { readonly id: string }): string {
  return id.replace(/-.*$/, '');
}

/** Parses a number; undefined if the text is not one. */
function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^-?[0-9a-z]{1,9}$/.test(text) ? fromBase36(text) : undefined;
}
