import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Asks the project's own lint what it would say if an existing file had another content. It runs in a process of its
 * own, because ESLint loads its configuration as a module, which jest does not. The rules in question need no types, and
 * working these out for each content would take most of the time.
 */
const LINT = `
  import { ESLint } from 'eslint';
  import tseslint from 'typescript-eslint';
  const untyped = tseslint.configs.disableTypeChecked;
  const eslint = new ESLint({ overrideConfig: { ...untyped, files: ['**/*.ts'] } });
  let input = '';
  for await (const chunk of process.stdin) input += chunk;
  const answers = [];
  for (const { file, source } of JSON.parse(input)) {
    const [result] = await eslint.lintText(source, { filePath: file });
    answers.push(result.messages.map((message) => message.ruleId ?? message.message));
  }
  console.log(JSON.stringify(answers));
`;

const PATHS = 'import-x/no-restricted-paths';
const PACKAGES = '@typescript-eslint/no-restricted-imports';
const GLOBALS = 'no-restricted-globals';
const CYCLE = 'import-x/no-cycle';
const PROPERTIES = 'no-restricted-properties';
const OBJECTIONS = [PATHS, PACKAGES, GLOBALS, CYCLE, PROPERTIES];

/** A file of the project, what it would say, and the rule that has to object (none when it is in order). */
const CASES: readonly (readonly [file: string, source: string, rule: string | null])[] = [
  ['core/plan/routine.ts', "import './plan';", null],
  ['core/plan/routine.ts', "import '../../device/watch/clock';", PATHS],
  ['core/plan/routine.ts', "import '../../virtual-watch/face/picture';", PATHS],
  ['core/body.ts', "import { patternOf } from './cue/cue';\nexport const a = patternOf;", CYCLE],
  ['core/plan/routine.ts', "import '@zos/utils';", PACKAGES],
  ['core/plan/routine.ts', "import 'node:fs';", PACKAGES],
  ['core/plan/routine.ts', 'export const now = Date.now();', PROPERTIES],
  ['core/plan/routine.ts', 'setTimeout(() => undefined, 1);', GLOBALS],
  ['device/watch/clock.ts', "import '../../core/time';", null],
  ['device/watch/clock.ts', "import '@zos/sensor';", null],
  ['device/watch/clock.ts', "import '../../page/start/index';", PATHS],
  ['device/watch/clock.ts', 'export const large = BigInt(1);', GLOBALS],
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
  ['virtual-watch/face/draw.ts', "import { px } from '@zos/utils';", PACKAGES],
];

describe('the import rule', () => {
  let answers: readonly (readonly string[])[];

  beforeAll(() => {
    const input = JSON.stringify(CASES.map(([file, source]) => ({ file, source })));
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', LINT], {
      cwd: join(__dirname, '..', '..'),
      encoding: 'utf8',
      input,
    });
    if (stdout === '') throw new Error(stderr);
    answers = JSON.parse(stdout) as readonly (readonly string[])[];
  });

  test.each(CASES.map((item, at) => [...item, at] as const))('in %s: %s', (_file, _source, rule, at) => {
    const said = answers[at] ?? [];
    const objections = said.filter((id) => OBJECTIONS.includes(id));
    expect(objections).toEqual(rule === null ? [] : expect.arrayContaining([rule]));
    expect(said.filter((id) => id.includes('Parsing error'))).toEqual([]);
  });
});
