import { scrollTo } from '@zos/page';

/** Brings the beginning of the page into sight. */
export function scrollToTop(): void {
  scrollTo({ y: 0 });
}
