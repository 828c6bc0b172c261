import type { Instant } from '../core/time';
import type { Readable } from '../core/state/stored';
import type { Deletions } from './deletions';
import { areDeletionsDamaged, readDeletions } from './deletions';
import type { SharedPreferences } from '../core/link/shared-preferences';
import type { Strength } from '../core/cue/pattern';
import type { EarlierPlans } from './earlier-plans';
import { readEarlierPlans } from './earlier-plans';
import type { ExchangeLog } from './exchange';
import { LOG, readExchange } from './exchange';
import type { Said } from '../core/care/statement';
import { CARE_MERGED, CARE_SAID, readSaid } from './care/said';
import type { Diary } from './diary/weeks';
import { DIARY, openDiary } from './diary/weeks';
import type { Excuses } from './history/excuses';
import { EXCUSES, readExcuses } from './history/excuses';
import type { HistorySettings } from './history/history-settings';
import { HISTORY_SETTINGS, readHistorySettings } from './history/history-settings';
import type { Library } from './history/library';
import { openLibrary } from './history/library';
import { MADE } from './history/made';
import { MOVES } from './history/moves';
import type { Schedule } from './history/schedule';
import { readSchedule, SCHEDULE } from './history/schedule';
import type { Undo } from './history/undo';
import { readUndo } from './history/undo';
import type { PageFailure } from './page-failure';
import { readPageFailure } from './page-failure';
import type { PageView } from './page-view';
import { readPageView } from './page-view';
import type { PlanTextProblem } from '../core/plan/paste/problem';
import type { StoredPlan } from './plan-store';
import { PLAN, readPlan, readPlanRefusal, readRefusedText } from './plan-store';
import { MERGED, readPreferences, strengthIn } from './preferences';
import { snapshotOf } from './snapshot';
import type { Storage } from './storage';
import { readText } from './storage';
import { isDamaged } from './stored-text';
import {
  ASKING_KEY,
  CARE_MERGED_KEY,
  CARE_SAID_KEY,
  DIARY_KEY,
  EXCHANGE_KEY,
  EXCUSES_KEY,
  HISTORY_SETTINGS_KEY,
  INDEX_KEY,
  MADE_INDEX_KEY,
  MOVES_KEY,
  PLAN_KEY,
  PREFERENCES_KEY,
  SCHEDULE_KEY,
  asidePrefixOf,
} from './storage-keys';

/** When the page is built, and how many minutes the phone's time is ahead of UTC. */
export interface PhoneClock {
  readonly now: Instant;
  readonly offsetAt: (at: Instant) => number;
}

/** All that the phone knows, as its settings page shows it. */
export interface PhoneState {
  readonly clock: PhoneClock;
  readonly exchange: ExchangeLog;
  /** The sessions, of which only those are read that are asked for. */
  readonly library: Library;
  readonly schedule: Schedule;
  readonly excuses: Excuses;
  readonly settings: HistorySettings;
  readonly diary: Diary;
  /** What was said about legs: that they are locked, and by what that was lifted. */
  readonly said: readonly Said[];
  readonly undo: Undo | undefined;
  /** What was deleted. */
  readonly deletions: Deletions;
  readonly view: PageView;
  /** Whether the list of deleted sessions was damaged: some may be seen again that were deleted. */
  readonly deletionsDamaged: boolean;
  /** The keys of places that are or were damaged; what stood there is kept. Months and deletions are told apart. */
  readonly damage: readonly DamagedKey[];
  readonly plan: StoredPlan;
  /** Plans that can be had back, the last one first. */
  readonly earlierPlans: EarlierPlans;
  /** Preferences of the watches, with what was chosen of them here. */
  readonly preferences: SharedPreferences;
  /** How strong the cues of the watches are. */
  readonly strength: Strength;
  /** What is wrong with the last text that was no plan; empty when there is none. */
  readonly planRefusal: readonly PlanTextProblem[];
  /** That text, for the person to mend. */
  readonly refusedText: string | undefined;
  /** The `sessionKey` of the session that the person is asked about before it is deleted. */
  readonly asking: string | undefined;
  /** What the person asked for last, if the storage did not take it. */
  readonly failure: PageFailure | undefined;
}

const DAMAGED_KEYS = [
  EXCHANGE_KEY,
  PREFERENCES_KEY,
  INDEX_KEY,
  PLAN_KEY,
  SCHEDULE_KEY,
  EXCUSES_KEY,
  MADE_INDEX_KEY,
  MOVES_KEY,
  HISTORY_SETTINGS_KEY,
  DIARY_KEY,
  CARE_MERGED_KEY,
  CARE_SAID_KEY,
] as const;
export type DamagedKey = (typeof DAMAGED_KEYS)[number];

const VALUES: Readonly<Record<Exclude<DamagedKey, typeof INDEX_KEY>, Readable<unknown>>> = {
  [EXCHANGE_KEY]: LOG,
  [PREFERENCES_KEY]: MERGED,
  [PLAN_KEY]: PLAN,
  [SCHEDULE_KEY]: SCHEDULE,
  [EXCUSES_KEY]: EXCUSES,
  [MADE_INDEX_KEY]: MADE,
  [MOVES_KEY]: MOVES,
  [HISTORY_SETTINGS_KEY]: HISTORY_SETTINGS,
  [DIARY_KEY]: DIARY,
  [CARE_MERGED_KEY]: CARE_MERGED,
  [CARE_SAID_KEY]: CARE_SAID,
};

/** Reads what the page shows, months as they are asked for, and writes nothing. Throws when the storage cannot be read. */
export function readPhoneState(storage: Storage, clock: PhoneClock): PhoneState {
  const seen = snapshotOf(storage);
  const plan = readPlan(seen);
  const library = openLibrary(seen);
  const preferences = readPreferences(seen);
  return {
    clock,
    exchange: readExchange(seen),
    library,
    schedule: readSchedule(seen, plan),
    excuses: readExcuses(seen),
    settings: readHistorySettings(seen),
    diary: openDiary(seen),
    said: readSaid(seen),
    undo: readUndo(seen),
    deletions: readDeletions(seen),
    view: readPageView(seen),
    deletionsDamaged: areDeletionsDamaged(seen),
    damage: damageIn(seen, library),
    plan,
    earlierPlans: readEarlierPlans(seen, plan.state === 'ready' ? plan.plan : undefined),
    preferences,
    strength: strengthIn(preferences),
    planRefusal: readPlanRefusal(seen),
    refusedText: readRefusedText(seen),
    asking: readText(seen, ASKING_KEY),
    failure: readPageFailure(seen),
  };
}

/** The keys are looked through once for all places, and the index, which may be long, is not read again. */
function damageIn(storage: Storage, { isIndexDamaged }: Library): readonly DamagedKey[] {
  const aside = storage.keys().filter((key) => key.includes('.aside.'));
  const few: Storage = { ...storage, keys: () => aside };
  return DAMAGED_KEYS.filter((key) =>
    key === INDEX_KEY
      ? isIndexDamaged || aside.some((each) => each.startsWith(asidePrefixOf(key)))
      : isDamaged(few, VALUES[key]),
  );
}
