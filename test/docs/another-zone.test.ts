import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { ZONES } from '../../core/body';

/*
 * The recipe for a zone in CONTRIBUTING.md promises that the type checker names the places that need one. Here it checks
 * what ships with one zone more. The sources on disk stay as they are: only the compiler reads another `ZONES`.
 */

const PROJECT = join(__dirname, '..', '..');
const BODY = join(PROJECT, 'core', 'body.ts');
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
  const configs = ['tsconfig.device.json', 'tsconfig.phone.json'].map(configOf);
  const options = { ...configs[0]?.options, incremental: false };
  const files = new Set(configs.flatMap(({ fileNames }) => fileNames).filter((file) => !isOfProbe(file)));
  const program = ts.createProgram([...files], options, hostWithZone(options));
  const faulty = program.getSemanticDiagnostics().map(({ file }) => file?.fileName ?? PROJECT);
  return [...new Set(faulty)].map((file) => relative(PROJECT, file)).sort();
}

/** The probe is another app, without zones. */
function isOfProbe(file: string): boolean {
  return relative(PROJECT, file).startsWith('probe');
}

function configOf(name: string): ts.ParsedCommandLine {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(PROJECT, name),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic({ messageText }) {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (!config) throw new Error(`${name} cannot be read.`);
  return config;
}

function hostWithZone(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: (file, target) =>
      relative(BODY, file) === ''
        ? ts.createSourceFile(file, bodyWithZone(), target)
        : host.getSourceFile(file, target),
  };
}

/** `core/body.ts` with a zone that nobody has thought of, below the lowest. */
function bodyWithZone(): string {
  const body = readFileSync(BODY, 'utf8');
  const lowest = `ZONES = ['${ZONES[0]}'`;
  if (!body.includes(lowest)) throw new Error('ZONES of core/body.ts is not written as it was.');
  return body.replace(lowest, () => lowest.replace("'", "'madeUp', '"));
}
