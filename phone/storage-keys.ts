/** Every key of Legato in the settingsStorage, with the one who writes it: no key has two writers. */

/** Side service: one key for each month, named `YYYY-MM`. */
export const MONTH_PREFIX = 'ledger.month.';
/** Side service: what statistics need of each month, so that its records need not be read. */
export const DIGEST_PREFIX = 'ledger.digest.';
/** Side service: months that could not be read, as they were found: `YYYY-MM.<n>`. */
export const ASIDE_PREFIX = 'ledger.aside.';
/** Side service: which months there are, and how many sessions are in each. */
export const INDEX_KEY = 'ledger.index';
/** Side service: the name of this ledger. */
export const LEDGER_KEY = 'ledger.id';
/** Settings page: which months of sessions the person has entered or brought, and in which writing each counts. */
export const MADE_INDEX_KEY = 'made.index';
/** Settings page: one key for each writing of a month: `YYYY-MM.<n>`. */
export const MADE_MONTH_PREFIX = 'made.month.';
/** Settings page: what statistics need of it. */
export const MADE_DIGEST_PREFIX = 'made.digest.';
/** Settings page: sessions that the person gave another date. */
export const MOVES_KEY = 'history.moves';
/** Settings page: days that were left out for a reason. */
export const EXCUSES_KEY = 'history.excuses';
/** Settings page: which days that a watch has left out are among them. */
export const LEFT_OUT_KEY = 'history.leftOut';
/** Settings page: when a day ends and a week starts, and how charts are drawn. */
export const HISTORY_SETTINGS_KEY = 'history.settings';
/** Side service: what watches have said about legs. */
export const CARE_MERGED_KEY = 'care.merged';
/** Settings page: what was said about legs on it. */
export const CARE_SAID_KEY = 'care.said';
/** Settings page: which diary weeks were begun, and when one was declined. */
export const DIARY_KEY = 'diary.weeks';
/** Settings page: one key for each diary week, named by its first day, `YYYY-MM-DD`. */
export const DIARY_WEEK_PREFIX = 'diary.week.';
/** Settings page: how the last change is undone. */
export const UNDO_KEY = 'page.undo';
/** Settings page: what of it is open, and what is typed. */
export const VIEW_KEY = 'page.view';
/** Settings page: the sessions that the person has deleted. */
export const DELETED_KEY = 'ledger.deleted';
/** Side service: when which watch was in touch. */
export const EXCHANGE_KEY = 'exchange';
/** Side service: preferences of the watches. */
export const PREFERENCES_KEY = 'preferences';
/** Settings page: the plan. */
export const PLAN_KEY = 'plan';
/** Settings page: the plans before this one. */
export const EARLIER_PLANS_KEY = 'plan.earlier';
/** Settings page: preferences that were chosen on it. */
export const CHOSEN_KEY = 'preferences.chosen';
/** Side service: the plan of a watch that had one when the phone had none. */
export const GIVEN_PLAN_KEY = 'plan.given';
/** Settings page: the last text that was no plan. */
export const REFUSED_PLAN_KEY = 'plan.refused';
/** Settings page: which days of the week and how long were planned since when. */
export const SCHEDULE_KEY = 'history.schedule';
/** Settings page: the session that the person is asked about before it is deleted. */
export const ASKING_KEY = 'page.asking';
/** Settings page: what the person asked for last and could not be stored. */
export const FAILURE_KEY = 'page.failure';

/** Whoever writes `key`: what stood there and could not be read, as it was found: `<n>`. */
export function asidePrefixOf(key: string): string {
  return key.startsWith(MONTH_PREFIX) ? `${ASIDE_PREFIX}${key.slice(MONTH_PREFIX.length)}.` : `${key}.aside.`;
}
