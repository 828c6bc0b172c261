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
import type { Phone } from '../../phone/phone';
import { draftIn, draftText } from '../../phone/diary/draft';
import type { HowAnswered } from '../../phone/diary/evening';
import { openDiary, readWeeks, weekOf } from '../../phone/diary/weeks';
import { readHistorySettings } from '../../phone/history/history-settings';
import { todayOf } from '../../phone/history/overview';
import { hushDiary, hushDiaryFor, tellDiary } from '../../phone/reminders/diary';
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
  /** Whether evening reminders on the watch say that the diary asks, until the week is over. */
  readonly tell: (isOn: boolean) => void;
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

export function diaryActionsOn({ storage, clock }: Phone, attempt: Attempt): DiaryActions {
  const today = (): Day => todayOf({ clock: clock(), settings: readHistorySettings(storage) });
  const { typed, show, told } = viewOn(storage);
  const past = (isDone: () => boolean): void => attempt('pastNotChanged', isDone);
  const view = (isDone: () => boolean): void => attempt('pageNotChanged', isDone);
  const settled = (result: ReturnType<typeof keepEvening>): boolean => {
    if (result.ok) hushDiaryFor(storage, today());
    return told('diary', result, { [DIARY_FIELDS.draft]: '' });
  };
  const setDraft = (draft: string): boolean => show({ [DIARY_FIELDS.draft]: draft });
  return {
    begin: () =>
      past(() => {
        const day = today();
        const isBegun = beginWeek(storage, day).ok && show({ open: 'diary' });
        // The week has begun even if the watch cannot be told.
        if (isBegun) tellDiary(storage, day, day);
        return isBegun;
      }),
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
        return settled(keepEvening(storage, draft, today()));
      }),
    skip: () => past(() => settled(skipEvening(storage, today()))),
    tell: (isOn) =>
      view(() => {
        const day = today();
        const first = weekOf(readWeeks(storage), day) ?? day;
        return (isOn ? tellDiary(storage, first, day) : hushDiary(storage)).ok;
      }),
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
