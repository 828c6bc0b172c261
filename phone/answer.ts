import type { Answer, AnswerMessage, RefusedRecord } from '../core/link/answer';
import { makeAnswer } from '../core/link/answer';
import { newsFor } from '../core/care/locks';
import type { ReceivedRequest } from '../core/link/parse-request';
import { parseRequest } from '../core/link/parse-request';
import { latestSaid } from '../core/link/request';
import { hasNews, makeShared } from '../core/link/shared-preferences';
import { askAgainIfGone, askAgainIfLost } from './care/ask-again';
import { keepSaidOf, readSaid } from './care/said';
import { deletedOf, readDeletions } from './deletions';
import type { WatchNews } from './exchange';
import { noteRefusal, noteSighting, seenBefore } from './exchange';
import { makeDigests, putRecords } from './ledger';
import { preferencesToTell } from './history/history-settings';
import { ledgerId } from './ledger-id';
import { askForLost } from './lost-months';
import { keepGivenPlan, readPlan } from './plan-store';
import { mergePreferences, readPreferences } from './preferences';
import { batchVerdicts } from './refused';
import type { Phone } from './phone';
import type { Storage } from './storage';

/** What an answer needs of the phone. */
type Answering = Pick<Phone, 'storage' | 'clock' | 'random'>;

/**
 * Answers any message from a watch. Everything is read from the storage and written back within the call, and nothing
 * is remembered, so a request may come twice and the side service may be stopped after any answer. Never throws.
 */
export function answer(input: unknown, phone: Answering): AnswerMessage {
  const { storage } = phone;
  const { now } = phone.clock();
  const { number, request } = parseRequest(input);
  if (!request.ok) {
    noteRefusal(storage, request.error, now);
    return makeAnswer(number, { method: 'refused', code: request.error });
  }
  try {
    const { answer: answered, news, stored } = handle(request.value, number, input, phone);
    noteSighting(storage, { id: request.value.watch, ...news }, now, stored ? 'answered' : 'phoneFailed');
    return makeAnswer(number, answered);
  } catch {
    // The storage could not be read. The watch keeps what it has and asks again.
    noteSighting(storage, { id: request.value.watch }, now, 'phoneFailed');
    return makeAnswer(number, { method: 'refused', code: 'phoneFailed' });
  }
}

/** The result of a request. The note about the watch is a courtesy: an answer does not depend on its being stored. */
interface Handled {
  readonly answer: Answer;
  /** What the request tells about its watch. */
  readonly news: Omit<WatchNews, 'id'>;
  /** Whether the storage took everything it was given. */
  readonly stored: boolean;
}

function handle(
  request: ReceivedRequest,
  number: number,
  input: unknown,
  { storage, random, clock }: Answering,
): Handled {
  switch (request.method) {
    case 'hello': {
      const { name, version, waiting, whole, planRevision: held, checked, preferences, care = [] } = request;
      // Preferences that could not be merged are missing in the answer, so the watch sends them separately and is told
      // why.
      const isNews = hasNews(preferences, readPreferences(storage));
      const arePreferencesKept = !isNews || mergePreferences(storage, preferences).ok;
      // If the storage does not take them, the watch sends them again with its next hello.
      const kept = askAgainIfLost(storage).ok
        ? keepSaidOf(storage, care, clock().now, seenBefore(storage, request.watch))
        : { said: readSaid(storage), stored: false };
      const isSaid = kept.stored && askAgainIfGone(storage, kept.said).ok;
      const stored = askForLost(storage, random).ok && isSaid && arePreferencesKept;
      const lacks = latestSaid(newsFor(care, kept.said));
      const plan = readPlan(storage);
      const planRevision = plan.state === 'ready' ? plan.revision : 0;
      const ledger = request.ledger === undefined ? {} : ledgerFor(request.watch, storage, random);
      const shared = makeShared(preferencesToTell(storage));
      const told = { ...ledger, ...(lacks.length > 0 ? { care: lacks } : {}) };
      const answer: Answer = { method: 'hello', planRevision, ...told, ...shared };
      const count = { count: waiting, request: number };
      makeDigests(storage);
      const news = { name, version, waiting: count, whole, planRevision: held, checked };
      return { answer, news, stored };
    }
    case 'sessions.put': {
      const answer = putBatch(request, storage);
      const waiting = { count: stillWaiting(request, answer), request: number };
      return { answer, news: { waiting, batch: batchVerdicts(input, answer) }, stored: !answer.notStored };
    }
    case 'plan.get': {
      const stored = readPlan(storage);
      const { revision, plan } = stored.state === 'ready' ? stored : { revision: 0, plan: null };
      return {
        answer: { method: 'plan.get', revision, plan },
        news: { planSent: revision },
        stored: true,
      };
    }
    case 'prefs.put': {
      const isKept = request.plan === undefined || keepGivenPlan(storage, request.plan).ok;
      const stored = mergePreferences(storage, request.preferences).ok && isKept;
      const answer: Answer = stored ? { method: 'prefs.put' } : { method: 'refused', code: 'phoneFailed' };
      return { answer, news: {}, stored };
    }
  }
}

/** What a watch is told about the ledger; undefined if the storage does not take a name for it. */
function ledgerFor(
  watch: string,
  storage: Storage,
  random: () => number,
): { readonly ledger?: string; readonly deleted?: readonly string[] } {
  const ledger = ledgerId(storage, random);
  if (ledger === undefined) return {};
  const deleted = deletedOf(readDeletions(storage), watch);
  return deleted.length > 0 ? { ledger, deleted } : { ledger };
}

type Put = Extract<ReceivedRequest, { readonly method: 'sessions.put' }>;
type Receipts = Extract<Answer, { readonly method: 'sessions.put' }>;

/** Valid records are stored, whatever else is in the batch. */
function putBatch({ records }: Put, storage: Storage): Receipts {
  const good = records.flatMap((record) => (record.ok ? [record.value] : []));
  const verdicts = putRecords(storage, good);
  const kept: string[] = [];
  const open: string[] = [];
  const refused: RefusedRecord[] = [];
  records.forEach((record, at) => {
    const verdict = record.ok ? verdicts[good.indexOf(record.value)] : record.error;
    if (record.ok) (verdict === 'kept' ? kept : open).push(record.value.id);
    if (verdict !== undefined && verdict !== 'kept' && verdict !== 'notStored') {
      refused.push({ at, code: verdict });
    }
  });
  // A receipt is an id, so it acknowledges every record of the batch with that id.
  const receipts = kept.filter((id) => !open.includes(id));
  return { method: 'sessions.put', receipts, refused, notStored: verdicts.includes('notStored') };
}

function stillWaiting({ records, left }: Put, { receipts, refused }: Receipts): number {
  return left + records.length - receipts.length - refused.length;
}
