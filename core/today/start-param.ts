import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/** What a card passes to the start page so that it begins a session at once. */
export function startParam(now: Instant): string {
  return `start ${now}`;
}

/** A watch may open the page again with the same parameter, so it is valid only this long after the touch. */
const COUNTS_FOR: Millis = 10 * SECOND;

/** Whether a page that was opened with `param` should begin a session. */
export function isToStart(param: unknown, now: Instant): boolean {
  const [, at] = (typeof param === 'string' ? PARAM.exec(param) : undefined) ?? [];
  return at !== undefined && Math.abs(now - Number(at)) <= COUNTS_FOR;
}

const PARAM = /^start (\d{1,15})$/;
