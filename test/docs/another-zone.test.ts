import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ZONES } from '../../core/body';

/*
 * The recipe for a zone in CONTRIBUTING.md promises that the type checker names the places that need one. Here it checks
 * a copy of what ships, with one zone more.
 */

const PROJECT = join(__dirname, '..', '..');
const BODY = join('core', 'body.ts');
const CONFIGS = ['tsconfig.device.json', 'tsconfig.phone.json'];
const TSC = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
const RECIPE = /^\*\*A zone\.\*\*.*?\n\n/ms;
const ASKED = /The type checker then asks\s+(.*?)\. /s;

let named: readonly string[];
beforeAll(() => {
  named = filesNamedByCompiler();
});

test('with a zone below the lowest, the type checker names what does not know it, and nothing else', () => {
  expect(named).toEqual([
    'core/care/veins.ts',
    'core/cue/cue.ts',
    'core/cue/pattern.ts',
    'core/plan/where.ts',
    'core/plan/words/vocabulary.ts',
    'device/text/names.ts',
    'device/text/signals.ts',
    'device/ui/legs-shape.ts',
    'setting/history/day-words.ts',
  ]);
});

test('the recipe names each of these places, and none that the type checker does not ask for', () => {
  const places = placesInRecipe();
  expect(named.filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([]);
  expect(places.filter((place) => !named.some((file) => file.startsWith(place)))).toEqual([]);
});

/** The files and folders in the sentence of the recipe that says what the type checker asks for. */
function placesInRecipe(): readonly string[] {
  const recipe = RECIPE.exec(readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8'))?.[0] ?? '';
  const sentence = ASKED.exec(recipe)?.[1] ?? '';
  return [...sentence.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place);
}

function filesNamedByCompiler(): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'legato-zone-'));
  try {
    for (const name of [...sources(), ...CONFIGS, 'tsconfig.base.json', 'package.json'])
      cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    writeFileSync(join(copy, BODY), bodyWithZone());
    return [...new Set(CONFIGS.flatMap((config) => filesWithErrors(copy, config)))].sort();
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** What the configurations include of what ships. The probe is another app, without zones. */
function sources(): readonly string[] {
  const included = CONFIGS.flatMap((config) => {
    const { include } = JSON.parse(readFileSync(join(PROJECT, config), 'utf8')) as {
      include: readonly string[];
    };
    return include;
  });
  return [...new Set(included)].filter((name) => name !== 'probe' && existsSync(join(PROJECT, name)));
}

/** The files that the compiler names, relative to the folder that it checks. */
function filesWithErrors(folder: string, config: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [TSC, '--noEmit', '--pretty', 'false', '-p', config], {
    cwd: folder,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/^(\S.*?)\(\d+,\d+\): error TS/gm)].map(([, file = '']) => file);
}

/** `core/body.ts` with a zone that nobody has thought of, below the lowest. */
function bodyWithZone(): string {
  const body = readFileSync(join(PROJECT, BODY), 'utf8');
  const lowest = `ZONES = ['${ZONES[0]}'`;
  if (!body.includes(lowest)) throw new Error('ZONES of core/body.ts is not written as it was.');
  return body.replace(lowest, () => lowest.replace("'", "'madeUp', '"));
}
