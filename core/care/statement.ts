import type { Leg } from '../body';
import { isLeg } from '../body';
import { fromBase36 } from '../base36';
import type { Day } from '../calendar/day';
import type { Brand } from '../brand';
import type { Instant } from '../time';
import { isInstant } from '../time';

/**
 * Something said once about a leg that never changes: that it must not be massaged, or that a doctor has looked at it
 * since. Watch and phone keep sets of statements and exchange them.
 *
 * A leg is locked as long as there is a lock that no unlock names. Neither clocks nor the order of arrival matter: if
 * two devices do not know of each other's statements, the one that locks wins, and receiving a statement twice changes
 * nothing.
 */
export type Statement = Lock | Unlock;

export interface Lock {
  readonly kind: 'lock';
  readonly id: string;
  readonly leg: Leg;
  /** The reason, in one of Legato's words. An unknown word still locks the leg. */
  readonly why: string;
  readonly at: Instant;
}

export interface Unlock {
  readonly kind: 'unlock';
  readonly id: string;
  /** The id of the one lock that it lifts. */
  readonly lifts: string;
  /** The day on which a doctor looked at the leg and said that massage is fine. */
  readonly doctorOn: Day;
  readonly at: Instant;
}

/**
 * A statement as files and messages hold it, in ASCII: `<id> lock <leg> <why> <at>` or `<id> unlock <lock> <day> <at>`,
 * with numbers in base 36. A kind that only a later version of Legato knows is kept and passed on.
 */
export type Said = string & Brand<'Said'>;

/** The maximum length of a statement in characters. Those of this version take less than 50. */
export const SAID_LENGTH = 120;

export function pack(statement: Statement): Said {
  const { kind, id } = statement;
  // A clock may stand before 1970, or between two milliseconds.
  const at = Math.max(0, Math.floor(statement.at));
  const rest =
    statement.kind === 'lock'
      ? [statement.leg, statement.why]
      : [statement.lifts, Math.max(0, statement.doctorOn).toString(36)];
  return [id, kind, ...rest, at.toString(36)].join(' ') as Said;
}

/** Whether a value from outside has the form of a statement, of any version. */
export function isSaid(value: unknown): value is Said {
  return typeof value === 'string' && value.length <= SAID_LENGTH && SAID.test(value);
}

const SAID = /^[0-9a-z]+(-[0-9a-z]+)? [!-~]+( [!-~]+)*$/;

/**
 * Parses a statement; undefined if only a later version of Legato understands it. A lock whose time cannot be read
 * counts as made in 1970: it still locks the leg.
 */
export function unpack(said: Said): Statement | undefined {
  const [id = '', kind, ...rest] = said.split(' ');
  const [one = '', other = '', time = ''] = rest;
  const number = numberIn(time);
  const at = isInstant(number) ? number : undefined;
  if (kind === 'lock') {
    return isLeg(one) && other !== '' ? { kind, id, leg: one, why: other, at: at ?? 0 } : undefined;
  }
  const doctorOn = numberIn(other);
  if (kind !== 'unlock' || doctorOn === undefined || at === undefined) return undefined;
  return { kind, id, lifts: one, doctorOn, at };
}

function numberIn(text: string): number | undefined {
  return /^[0-9a-z]{1,11}$/.test(text) ? fromBase36(text) : undefined;
}

/** The union of what two devices know; returns `mine` itself if `theirs` adds nothing. */
export function mergeSaid(mine: readonly Said[], theirs: readonly Said[]): readonly Said[] {
  const news = theirs.filter((said, at) => !mine.includes(said) && theirs.indexOf(said) === at);
  return news.length > 0 ? mine.concat(news) : mine;
}

/** The readable statements of a message or file, at most `most`. Never throws, whatever `list` is. */
export function saidIn(list: unknown, most: number): readonly Said[] {
  return Array.isArray(list) ? (list as readonly unknown[]).filter(isSaid).slice(0, most) : [];
}
