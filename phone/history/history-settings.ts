import { DAY_END, DAY_END_LIMITS } from '../../core/calendar/day';
import { isFields, isWhole } from '../../core/json';
import type { Result } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { WeekStart } from '../statistics/calendar';
import { WEEK_STARTS } from '../statistics/calendar';
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

export function readHistorySettings(storage: Storage): HistorySettings {
  return readValue(storage, HISTORY_SETTINGS).value;
}

export function putHistorySettings(storage: Storage, settings: HistorySettings): Result<void, 'notStored'> {
  return writeValue(storage, HISTORY_SETTINGS, settings);
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
    const isHour = isWhole(dayEnd, DAY_END_LIMITS.min) && dayEnd <= DAY_END_LIMITS.max;
    const isForm = charts === 'picture' || charts === 'boxes';
    const value = {
      dayEnd: isHour ? dayEnd : DAY_END,
      weekStart: start ?? INITIAL.weekStart,
      charts: isForm ? charts : INITIAL.charts,
    };
    return { value, problem: isHour && start && isForm ? undefined : 'damaged' };
  },
};
