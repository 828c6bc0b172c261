import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import type { Frame } from './ui/frame';

/** The screen of this watch. */
export function screenFrame(): Frame {
  const { width, height, screenShape } = getDeviceInfo();
  return { width, height, shape: screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square' };
}
