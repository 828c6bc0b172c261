import type { Press } from '../../core/keys';
import { commandFor, keysOf, lockedAction } from '../../core/keys';
import { patternLength, patternOf } from '../../core/cue/pattern';
import type { Command } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import { SECOND } from '../../core/time';
import { keepLit, reopenOnWake } from '../../device/watch/display';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { listenToKeys, onFlip, swallowSwipes } from '../../device/watch/input';
import { clearNotices } from '../../device/watch/notifications';
import { openPreferences } from '../../device/store/preferences-store';
import { goTo, START_PAGE, SUMMARY_PAGE } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import { hostSession } from '../../device/session/host';
import { keyNumber } from '../../device/watch/system';
import { cueTitle } from '../../device/text/cue-title';
import { text } from '../../device/text/text';
import type { Mounted } from '../../device/ui/mount';
import { mount } from '../../device/ui/mount';
import type { SessionAction } from './view';
import { viewSession } from './view';

/** Shows the session that is on disk and keeps it going until the page is closed. */
export function openSessionPage(): Undo {
  const frame = wholeScreen();
  const preferences = openPreferences(watchDisk).values();
  const keys = keysOf(keyNumber());
  let mounted: Mounted<SessionAction> | undefined;
  let undoLit: Undo | undefined;
  let asking = false;
  let kept = true;
  let locked = preferences.lotionMode;
  const undos: Undo[] = [];

  const show = (session: SessionView, saved: boolean, bare: number): void => {
    if (session.phase === 'running' && !preferences.letScreenSleep) undoLit = undoLit ?? keepLit();
    else if (undoLit) {
      undoLit();
      undoLit = undefined;
    }
    const { flipPauses } = preferences;
    const state = {
      ...{ session, asking, bare, unsaved: !saved || !kept },
      ...(locked ? { locked: { keys, flipPauses } } : {}),
    };
    const elements = viewSession(state, frame, text);
    if (mounted) mounted.update(elements);
    else mounted = mount(elements, act);
  };
  const act = (action: SessionAction): void => {
    asking = action === 'askEnd';
    const what = COMMANDS[action];
    if (what) conductor?.tell(what);
    else conductor?.refresh();
  };
  const hear = (press: Press): boolean => {
    if (!locked || !conductor) return false;
    const action = lockedAction(press);
    locked = action !== 'unlock';
    const what = commandFor(action, conductor.isPaused());
    if (what) conductor.tell(what);
    else conductor.refresh();
    return true;
  };

  clearNotices();
  reopenOnWake(true);
  const conductor = hostSession({
    titleOf: (cue) => cueTitle(text, cue),
    show,
    over({ ending, endedAt }, isKept) {
      reopenOnWake(false);
      // A record that the disk did not take is still in the session file; the next start tries again.
      kept = isKept;
      if (!kept) {
        // There is nothing left to protect from touches, and the person may want to leave.
        locked = false;
        return;
      }
      clearNotices();
      const isFelt = ending === 'finished' && watchClock.now() - endedAt < SECOND;
      const wait = isFelt ? patternLength(patternOf('finish', preferences.cueSet)) : 0;
      undos.push(
        watchClock.after(wait, () => {
          goTo(SUMMARY_PAGE);
        }),
      );
    },
  });
  if (!conductor) {
    reopenOnWake(false);
    goTo(START_PAGE);
    return () => undefined;
  }
  undos.push(
    () => {
      conductor.leave();
    },
    listenToKeys(watchClock, hear),
    swallowSwipes(() => locked),
  );
  if (preferences.flipPauses) {
    undos.push(
      onFlip(() => {
        if (!conductor.isPaused()) conductor.tell('pause');
      }),
    );
  }
  return () => {
    undos.forEach((undo) => {
      undo();
    });
    undoLit?.();
    mounted?.unmount();
  };
}

const COMMANDS: Readonly<Record<SessionAction, Command | undefined>> = {
  pause: 'pause',
  resume: 'resume',
  next: 'next',
  extend: 'extend',
  end: 'end',
  askEnd: undefined,
  keepGoing: undefined,
};
