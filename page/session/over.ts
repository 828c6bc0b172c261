import type { Day } from '../../core/calendar/day';
import { patternLength, patternOf } from '../../core/cue/pattern';
import type { EndedSession } from '../../core/session/session';
import type { Preferences } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { MINUTE, SECOND } from '../../core/time';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Light } from './light';
import type { SessionScreen } from './state';
import { stoppedIn } from './stopping';

/** How long a page stays lit while it retries to save a record that the disk did not take. */
const TRIES_TO_KEEP: Millis = MINUTE;

/** What the page does once its session is over. */
export interface Over {
  /** Whether another page follows at once, so that nothing drawn here would be seen. */
  isFollowed(): boolean;
  /** As `Host.over`: to be called again after each attempt to keep the record. */
  over(session: EndedSession, kept: boolean, isStopNoted: boolean): void;
  /** The page closes. */
  close(): void;
}

/** What `over` needs of the page. */
export interface OverParts {
  readonly preferences: Pick<Preferences, 'cueSet'>;
  readonly today: Day;
  readonly screen: Pick<SessionScreen, 'over'>;
  readonly light: Pick<Light, 'release'>;
  /** Shows the session again, if no other page has opened. */
  readonly refresh: () => void;
}

export function whatFollows(watch: Watch, parts: OverParts): Over {
  const { clock, display, launch, notifications, router, vibrator } = watch;
  const { preferences, today, screen, light, refresh } = parts;
  let undoGoOn: Undo = () => undefined;
  let isFollowed = false;

  /** A person in pain is helped first, whether or not the disk took everything; the next start retries. */
  const help = (session: EndedSession): void => {
    vibrator.stop();
    const memory = launch.memory();
    memory.stopped = memory.stopped ?? stoppedIn(session, today);
    isFollowed = true;
    undoGoOn = clock.after(0, () => {
      router.goTo('hurts');
    });
  };
  const summarize = (session: EndedSession): void => {
    notifications.clear();
    const wait = untilFelt(session, preferences, clock.now());
    isFollowed = wait === 0;
    undoGoOn = clock.after(wait, () => {
      router.goTo('summary');
      undoGoOn = clock.after(SECOND, () => {
        isFollowed = false;
        refresh();
      });
    });
  };
  return {
    isFollowed: () => isFollowed,
    over(session, kept, isStopNoted) {
      display.reopenOnWake(false);
      if (session.stop || launch.memory().stopped || isStopNoted) {
        help(session);
        return;
      }
      // A record that the disk did not take is still in the session file; the next start retries.
      screen.over(kept);
      if (kept) {
        summarize(session);
        return;
      }
      // In the dark, timers stop and so do the retries.
      light.release();
      display.stayLit(TRIES_TO_KEEP);
    },
    close() {
      undoGoOn();
    },
  };
}

/** How long the final cue is still felt; closing the page would cut off its pattern. */
function untilFelt(
  { ending, endedAt }: EndedSession,
  { cueSet }: Pick<Preferences, 'cueSet'>,
  now: Instant,
): Millis {
  const isFelt = ending === 'finished' && now - endedAt < SECOND;
  return isFelt ? patternLength(patternOf('finish', cueSet)) : 0;
}
