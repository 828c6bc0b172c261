import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import type { Frame } from '../ui/frame';

/** The whole screen of this watch. */
export function wholeScreen(): Frame {
  const { width, height, screenShape } = getDeviceInfo();
  return { width, height, shape: screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square' };
}
