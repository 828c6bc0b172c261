import type { Said } from '../care/statement';
import { saidIn } from '../care/statement';
import { MOST_SAID } from '../care/locks';
import { ANSWER_NAMES, HARD_QUESTIONS } from '../care/answers';
import { isFields } from '../json';
import type { StoredPreferences } from '../state/preferences';
import { MESSAGE_VERSION } from './envelope';
import { latestSaid } from './request';
import type { Asker } from './request';
import type { PreferenceFields } from './shared-preferences';

/**
 * What the watch asks when a session begins, and nothing else: which legs were locked on the phone. It is small, because
 * every session begins with it, and it is not part of an exchange.
 */
export type CareRequest<Preferences = Pick<PreferenceFields, 'preferences'>> = Asker & {
  readonly method: 'care.get';
  /** All statements the watch has. */
  readonly care: readonly Said[];
} & Preferences;

/** The phone's answer. */
export interface CareAnswer {
  readonly method: 'care.get';
  /** Statements that the watch needs to know and did not send; absent if there are none. */
  readonly care?: readonly Said[];
  /** An answer to a hard question was taken back on the phone: a yes of which the leg is not named yet. */
  readonly isOpenAgain?: true;
}

export type CareMessage = CareRequest & { readonly v: number; readonly n: number };

/** Creates the message; `number` identifies its answer. The preferences in it are the answers to the hard questions. */
export function askForCare(
  number: number,
  watch: string,
  said: readonly Said[],
  { values, revisions }: StoredPreferences,
): CareMessage {
  const preferences: Record<string, readonly [string, number]> = {};
  HARD_QUESTIONS.forEach((question) => {
    const name = ANSWER_NAMES[question];
    preferences[name] = [values[name], revisions[name]];
  });
  return { v: MESSAGE_VERSION, n: number, method: 'care.get', watch, care: latestSaid(said), preferences };
}

/** What the phone told. */
export interface CareNews {
  readonly said: readonly Said[];
  readonly isOpenAgain: boolean;
}

/** Reads the answer to request `number`; undefined if it is none, or a refusal, as of an older phone. Never throws. */
export function careNewsIn(number: number, input: unknown): CareNews | undefined {
  if (!isFields(input) || input['n'] !== number || input['method'] !== 'care.get') return undefined;
  return { said: saidIn(input['care'], MOST_SAID), isOpenAgain: input['isOpenAgain'] === true };
}
