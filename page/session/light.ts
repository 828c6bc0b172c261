import type { SessionView } from '../../core/session/view';
import type { Millis } from '../../core/time';
import { MINUTE } from '../../core/time';
import type { Dimmer } from '../../device/store/dimmer';
import type { Undo } from '../../device/watch/clock';
import type { Display } from '../../device/watch/display';

/** How long after the end of its session a page stays lit at most, if nothing turns the light off. */
const AFTER_END: Millis = 2 * MINUTE;

/** The light that the session page requests from the watch. */
export interface Light {
  /** Keeps the screen lit while the session runs, and dims it as far as possible while it should look black. */
  suit(session: SessionView, looksBlack: boolean): void;
  /** Releases everything that was requested. */
  release(): void;
}

/** `letsSleep` says whether the screen may go off in a session. */
export function sessionLight(display: Display, dimmer: Dimmer, letsSleep: boolean): Light {
  let letGo: Undo | undefined;
  let askedFor = '';
  const release = (): void => {
    if (letGo) letGo();
    letGo = undefined;
    askedFor = '';
    dimmer.restore();
  };
  // An earlier page may have died while the screen was dimmed.
  dimmer.restore();
  return {
    suit(session, looksBlack) {
      if (letsSleep || session.phase !== 'running') {
        release();
        return;
      }
      const { delivery, whole } = session;
      const stage = `${delivery.due} ${whole.length}`;
      // Requested anew at each cue, and when the session's length changes.
      if (stage !== askedFor) letGo = display.keepLit(whole.left + AFTER_END);
      askedFor = stage;
      if (looksBlack) dimmer.dim();
      else dimmer.restore();
    },
    release,
  };
}
