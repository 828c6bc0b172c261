import type { ReminderPlace } from '../alarm/reminder-alarm';
import type { Day } from '../calendar/day';
import { isFields, parseJson } from '../json';
import type { SharedPreferences } from '../link/shared-preferences';
import { latestIn, mergeShared, readShared } from '../link/shared-preferences';
import type { Revision } from '../state/preferences';
import { isRevision, latest, nextRevision } from '../state/preferences';
import type { Stored } from '../state/stored';
import type { DayNotes, ExcuseReason } from './day-notes';
import { leftOutFrom, leftOutText } from './day-notes';
import type { DiaryDays } from './diary';
import { diaryFrom, diaryText } from './diary';
import type { MinuteOfDay, QuietHours, Reminder, Reminders } from './reminder';
import {
  EVENING,
  isMinute,
  NO_QUIET_HOURS,
  quietHoursFrom,
  quietHoursText,
  reminderFrom,
  reminderText,
} from './reminder';

/**
 * The reminder settings shared between watch and phone. Each reminder, the quiet hours and the evening are preferences
 * of their own, so that the latest change of each wins without affecting the others. A phone or watch of another
 * version passes on what it does not know.
 */
export interface StoredReminders {
  readonly shared: SharedPreferences;
  /** The highest revision of any preference that this device has seen. */
  readonly seen: Revision;
}

export const NO_REMINDERS: StoredReminders = { shared: {}, seen: 0 };

const NAMES: Readonly<Record<ReminderPlace, string>> = {
  1: 'reminderOne',
  2: 'reminderTwo',
  3: 'reminderThree',
};
const QUIET = 'quietHours';
const EVENING_NAME = 'eveningAt';
/** The preference that tells the phone which days were left out. */
const LEFT_OUT = 'leftOutDays';
/** The days of a diary week, from the phone. */
const DIARY = 'diaryDays';

/** The reminders in these preferences. What cannot be read counts as never set. */
export function remindersOf({ shared }: StoredReminders): Reminders {
  const reminderAt = (place: ReminderPlace): Reminder | undefined =>
    reminderFrom(valueOf(shared, NAMES[place]));
  const evening = valueOf(shared, EVENING_NAME);
  return {
    at: { 1: reminderAt(1), 2: reminderAt(2), 3: reminderAt(3) },
    quiet: quietHoursFrom(valueOf(shared, QUIET)) ?? NO_QUIET_HOURS,
    evening: isMinute(evening) ? evening : EVENING,
  };
}

/**
 * Sets or removes a reminder; one that is set where there was none is a new one. The change wins over everything this
 * device has seen.
 */
export function setReminder(
  stored: StoredReminders,
  place: ReminderPlace,
  reminder: Reminder | undefined,
): StoredReminders {
  const name = NAMES[place];
  if (!reminder) return withValue(stored, name, '');
  const before = reminderFrom(valueOf(stored.shared, name));
  const added = before ? before.added : nextRevision(stored.seen);
  return withValue(stored, name, reminderText({ ...reminder, added }));
}

export function setQuietHours(stored: StoredReminders, quiet: QuietHours): StoredReminders {
  return withValue(stored, QUIET, quietHoursText(quiet));
}

export function setEvening(stored: StoredReminders, evening: MinuteOfDay): StoredReminders {
  return withValue(stored, EVENING_NAME, JSON.stringify(evening));
}

/** Stores the excused days as a preference, for the phone. */
export function setLeftOut(stored: StoredReminders, { excused }: Pick<DayNotes, 'excused'>): StoredReminders {
  return withValue(stored, LEFT_OUT, leftOutText(excused));
}

/** The days left out recently, as the watch has told; empty if the text is invalid. */
export function leftOutIn(shared: SharedPreferences): ReadonlyMap<Day, ExcuseReason> {
  const value = shared[LEFT_OUT]?.[0];
  return new Map(typeof value === 'string' ? leftOutFrom(value) : []);
}

/** Tells the watches on which evenings the diary asks. */
export function setDiaryDays(stored: StoredReminders, days: DiaryDays): StoredReminders {
  return withValue(stored, DIARY, diaryText(days));
}

export function diaryDaysIn({ shared }: StoredReminders): DiaryDays {
  return diaryFrom(valueOf(shared, DIARY));
}

/** The preferences that concern reminders. */
export function remindersAmong(shared: SharedPreferences): SharedPreferences {
  return Object.fromEntries(Object.entries(shared).filter(([name]) => ALL_NAMES.includes(name)));
}

/** The reminders after merging, where the latest change of each wins; the same object if nothing is new. */
export function adoptReminders(stored: StoredReminders, theirs: SharedPreferences): StoredReminders {
  const shared = mergeShared(stored.shared, remindersAmong(theirs));
  const seen = latestIn(theirs, stored.seen);
  return shared === stored.shared && seen === stored.seen ? stored : { shared, seen };
}

/** The file of the reminders on the watch. */
export const REMINDERS_FILE: Stored<StoredReminders> = {
  name: 'reminders',
  version: 1,
  initial: NO_REMINDERS,
  write: ({ shared, seen }) => ({ version: 1, seen, shared }),
  read(json) {
    if (!isFields(json) || !isFields(json['shared'])) return undefined;
    const { value: shared, whole } = readShared(json['shared']);
    const stored = adoptReminders(NO_REMINDERS, shared);
    const seen = isRevision(json['seen']) ? latest(json['seen'], stored.seen) : stored.seen;
    return { value: { ...stored, seen }, ...(whole ? {} : { problem: 'damaged' as const }) };
  },
};

const ALL_NAMES: readonly string[] = [...Object.values(NAMES), QUIET, EVENING_NAME, LEFT_OUT, DIARY];

function valueOf(shared: SharedPreferences, name: string): unknown {
  const value = shared[name]?.[0];
  return typeof value === 'string' ? parseJson(value) : undefined;
}

function withValue({ shared, seen }: StoredReminders, name: string, value: string): StoredReminders {
  const revision = nextRevision(seen);
  return { shared: { ...shared, [name]: [value, revision] }, seen: revision };
}
