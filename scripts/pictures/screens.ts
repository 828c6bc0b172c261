/** The six screens that a package is built for, each with one watch that has it. */
import { deviceNamed, type DeviceFacts } from '../../virtual-watch/node';

export const SCREENS: readonly DeviceFacts[] = [
  'Amazfit Falcon',
  'Amazfit Cheetah (Round)',
  'Amazfit GTR 4',
  'Amazfit Balance 3',
  'Amazfit Active 2 (Square)',
  'Amazfit Bip Max',
].map(deviceNamed);

/** As `480` or `390x450`: how a screen is called in file names. */
export function screenName({ shape, width, height }: DeviceFacts): string {
  return shape === 'round' ? `${width}` : `${width}x${height}`;
}
