import { scrollTo } from '@zos/page';
import { attempt } from './fence';

export interface Scroll {
  /** Brings the beginning of the page into sight. */
  toTop(): void;
}

export const watchScroll: Scroll = {
  toTop() {
    attempt(() => {
      scrollTo({ y: 0 });
    });
  },
};

// For pages that are not handed a `Watch` yet.
// eslint-disable-next-line @typescript-eslint/unbound-method
export const scrollToTop = watchScroll.toTop;
