/** Every key of Legato in the settingsStorage, with its only writer. */

/** Side service: one key for each month, named `YYYY-MM`. */
export const MONTH_PREFIX = 'ledger.month.';
/** Side service: what statistics need of each month, so that its records need not be read. */
export const DIGEST_PREFIX = 'ledger.digest.';
/** Side service: texts of months that could not be read: `YYYY-MM.<n>`. */
export const ASIDE_PREFIX = 'ledger.aside.';
/** Side service: the list of months, and how many sessions are in each. */
export const INDEX_KEY = 'ledger.index';
/** Side service: the name of this ledger. */
export const LEDGER_KEY = 'ledger.id';
/** Settings page: the months of sessions that the person entered or imported, and the valid writing of each. */
export const MADE_INDEX_KEY = 'made.index';
/** Settings page: one key for each writing of such a month: `YYYY-MM.<n>`. */
export const MADE_MONTH_PREFIX = 'made.month.';
/** Settings page: what statistics need of such a month. */
export const MADE_DIGEST_PREFIX = 'made.digest.';
/** Settings page: sessions whose date the person changed. */
export const MOVES_KEY = 'history.moves';
/** Settings page: days that were left out for a reason. */
export const EXCUSES_KEY = 'history.excuses';
/** Settings page: which of these days were left out on a watch. */
export const LEFT_OUT_KEY = 'history.leftOut';
/** Settings page: when a day ends and a week starts, and how charts are drawn. */
export const HISTORY_SETTINGS_KEY = 'history.settings';
/** Side service: statements about legs from watches. */
export const CARE_MERGED_KEY = 'care.merged';
/** Settings page: statements about legs made on it. */
export const CARE_SAID_KEY = 'care.said';
/** Settings page: locks that were lifted on another phone, from its backup. */
export const CARE_PAST_KEY = 'care.past';
/** Settings page: the diary weeks begun, and when offers were declined. */
export const DIARY_KEY = 'diary.weeks';
/** Settings page: one key for each diary week, named by its first day, `YYYY-MM-DD`. */
export const DIARY_WEEK_PREFIX = 'diary.week.';
/** Settings page: the last change that can be undone. */
export const UNDO_KEY = 'page.undo';
/** Settings page: one key for what undoing it takes, under a new number each time. */
export const UNDO_CONTENT_PREFIX = 'page.undo.content.';
/** Settings page: how many sessions of a month deletions have left, where nothing else says so. */
export const LEFT_COUNTS_KEY = 'history.counts';
/** Settings page: the new texts of a change of several keys, until all of them are written. */
export const PENDING_KEY = 'page.pending';
/** Settings page: which parts of it are open, and what is typed. */
export const VIEW_KEY = 'page.view';
/** Settings page: sessions deleted by the person. */
export const DELETED_KEY = 'ledger.deleted';
/** Side service: which watches were in touch, and when. */
export const EXCHANGE_KEY = 'exchange';
/** Side service: preferences of the watches. */
export const PREFERENCES_KEY = 'preferences';
/** Settings page: the plan. */
export const PLAN_KEY = 'plan';
/** Settings page: earlier plans. */
export const EARLIER_PLANS_KEY = 'plan.earlier';
/** Settings page: preferences chosen on it. */
export const CHOSEN_KEY = 'preferences.chosen';
/** Side service: the plan of a watch, stored when the phone had none. */
export const GIVEN_PLAN_KEY = 'plan.given';
/** Settings page: the last text that was refused as a plan. */
export const REFUSED_PLAN_KEY = 'plan.refused';
/** Settings page: which days of the week were planned, and how long, with the dates of changes. */
export const SCHEDULE_KEY = 'history.schedule';
/** Settings page: the session that the person is asked whether to delete. */
export const ASKING_KEY = 'page.asking';
/** Settings page: the person's last request that could not be stored. */
export const FAILURE_KEY = 'page.failure';

/** The prefix for texts set aside by the writer of `key` because they could not be read; `<n>` follows. */
export function asidePrefixOf(key: string): string {
  return key.startsWith(MONTH_PREFIX) ? `${ASIDE_PREFIX}${key.slice(MONTH_PREFIX.length)}.` : `${key}.aside.`;
}
