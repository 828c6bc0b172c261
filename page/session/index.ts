import type { Undo } from '../../device/clock';
import { openSessionPage } from './open';

let close: Undo | undefined;

// A plain page, not ZML's: nothing of the link to the phone runs while a session is cued.
Page({
  build() {
    close = openSessionPage();
  },
  onDestroy() {
    close?.();
  },
});
