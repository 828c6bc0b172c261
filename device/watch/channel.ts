import { getPackageInfo } from '@zos/app';
import { createConnect, disConnect, send } from '@zos/ble';
import { attempt, answerOf, fieldsOf } from './fence';

/** The Bluetooth channel between this page and the phone, which carries bytes. */
export interface Channel {
  /** The id of this app, which is part of each message. */
  readonly appId: number;
  /** May do nothing, as when the phone is away. */
  send(bytes: Uint8Array): void;
  close(): void;
}

/** Opens the channel. `heard` gets the bytes of each message; what it throws is taken for a message that cannot be read. */
export type OpenChannel = (heard: (bytes: ArrayBuffer) => void) => Channel;

export const openChannel: OpenChannel = (heard) => {
  const { appId } = fieldsOf(answerOf(getPackageInfo));
  attempt(() => {
    createConnect((_, data: unknown) => {
      attempt(() => {
        heard(data as ArrayBuffer);
      });
    });
  });
  return {
    appId: typeof appId === 'number' ? appId : 0,
    send(bytes) {
      attempt(() => {
        send(bytes.buffer, bytes.length);
      });
    },
    close() {
      attempt(disConnect);
    },
  };
};
