import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../scripts/build/engine';
import { watchEngine } from '../../../scripts/build/engine';

describe("the watch's engine", () => {
  const work = mkdtempSync(join(tmpdir(), 'legato-engine-'));
  let compile: Engine;

  beforeAll(() => {
    const engine = watchEngine(join(work, 'script.js'));
    if (!engine.ok) throw new Error(engine.error.code);
    compile = engine.value;
  });

  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test.each([
    ['a logical assignment', 'let a; a ??= 1;'],
    ['a big integer', 'const a = 1n;'],
    ['a class static block', 'class A { static { } }'],
    ['await outside of a function', 'await 1;'],
    ['half a statement', 'const a ='],
    // A bug of the engine, and the reason why lint forbids such calls.
    [
      'an optional call of an outer variable inside of with',
      'with (a) { let b; (() => { b?.(), (b = 1); })(); }',
    ],
  ])('refuses %s', (_, script) => {
    expect(compile(Buffer.from(script))).toEqual({
      ok: false,
      error: expect.stringMatching(/^\w+Error: ./),
    });
  });

  test.each([
    ['optional chaining and ??', 'const a = {}; a.b?.c ?? 1;'],
    ['rest and spread of objects', 'const { a, ...b } = { ...{ a: 1 } };'],
    ['private fields and async generators', 'class A { #a = 1; async *b() { yield this.#a; } }'],
    ['a with statement, which zpm writes', 'with (Math) { abs(1); }'],
  ])('takes %s', (_, script) => {
    expect(compile(Buffer.from(script))).toMatchObject({ ok: true });
  });
});
