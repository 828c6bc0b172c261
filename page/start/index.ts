import { BasePage } from '@zeppos/zml/base-page';
import type { Undo } from '../../device/clock';
import { openStartPage } from './open';

let close: Undo | undefined;

Page(
  BasePage({
    build() {
      close = openStartPage();
    },
    onDestroy() {
      close?.();
    },
  }),
);
