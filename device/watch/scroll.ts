import { getScrollTop, scrollTo } from '@zos/page';
import { answerOf, attempt } from './fence';

export interface Scroll {
  /** Brings the beginning of the page into sight. */
  toTop(): void;
  /** Scrolls down until so many pixels of the page lie above the screen, if it is not further down already. */
  downTo(above: number): void;
}

export const watchScroll: Scroll = {
  toTop() {
    attempt(() => {
      scrollTo({ y: 0 });
    });
  },
  downTo(above) {
    const top = answerOf(getScrollTop);
    // Downwards is negative for both, says the page of scrollTo; that of getScrollTop does not say.
    if (typeof top === 'number' && Math.abs(top) >= above) return;
    attempt(() => {
      scrollTo({ y: -above });
    });
  },
};
