import type { DeviceFacts } from '../virtual-watch/index';

/** The name of the site's script with the package for the screen of a watch. */
export function packageFile({
  shape,
  width,
  height,
}: Pick<DeviceFacts, 'shape' | 'width' | 'height'>): string {
  return `package-${shape}-${width}x${height}.js`;
}
