/**
 * Makes a WebAssembly module count its instructions: each straight run of instructions first adds its length to a
 * global. The counting itself is not counted. Supports the instructions of the first WebAssembly (2017), to which
 * quickjs-emscripten 0.5.0 is compiled, and throws on others.
 */

/** The name under which the count is exported, as a `WebAssembly.Global` of type i64. */
export const COUNT = 'instructions';

export function meterWasm(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = readSections(wasm);
  const count = globalsOf(sections);
  const metered = sections.map(({ id, content }) => {
    switch (id) {
      case SECTION.global:
        return section(id, withEntry(content, [I64, MUTABLE, OP.i64Const, 0, OP.end]));
      case SECTION.export:
        return section(id, withEntry(content, [...text(COUNT), GLOBAL, ...unsigned(count)]));
      case SECTION.code:
        return section(id, meterCode(content, count));
      default:
        return section(id, content);
    }
  });
  return new Uint8Array(Buffer.concat([wasm.subarray(0, HEADER), ...metered]));
}

const HEADER = 8;
const SECTION = { import: 2, global: 6, export: 7, code: 10 } as const;
/** The kinds of imports and exports. */
const [FUNCTION, TABLE, MEMORY, GLOBAL] = [0, 1, 2, 3] as const;
const I64 = 0x7e;
const MUTABLE = 1;
const OP = {
  ...{ unreachable: 0x00, block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b },
  ...{ br: 0x0c, brIf: 0x0d, brTable: 0x0e, return: 0x0f, call: 0x10, callIndirect: 0x11 },
  ...{ localGet: 0x20, globalGet: 0x23, globalSet: 0x24, load: 0x28, memorySize: 0x3f, memoryGrow: 0x40 },
  ...{ i32Const: 0x41, i64Const: 0x42, f32Const: 0x43, f64Const: 0x44, i64Add: 0x7c, last: 0xbf },
} as const;

/** After these, or at their targets, the following code need not run, or not equally often. */
const ENDS_RUN: ReadonlySet<number> = new Set([
  ...[OP.unreachable, OP.loop, OP.if, OP.else, OP.end, OP.br, OP.brIf, OP.brTable, OP.return],
]);

interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

function readSections(wasm: Uint8Array): readonly Section[] {
  const reader = new Reader(wasm, HEADER);
  const sections: Section[] = [];
  while (!reader.isAtEnd()) sections.push({ id: reader.byte(), content: reader.take(reader.number()) });
  return sections;
}

/** The number of globals, including imported ones, which is the index of the next one. */
function globalsOf(sections: readonly Section[]): number {
  const contentOf = (id: number): Uint8Array =>
    sections.find((candidate) => candidate.id === id)?.content ?? Uint8Array.of(0);
  const imports = new Reader(contentOf(SECTION.import));
  let imported = 0;
  for (let left = imports.number(); left > 0; left -= 1) {
    imports.take(imports.number());
    imports.take(imports.number());
    if (skipImport(imports) === GLOBAL) imported += 1;
  }
  return imported + new Reader(contentOf(SECTION.global)).number();
}

function skipImport(reader: Reader): number {
  const kind = reader.byte();
  const limits = (): void => {
    const hasMost = reader.byte() === 1;
    reader.number();
    if (hasMost) reader.number();
  };
  if (kind === FUNCTION) reader.number();
  else if (kind === MEMORY) limits();
  else {
    reader.byte();
    if (kind === TABLE) limits();
    else reader.byte();
  }
  return kind;
}

function meterCode(content: Uint8Array, count: number): Uint8Array {
  const reader = new Reader(content);
  const bodies = Array.from({ length: reader.number() }, () =>
    meterBody(reader.take(reader.number()), count),
  );
  return Buffer.concat([
    Uint8Array.from(unsigned(bodies.length)),
    ...bodies.flatMap((body) => [Uint8Array.from(unsigned(body.length)), body]),
  ]);
}

function meterBody(body: Uint8Array, count: number): Uint8Array {
  const reader = new Reader(body);
  for (let groups = reader.number(); groups > 0; groups -= 1) {
    reader.number();
    reader.byte();
  }
  const parts = [body.subarray(0, reader.at)];
  let from = reader.at;
  let length = 0;
  while (!reader.isAtEnd()) {
    const op = skipInstruction(reader);
    length += 1;
    if (!ENDS_RUN.has(op) && !reader.isAtEnd()) continue;
    const add = [OP.globalGet, ...unsigned(count), OP.i64Const, ...signed(length), OP.i64Add];
    parts.push(Uint8Array.from([...add, OP.globalSet, ...unsigned(count)]), body.subarray(from, reader.at));
    from = reader.at;
    length = 0;
  }
  return Buffer.concat(parts);
}

/** Moves past an instruction and returns its opcode. */
function skipInstruction(reader: Reader): number {
  const op = reader.byte();
  if (op > OP.last) throw new Error(`an instruction that nobody knows here: 0x${op.toString(16)}`);
  if (op >= OP.block && op <= OP.if) reader.byte();
  else if (op === OP.br || op === OP.brIf || op === OP.call) reader.number();
  else if (op === OP.brTable) for (let left = reader.number(); left >= 0; left -= 1) reader.number();
  else if (op >= OP.localGet && op <= OP.globalSet) reader.number();
  else if (op === OP.callIndirect || (op >= OP.load && op < OP.memorySize)) {
    reader.number();
    reader.number();
  } else if (op === OP.memorySize || op === OP.memoryGrow) reader.byte();
  else if (op === OP.i32Const || op === OP.i64Const) reader.number();
  else if (op === OP.f32Const) reader.take(4);
  else if (op === OP.f64Const) reader.take(8);
  return op;
}

/** A list with one more entry. */
function withEntry(list: Uint8Array, entry: readonly number[]): Uint8Array {
  const reader = new Reader(list);
  const length = reader.number();
  return Uint8Array.from([...unsigned(length + 1), ...list.subarray(reader.at), ...entry]);
}

function section(id: number, content: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from([id, ...unsigned(content.length)]), content]);
}

function text(value: string): readonly number[] {
  return [...unsigned(value.length), ...Buffer.from(value)];
}

/** Unsigned LEB128, seven bits per byte. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128, where the highest bit of the last byte is the sign; `value` is not negative. */
function signed(value: number): readonly number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.at];
    if (value === undefined) throw new Error('the module ends too soon');
    this.at += 1;
    return value;
  }

  /** Reads LEB128. A value larger than 32 bits or negative is skipped correctly, but the result is wrong. */
  number(): number {
    const byte = this.byte();
    return byte < 0x80 ? byte : ((byte & 0x7f) | (this.number() << 7)) >>> 0;
  }

  take(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }
}
