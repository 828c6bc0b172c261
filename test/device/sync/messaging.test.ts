import type { RequestMessage } from '../../../core/link/request';
import { makeRequest } from '../../../core/link/request';
import { phoneLink } from '../../../device/sync/messaging';

/** What was done to ZML and to the connection, in its order; and whether a farewell can be sent. */
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

test('a link that nothing is asked over connects to nobody, and has nothing to close', () => {
  phoneLink().close();
  expect(mockDone).toEqual([]);
});

test('the first request connects, and those that follow go the same way', async () => {
  const link = phoneLink();
  expect(await link.request(MESSAGE)).toBe('answer');
  await link.request(MESSAGE);
  expect(mockDone).toEqual(['connect', 'request', 'request']);
});

test('who closes it says farewell once and lets go of all; the next request connects anew', async () => {
  const link = phoneLink();
  await link.request(MESSAGE);
  mockDone.length = 0;
  link.close();
  link.close();
  expect(mockDone).toEqual(['forget the handshake', 'farewell', 'disconnect', 'stop listening']);
  await link.request(MESSAGE);
  expect(mockDone.slice(-2)).toEqual(['connect', 'request']);
});

test('a farewell that cannot be sent keeps nothing connected', async () => {
  const link = phoneLink();
  await link.request(MESSAGE);
  mockDone.length = 0;
  mockIsDeaf = true;
  link.close();
  expect(mockDone).toEqual(['forget the handshake', 'disconnect', 'stop listening']);
});
