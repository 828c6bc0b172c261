/** A watch for each of the six screens that a package is built for. */
import { deviceNamed, type DeviceFacts } from '../../virtual-watch/node';

export const WATCHES: readonly DeviceFacts[] = [
  'Amazfit Falcon',
  'Amazfit Cheetah (Round)',
  'Amazfit GTR 4',
  'Amazfit Balance 3',
  'Amazfit Active 2 (Square)',
  'Amazfit Bip Max',
].map(deviceNamed);
