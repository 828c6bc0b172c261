import { bytesOf, type Realm } from './realm';
import { decodeUtf8, encodeUtf8 } from './utf8';

/**
 * The global `Buffer` of a watch, modelled on Node's (Zepp OS docs, Buffer), as far as ZML uses it: created from text,
 * bytes and buffers; little-endian integers; concatenation, copying and filling; conversion to text and hexadecimal.
 */
export function makeBufferClass(realm: Realm): unknown {
  const WatchBuffer = bufferClassOf(realm);
  for (const [name, value] of Object.entries(staticsOf(WatchBuffer, realm))) {
    Object.defineProperty(WatchBuffer, name, { value, writable: true, configurable: true });
  }
  return WatchBuffer;
}

type BufferClass = ReturnType<typeof bufferClassOf>;
type WatchBuffer = InstanceType<BufferClass>;

/** The class with what a buffer does, without what makes one. */
function bufferClassOf(realm: Realm) {
  const Base = realm.global.Uint8Array;

  return class WatchBuffer extends Base {
    #view(): DataView {
      return new DataView(this.buffer, this.byteOffset, this.byteLength);
    }
    readUInt8(at = 0): number {
      return this.#view().getUint8(at);
    }
    readUInt16LE(at = 0): number {
      return this.#view().getUint16(at, true);
    }
    readUInt32LE(at = 0): number {
      return this.#view().getUint32(at, true);
    }
    writeUInt8(value: number, at = 0): number {
      this.#view().setUint8(at, value);
      return at + 1;
    }
    writeUInt16LE(value: number, at = 0): number {
      this.#view().setUint16(at, value, true);
      return at + 2;
    }
    writeUInt32LE(value: number, at = 0): number {
      this.#view().setUint32(at, value, true);
      return at + 4;
    }
    copy(target: Uint8Array, at = 0, begin = 0, end = this.length): number {
      const part = this.subarray(begin, Math.min(end, begin + target.length - at));
      target.set(part, at);
      return part.length;
    }
    override fill(value: number | string | Uint8Array, begin = 0, end = this.length): this {
      if (typeof value === 'number') return super.fill(value, begin, end);
      const pattern = toBytes(value);
      for (let i = begin; i < end; i += 1) this[i] = pattern[(i - begin) % pattern.length] ?? 0;
      return this;
    }
    override toString(encoding = 'utf-8', begin = 0, end = this.length): string {
      const bytes = this.subarray(begin, end);
      if (isUtf8(encoding)) return decodeUtf8(bytes);
      if (encoding === 'hex') return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
      throw new realm.global.Error(`Buffer.toString: encoding ${encoding} is not modelled`);
    }
  };
}

/** The functions of the class that make a buffer or tell of one. */
function staticsOf(Buffers: BufferClass, realm: Realm) {
  const copyOf = (bytes: ArrayLike<number>): WatchBuffer => {
    const buffer = new Buffers(bytes.length);
    buffer.set(bytes);
    return buffer;
  };

  /** As in Node, an `ArrayBuffer` is shared and everything else is copied. */
  function from(value: unknown, begin?: number, length?: number): WatchBuffer {
    if (typeof value === 'string') return copyOf(encodeUtf8(value));
    if (Array.isArray(value)) return copyOf(value as readonly number[]);
    const bytes = bytesOf(value);
    if (bytes === undefined) throw new realm.global.Error('Buffer.from: neither text nor bytes');
    if (ArrayBuffer.isView(value)) return copyOf(bytes);
    return new Buffers(value as ArrayBuffer, begin, length);
  }

  function concat(
    list: readonly Uint8Array[],
    total = list.reduce((sum, part) => sum + part.length, 0),
  ): WatchBuffer {
    const joined = new Buffers(total);
    let at = 0;
    for (const part of list) {
      joined.set(part.subarray(0, total - at), at);
      at += part.length;
    }
    return joined;
  }

  return {
    from,
    concat,
    alloc: (size: number, fill: number | string = 0) => new Buffers(size).fill(fill),
    isBuffer: (value: unknown) => value instanceof Buffers,
    byteLength: (text: string) => encodeUtf8(text).length,
  };
}

function isUtf8(encoding: string): boolean {
  return ['utf-8', 'utf8'].includes(encoding.toLowerCase());
}

function toBytes(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? encodeUtf8(value) : value;
}
