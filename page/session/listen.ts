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

/** Hears keys, crown, wrist and swipes; `covered` is told of a palm on the glass. There is no conductor as long as the session is being taken up. */
export function listen(
  { clock, input, scroll }: Watch,
  screen: SessionScreen,
  conductor: () => Conductor | undefined,
  flipPauses: boolean,
  covered: () => void,
): Ears {
  const press = (what: Press): void => {
    const it = conductor();
    if (!it) return;
    const command = screen.pressed(what, it.isPaused());
    if (command) scroll.toTop();
    obey(it, command);
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

/** Where there is no command, the screen has changed all the same. */
export function obey(conductor: Conductor, what: Command | undefined): void {
  if (what) conductor.tell(what);
  else conductor.refresh();
}
