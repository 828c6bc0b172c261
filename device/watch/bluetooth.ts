import { disConnect, removeListener } from '@zos/ble';
import { attempt } from './fence';

/** Ends this page's connection to the phone, and what listens to whether there is one. */
export function hangUp(): void {
  attempt(disConnect);
  attempt(removeListener);
}
