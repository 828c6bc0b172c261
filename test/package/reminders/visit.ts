import { SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch';

/** Opens the app, and leaves it a second. */
export function open(watch: VirtualWatch): void {
  watch.openApp();
  watch.advance(SECOND);
}

/** Gives the app a last second, and ends it. */
export function close(watch: VirtualWatch): void {
  watch.advance(SECOND);
  watch.crash();
}
