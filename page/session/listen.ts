import type { Press } from '../../core/session/keys';
import type { Command } from '../../core/session/transition';
import type { Conductor } from '../../device/session/conductor';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { SessionScreen } from './state';

/** Hears what a person does besides touching. */
export interface Ears {
  /** Listens to the crown while it commands the session, and leaves it to the page at other times, which scrolls by it. */
  suit(): void;
  readonly close: Undo;
}

/** Who is told of what is heard besides the session. */
export interface Heard {
  readonly covered: () => void;
  readonly before: (what: Command) => void;
}

/**
 * Hears keys, crown, wrist and swipes; `covered` is told of a palm on the glass, `before` of each command before the session is. There
 * is no conductor as long as the session is being taken up.
 */
export function listen(
  { clock, input, scroll }: Watch,
  screen: SessionScreen,
  conductor: () => Conductor | undefined,
  flipPauses: boolean,
  { covered, before }: Heard,
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
      if (what === 'palm') covered();
      else if (flipPauses && conductor()?.isPaused() === false) conductor()?.tell('pause');
    }),
  );
  let undoCrown: Undo | undefined;
  return {
    suit() {
      if (screen.isLocked() === (undoCrown !== undefined)) return;
      undoCrown?.();
      undoCrown = screen.isLocked() ? input.listenToCrown(clock, press) : undefined;
    },
    close() {
      undoCrown?.();
      undos.forEach((undo) => {
        undo();
      });
    },
  };
}

/** Tells the session what it was commanded to do, `before` first. Where there is no command, the screen has changed all the same. */
export function obey(conductor: Conductor, what: Command | undefined, before: (what: Command) => void): void {
  if (what) {
    before(what);
    conductor.tell(what);
  } else conductor.refresh();
}
