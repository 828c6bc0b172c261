import { requestOnce } from '../../../device/sync/one-request';

const APP = 1_234_567;

/** A phone that answers a handshake, and lets the test answer the rest. */
function phone(port = 77) {
  const packets: Uint8Array[] = [];
  let isOpen = true;
  let hear: (bytes: ArrayBuffer) => void = () => undefined;
  const say = (type: number, content: Uint8Array): void => {
    const bytes = new Uint8Array(16 + content.length);
    bytes.set([1, 1, type, 0, 20, 0, port, 0]);
    bytes.set(content, 16);
    hear(bytes.buffer);
  };
  return {
    packets,
    say,
    isOpen: () => isOpen,
    types: () => packets.map((packet) => packet[2]),
    open: (heard: (bytes: ArrayBuffer) => void) => {
      hear = heard;
      return {
        appId: APP,
        send: (bytes: Uint8Array) => void packets.push(bytes),
        close: () => {
          isOpen = false;
        },
      };
    },
  };
}

const NONE = new Uint8Array();

/** The content of an answer to a request, in one packet unless `whole` says that more follow. */
function answer(number: number, json: string, { whole = json.length, kind = 2 } = {}): Uint8Array {
  const bytes = new Uint8Array(66 + json.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, number, true);
  head.setUint32(16, whole, true);
  bytes.set([kind, 1], 24);
  bytes.set(Buffer.from(json, 'latin1'), 66);
  return bytes;
}

test('asks once the phone has answered the handshake, only once, and closes with the port it was given', () => {
  const it = phone();
  const close = requestOnce(it.open, { n: 2 ** 32 + 5 }, () => undefined);
  expect(it.types()).toEqual([1]);
  it.say(1, NONE);
  it.say(1, NONE);
  const [shake, data] = it.packets;
  expect([it.types(), shake?.length, data?.[6]]).toEqual([[1, 4], 17, 77]);
  const asked = Buffer.from((data ?? NONE).slice(16));
  expect(asked.readUInt32LE(0)).toBe(5);
  expect(asked.readUInt32LE(16)).toBe(asked.length - 66);
  expect(JSON.parse(asked.subarray(66).toString())).toEqual({ jsonrpc: 'hmrpcv1', n: 2 ** 32 + 5 });
  close();
  expect([it.types(), it.isOpen()]).toEqual([[1, 4, 2], false]);
});

test('hears the answer to its own request, and nothing else', () => {
  const it = phone();
  const heard: unknown[] = [];
  requestOnce(it.open, { n: 5 }, (told) => heard.push(told));
  it.say(1, NONE);
  const good = '{"jsonrpc":"hmrpcv1","result":{"a":1}}';
  it.say(4, answer(6, good));
  it.say(4, answer(5, good, { kind: 1 }));
  it.say(4, answer(5, good, { whole: 9000 }));
  it.say(4, answer(5, '3'));
  it.say(4, answer(5, '{"jsonrpc":"hmrpcv1","error":{"a":1}}'));
  it.say(6, answer(5, good));
  expect(heard).toEqual([]);
  it.say(4, answer(5, good));
  it.say(5, answer(5, good));
  expect(heard).toEqual([{ a: 1 }, { a: 1 }]);
});
