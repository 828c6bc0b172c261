import { runInNewContext } from 'node:vm';
import { declareShortly } from '../../../scripts/build/threads/short-declarations.cjs';

test.each([
  ['const a = 1;', 'var a = 1;'],
  ['let a = 1, b;', 'var a = 1, b;'],
  ['function f() { const a = 1; return a; }', 'function f() { var a = 1; return a; }'],
  ['f(() => { const { a } = b; let c; });', 'f(() => { var { a } = b; var c; });'],
  ['f({ g() { const a = 1; } });', 'f({ g() { var a = 1; } });'],
  ['if (a) { const b = 1; }', 'if (a) { let b = 1; }'],
  ['function f() { { const a = 1; } }', 'function f() { { let a = 1; } }'],
  ['for (const a of b) f(() => a);', 'for (let a of b) f(() => a);'],
  ['for (let a = 0; a < 2; a += 1) { const b = a; }', 'for (let a = 0; a < 2; a += 1) { let b = a; }'],
  ['switch (a) { case 1: const b = 1; }', 'switch (a) { case 1: let b = 1; }'],
  ['try { const a = 1; } catch { let b; }', 'try { let a = 1; } catch { let b; }'],
  ['const a = [1, , () => { const b = 1; }];', 'var a = [1, , () => { var b = 1; }];'],
  [
    'const a = "const b = 1;", b = /const c/, c = `const ${d} let`;',
    'var a = "const b = 1;", b = /const c/, c = `const ${d} let`;',
  ],
  ['import { a } from "b";\nvar c = a;', 'import { a } from "b";\nvar c = a;'],
])('%s becomes %s', (script, short) => {
  expect(declareShortly(script)).toBe(short);
});

test('a variable of its own for each turn of a loop stays one', () => {
  const script = `
    const late = [];
    for (const name of ['a', 'b']) {
      const twice = name + name;
      late.push(() => { const said = twice + name; return said; });
    }
    told = late.map((say) => say()).join();`;
  const world = { told: undefined };
  runInNewContext(declareShortly(script), world);
  expect(world.told).toBe('aaa,bbb');
});

test('what is no script is refused', () => {
  expect(() => declareShortly('const = 1;')).toThrow(SyntaxError);
});
