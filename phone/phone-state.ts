import { isWhole } from '../core/json';
import { readDeletions } from './deletions';
import type { ExchangeLog } from './exchange';
import { LOG, readExchange } from './exchange';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import { INDEX } from './ledger-index';
import type { PageFailure } from './page-failure';
import { readPageFailure } from './page-failure';
import type { PlanTextProblem } from '../core/plan/paste/problem';
import type { StoredPlan } from './plan-store';
import { PLAN, readPlan, readPlanRefusal, readRefusedText } from './plan-store';
import { MERGED } from './preferences';
import type { Readable } from '../core/state/stored';
import type { Storage } from './storage';
import { readText } from './storage';
import { isDamaged } from './stored-text';
import { ASKING_KEY, EXCHANGE_KEY, INDEX_KEY, PLAN_KEY, PREFERENCES_KEY, SHOWN_KEY } from './storage-keys';

/** All that the phone knows, as its settings page shows it. */
export interface PhoneState {
  readonly exchange: ExchangeLog;
  readonly ledger: Ledger;
  /** Whether sessions were deleted here, so that an empty ledger does not mean that none has come. */
  readonly hasDeletions: boolean;
  /** The keys of places that are or were damaged; what stood there is kept. Months and deletions are in the ledger. */
  readonly damage: readonly DamagedKey[];
  readonly plan: StoredPlan;
  /** What is wrong with the last text that was no plan; empty when there is none. */
  readonly planRefusal: readonly PlanTextProblem[];
  /** That text, for the person to mend. */
  readonly refusedText: string | undefined;
  /** The `sessionKey` of the session that the person is asked about before it is deleted. */
  readonly asking: string | undefined;
  /** How many sessions the person wants to see listed. */
  readonly shown: number;
  /** What the person asked for last, if the storage did not take it. */
  readonly failure: PageFailure | undefined;
}

const DAMAGED_KEYS = [EXCHANGE_KEY, PREFERENCES_KEY, INDEX_KEY, PLAN_KEY] as const;
export type DamagedKey = (typeof DAMAGED_KEYS)[number];

const VALUES: Readonly<Record<DamagedKey, Readable<unknown>>> = {
  [EXCHANGE_KEY]: LOG,
  [PREFERENCES_KEY]: MERGED,
  [INDEX_KEY]: INDEX,
  [PLAN_KEY]: PLAN,
};

/** Reads everything and writes nothing. Throws when the storage cannot be read. */
export function readPhoneState(storage: Storage): PhoneState {
  return {
    exchange: readExchange(storage),
    ledger: readLedger(storage),
    hasDeletions: readDeletions(storage).size > 0,
    damage: DAMAGED_KEYS.filter((key) => isDamaged(storage, VALUES[key])),
    plan: readPlan(storage),
    planRefusal: readPlanRefusal(storage),
    refusedText: readRefusedText(storage),
    asking: readText(storage, ASKING_KEY),
    shown: readShown(storage),
    failure: readPageFailure(storage),
  };
}

/** So many sessions are listed at first, and more at a tap. */
export const LIST_LENGTH = 10;

function readShown(storage: Storage): number {
  const shown = Number(readText(storage, SHOWN_KEY));
  return isWhole(shown, LIST_LENGTH) ? shown : LIST_LENGTH;
}
