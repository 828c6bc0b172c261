import { connectStatus, disConnect, removeListener } from '@zos/ble';
import { answerOf, attempt } from './fence';

export interface Bluetooth {
  /** Whether the watch reports that the phone is connected. */
  isConnected(): boolean;
}

export const watchBluetooth: Bluetooth = { isConnected: () => answerOf(connectStatus) === true };

/** Ends this page's connection to the phone, and its connection listener. */
export function hangUp(): void {
  attempt(disConnect);
  attempt(removeListener);
}
