import { heldIn } from '../care/locks';
import type { Said } from '../care/statement';
import type { Checked } from '../check/checked';
import type { PackedRecord } from '../record/packed-record';
import type { StoredPlan } from '../state/plan-file';
import type { PreferenceFields } from './shared-preferences';
import type { Method } from './envelope';
import { MESSAGE_VERSION } from './envelope';

/** Who asks, in every request. */
export interface Asker {
  /** The watch's own random id. */
  readonly watch: string;
}

/**
 * What the watch asks of the phone, one shape for each method.
 *
 * - `hello`: here I am, this is what I have, merge my preferences into yours; what is new?
 * - `sessions.put`: take these records and say for each whether it is in the ledger.
 * - `plan.get`: what is the plan?
 * - `prefs.put`: merge these preferences, which the answer to the hello did not have, or say why you cannot; and keep this
 *   plan, if you have none.
 */
export type Request<Item = PackedRecord, Preferences = PreferenceFields> = Asker &
  (
    | ({
        readonly method: 'hello';
        /** What the watch is called, to be told from another; may be empty. */
        readonly name: string;
        /** How many records wait on the watch. */
        readonly waiting: number;
        /** Whether the watch could read all its records; others than those that wait may be lost. */
        readonly whole: boolean;
        /** Of the plan that the watch goes by; 0 for the one it came with. */
        readonly planRevision: number;
        /** What a check has shown of this watch; it is nobody else's. */
        readonly checked?: Checked;
        /** The ledger that gave the watch its receipts, empty for none; absent in a watch that knows of no ledgers. */
        readonly ledger?: string;
        /** All that the watch knows of locks; absent where that is nothing. */
        readonly care?: readonly Said[];
      } & Preferences)
    | {
        readonly method: 'sessions.put';
        readonly records: readonly Item[];
        /** How many records wait on the watch besides these. */
        readonly left: number;
      }
    | { readonly method: 'plan.get' }
    | ({
        readonly method: 'prefs.put';
        /** The plan that the watch goes by, for a phone that has none. */
        readonly plan?: GivenPlan;
      } & Preferences)
  );

/** A plan with its revision, which is not 0. */
export type GivenPlan = StoredPlan;

/** A name is cut after this many characters. */
export const NAME_LIMIT = 40;

/**
 * A batch takes no more bytes than this as JSON, so that the message fits in one packet of ZML (3,518 bytes of
 * payload, as zml 0.0.43 sends them) with room to spare.
 */
export const BATCH_BYTES = 2900;

/** The first records of `waiting` that fit in one message; at least one where there is one. */
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

/** What a hello or its answer has room for, in characters. */
const SAID_ROOM = 1600;

/**
 * What a message has room for of what was said: the locks that hold, then the latest of the rest. So no lock and no word that lifts one
 * stays untold for what is over.
 */
export function latestSaid(said: readonly Said[]): readonly Said[] {
  const held = heldIn(said);
  const rest = said.filter((each) => !held.includes(each)).reverse();
  let room = SAID_ROOM;
  const told = held.concat(rest).filter(({ length }) => (room -= length + QUOTES_AND_COMMA) >= 0);
  return said.filter((each) => told.includes(each));
}

/** A request as it goes over the link. */
export type RequestMessage = { readonly v: number; readonly n: number } & Request & {
    readonly method: Method;
  };

/** The message of a request, which may have been one before; `number` tells its answer from any other. */
export function makeRequest(number: number, request: Request): RequestMessage {
  return { ...request, v: MESSAGE_VERSION, n: number };
}
