import type { Session } from '../../core/session/session';
import type { Command } from '../../core/session/transition';
import { view } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { keepLit, reopenOnWake } from '../../device/awake';
import type { Undo } from '../../device/clock';
import { watchClock } from '../../device/clock';
import type { Conductor } from '../../device/conductor';
import { goTo, START_PAGE, SUMMARY_PAGE } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { hostSession } from '../../device/session-host';
import { cueTitle } from '../../device/text/cue-title';
import { text } from '../../device/text/text';
import type { Mounted } from '../../device/ui/mount';
import { mount } from '../../device/ui/mount';
import type { SessionAction } from './view';
import { viewSession } from './view';

/** The finish is felt to its end before the summary takes the page's place: its pattern takes 2.6 s at most. */
const LAST_LOOK: Millis = 3 * SECOND;

/** Shows the session that is on disk and keeps it going until the page is closed. */
export function openSessionPage(): Undo {
  const frame = wholeScreen();
  let conductor: Conductor | undefined;
  let mounted: Mounted<SessionAction> | undefined;
  let undoLit: Undo | undefined;
  let undoLeaving: Undo | undefined;
  let asking = false;

  const lightWhileRunning = (session: Session): void => {
    if (session.phase === 'running') {
      undoLit = undoLit ?? keepLit();
    } else if (undoLit) {
      undoLit();
      undoLit = undefined;
    }
  };
  const show = (session: Session, now: Instant): void => {
    lightWhileRunning(session);
    const elements = viewSession({ session: view(session, now), asking }, frame, text);
    if (mounted) mounted.update(elements);
    else mounted = mount(elements, act);
  };
  const act = (action: SessionAction): void => {
    if (!conductor) return;
    asking = action === 'askEnd';
    const what = COMMANDS[action];
    if (what) conductor.tell(what);
    else show(conductor.session(), watchClock.now());
  };

  reopenOnWake(true);
  conductor = hostSession({
    titleOf: (cue) => cueTitle(text, cue),
    show,
    over(session) {
      reopenOnWake(false);
      const wait = session.ending === 'finished' ? LAST_LOOK : 0;
      undoLeaving = watchClock.after(wait, () => {
        goTo(SUMMARY_PAGE);
      });
    },
  });
  if (!conductor) {
    reopenOnWake(false);
    goTo(START_PAGE);
  }
  return () => {
    conductor?.leave();
    undoLeaving?.();
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
