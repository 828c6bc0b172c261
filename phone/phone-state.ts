import { isWhole } from '../core/json';
import type { ExchangeLog } from './exchange';
import { isExchangeDamaged, readExchange } from './exchange';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import { isIndexDamaged } from './ledger-index';
import type { PageFailure } from './page-failure';
import { readPageFailure } from './page-failure';
import type { PlanTextProblem, StoredPlan } from './plan-store';
import { isPlanDamaged, readPlan, readPlanRefusal } from './plan-store';
import { arePreferencesDamaged } from './preferences';
import type { Storage } from './storage';
import { readText } from './storage';
import { ASKING_KEY, EXCHANGE_KEY, INDEX_KEY, PLAN_KEY, PREFERENCES_KEY, SHOWN_KEY } from './storage-keys';

/** All that the phone knows, as its settings page shows it. */
export interface PhoneState {
  readonly exchange: ExchangeLog;
  readonly ledger: Ledger;
  /** The keys of places that are or were damaged; what stood there is kept. Months and deletions are in the ledger. */
  readonly damage: readonly DamagedKey[];
  readonly plan: StoredPlan;
  /** What is wrong with the last text that was no plan; empty when there is none. */
  readonly planRefusal: readonly PlanTextProblem[];
  /** The `sessionKey` of the session that the person is asked about before it is deleted. */
  readonly asking: string | undefined;
  /** How many sessions the person wants to see listed. */
  readonly shown: number;
  /** What the person asked for last, if the storage did not take it. */
  readonly failure: PageFailure | undefined;
}

const DAMAGES = [
  [EXCHANGE_KEY, isExchangeDamaged],
  [PREFERENCES_KEY, arePreferencesDamaged],
  [INDEX_KEY, isIndexDamaged],
  [PLAN_KEY, isPlanDamaged],
] as const;
export type DamagedKey = (typeof DAMAGES)[number][0];

/** Reads everything and writes nothing. Throws when the storage cannot be read. */
export function readPhoneState(storage: Storage): PhoneState {
  return {
    exchange: readExchange(storage),
    ledger: readLedger(storage),
    damage: DAMAGES.flatMap(([key, isDamagedIn]) => (isDamagedIn(storage) ? [key] : [])),
    plan: readPlan(storage),
    planRefusal: readPlanRefusal(storage),
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
