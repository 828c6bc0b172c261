import type { Day } from '../../core/calendar/day';
import {
  asYesterday,
  beginWeek,
  declineWeek,
  deleteDay,
  keepEvening,
  putGirth,
  skipEvening,
  withAnswer,
  withoutLast,
} from '../../phone/diary/change';
import { draftIn, draftText } from '../../phone/diary/draft';
import type { HowAnswered } from '../../phone/diary/evening';
import { openDiary } from '../../phone/diary/weeks';
import { readHistorySettings } from '../../phone/history/history-settings';
import { todayOf } from '../../phone/history/overview';
import type { PhoneClock } from '../../phone/phone-state';
import type { Storage } from '../../phone/storage';
import type { Attempt } from '../attempt';
import { viewOn } from '../attempt';

/** What a person can do with the diary. Answers that are not saved yet are kept in the view, as is typed text. */
export interface DiaryActions {
  /** Begins a week today. */
  readonly begin: () => void;
  /** Declines the offered week. */
  readonly decline: () => void;
  /** Starts answering this evening's questions; `asYesterday` answers them all. */
  readonly answer: (how: HowAnswered) => void;
  /** Answers the next question. */
  readonly rate: (rating: number) => void;
  /** Takes back the last answer. */
  readonly back: () => void;
  readonly keep: () => void;
  readonly skip: () => void;
  /** Saves the girths that were typed. */
  readonly measure: () => void;
  /** Deletes the entries of a day. */
  readonly remove: (day: Day) => void;
}

/** Names in the view. */
export const DIARY_FIELDS = {
  draft: 'diary.draft',
  left: 'diary.left',
  right: 'diary.right',
  day: 'diary.day',
  sure: 'diary.sure',
} as const;

export function diaryActionsOn(storage: Storage, clockOf: () => PhoneClock, attempt: Attempt): DiaryActions {
  const today = (): Day => todayOf({ clock: clockOf(), settings: readHistorySettings(storage) });
  const { typed, show, told } = viewOn(storage);
  const past = (isDone: () => boolean): void => attempt('pastNotChanged', isDone);
  const view = (isDone: () => boolean): void => attempt('pageNotChanged', isDone);
  const setDraft = (draft: string): boolean => show({ [DIARY_FIELDS.draft]: draft });
  return {
    begin: () => past(() => beginWeek(storage, today()).ok && show({ open: 'diary' })),
    decline: () => past(() => declineWeek(storage, today()).ok),
    answer: (how) =>
      view(() => {
        const day = today();
        const draft =
          how === 'asYesterday' ? asYesterday(openDiary(storage), day) : { day, how, ratings: [] };
        return setDraft(draft ? draftText(draft) : '');
      }),
    rate: (rating) => view(() => setDraft(withAnswer(typed(DIARY_FIELDS.draft), rating))),
    back: () => view(() => setDraft(withoutLast(typed(DIARY_FIELDS.draft)))),
    keep: () =>
      past(() => {
        const draft = draftIn(typed(DIARY_FIELDS.draft));
        if (!draft) return setDraft('');
        return told('diary', keepEvening(storage, draft, today()), { [DIARY_FIELDS.draft]: '' });
      }),
    skip: () => past(() => told('diary', skipEvening(storage, today()), { [DIARY_FIELDS.draft]: '' })),
    measure: () =>
      past(() => {
        const girth = { left: typed(DIARY_FIELDS.left), right: typed(DIARY_FIELDS.right) };
        return told('diary', putGirth(storage, today(), girth), {
          [DIARY_FIELDS.left]: '',
          [DIARY_FIELDS.right]: '',
        });
      }),
    remove: (day) => past(() => told('diary', deleteDay(storage, day), { [DIARY_FIELDS.sure]: '' })),
  };
}
