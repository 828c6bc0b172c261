import type { Leg } from '../body';
import { isLeg } from '../body';
import { fromBase36 } from '../base36';
import type { Day } from '../calendar/day';
import type { Brand } from '../brand';
import type { Instant } from '../time';
import { isInstant } from '../time';

/**
 * What was said once about a leg and never changes: that it must not be massaged, or that a doctor looked at it since. Watch
 * and phone keep sets of statements and give them to each other.
 *
 * A leg is locked as long as there is a lock that no unlock names. So neither clocks nor the order of arrival count: of devices that
 * did not know of each other the one that locks has its way, and what comes twice says nothing new.
 */
export type Statement = Lock | Unlock;

export interface Lock {
  readonly kind: 'lock';
  readonly id: string;
  readonly leg: Leg;
  /** What was said of the leg, in a word of Legato's; one that is not known here locks all the same. */
  readonly why: string;
  readonly at: Instant;
}

export interface Unlock {
  readonly kind: 'unlock';
  readonly id: string;
  /** The id of the lock that it lifts, and of no other. */
  readonly lifts: string;
  /** The day on which a doctor looked at the leg and said that massage is fine. */
  readonly doctorOn: Day;
  readonly at: Instant;
}

/**
 * A statement as files and messages hold it, in ASCII: `<id> lock <leg> <why> <at>` or `<id> unlock <lock> <day> <at>`, numbers in
 * base 36. One of a kind that only a later Legato knows is kept and passed on.
 */
export type Said = string & Brand<'Said'>;

/** No statement is longer than this, in characters; those of this version take less than 50. */
export const SAID_LENGTH = 120;

export function pack(statement: Statement): Said {
  const { kind, id, at } = statement;
  const rest =
    statement.kind === 'lock'
      ? [statement.leg, statement.why]
      : [statement.lifts, statement.doctorOn.toString(36)];
  return [id, kind, ...rest, at.toString(36)].join(' ') as Said;
}

/** Whether anything that was read or received has the form of a statement, of whichever version. */
export function isSaid(value: unknown): value is Said {
  return typeof value === 'string' && value.length <= SAID_LENGTH && SAID.test(value);
}

const SAID = /^[0-9a-z]+(-[0-9a-z]+)? [!-~]+( [!-~]+)*$/;

/** What a statement says; nothing for one that only a later Legato understands. */
export function unpack(said: Said): Statement | undefined {
  const [id = '', kind, ...rest] = said.split(' ');
  const [one = '', other = '', time = ''] = rest;
  const at = numberIn(time);
  if (!isInstant(at)) return undefined;
  if (kind === 'lock') return isLeg(one) && other !== '' ? { kind, id, leg: one, why: other, at } : undefined;
  const doctorOn = numberIn(other);
  return kind === 'unlock' && doctorOn !== undefined ? { kind, id, lifts: one, doctorOn, at } : undefined;
}

function numberIn(text: string): number | undefined {
  return /^[0-9a-z]{1,11}$/.test(text) ? fromBase36(text) : undefined;
}

/** What two devices know together, whichever has said it; `mine` itself where the other has nothing new. */
export function mergeSaid(mine: readonly Said[], theirs: readonly Said[]): readonly Said[] {
  const news = theirs.filter((said, at) => !mine.includes(said) && theirs.indexOf(said) === at);
  return news.length > 0 ? mine.concat(news) : mine;
}

/** What can be read of the statements in a message or a file, no more than `most`. Never throws, whatever `list` is. */
export function saidIn(list: unknown, most: number): readonly Said[] {
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isSaid).slice(0, most) : [];
}
