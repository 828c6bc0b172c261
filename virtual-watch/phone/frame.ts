/**
 * What is sent over the air: a header of 16 bytes, then a payload. Little-endian: flag (1), version (1), type (2), port
 * of the watch (2), port of the side service (2), app id (4), unused (4). Read from ZML 0.0.43, `buildBin`.
 */
export interface Frame {
  readonly type: number;
  readonly watchPort: number;
  readonly sidePort: number;
  readonly appId: number;
  readonly payload: Uint8Array;
}

/** `shake` asks for the port of the side service, and is also the answer; `close` says that one end is gone. */
export const FRAME_TYPES = { shake: 1, close: 2, data: 4 } as const;
export type FrameKind = keyof typeof FRAME_TYPES | 'other';

/** The fixed port on which a watch app listens. */
export const WATCH_PORT = 20;

const HEADER_BYTES = 16;
const FLAG_APP = 1;
const VERSION = 1;

export function encodeFrame({ type, watchPort, sidePort, appId, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FLAG_APP);
  view.setUint8(1, VERSION);
  view.setUint16(2, type, true);
  view.setUint16(4, watchPort, true);
  view.setUint16(6, sidePort, true);
  view.setUint32(8, appId, true);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

/** Returns `undefined` for bytes that are too short for a header or not from an app. */
export function decodeFrame(bytes: Uint8Array): Frame | undefined {
  if (bytes.length < HEADER_BYTES || bytes[0] !== FLAG_APP) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    type: view.getUint16(2, true),
    watchPort: view.getUint16(4, true),
    sidePort: view.getUint16(6, true),
    appId: view.getUint32(8, true),
    payload: bytes.slice(HEADER_BYTES),
  };
}

/** The size of what ZML puts before the JSON of each packet of a message. Read from ZML 0.0.43, `buildPayload`. */
const MESSAGE_HEADER_BYTES = 66;

/** A packet with intact headers, in which every byte of the content is changed and none is text. */
export function garbled(bytes: Uint8Array): Uint8Array {
  const start = HEADER_BYTES + MESSAGE_HEADER_BYTES;
  return bytes.map((byte, at) => (at < start ? byte : byte ^ 0xff));
}

/** Whether a packet carries part of a message, not only headers. */
export function carriesContent(bytes: Uint8Array): boolean {
  return kindOf(bytes) === 'data' && bytes.length > HEADER_BYTES + MESSAGE_HEADER_BYTES;
}

export function kindOf(bytes: Uint8Array): FrameKind {
  const type = decodeFrame(bytes)?.type;
  if (type === FRAME_TYPES.shake) return 'shake';
  if (type === FRAME_TYPES.close) return 'close';
  return type === FRAME_TYPES.data ? 'data' : 'other';
}
