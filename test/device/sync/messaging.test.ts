import type { RequestMessage } from '../../../core/link/request';
import { makeRequest } from '../../../core/link/request';
import { phoneLink } from '../../../device/sync/messaging';

/** What was done to ZML and to the connection, in order; and whether a closing message can be sent. */
const mockDone: string[] = [];
let mockIsDeaf = false;

jest.mock(
  '@zos/ble',
  () => ({
    disConnect: () => mockDone.push('disconnect'),
    removeListener: () => mockDone.push('stop listening'),
  }),
  { virtual: true },
);

jest.mock('@zeppos/zml/3.0/module/messaging/plugin/app', () => ({
  appPlugin: () => ({
    onCreate(this: { messaging?: object }) {
      mockDone.push('connect');
      this.messaging = {
        request: () => {
          mockDone.push('request');
          return Promise.resolve('answer');
        },
        transport: { clearShakeTimer: () => mockDone.push('forget the handshake') },
      };
    },
    onDestroy() {
      if (mockIsDeaf) throw new Error('send message error');
      mockDone.push('farewell');
    },
  }),
}));

const MESSAGE: RequestMessage = makeRequest(1, { watch: 'abcdefghjk', method: 'plan.get' });

beforeEach(() => {
  mockDone.length = 0;
  mockIsDeaf = false;
});

test('an unused link does not connect, and has nothing to close', () => {
  phoneLink().close();
  expect(mockDone).toEqual([]);
});

test('the first request connects, and later ones use the same connection', async () => {
  const link = phoneLink();
  expect(await link.request(MESSAGE)).toBe('answer');
  await link.request(MESSAGE);
  expect(mockDone).toEqual(['connect', 'request', 'request']);
});

test('closing sends one closing message and releases everything; the next request connects again', async () => {
  const link = phoneLink();
  await link.request(MESSAGE);
  mockDone.length = 0;
  link.close();
  link.close();
  expect(mockDone).toEqual(['forget the handshake', 'farewell', 'disconnect', 'stop listening']);
  await link.request(MESSAGE);
  expect(mockDone.slice(-2)).toEqual(['connect', 'request']);
});

test('the link is released even if the closing message cannot be sent', async () => {
  const link = phoneLink();
  await link.request(MESSAGE);
  mockDone.length = 0;
  mockIsDeaf = true;
  link.close();
  expect(mockDone).toEqual(['forget the handshake', 'disconnect', 'stop listening']);
});
