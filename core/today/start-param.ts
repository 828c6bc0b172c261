import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/** What a card hands to the start page, to begin a session there at once. */
export function startParam(now: Instant): string {
  return `start ${now}`;
}

/** A watch may open the page again with what it was opened with before: a touch counts for so long only. */
const COUNTS_FOR: Millis = 10 * SECOND;

/** Whether a page that was opened with this is to begin a session. */
export function isToStart(param: unknown, now: Instant): boolean {
  const [, at] = (typeof param === 'string' ? PARAM.exec(param) : undefined) ?? [];
  return at !== undefined && Math.abs(now - Number(at)) <= COUNTS_FOR;
}

const PARAM = /^start (\d{1,15})$/;
