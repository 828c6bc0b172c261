import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');
const LINT = join(PROJECT, 'node_modules', 'oxlint', 'bin', 'oxlint');

const PATHS = 'house(who-imports-whom)';
const PACKAGES = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';
const CYCLE = 'import(no-cycle)';
const PROPERTIES = 'eslint(no-restricted-properties)';
const WATCH = 'house(watch-scripts)';
const UNREADABLE = 'unreadable';
const OBJECTIONS = [PATHS, PACKAGES, GLOBALS, CYCLE, PROPERTIES, WATCH];

/** A file of the project, what it would say, and the rule that has to object (none when it is in order). */
const CASES: readonly (readonly [file: string, source: string, rule: string | null])[] = [
  ['core/plan/routine.ts', "import './plan';", null],
  ['core/plan/routine.ts', "import '../../device/watch/clock';", PATHS],
  ['core/plan/routine.ts', "import '../../virtual-watch/face/picture';", PATHS],
  ['core/body.ts', "import { circle } from './circle';\nexport const body = circle;", CYCLE],
  ['core/plan/routine.ts', "import '@zos/utils';", PACKAGES],
  ['core/plan/routine.ts', "import 'node:fs';", PACKAGES],
  ['core/plan/routine.ts', 'export const now = Date.now();', PROPERTIES],
  ['device/store/session-store.ts', 'export const now = Date.now();', PROPERTIES],
  ['core/plan/routine.ts', 'setTimeout(() => undefined, 1);', GLOBALS],
  ['device/watch/clock.ts', "import '../../core/time';", null],
  ['device/watch/clock.ts', "import '@zos/sensor';", null],
  ['device/watch/clock.ts', "import '../../page/start/index';", PATHS],
  ['device/watch/clock.ts', 'export const large = BigInt(1);', GLOBALS],
  ['device/watch/clock.ts', 'export const large = 1n;', WATCH],
  ['device/watch/clock.ts', 'export const at = import.meta;', WATCH],
  ['device/watch/clock.ts', 'export const f = (a?: () => void): void => a?.();', WATCH],
  ['device/watch/clock.ts', 'export const f = (a?: string): string | undefined => a?.trim();', WATCH],
  ['virtual-watch/watch.ts', 'export const f = (a?: () => void): void => a?.();', null],
  ['device/watch/clock.ts', "import '../store/session-store';", PATHS],
  ['device/store/session-store.ts', "import '../watch/disk';", null],
  ['device/store/session-store.ts', "import '../session/begin';", PATHS],
  [
    'device/session/begin.ts',
    "import { getText } from '@zos/i18n';\nexport const a = getText('');",
    PACKAGES,
  ],
  ['device/session/begin.ts', "import '../sync/link';", PATHS],
  ['device/text/day.ts', "import '../store/session-store';", PATHS],
  ['device/ui/page.ts', "import type { Ui } from '../watch/ui';\nexport type A = Ui;", null],
  ['device/ui/page.ts', "import { watchUi } from '../watch/ui';\nexport const a = watchUi;", PACKAGES],
  ['page/start/index.ts', "import '../../device/watch/clock';", null],
  ['page/start/index.ts', "import '../../scripts/build/check';", PATHS],
  ['page/start/index.ts', "import { getScene } from '@zos/app';\nexport const scene = getScene();", PACKAGES],
  ['app.ts', "import './page/start/index';", PATHS],
  ['probe/page/test/open.ts', "import '../../../device/ui/reconcile';", null],
  ['probe/watch/motor.ts', "import '@zos/sensor';", null],
  ['probe/watch/motor.ts', "import '../../device/watch/vibrator';", PATHS],
  ['probe/app-service/act.ts', 'setTimeout(() => undefined, 1);', GLOBALS],
  ['virtual-watch/face/draw.ts', "import './picture';", null],
  ['virtual-watch/face/draw.ts', "import '../../device/watch/clock';", PATHS],
  ['virtual-watch/face/draw.ts', "import '../../core/time';", PATHS],
  ['virtual-watch/node/index.ts', "import '../../scripts/flags';", PATHS],
  ['virtual-watch/node/index.ts', "import '../devices.json';", null],
  ['preview/main.ts', "import '../virtual-watch/watch';", null],
  ['virtual-watch/face/draw.ts', "import { px } from '@zos/utils';\nexport const a = px(1);", PACKAGES],
];

describe('the import rule', () => {
  let said: readonly Said[];

  beforeAll(() => {
    said = linted();
  });

  test.each(CASES.map((item, at) => [...item, at] as const))('in %s: %s', (_file, _source, rule, at) => {
    const codes = said
      .filter(({ filename }) => filename === fileOf(at))
      .map(({ code }) => code ?? UNREADABLE);
    // What is imported is not there, so that rules about types object too.
    const objections = codes.filter((code) => !code.startsWith('typescript('));
    expect(objections.filter((code) => !OBJECTIONS.includes(code))).toEqual([]);
    expect(objections).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
  });
});

// Helpers

interface Said {
  readonly filename: string;
  /** The rule; a file that cannot be read as TypeScript breaks none. */
  readonly code?: string;
}

/** What the project's own lint says of all cases, in a folder that has its configuration and nothing else. */
function linted(): readonly Said[] {
  const folder = mkdtempSync(join(tmpdir(), 'legato-lint-'));
  try {
    for (const part of ['.oxlintrc.json', 'scripts/lint'])
      cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
    CASES.forEach(([, source], at) => write(join(folder, fileOf(at)), source));
    write(join(folder, 'core', 'circle.ts'), "import { body } from './body';\nexport const circle = body;");
    const { stdout, stderr } = spawnSync(process.execPath, [LINT, '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
    return (JSON.parse(stdout) as { readonly diagnostics: readonly Said[] }).diagnostics;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(file: string, source: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
}

/** These are meant by their names. */
const BY_NAME = ['app.ts', 'core/body.ts'];

/** A file in the same folder, because several cases are of one file. */
function fileOf(at: number): string {
  const file = CASES[at]?.[0] ?? '';
  return BY_NAME.includes(file) ? file : file.replace(/[^/]+$/, `case-${String(at)}.ts`);
}
