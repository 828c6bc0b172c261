import type { Answer, AnswerMessage, RefusedRecord } from '../core/messages/answer';
import { makeAnswer } from '../core/messages/answer';
import type { ReceivedRequest } from '../core/messages/parse-request';
import { parseRequest } from '../core/messages/parse-request';
import { hasNews } from '../core/stamped';
import type { Instant } from '../core/time';
import { noteRefusal, noteSighting } from './exchange';
import { putRecords } from './ledger';
import { readPlan } from './plan-store';
import { mergePreferences, readPreferences } from './preferences';
import type { Storage } from './storage';

/**
 * Answers whatever a watch has sent. Everything is read from the storage and written back within the call, nothing
 * is remembered, so a request may come twice and the side service may be stopped after any answer. Never throws.
 */
export function answer(input: unknown, storage: Storage, now: Instant): AnswerMessage {
  const { number, request } = parseRequest(input);
  try {
    if (request.ok) return makeAnswer(number, carryOut(request.value, storage, now));
    noteRefusal(storage, request.error, now);
    return makeAnswer(number, { method: 'refused', code: request.error });
  } catch {
    // A storage that cannot be read; the watch keeps what it has and asks again.
    return makeAnswer(number, { method: 'refused', code: request.ok ? 'phoneFailed' : request.error });
  }
}

type Of<Method> = Extract<ReceivedRequest, { readonly method: Method }>;

/** Does what is asked, then notes it: the note is a courtesy, an answer does not depend on its being stored. */
function carryOut(request: ReceivedRequest, storage: Storage, now: Instant): Answer {
  const id = request.watch;
  switch (request.method) {
    case 'hello': {
      const { name, waiting, preferences } = request;
      // What cannot be merged is missing in the answer: the watch sends it by itself and is told why.
      if (hasNews(preferences, readPreferences(storage))) mergePreferences(storage, preferences);
      const plan = readPlan(storage);
      const planRevision = plan.state === 'ready' ? plan.revision : 0;
      noteSighting(storage, { id, name, waiting }, now);
      return { method: 'hello', planRevision, preferences: readPreferences(storage) };
    }
    case 'sessions.put': {
      const receipts = take(request, storage);
      noteSighting(storage, { id, waiting: stillWaiting(request, receipts) }, now);
      return receipts;
    }
    case 'plan.get': {
      const stored = readPlan(storage);
      const { revision, plan } = stored.state === 'ready' ? stored : { revision: 0, plan: null };
      noteSighting(storage, { id }, now);
      return { method: 'plan.get', revision, plan };
    }
    case 'prefs.put': {
      const merged = mergePreferences(storage, request.preferences);
      noteSighting(storage, { id }, now);
      if (merged.ok) return { method: 'prefs.put' };
      return { method: 'refused', code: merged.error === 'tooLarge' ? 'tooLarge' : 'phoneFailed' };
    }
  }
}

type Receipts = Extract<Answer, { readonly method: 'sessions.put' }>;

/** Good records go in, whatever stands beside them. */
function take({ records }: Of<'sessions.put'>, storage: Storage): Receipts {
  const good = records.flatMap((record) => (record.ok ? [record.value] : []));
  const verdicts = putRecords(storage, good);
  const receipts: string[] = [];
  const refused: RefusedRecord[] = [];
  records.forEach((record, at) => {
    const verdict = record.ok ? verdicts[good.indexOf(record.value)] : record.error;
    if (verdict === 'kept' && record.ok) receipts.push(record.value.id);
    else if (verdict !== undefined && verdict !== 'kept' && verdict !== 'notStored') {
      refused.push({ at, code: verdict });
    }
  });
  return { method: 'sessions.put', receipts, refused, notStored: verdicts.includes('notStored') };
}

function stillWaiting({ records, left }: Of<'sessions.put'>, { receipts, refused }: Receipts): number {
  return left + records.length - receipts.length - refused.length;
}
