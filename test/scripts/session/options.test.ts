import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { readOptions, type SessionOptions } from '../../../scripts/session/options';
import { DEVICES } from '../../../virtual-watch/node';

const folder = mkdtempSync(join(tmpdir(), 'legato-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the flags of a session', () => {
  test('are all optional: by default the plan of the package, on a Balance, in English', () => {
    expect(accepted()).toMatchObject({
      plan: DEFAULT_PLAN,
      device: { name: 'Amazfit Balance' },
      language: 'en-US',
      json: false,
    });
  });

  test.each(['GTR 4', 'amazfit gtr 4', ' Gtr 4 '])('accept the name "%s" for a watch', (name) => {
    expect(accepted('--device', name).device.name).toBe('Amazfit GTR 4');
  });

  test('put the requested leg first', () => {
    expect(accepted('--leg', 'right').plan.legs.map(({ leg }) => leg)).toEqual(['right', 'left']);
  });

  test('read a plan from a file, with or without a byte order mark', () => {
    const plan = { ...DEFAULT_PLAN, prepareSeconds: 7 };
    expect(accepted('--plan', file(JSON.stringify(plan))).plan).toEqual(plan);
    expect(accepted('--plan', file(`\uFEFF${JSON.stringify(plan)}`)).plan).toEqual(plan);
  });

  test('handle help before anything else', () => {
    expect(readOptions(['--help', '--device', 'none'], DEVICES)).toEqual({ ok: true, value: 'help' });
  });
});

describe('invalid options are refused with an explanation:', () => {
  test.each([
    [
      'a flag that there is not',
      ['--bogus'],
      /Unknown option '--bogus'. Possible are --plan, .* and --help\./,
    ],
    ['a word that belongs to no flag', ['more'], /Unexpected argument 'more'/],
    ['a flag without its value', ['--plan'], /argument missing/],
    ['a plan without a name', ['--plan', ''], /--plan takes the path of a file, and none was given\./],
    ['a watch that there is not', ['--device', 'Wristy'], /knows no "Wristy"\. Possible are .*GTR 4.* and /],
    ['a language that the package does not have', ['--language', 'de'], /takes en-US or zh-CN, not "de"/],
    ['a leg that is none', ['--leg', 'both'], /takes left or right, not "both"/],
    [
      'a plan file that is not there',
      ['--plan', join(folder, 'nowhere.json')],
      /nowhere\.json cannot be read: there is no such file\./,
    ],
    ['a folder for a plan file', ['--plan', folder], /cannot be read: it is a folder\./],
    ['a plan file that is cut off', ['--plan', file('{ "version": 1')], /is not JSON: /],
    ['a plan that is a list', ['--plan', file('[]')], /The plan is not an object/],
    ['a plan of a version to come', ['--plan', file('{ "version": 9 }')], /version/],
  ])('%s', (_, args, sentence) => {
    const sentences = refused(args);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(sentence);
  });

  test('every problem of a plan, together with all others', () => {
    const plan = file(JSON.stringify({ ...DEFAULT_PLAN, prepareSeconds: 'long', switchSeconds: 999 }));
    expect(refused(['--plan', plan, '--device', 'Wristy', '--leg', 'both'])).toEqual([
      expect.stringMatching(/knows no "Wristy"/),
      expect.stringMatching(/: prepareSeconds /),
      expect.stringMatching(/: switchSeconds /),
      expect.stringMatching(/takes left or right/),
    ]);
  });

  test('a leg that is not in the plan', () => {
    const plan = file(JSON.stringify({ ...DEFAULT_PLAN, legs: DEFAULT_PLAN.legs.slice(0, 1) }));
    expect(refused(['--plan', plan, '--leg', 'right'])).toEqual([
      '--leg right is not possible: the plan does not hold the right leg.',
    ]);
  });
});

// Helpers

function accepted(...args: string[]): SessionOptions {
  const result = readOptions(args, DEVICES);
  if (!result.ok || result.value === 'help') throw new Error(JSON.stringify(result));
  return result.value;
}

function refused(args: readonly string[]): readonly string[] {
  const result = readOptions(args, DEVICES);
  return result.ok ? [] : result.error;
}

function file(text: string): string {
  const path = join(folder, `${String(text.length)}-${String(text.charCodeAt(0))}.json`);
  writeFileSync(path, text);
  return path;
}
