import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import { scrollTo } from '@zos/page';
import { setStatusBarVisible } from '@zos/ui';
import type { Frame } from './ui/frame';

/** The whole screen of this watch for a page: a square one gives up its status bar. */
export function wholeScreen(): Frame {
  const { width, height, screenShape } = getDeviceInfo();
  const shape = screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square';
  if (shape === 'square') setStatusBarVisible(false);
  return { width, height, shape };
}

/** Brings the beginning of the page into sight. */
export function scrollToTop(): void {
  scrollTo({ y: 0 });
}
