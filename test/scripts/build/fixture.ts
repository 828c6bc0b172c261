import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Device } from '../../../scripts/build/device-table';
import { readDevices } from '../../../scripts/build/device-table';

/** The only watch with this screen: a build for it alone takes a third of the time of all. */
export const ONE_SCREEN = 'square 432x514';

export function oneDevice(): readonly Device[] {
  return readDevices().filter((device) => device.name === 'Amazfit Bip Max');
}

/** A project small enough to read, which builds. */
const FILES: Readonly<Record<string, string>> = {
  'app.json': manifest({ page: { pages: ['page/home/index'] } }),
  'app.ts':
    "import { log } from '@zos/utils';\nApp({ onCreate: () => log.getLogger('app').log('hello') });\n",
  'page/home/index.ts': [
    "import { createWidget, widget } from '@zos/ui';",
    "import { px } from '@zos/utils';",
    "import { twice } from '../../core/twice';",
    'let end: (() => void) | undefined;',
    'const finish = () => {',
    '  if (end) end();',
    '  end = undefined;',
    '};',
    "const build = () => createWidget(widget.TEXT, { ...place, x: px(39), w: twice(21), text: 'hello' });",
    'const place = { y: 2 ** 4 };',
    'Page({ build, onDestroy: finish });',
  ].join('\n'),
  'core/twice.ts': 'export function twice(value: number): number {\n  return value * 2;\n}\n',
  'page/i18n/en-US.po': 'msgid "hello"\nmsgstr "Hello"\n',
};

export function manifest(module: object, app: object = {}): string {
  return JSON.stringify({
    configVersion: 'v3',
    app: {
      appId: 1090001,
      appName: 'Fixture',
      appType: 'app',
      version: { code: 1, name: '1.2.3' },
      icon: 'icon.png',
      vender: 'Legato',
      description: 'A project to be built in tests',
      ...app,
    },
    permissions: [],
    runtime: { apiVersion: { compatible: '3.6', target: '3.6', minVersion: '3.6' } },
    targets: {
      default: {
        module,
        platforms: [
          { st: 'r', dw: 480 },
          { st: 's', dw: 390 },
        ],
      },
    },
    i18n: { 'en-US': { appName: 'Fixture' } },
    defaultLanguage: 'en-US',
  });
}

const made: string[] = [];

/** A fresh folder with the project above, with `changes` written over it; `null` leaves a file out. */
export function projectWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'legato-build-'));
  made.push(root);
  for (const [file, content] of Object.entries({ ...FILES, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  for (const screen of ['r', 's']) {
    const icon = `assets/default.${screen}/icon.png`;
    if (changes[icon] !== null) cpSync(join(__dirname, 'icon.png'), join(root, icon));
  }
  return root;
}

export function removeProjects(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
