import type { ExchangeLog } from './exchange';
import { readExchange } from './exchange';
import { ASKING_KEY } from './storage-keys';
import type { Ledger } from './ledger';
import { readLedger } from './ledger';
import type { PageFailure } from './page-failure';
import { readPageFailure } from './page-failure';
import type { PlanTextProblem, StoredPlan } from './plan-store';
import { readPlan, readPlanRefusal } from './plan-store';
import type { Storage } from './storage';
import { readText } from './storage';

/** All that the phone knows, as its settings page shows it. */
export interface PhoneState {
  readonly exchange: ExchangeLog;
  readonly ledger: Ledger;
  readonly plan: StoredPlan;
  /** What is wrong with the last text that was no plan; empty when there is none. */
  readonly planRefusal: readonly PlanTextProblem[];
  /** The id of the session that the person is asked about before it is deleted. */
  readonly asking: string | undefined;
  /** What the person asked for last, if the storage did not take it. */
  readonly failure: PageFailure | undefined;
}

/** Reads everything and writes nothing. Throws when the storage cannot be read. */
export function readPhoneState(storage: Storage): PhoneState {
  return {
    exchange: readExchange(storage),
    ledger: readLedger(storage),
    plan: readPlan(storage),
    planRefusal: readPlanRefusal(storage),
    asking: readText(storage, ASKING_KEY),
    failure: readPageFailure(storage),
  };
}
