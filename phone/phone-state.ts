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
import { everSaid } from './care/past';
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
import type { UndoNote } from './history/undo';
import { readUndo } from './history/undo';
import type { PageFailure } from './page-failure';
import { readPageFailure } from './page-failure';
import type { PageView } from './page-view';
import { readPageView } from './page-view';
import { PENDING } from './pending';
import type { PlanTextProblem } from '../core/plan/paste/problem';
import type { StoredPlan } from './plan-store';
import { PLAN, readPlan, readPlanRefusal, readRefusedText } from './plan-store';
import { CHOSEN, MERGED, readPreferences, strengthIn } from './preferences';
import { snapshotOf } from './snapshot';
import type { Storage } from './storage';
import { keysIn, readText } from './storage';
import { isDamaged } from './stored-text';
import {
  ASKING_KEY,
  CARE_MERGED_KEY,
  CARE_SAID_KEY,
  CHOSEN_KEY,
  DIARY_KEY,
  EXCHANGE_KEY,
  EXCUSES_KEY,
  HISTORY_SETTINGS_KEY,
  INDEX_KEY,
  MADE_INDEX_KEY,
  MOVES_KEY,
  PENDING_KEY,
  PLAN_KEY,
  PREFERENCES_KEY,
  SCHEDULE_KEY,
  asidePrefixOf,
} from './storage-keys';

/** The time at which the page is built, and how many minutes the phone is ahead of UTC. */
export interface PhoneClock {
  readonly now: Instant;
  readonly offsetAt: (at: Instant) => number;
}

/** Everything the phone knows, for its settings page. */
export interface PhoneState {
  readonly clock: PhoneClock;
  readonly exchange: ExchangeLog;
  /** The sessions, read on demand. */
  readonly library: Library;
  readonly schedule: Schedule;
  readonly excuses: Excuses;
  readonly settings: HistorySettings;
  readonly diary: Diary;
  /** The statements about legs: locks and unlocks. */
  readonly said: readonly Said[];
  /** The same with lifted locks of another phone, which count only as history. */
  readonly everSaid: readonly Said[];
  readonly undo: UndoNote | undefined;
  /** What was deleted. */
  readonly deletions: Deletions;
  readonly view: PageView;
  /** Whether the list of deleted sessions was damaged, so that deleted sessions may be shown again. */
  readonly deletionsDamaged: boolean;
  /** The keys that are or were damaged; their texts were kept. Months and deletions are listed separately. */
  readonly damage: readonly DamagedKey[];
  readonly plan: StoredPlan;
  /** Plans that can be restored, the latest first. */
  readonly earlierPlans: EarlierPlans;
  /** The preferences of the watches, including those chosen here. */
  readonly preferences: SharedPreferences;
  /** The strength of the watches' cues. */
  readonly strength: Strength;
  /** The problems of the last text that was refused as a plan; empty if there is none. */
  readonly planRefusal: readonly PlanTextProblem[];
  /** That text, for the person to correct. */
  readonly refusedText: string | undefined;
  /** The `sessionKey` of the session that the person is asked whether to delete. */
  readonly asking: string | undefined;
  /** The person's last request, if the storage did not take it. */
  readonly failure: PageFailure | undefined;
  /** Whether only the open page remembers something that was typed. */
  readonly isUnsaved: boolean;
}

const DAMAGED_KEYS = [
  EXCHANGE_KEY,
  PREFERENCES_KEY,
  CHOSEN_KEY,
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
  PENDING_KEY,
] as const;
export type DamagedKey = (typeof DAMAGED_KEYS)[number];

const VALUES: Readonly<Record<Exclude<DamagedKey, typeof INDEX_KEY>, Readable<unknown>>> = {
  [EXCHANGE_KEY]: LOG,
  [PREFERENCES_KEY]: MERGED,
  [CHOSEN_KEY]: CHOSEN,
  [PLAN_KEY]: PLAN,
  [SCHEDULE_KEY]: SCHEDULE,
  [EXCUSES_KEY]: EXCUSES,
  [MADE_INDEX_KEY]: MADE,
  [MOVES_KEY]: MOVES,
  [HISTORY_SETTINGS_KEY]: HISTORY_SETTINGS,
  [DIARY_KEY]: DIARY,
  [CARE_MERGED_KEY]: CARE_MERGED,
  [CARE_SAID_KEY]: CARE_SAID,
  [PENDING_KEY]: PENDING,
};

/** Reads what the page shows, and months only on demand. Writes nothing. Throws when the storage cannot be read. */
export function readPhoneState(storage: Storage, clock: PhoneClock): PhoneState {
  const seen = snapshotOf(storage);
  const plan = readPlan(seen);
  const library = openLibrary(seen);
  const preferences = readPreferences(seen);
  const said = readSaid(seen);
  return {
    clock,
    exchange: readExchange(seen),
    library,
    schedule: readSchedule(seen, plan, clock.now),
    excuses: readExcuses(seen),
    settings: readHistorySettings(seen),
    diary: openDiary(seen),
    said,
    everSaid: everSaid(seen, said),
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
    isUnsaved: false,
  };
}

/** The keys are searched once for all places, and the index, which may be long, is not read again. */
function damageIn(storage: Storage, { isIndexDamaged }: Library): readonly DamagedKey[] {
  const aside = keysIn(storage).filter((key) => key.includes('.aside.'));
  const few: Storage = { ...storage, all: () => Object.fromEntries(aside.map((key) => [key, ''])) };
  return DAMAGED_KEYS.filter((key) =>
    key === INDEX_KEY
      ? isIndexDamaged || aside.some((each) => each.startsWith(asidePrefixOf(key)))
      : isDamaged(few, VALUES[key]),
  );
}
