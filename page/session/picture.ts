import { SECOND } from '../../core/time';
import type { Frame } from '../../device/ui/frame';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { aboveQuestion } from './below';
import { layoutSession } from './layout';
import type { SessionAction, SessionState } from './view';
import { viewSession } from './view';

/** The picture of the session on the screen. */
export interface Picture {
  /** Shows this state; in a pause, asks for the next one at each second of it. */
  show(state: SessionState): void;
  /** What is shown; undefined before the first picture. */
  shown(): SessionState | undefined;
  /** How many pixels are above the question whether to end. */
  readonly aboveQuestion: () => number;
  readonly close: Undo;
}

/** `touched` is called with the action of each touched button, `refresh` when the picture gets out of date. */
export function sessionPicture(
  watch: Watch,
  touched: (action: SessionAction) => void,
  refresh: () => void,
): Picture {
  const { clock } = watch;
  let undoBlink: Undo = () => undefined;
  let shown: SessionState | undefined;
  let seenOn: Frame | undefined;
  const page = makePage<SessionAction>(
    watch,
    (frame, text) => {
      seenOn = frame;
      return shown ? viewSession(shown, frame, text) : [];
    },
    touched,
  );
  return {
    show(state) {
      shown = state;
      page.show();
      undoBlink();
      const { pausedFor } = state.session;
      if (pausedFor !== undefined) undoBlink = clock.after(SECOND - (pausedFor % SECOND), refresh);
    },
    shown: () => shown,
    aboveQuestion: () => (shown && seenOn ? aboveQuestion(shown, layoutSession(seenOn)) : 0),
    close() {
      undoBlink();
      page.close();
    },
  };
}
