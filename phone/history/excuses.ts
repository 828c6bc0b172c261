import { isLeg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import { isFields } from '../../core/json';
import type { Result } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { ExcuseKind, LeftOut } from '../statistics/days';
import { EXCUSES_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';

/** A day that was left out, or one leg of it, and the reason in the person's words, which may be empty. */
export interface Excuse extends LeftOut {
  readonly reason: string;
}

export type Excuses = ReadonlyMap<Day, Excuse>;

/** The most characters of a reason. */
export const REASON_LIMIT = 120;

export function readExcuses(storage: Storage): Excuses {
  return readValue(storage, EXCUSES).value;
}

/** Marks all of the days as left out, or none, replacing earlier excuses; `undefined` removes the mark. */
export function putExcuses(
  storage: Storage,
  changes: ReadonlyMap<Day, Excuse | undefined>,
): Result<void, 'notStored'> {
  const excuses = new Map(readExcuses(storage));
  changes.forEach((excuse, day) => {
    if (excuse) excuses.set(day, { ...excuse, reason: shortened(excuse.reason) });
    else excuses.delete(day);
  });
  return writeValue(storage, EXCUSES, excuses);
}

/** Whether a text is longer than what is kept of it. */
export function isTooLong(text: string, limit = REASON_LIMIT): boolean {
  return shortened(text, Infinity) !== shortened(text, limit);
}

/** Puts a text on one line and cuts it to the limit, without splitting a surrogate pair. */
export function shortened(text: string, limit = REASON_LIMIT): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Nearly all are short and plain, and a page reads hundreds of them at once.
  if (line.length <= limit && !/[\ud800-\udfff]/.test(line)) return line;
  return Array.from(line)
    .filter((sign) => !/^[\ud800-\udfff]$/.test(sign))
    .slice(0, limit)
    .join('');
}

export const EXCUSES: Stored<Excuses> = {
  name: EXCUSES_KEY,
  version: 1,
  initial: new Map(),
  write: (excuses) =>
    excuses.size === 0
      ? undefined
      : {
          version: 1,
          days: [...excuses]
            .sort(([one], [other]) => one - other)
            .map(([day, excuse]) => [dayText(day), ...excuseData(excuse)]),
        },
  read(json) {
    const list: unknown = isFields(json) ? json['days'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.flatMap((item) => {
      const [text, ...words] = Array.isArray(item) ? (item as readonly unknown[]) : [];
      const day = typeof text === 'string' ? dayFrom(text) : undefined;
      const excuse = excuseOf(words);
      return day === undefined || !excuse ? [] : [[day, excuse] as const];
    });
    return { value: new Map(entries), problem: entries.length === list.length ? undefined : 'damaged' };
  },
};

/** An excuse as it is stored. Earlier versions of Legato read an excuse for one leg as one for both. */
export function excuseData({ kind, reason, leg }: Excuse): readonly string[] {
  return leg === undefined ? [kind, reason] : [kind, reason, leg];
}

/** An excuse from its stored data; undefined if they are invalid. */
export function excuseOf([kind, reason, leg]: readonly unknown[]): Excuse | undefined {
  if (!isExcuseKind(kind) || typeof reason !== 'string') return undefined;
  return { kind, reason: shortened(reason), ...(isLeg(leg) ? { leg } : {}) };
}

function isExcuseKind(value: unknown): value is ExcuseKind {
  return value === 'withheld' || value === 'excused';
}
