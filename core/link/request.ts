import { heldIn } from '../care/locks';
import type { Said } from '../care/statement';
import type { Checked } from '../check/checked';
import type { PackedRecord } from '../record/packed-record';
import type { StoredPlan } from '../state/plan-file';
import type { PreferenceFields } from './shared-preferences';
import type { Method } from './envelope';
import { MESSAGE_VERSION } from './envelope';

/** The sender, which is part of every request. */
export interface Asker {
  /** The watch's random id. */
  readonly watch: string;
}

/**
 * What the watch asks of the phone, one shape for each method.
 *
 * - `hello`: says what the watch has and sends its preferences to merge; asks what is new.
 * - `sessions.put`: sends records; asks for each whether it is in the ledger.
 * - `plan.get`: asks for the plan.
 * - `prefs.put`: sends preferences to merge that the answer to the hello did not have, and a plan to keep if the phone
 *   has none.
 */
export type Request<Item = PackedRecord, Preferences = PreferenceFields> = Asker &
  (
    | ({
        readonly method: 'hello';
        /** The name of the watch, to tell it from another; may be empty. */
        readonly name: string;
        /** The version of Legato on the watch; absent if it is older than this field. */
        readonly version?: string;
        /** The number of records waiting on the watch. */
        readonly waiting: number;
        /** Whether the watch could read all its records. If not, records other than the waiting ones may be lost. */
        readonly whole: boolean;
        /** The revision of the plan in use; 0 for the built-in one. */
        readonly planRevision: number;
        /** What a check has shown on this watch; it applies to no other. */
        readonly checked?: Checked;
        /**
         * The ledger that gave the watch its receipts; empty for none, absent if the watch does not know of ledgers.
         */
        readonly ledger?: string;
        /** All statements the watch has; absent if there are none. */
        readonly care?: readonly Said[];
      } & Preferences)
    | {
        readonly method: 'sessions.put';
        readonly records: readonly Item[];
        /** The number of records waiting on the watch besides these. */
        readonly left: number;
      }
    | { readonly method: 'plan.get' }
    | ({
        readonly method: 'prefs.put';
        /** The watch's plan, for a phone that has none. */
        readonly plan?: GivenPlan;
      } & Preferences)
  );

/** A plan with its revision, which is not 0. */
export type GivenPlan = StoredPlan;

/** Names are cut after this many characters. */
export const NAME_LIMIT = 40;

/** Whether a text can be a version of Legato, as in package.json. */
export function isVersion(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,4}(\.\d{1,4}){2}([-+][\w.+-]{1,20})?$/.test(value);
}

/**
 * The maximum size of a batch as JSON, in bytes, so that the message fits in one ZML packet (3,518 bytes of payload in
 * zml 0.0.43) with room to spare.
 */
export const BATCH_BYTES = 2900;

/** The first records of `waiting` that fit in one message; at least one unless `waiting` is empty. */
export function cutBatch(waiting: readonly PackedRecord[]): readonly PackedRecord[] {
  const batch: PackedRecord[] = [];
  let bytes = 0;
  for (const record of waiting) {
    bytes += record.length + QUOTES_AND_COMMA;
    if (bytes > BATCH_BYTES && batch.length > 0) break;
    batch.push(record);
  }
  return batch;
}

const QUOTES_AND_COMMA = 3;

/** The room for statements in a hello or its answer, in characters. */
const SAID_ROOM = 1600;

/**
 * The statements that fit in a message: locks that hold first, then the latest of the rest, so that past statements
 * never crowd out a lock or an unlock that matters.
 */
export function latestSaid(said: readonly Said[]): readonly Said[] {
  const held = heldIn(said);
  const rest = said.filter((each) => !held.includes(each)).reverse();
  let room = SAID_ROOM;
  const told = held.concat(rest).filter(({ length }) => (room -= length + QUOTES_AND_COMMA) >= 0);
  return said.filter((each) => told.includes(each));
}

/** A request as it is sent over the link. */
export type RequestMessage = { readonly v: number; readonly n: number } & Request & {
    readonly method: Method;
  };

/** Creates the message of a request. A request may be sent again; `number` identifies its answer. */
export function makeRequest(number: number, request: Request): RequestMessage {
  return { ...request, v: MESSAGE_VERSION, n: number };
}
