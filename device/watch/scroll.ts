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
