import type { SessionRecord } from '../core/record/record';
import { deleteWithUndo } from '../phone/history/mend';
import type { Instant } from '../core/time';
import type { PageFailure } from '../phone/page-failure';
import { clearPageFailure, notePageFailure } from '../phone/page-failure';
import type { PageView } from '../phone/page-view';
import { putPageView } from '../phone/page-view';
import type { Phone } from '../phone/phone';
import { dayOfChangeOn } from '../phone/history/day-of-change';
import { putPlan } from '../phone/plan-store';
import { sessionKey } from '../phone/session-key';
import type { Storage } from '../phone/storage';
import { removeText, writeText } from '../phone/storage';
import type { CareActions } from './care/actions';
import { careActionsOn } from './care/actions';
import type { DiaryActions } from './diary/actions';
import { diaryActionsOn } from './diary/actions';
import type { MendActions } from './mend/actions';
import { mendActionsOn } from './mend/actions';
import type { OutActions, Pasted } from './out/actions';
import { outActionsOn } from './out/actions';
import type { PlanActions } from './plan/actions';
import { planActionsOn } from './plan/actions';
import type { ReminderActions } from './reminders/actions';
import { reminderActionsOn } from './reminders/actions';
import { ASKING_KEY } from '../phone/storage-keys';

/** The actions available on the page. */
export interface Actions {
  /** Asks whether to delete a session. */
  readonly ask: (session: SessionRecord) => void;
  readonly keep: () => void;
  readonly remove: (session: SessionRecord) => void;
  /** Opens and closes parts of the page, and stores choices and typed text. */
  readonly set: (values: PageView) => void;
  readonly putPlan: (text: string) => void;
  readonly plan: PlanActions;
  readonly mend: MendActions;
  readonly diary: DiaryActions;
  readonly care: CareActions;
  readonly reminders: ReminderActions;
  readonly out: OutActions;
}

/**
 * The page's actions on the phone. Never throws. A failed write is noted in the storage, because the page is rebuilt
 * only when the storage changes; `failed` is called as well, in case the storage does not take the note either. The
 * caller keeps `pasted` while the page is open. `first` runs before each action.
 */
export function actionsOn(
  phone: Phone,
  failed: (failure: PageFailure | undefined) => void,
  pasted: Pasted,
  first: (storage: Storage) => void = () => undefined,
): Actions {
  const { storage } = phone;
  const now = (): Instant => phone.clock().now;
  const attempt = (failure: PageFailure, isDone: () => boolean): void => {
    const done = succeeds(() => {
      first(storage);
      return isDone();
    });
    failed(done ? undefined : failure);
    if (done) clearPageFailure(storage);
    else notePageFailure(storage, failure, now());
  };
  return {
    ask: (session) => attempt('pageNotChanged', () => writeText(storage, ASKING_KEY, sessionKey(session)).ok),
    keep: () => attempt('pageNotChanged', () => removeText(storage, ASKING_KEY).ok),
    remove: (session) =>
      attempt('sessionNotDeleted', () => {
        const { ok } = deleteWithUndo(storage, [session]);
        // If removing the question fails, it does no harm: a question about a missing session is not shown.
        if (ok) removeText(storage, ASKING_KEY);
        return ok;
      }),
    set: (values) => attempt('viewNotStored', () => putPageView(storage, values).ok),
    putPlan: (text) =>
      attempt('planNotStored', () => {
        pasted.plan = text;
        const { ok } = putPlan(storage, text, now(), dayOfChangeOn(phone));
        if (ok) pasted.plan = undefined;
        return ok;
      }),
    plan: planActionsOn(phone, attempt),
    mend: mendActionsOn(phone, attempt),
    diary: diaryActionsOn(phone, attempt),
    care: careActionsOn(phone, attempt),
    reminders: reminderActionsOn(phone, attempt),
    out: outActionsOn(phone, attempt, pasted),
  };
}

/** A storage that cannot be read cannot be written either. */
function succeeds(isDone: () => boolean): boolean {
  try {
    return isDone();
  } catch {
    return false;
  }
}
