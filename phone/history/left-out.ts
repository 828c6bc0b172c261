import type { Day } from '../../core/calendar/day';
import type { ExcuseReason } from '../../core/reminder/day-notes';
import { leftOutFrom, leftOutText } from '../../core/reminder/day-notes';
import { leftOutIn } from '../../core/reminder/reminders-file';
import { isFields } from '../../core/json';
import { ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { atomically } from '../atomically';
import { readPreferences } from '../preferences';
import { LEFT_OUT_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';
import type { Excuse } from './excuses';
import { putExcuses, readExcuses } from './excuses';

type LeftOut = ReadonlyMap<Day, ExcuseReason>;

/**
 * Whether a watch has reported days without an excuse on the page, or no longer reports some of those it did. Writes
 * nothing.
 */
export function isLeftOutNew(storage: Storage): boolean {
  return textOf(readValue(storage, LEFT_OUT).value) !== textOf(leftOutIn(readPreferences(storage)));
}

/**
 * Creates excuses for days that a watch has left out since the page was last open, and removes those that the watch has
 * taken back. A watch reports only the latest days, so a missing day counts as taken back only if it is later than the
 * earliest one reported. What the person said about a day on the page wins.
 */
export function takeOverLeftOut(storage: Storage, nameOf: (reason: ExcuseReason) => string): void {
  if (!isLeftOutNew(storage)) return;
  const before = readValue(storage, LEFT_OUT).value;
  const now = leftOutIn(readPreferences(storage));
  const known = readExcuses(storage);
  const first = Math.min(...now.keys());
  const isTakenBack = (day: Day): boolean => !now.has(day) && (now.size === 0 || day > first);
  const changes = new Map<Day, Excuse | undefined>([
    ...[...now].flatMap(([day, reason]) => {
      const isNew = before.get(day) !== reason && !known.has(day);
      return isNew ? [[day, { kind: 'excused', reason: nameOf(reason) }] as const] : [];
    }),
    ...[...before].flatMap(([day, reason]) => {
      const isOwn = known.get(day)?.reason === nameOf(reason);
      return isTakenBack(day) && isOwn ? [[day, undefined] as const] : [];
    }),
  ]);
  atomically(storage, (draft) => {
    const put = changes.size === 0 ? ok(undefined) : putExcuses(draft, changes);
    return put.ok ? writeValue(draft, LEFT_OUT, now) : put;
  });
}

/** The days for which the page has created excuses. */
export const LEFT_OUT: Stored<LeftOut> = {
  name: LEFT_OUT_KEY,
  version: 1,
  initial: new Map(),
  write: (leftOut) => ({ version: 1, days: textOf(leftOut) }),
  read(json) {
    const days = isFields(json) ? json['days'] : undefined;
    return typeof days === 'string' ? { value: new Map(leftOutFrom(days)) } : undefined;
  },
};

function textOf(leftOut: LeftOut): string {
  return leftOutText([...leftOut]);
}
