import { buildPackage } from '../../../scripts/build/build-package';
import { describeProblem } from '../../../scripts/build/problem';
import { manifest, ONE_SCREEN, oneDevice, projectWith, removeProjects } from './fixture';

afterAll(removeProjects);

/** The scripts of a package in which two pages use `core/words.ts`, and each something that only it uses. */
async function scriptsOf(changes: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string>> {
  const page = (name: string): string =>
    [
      "import { createWidget, widget } from '@zos/ui';",
      "import { greeting } from '../../core/words';",
      "import { late } from '../../device/late';",
      `Page({ build: () => { late(() => createWidget(widget.TEXT, { text: greeting('${name}') })); } });`,
    ].join('\n');
  const root = projectWith({
    'app.json': manifest({ page: { pages: ['page/home/index', 'page/other/index'] } }),
    'app.ts': [
      "import { log } from '@zos/utils';",
      "import { sharedCode } from './device/shared-code';",
      "App({ globalData: { sharedCode }, onCreate: () => log.getLogger('app').log('hello') });",
    ].join('\n'),
    'device/shared-code.ts': 'export const sharedCode: readonly unknown[] = [];\n',
    'device/late.ts':
      "import { log } from '@zos/utils';\nexport const late = (work: () => void) => { log.getLogger('late').log('of a page'); work(); };\n",
    'core/words.ts':
      "export const greeting = (name: string) => ['words of both', name].join();\nexport const unused = () => 'nobody wants this';\n",
    'page/home/index.ts': page('home'),
    'page/other/index.ts': page('other'),
    ...changes,
  });
  const built = await buildPackage({ root, devices: oneDevice(), screens: [ONE_SCREEN] });
  if (!built.ok) throw new Error(built.error.map(describeProblem).join('\n'));
  const device = built.value.packages[0]?.device ?? new Map<string, Uint8Array>();
  return new Map([...device].map(([path, content]) => [path, Buffer.from(content).toString('utf8')]));
}

/** The scripts that have a text in them. */
function holders(scripts: ReadonlyMap<string, string>, text: string): readonly string[] {
  return [...scripts].flatMap(([path, script]) => (script.includes(text) ? [path] : [])).sort();
}

describe('code that two pages use', () => {
  test('is in the package once, in the app, unless it touches the watch; what nobody uses is nowhere', async () => {
    const scripts = await scriptsOf({});
    expect(holders(scripts, 'words of both')).toEqual(['app.js']);
    expect(holders(scripts, 'of a page')).toEqual(['page/home/index.js', 'page/other/index.js']);
    expect(holders(scripts, 'nobody wants this')).toEqual([]);
  });

  test('is in the app when it only calls what does its work at once, such as files', async () => {
    const scripts = await scriptsOf({
      'core/words.ts':
        "import { statSync } from '@zos/fs';\nexport const greeting = (name: string) => ['words of both', name, statSync({ path: 'x' })].join();\n",
    });
    expect(holders(scripts, 'words of both')).toEqual(['app.js']);
  });

  test('stays in its pages when it has a timer, which has to end with the page', async () => {
    const scripts = await scriptsOf({
      'core/words.ts':
        "import { later } from './later';\nexport const greeting = (name: string) => { later(() => name); return ['words of both', name].join(); };\n",
      'core/later.ts':
        'declare const setTimeout: (run: () => void, ms: number) => number;\nexport const later = (run: () => void) => setTimeout(run, 1234);\n',
    });
    expect(holders(scripts, 'words of both')).toEqual(['page/home/index.js', 'page/other/index.js']);
    expect(holders(scripts, '1234')).toEqual(['page/home/index.js', 'page/other/index.js']);
  });

  test('stays in its page when only one uses it', async () => {
    const scripts = await scriptsOf({
      'page/other/index.ts':
        "import { log } from '@zos/utils';\nPage({ build: () => log.getLogger('x').log('other') });\n",
    });
    expect(holders(scripts, 'words of both')).toEqual(['page/home/index.js']);
  });
});
