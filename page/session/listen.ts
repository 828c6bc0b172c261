import type { Press } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import type { Conductor } from '../../device/session/conductor';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { Answering } from './answering';
import type { SessionScreen } from './state';
import type { Answered } from './take-answer';

/** Listens to everything a person does other than touching. */
export interface Ears {
  /** Listens to the crown while it commands the session, and otherwise leaves it to the page for scrolling. */
  suit(): void;
  readonly close: Undo;
}

/** What else is notified of this input besides the session. */
export interface Heard {
  /** Told of palms, next to which no touch answers. */
  readonly answers: Pick<Answering<Answered>, 'covered'>;
  /** Called with each command before the session gets it. */
  readonly before: (what: Command) => void;
}

/**
 * Listens to keys, crown, wrist and swipes. There is no conductor while the session is being taken up.
 */
export function listen(
  { clock, input, scroll }: Watch,
  screen: SessionScreen,
  conductor: () => Conductor | undefined,
  flipPauses: boolean,
  { answers, before }: Heard,
): Ears {
  const press = (what: Press): void => {
    const it = conductor();
    if (!it) return;
    const command = screen.pressed(what, it.isPaused());
    if (command) scroll.toTop();
    obey(it, command, before);
  };
  const undos = [
    input.listenToKeys((what) => {
      const isOwn = screen.meaningOf(what, conductor()?.isPaused() === true) !== 'system';
      if (isOwn) press(what);
      return isOwn;
    }),
    input.listenToSwipes((isBack) => {
      if (screen.isDeaf()) return true;
      const stays = isBack && screen.swipedBack();
      if (stays) {
        scroll.toTop();
        conductor()?.refresh();
      }
      return stays;
    }),
  ];
  undos.push(
    input.onWrist((what) => {
      if (what === 'palm') answers.covered();
      else if (flipPauses && conductor()?.isPaused() === false) conductor()?.tell('pause');
    }),
  );
  let undoCrown: Undo | undefined;
  return {
    suit() {
      if (screen.isLocked() === (undoCrown !== undefined)) return;
      if (undoCrown) undoCrown();
      undoCrown = screen.isLocked() ? input.listenToCrown(clock, press) : undefined;
    },
    close() {
      if (undoCrown) undoCrown();
      undos.forEach((undo) => {
        undo();
      });
    },
  };
}

/** Gives the session a command, after calling `before`. Without a command, only the screen has changed. */
export function obey(conductor: Conductor, what: Command | undefined, before: (what: Command) => void): void {
  if (what) {
    before(what);
    conductor.tell(what);
  } else conductor.refresh();
}
