import { askForCare, careNewsIn } from '../../core/link/care-request';
import { ANSWER_DEADLINE } from '../../core/link/sync';
import { isUntouched } from '../../core/session/leave-out';
import { elapsedAt } from '../../core/session/session';
import type { StoredPreferences } from '../../core/state/preferences';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { openCareStore } from '../../device/store/care-store';
import { openIdentity } from '../../device/store/identity-store';
import { openSessionStore } from '../../device/store/session-store';
import { requestOnce } from '../../device/sync/one-request';
import type { OpenChannel } from '../../device/watch/channel';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';

/** When the page asks: after it has appeared, and after another page has closed its connection to the phone. */
const ASK_AFTER: Millis = SECOND;

/** The watch with the Bluetooth channel to the phone, for a page that does without ZML. */
export interface TalkingWatch extends Watch {
  readonly channel: OpenChannel;
}

/** A plan without time to get comfortable is asked for once, as soon as this. */
const BARELY: Millis = 2 * ASK_AFTER;

/**
 * Asks the phone for locks that the watch has not heard of, for a session that has just begun: it may have begun before
 * the watch and the phone could talk, and nothing waits for them. While the person gets comfortable, it asks again until
 * there is an answer. `changed` is called when there is another lock. Without a phone nearby it asks nothing.
 */
export function hearLocks(watch: TalkingWatch, preferences: StoredPreferences, changed: () => void): Undo {
  const { bluetooth, channel, clock, disk, launch, random } = watch;
  const isEarly = (): boolean => {
    const session = openSessionStore(disk, launch.memory()).value()?.session;
    const now = clock.now();
    return session !== undefined && (isUntouched(session, now) || elapsedAt(session, now) < BARELY);
  };
  let hangUp: Undo = () => undefined;
  const ask = (): void => {
    hangUp();
    hangUp = () => undefined;
    if (!isEarly()) return;
    undoWait = clock.after(ANSWER_DEADLINE, ask);
    if (!bluetooth.isConnected()) return;
    const care = openCareStore(disk, launch.memory());
    const name = openIdentity(disk, random, launch.memory()).device();
    const message = askForCare(clock.now(), name, care.book().said, preferences);
    hangUp = requestOnce(channel, message, (answer) => {
      const news = careNewsIn(message.n, answer);
      if (!news) return;
      close();
      if (news.said.length > 0) care.hear(news.said);
      if (news.isOpenAgain) care.doubt();
      if (news.said.length > 0 || news.isOpenAgain) changed();
    });
  };
  let undoWait = clock.after(ASK_AFTER, ask);
  const close = (): void => {
    undoWait();
    hangUp();
    hangUp = () => undefined;
  };
  return close;
}
