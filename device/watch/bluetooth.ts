import { connectStatus, disConnect, removeListener } from '@zos/ble';
import { answerOf, attempt } from './fence';

export interface Bluetooth {
  /** Whether the watch says that the phone is connected. */
  isConnected(): boolean;
}

export const watchBluetooth: Bluetooth = { isConnected: () => answerOf(connectStatus) === true };

/** Ends this page's connection to the phone, and what listens to whether there is one. */
export function hangUp(): void {
  attempt(disConnect);
  attempt(removeListener);
}
