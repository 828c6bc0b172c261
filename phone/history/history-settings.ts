import { DAY_END, DAY_ENDS } from '../../core/calendar/day';
import { isFields, isWhole } from '../../core/json';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { WeekStart } from '../statistics/calendar';
import { WEEK_STARTS } from '../statistics/calendar';
import { atomically } from '../atomically';
import { putChosen, readPreferences } from '../preferences';
import { HISTORY_SETTINGS_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';

/** How charts are drawn: as a picture, or from boxes for a Zepp app that cannot show pictures. */
export type ChartForm = 'picture' | 'boxes';

export interface HistorySettings {
  /** The hour at which a day ends. */
  readonly dayEnd: number;
  readonly weekStart: WeekStart;
  readonly charts: ChartForm;
}

/** When a day ends is a preference, which the watches share. Earlier versions of Legato knew it only here. */
export function readHistorySettings(storage: Storage): HistorySettings {
  const settings = readValue(storage, HISTORY_SETTINGS).value;
  const [dayEnd] = readPreferences(storage)['dayEnd'] ?? [];
  return isHour(dayEnd) ? { ...settings, dayEnd } : settings;
}

export function putHistorySettings(storage: Storage, settings: HistorySettings): Result<void, 'notStored'> {
  const { dayEnd } = readHistorySettings(storage);
  return atomically(storage, (draft) => {
    const told = dayEnd === settings.dayEnd ? ok(undefined) : putChosen(draft, 'dayEnd', settings.dayEnd);
    return told.ok ? writeValue(draft, HISTORY_SETTINGS, settings) : told;
  });
}

/** The preferences to tell a watch, with the end of the day that was chosen before it was one of them. */
export function preferencesToTell(storage: Storage): SharedPreferences {
  const { dayEnd } = readValue(storage, HISTORY_SETTINGS).value;
  const preferences = readPreferences(storage);
  return dayEnd === DAY_END || preferences['dayEnd'] ? preferences : { ...preferences, dayEnd: [dayEnd, 1] };
}

function isHour(value: unknown): value is number {
  return isWhole(value) && DAY_ENDS.includes(value);
}

const INITIAL: HistorySettings = { dayEnd: DAY_END, weekStart: 1, charts: 'picture' };

export const HISTORY_SETTINGS: Stored<HistorySettings> = {
  name: HISTORY_SETTINGS_KEY,
  version: 1,
  initial: INITIAL,
  write: (settings) => ({ version: 1, ...settings }),
  read(json) {
    if (!isFields(json)) return undefined;
    const { dayEnd = DAY_END, weekStart = 1, charts = 'picture' } = json;
    const start = WEEK_STARTS.find((known) => known === weekStart);
    const isForm = charts === 'picture' || charts === 'boxes';
    const value = {
      dayEnd: isHour(dayEnd) ? dayEnd : DAY_END,
      weekStart: start ?? INITIAL.weekStart,
      charts: isForm ? charts : INITIAL.charts,
    };
    return { value, problem: isHour(dayEnd) && start && isForm ? undefined : 'damaged' };
  },
};
