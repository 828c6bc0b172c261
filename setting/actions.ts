import type { SessionRecord } from '../core/record/record';
import { deleteSession } from '../phone/deletions';
import type { PageFailure } from '../phone/page-failure';
import { clearPageFailure, notePageFailure } from '../phone/page-failure';
import { putPlan } from '../phone/plan-store';
import { sessionKey } from '../phone/session-key';
import type { Storage } from '../phone/storage';
import { removeText, writeText } from '../phone/storage';
import { ASKING_KEY, SHOWN_KEY } from '../phone/storage-keys';

/** What a person can do on the page. */
export interface Actions {
  /** Asks whether to delete a session. */
  readonly ask: (session: SessionRecord) => void;
  readonly keep: () => void;
  readonly remove: (session: SessionRecord) => void;
  /** Lists so many sessions. */
  readonly show: (count: number) => void;
  readonly putPlan: (text: string) => void;
}

/**
 * What the page does on its storage. Never throws. What the storage did not take is noted in it, so that the page,
 * which is built anew only when the storage has changed, says so; `failed` hears of it as well, for a storage that does
 * not take the note either. `now` is ms since 1970.
 */
export function actionsOn(
  storage: Storage,
  now: () => number,
  failed: (failure: PageFailure | undefined) => void,
): Actions {
  const attempt = (failure: PageFailure, isDone: () => boolean): void => {
    const done = succeeds(isDone);
    failed(done ? undefined : failure);
    if (done) clearPageFailure(storage);
    else notePageFailure(storage, failure, now());
  };
  return {
    ask: (session) => attempt('pageNotChanged', () => writeText(storage, ASKING_KEY, sessionKey(session)).ok),
    keep: () => attempt('pageNotChanged', () => removeText(storage, ASKING_KEY).ok),
    remove: (session) =>
      attempt('sessionNotDeleted', () => {
        const { ok } = deleteSession(storage, session);
        // A question about a session that is gone is not shown, so nobody misses it when it stays.
        if (ok) removeText(storage, ASKING_KEY);
        return ok;
      }),
    show: (count) => attempt('pageNotChanged', () => writeText(storage, SHOWN_KEY, `${count}`).ok),
    putPlan: (text) => attempt('planNotStored', () => putPlan(storage, text, now()).ok),
  };
}

/** A storage that cannot be read takes nothing either. */
function succeeds(isDone: () => boolean): boolean {
  try {
    return isDone();
  } catch {
    return false;
  }
}
