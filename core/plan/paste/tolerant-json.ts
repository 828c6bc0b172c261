import type { Result } from '../../result';
import { err, ok } from '../../result';
import type { SyntaxProblem, Wanted } from './problem';
import type { Repair } from './repair';
import {
  foundAt,
  INVISIBLE_SIGNS,
  isBlank,
  isInvisible,
  isOddBlank,
  isQuote,
  placeAt,
  plainSign,
} from './signs';

/** The result of reading a text. */
export interface TolerantValue {
  readonly value: unknown;
  /** The index after the value. */
  readonly end: number;
  readonly repairs: ReadonlySet<Repair>;
  /** The line of each value, keyed by its place as in `PlanProblem`. The name and value of a field share one entry. */
  readonly lines: ReadonlyMap<string, number>;
}

/** A plan is nested at most 5 deep. Anything nested deeper than this is not read. */
const DEEPEST = 20;

/**
 * Reads the JSON value that begins at `start`, and accepts common deviations from JSON: unusual white space and
 * quotation marks, comments, missing or extra commas, names without quotation marks, decimal commas, characters of a
 * Chinese keyboard, and `>` at the beginning of a line. Nothing ambiguous is guessed: a duplicate name and a text that
 * ends too early are refused. Never throws.
 */
export function readTolerant(text: string, start: number): Result<TolerantValue, SyntaxProblem> {
  const reader = new Reader(text, start);
  try {
    const value = reader.value('', 0, false);
    return ok({ value, end: reader.index, repairs: reader.repairs, lines: reader.lines });
  } catch (error) {
    if (error instanceof Refusal) return err(error.problem);
    throw error;
  }
}

/** Thrown to leave the reader from any depth; it never leaves this file. */
class Refusal extends Error {
  readonly problem: SyntaxProblem;

  constructor(problem: SyntaxProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

class Reader {
  readonly repairs = new Set<Repair>();
  readonly lines = new Map<string, number>();
  readonly #text: string;
  index: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.index = start;
  }

  value(place: string, depth: number, isField: boolean): unknown {
    if (depth > DEEPEST) throw new Refusal({ code: 'tooDeep', ...placeAt(this.#text, this.index) });
    const sign = this.#next();
    if (!this.lines.has(place)) this.lines.set(place, placeAt(this.#text, this.index).line);
    if (sign === '{') return this.#object(place, depth);
    if (sign === '[') return this.#list(place, depth);
    if (isQuote(sign)) return this.#quoted();
    if (/[-+\d]/.test(sign)) return this.#number(isField);
    return literal(this.#bare('value'));
  }

  #object(place: string, depth: number): unknown {
    const fields = new Map<string, unknown>();
    this.#take();
    for (let sign = this.#entry('}'); sign !== '}'; sign = this.#entry('}')) {
      const at = this.index;
      const name = isQuote(sign) ? this.#quoted() : this.#bare('name');
      const position = placeAt(this.#text, at);
      if (fields.has(name)) throw new Refusal({ code: 'keyTwice', name, ...position });
      const inner = place === '' ? name : `${place}.${name}`;
      this.lines.set(inner, position.line);
      if (this.#next() !== ':') throw this.#unexpected('colon');
      this.#take();
      fields.set(name, this.value(inner, depth + 1, true));
      this.#separate('}', 'nextInObject');
    }
    this.#take();
    return Object.fromEntries(fields);
  }

  #list(place: string, depth: number): unknown {
    const items: unknown[] = [];
    this.#take();
    while (this.#entry(']') !== ']') {
      items.push(this.value(`${place}[${items.length}]`, depth + 1, false));
      this.#separate(']', 'nextInList');
    }
    this.#take();
    return items;
  }

  /** The first character of the next entry, or the closing bracket. Skips extra commas. */
  #entry(end: string): string {
    let sign = this.#next();
    while (sign === ',') {
      this.repairs.add('commas');
      this.#take();
      sign = this.#next();
    }
    // A bracket of the other kind closes nothing.
    if (sign === (end === '}' ? ']' : '}'))
      throw this.#unexpected(end === '}' ? 'nextInObject' : 'nextInList');
    return sign;
  }

  /** Reads the comma after an entry, and repairs a missing one or one before the closing bracket. */
  #separate(end: string, wanted: Wanted): void {
    const sign = this.#next();
    if (sign === end) return;
    if (sign === ',') {
      this.#take();
      if (this.#next() === end) this.repairs.add('commas');
      return;
    }
    const beginsEntry = isQuote(sign) || (end === ']' && /[{[]/.test(sign));
    if (!beginsEntry) throw this.#unexpected(wanted);
    this.repairs.add('commas');
  }

  #quoted(): string {
    const open = this.index;
    const opener = this.#text.charAt(open);
    if (opener !== '"') this.repairs.add('quotes');
    let content = '';
    for (this.index += 1; ;) {
      const sign = this.#text.charAt(this.index);
      if (sign === '') throw new Refusal({ code: 'cutOff', ...placeAt(this.#text, this.index) });
      if (/[\r\n]/.test(sign)) throw this.#unexpected('closingQuote', open);
      if (sign === '\\') {
        content += this.#escaped();
        continue;
      }
      this.index += 1;
      if (isQuote(sign) && this.#closes(opener, sign)) return content;
      if (isInvisible(sign)) this.repairs.add('invisible');
      else content += this.#plain(sign);
    }
  }

  /** Whether a quotation mark closes the text that `opener` began; an apostrophe within it does not. */
  #closes(opener: string, sign: string): boolean {
    if (sign === '"' && opener === '"') return true;
    const rest = this.#text.slice(this.index, this.index + LOOK_AHEAD).replace(NOTHING_SEEN, '');
    const isEnd = rest === '' || /^[:,}\]：，、；;｝］】]/.test(rest);
    if (isEnd && sign !== '"') this.repairs.add('quotes');
    return isEnd;
  }

  #escaped(): string {
    const [whole = '', code = ''] =
      /^\\(u[\dA-Fa-f]{4}|["\\/bfnrt])/.exec(this.#text.slice(this.index, this.index + 6)) ?? [];
    if (whole === '') throw this.#unexpected('closingQuote');
    this.index += whole.length;
    if (code.startsWith('u')) return String.fromCharCode(parseInt(code.slice(1), 16));
    return ESCAPES[code] ?? code;
  }

  /**
   * In an object, a comma between digits is a decimal comma: a separating comma is followed by a name, which is never a
   * number.
   */
  #number(isField: boolean): number {
    const raw = /^[-+\d.eE０-９．‐‑–—−－]+/.exec(this.#text.slice(this.index))?.[0] ?? '';
    const after = this.#text.slice(this.index + raw.length);
    const fraction = isField
      ? /^[,，]([\d０-９]+)(?=\s*(?:[,，;；、}｝]|\/[/*]|["“”'‘’]|$))/.exec(after)
      : null;
    const digits = plainText(raw) + (fraction ? `.${plainText(fraction[1] ?? '')}` : '');
    // Between digits, an apostrophe divides thousands and begins no name.
    const isDivided = /^\p{Nd}['’‘`´]\p{Nd}/u.test(raw.slice(-1) + after);
    if (isDivided || !/^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(digits)) throw this.#unexpected('value');
    if (fraction) this.repairs.add('decimalCommas');
    if (plainText(raw) !== raw) this.repairs.add('otherSigns');
    this.index += raw.length + (fraction?.[0].length ?? 0);
    return Number(digits);
  }

  /** Reads a word without quotation marks. */
  #bare(wanted: Wanted): string {
    const word = /^[A-Za-z_]\w*/.exec(this.#text.slice(this.index, this.index + LOOK_AHEAD))?.[0];
    if (word === undefined) throw this.#unexpected(wanted);
    if (wanted === 'name' || !LITERALS.has(word)) this.repairs.add('quotes');
    this.index += word.length;
    return word;
  }

  /** The next JSON character, after white space and comments. */
  #next(): string {
    this.#skip();
    const sign = this.#text.charAt(this.index);
    if (sign === '') throw new Refusal({ code: 'cutOff', ...placeAt(this.#text, this.index) });
    return plainSign(sign);
  }

  #take(): void {
    this.#plain(this.#text.charAt(this.index));
    this.index += 1;
  }

  /** What a character stands for, reported if it is another one. */
  #plain(sign: string): string {
    const plain = plainSign(sign);
    if (plain !== sign) this.repairs.add('otherSigns');
    return plain;
  }

  #skip(): void {
    for (;;) {
      const sign = this.#text.charAt(this.index);
      if (isInvisible(sign) || isOddBlank(sign)) this.repairs.add('invisible');
      else if (!isBlank(sign)) {
        const comment = /^(?:\/\/[^\r\n]*|\/\*[^]*?\*\/)/.exec(this.#text.slice(this.index))?.[0];
        const quoting = this.#isAtLineStart()
          ? /^>+/.exec(this.#text.slice(this.index, this.index + LOOK_AHEAD))?.[0]
          : undefined;
        const passed = comment ?? quoting;
        if (passed === undefined) return;
        this.repairs.add(comment === undefined ? 'quoting' : 'comments');
        this.index += passed.length - 1;
      }
      this.index += 1;
    }
  }

  /** Whether the index is preceded in its line only by white space and other `>`. */
  #isAtLineStart(): boolean {
    return /(?:^|[\r\n])[\s>]*$/.test(this.#text.slice(Math.max(0, this.index - LOOK_AHEAD), this.index));
  }

  #unexpected(wanted: Wanted, index = this.index): Refusal {
    const found = foundAt(this.#text, index);
    return new Refusal({ code: 'unexpected', wanted, found, ...placeAt(this.#text, index) });
  }
}

const LOOK_AHEAD = 60;

/** The beginning of a text in which nothing can be seen. */
const NOTHING_SEEN = new RegExp(`^[\\s${INVISIBLE_SIGNS}]+`, 'u');

const LITERALS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function literal(word: string): unknown {
  return LITERALS.has(word) ? LITERALS.get(word) : word;
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function plainText(text: string): string {
  return Array.from(text, plainSign).join('');
}
