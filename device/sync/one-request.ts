import { asciiJson, asciiText, shortBytes } from '../../core/ascii';
import { isFields } from '../../core/json';
import type { Instant } from '../../core/time';
import type { OpenChannel } from '../watch/channel';
import type { Undo } from '../watch/clock';

/*
 * One request over ZML's protocol (zml 0.0.43), for a page that cannot load ZML itself: it would lengthen each start of
 * a session. It sends one packet, hears one packet, and repeats nothing. Numbers are little-endian.
 *
 * A packet is 16 bytes and its content: the flag 1 and the version 1 (1 byte each), its type, the ports of watch and
 * phone (2 each), the app and 0 (4 each). The content of data is 66 bytes and JSON: the number of the request at 0, the
 * whole length at 16, the length in this packet at 20, whether it asks or answers at 24, whether it is the last packet at
 * 25, and that asked and answered is JSON at 54 and 55.
 */

const TYPES = { shake: 1, close: 2, data: 4, again: 5 } as const;
const HEAD = 16;
const INNER = 66;
const WATCH_PORT = 20;
const ASKS = 1;
const ANSWERS = 2;
const JSON_CONTENT = 2;
const WRAPPED = 'hmrpcv1';

/**
 * Sends a message once the phone has answered a handshake, and calls `heard` with the answer, which can be anything. If
 * there is none, it is not called. The result ends the talk, and has to be called in any case.
 */
export function requestOnce(
  open: OpenChannel,
  message: { readonly n: Instant },
  heard: (answer: unknown) => void,
): Undo {
  const number = message.n % 2 ** 32;
  let port = 0;
  let isAsked = false;
  const channel = open((bytes) => {
    const packet = new DataView(bytes);
    const type = packet.getUint16(2, true);
    if (type === TYPES.shake && !isAsked) {
      isAsked = true;
      port = packet.getUint16(6, true);
      post(TYPES.data, question(number, message));
    }
    if (type === TYPES.data || type === TYPES.again) {
      const answer = answerIn(bytes, number);
      if (answer !== undefined) heard(answer);
    }
  });
  const post = (type: number, content: Uint8Array): void => {
    const bytes = new Uint8Array(HEAD + content.length);
    const head = new DataView(bytes.buffer);
    head.setUint16(0, 257, true);
    head.setUint16(2, type, true);
    head.setUint16(4, WATCH_PORT, true);
    head.setUint16(6, port, true);
    head.setUint32(8, channel.appId, true);
    bytes.set(content, HEAD);
    channel.send(bytes);
  };
  const greeting = new Uint8Array([channel.appId]);
  post(TYPES.shake, greeting);
  return () => {
    post(TYPES.close, greeting);
    channel.close();
  };
}

function question(number: number, message: object): Uint8Array {
  const json = shortBytes(asciiJson(JSON.stringify({ jsonrpc: WRAPPED, ...message })));
  const bytes = new Uint8Array(INNER + json.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, number, true);
  head.setUint32(16, json.length, true);
  head.setUint32(20, json.length, true);
  bytes.set([ASKS, 1], 24);
  bytes.set([JSON_CONTENT, JSON_CONTENT], 54);
  bytes.set(json, INNER);
  return bytes;
}

/** The answer in a packet; undefined if it is another one's or does not fit in one. Throws if it is damaged. */
function answerIn(bytes: ArrayBuffer, number: number): unknown {
  const inner = new DataView(bytes, HEAD);
  const json = new Uint8Array(bytes, HEAD + INNER);
  const isIt = inner.getUint32(0, true) === number && inner.getUint8(24) === ANSWERS;
  if (!isIt || inner.getUint32(16, true) !== json.length) return undefined;
  const told: unknown = JSON.parse(asciiText(json));
  return isFields(told) ? told['result'] : undefined;
}
