import type * as Zos from '@zos/ble';

import { bufferIntoRealm, bytesOf } from '../machine/realm';
import type { ZosModule } from './module';
import { checkValue } from './options';

type Ble = Pick<
  typeof Zos,
  'createConnect' | 'disConnect' | 'connectStatus' | 'addListener' | 'removeListener'
>;
// Typed as returning nothing, but ZML throws unless it returns something truthy.
interface Send {
  send(data: unknown, size: unknown): boolean;
}

/** The link to the phone; the radio models the other end. */
export const ble: ZosModule = {
  name: '@zos/ble',
  inService: 'all',
  make: (scope) => {
    const { radio } = scope.hardware;
    let disconnect = (): void => undefined;
    let unlisten = (): void => undefined;
    return {
      createConnect(callback) {
        checkValue(scope, 'createConnect', callback, 'function');
        disconnect();
        const stop = radio.onMessage((bytes) => {
          const data = bufferIntoRealm(scope.realm, bytes);
          scope.enter('ble message', () => callback(0, data, bytes.length));
        });
        disconnect = scope.lifetime.alive ? stop : () => undefined;
        scope.lifetime.own(stop);
      },
      disConnect: () => disconnect(),
      connectStatus: () => radio.isConnected(),
      send(data, size) {
        const bytes = bytesOf(data);
        const length = checkValue(scope, 'ble.send: size', size, 'number');
        if (bytes === undefined) return scope.misuse('ble.send takes an ArrayBuffer');
        return radio.send(Uint8Array.from(bytes.subarray(0, length)));
      },
      addListener(callback) {
        checkValue(scope, 'ble.addListener', callback, 'function');
        unlisten();
        unlisten = radio.onConnection((isConnected) =>
          scope.enter('ble connection', () => callback(isConnected)),
        );
        scope.lifetime.own(unlisten);
      },
      removeListener: () => unlisten(),
    } satisfies Ble & Send;
  },
};

/**
 * File transfer to the phone: it can be opened, as ZML does when it starts, but holds no files. `@zos/ble/TransferFile`
 * is the class itself, not a module of members.
 */
export function makeTransferFile(notModelled: (what: string) => never): unknown {
  const inbox = {
    on: () => undefined,
    off: () => undefined,
    emit: () => undefined,
    getNextFile: () => undefined,
  };
  const outbox = { enqueueFile: () => notModelled('@zos/ble/TransferFile outbox.enqueueFile') };
  return class TransferFile {
    readonly inbox = inbox;
    readonly outbox = outbox;
    getInbox(): unknown {
      return inbox;
    }
    getOutbox(): unknown {
      return outbox;
    }
  };
}
