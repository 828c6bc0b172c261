import { getScrollTop, scrollTo } from '@zos/page';
import { answerOf, attempt } from './fence';

export interface Scroll {
  /** Scrolls to the top of the page. */
  toTop(): void;
  /** Scrolls down until this many pixels of the page are above the screen, unless it is further down already. */
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
    // Down is negative for both according to the docs of scrollTo; those of getScrollTop do not say.
    if (typeof top === 'number' && Math.abs(top) >= above) return;
    attempt(() => {
      scrollTo({ y: -above });
    });
  },
};
