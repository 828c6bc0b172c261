/** Every key of Legato in the settingsStorage, with the one who writes it: no key has two writers. */

/** Side service: one key for each month, named `YYYY-MM`. */
export const MONTH_PREFIX = 'ledger.month.';
/** Side service: months that could not be read, as they were found: `YYYY-MM.<n>`. */
export const ASIDE_PREFIX = 'ledger.aside.';
/** Side service: which months there are. */
export const INDEX_KEY = 'ledger.index';
/** Side service: the name of this ledger. */
export const LEDGER_KEY = 'ledger.id';
/** Settings page: the sessions that the person has deleted. */
export const DELETED_KEY = 'ledger.deleted';
/** Side service: when which watch was in touch. */
export const EXCHANGE_KEY = 'exchange';
/** Side service: preferences of the watches. */
export const PREFERENCES_KEY = 'preferences';
/** Settings page: the plan. */
export const PLAN_KEY = 'plan';
/** Side service: the plan of a watch that had one when the phone had none. */
export const GIVEN_PLAN_KEY = 'plan.given';
/** Settings page: the last text that was no plan. */
export const REFUSED_PLAN_KEY = 'plan.refused';
/** Settings page: which days of the week and how long were planned since when. */
export const SCHEDULE_KEY = 'history.schedule';
/** Settings page: the session that the person is asked about before it is deleted. */
export const ASKING_KEY = 'page.asking';
/** Settings page: how many sessions it lists. */
export const SHOWN_KEY = 'page.shown';
/** Settings page: what the person asked for last and could not be stored. */
export const FAILURE_KEY = 'page.failure';

/** Whoever writes `key`: what stood there and could not be read, as it was found: `<n>`. */
export function asidePrefixOf(key: string): string {
  return key.startsWith(MONTH_PREFIX) ? `${ASIDE_PREFIX}${key.slice(MONTH_PREFIX.length)}.` : `${key}.aside.`;
}
