import { BasePage } from '@zeppos/zml/base-page';
import type { Undo } from '../../device/clock';
import { openSummaryPage } from './open';

let close: Undo | undefined;

Page(
  BasePage({
    build() {
      close = openSummaryPage();
    },
    onDestroy() {
      close?.();
    },
  }),
);
