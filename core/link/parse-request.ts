import { MOST_SAID } from '../care/locks';
import { saidIn } from '../care/statement';
import { parseChecked } from '../check/checked';
import type { Fields } from '../json';
import { isFields, isWhole } from '../json';
import type { RecordProblem } from '../record/packed-record';
import { parseRecord } from '../record/packed-record';
import type { SessionRecord } from '../record/record';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { SharedPreferences } from './shared-preferences';
import { parseShared } from './shared-preferences';
import type { Refusal } from './answer';
import { isId, MESSAGE_VERSION, METHODS, parseEnvelope } from './envelope';
import type { Request } from './request';
import { isVersion, NAME_LIMIT } from './request';
import { PLAN_FILE } from '../state/plan-file';

/** A request that has arrived. Each record of a batch is either valid or has its own reason for refusal. */
export type ReceivedRequest = Request<
  Result<SessionRecord, RecordProblem>,
  { readonly preferences: SharedPreferences }
>;

/** The most records in one batch. A watch cuts its batches to fit a message, which is far fewer. */
export const BATCH_LIMIT = 100;

/** What arrived: the number to answer under, and the request or the reason for refusing it. */
export interface Received {
  readonly number: number;
  readonly request: Result<ReceivedRequest, Refusal>;
}

/** Parses what arrived from a watch. Never throws, whatever `input` is, and limits how much of it is read. */
export function parseRequest(input: unknown): Received {
  const envelope = parseEnvelope(input);
  if (!envelope || !isFields(input)) return { number: 0, request: err('notARequest') };
  const { version, number } = envelope;
  return { number, request: version === MESSAGE_VERSION ? readRequest(input) : err('otherVersion') };
}

function readRequest(fields: Fields): Result<ReceivedRequest, Refusal> {
  const method = METHODS.find((known) => known === fields['method']);
  const watch = fields['watch'];
  if (!method) return err('unknownMethod');
  if (!isId(watch)) return err('badRequest');
  switch (method) {
    case 'hello': {
      const { name, waiting, whole, planRevision } = fields;
      const preferences = parseShared(fields);
      if (typeof name !== 'string' || !isWhole(waiting) || typeof whole !== 'boolean')
        return err('badRequest');
      if (!isWhole(planRevision) || !preferences) return err('badRequest');
      const told = { name: name.slice(0, NAME_LIMIT), waiting, whole, planRevision };
      const checked = parseChecked(fields['checked']);
      const { ledger, version } = fields;
      return ok({
        ...{ method, watch, ...told, ...(checked ? { checked } : {}), preferences },
        ...(typeof ledger === 'string' ? { ledger } : {}),
        ...(isVersion(version) ? { version } : {}),
        ...(fields['care'] === undefined ? {} : { care: saidIn(fields['care'], MOST_SAID) }),
      });
    }
    case 'sessions.put': {
      const { records, left } = fields;
      if (!Array.isArray(records) || !isWhole(left)) return err('badRequest');
      if (records.length > BATCH_LIMIT) return err('tooLarge');
      return ok({ method, watch, records: records.map(parseRecord), left });
    }
    case 'plan.get':
      return ok({ method, watch });
    case 'prefs.put': {
      const preferences = parseShared(fields);
      const plan = PLAN_FILE.read(fields['plan'])?.value;
      const given = plan && plan.revision > 0 ? { plan } : {};
      return preferences ? ok({ method, watch, preferences, ...given }) : err('badRequest');
    }
  }
}
