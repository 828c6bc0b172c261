/** An app that only talks to the phone by ZML, built like Legato. No app with ZML costs less. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildPackage } from '../build/build-package';
import { readDevices } from '../build/device-table';
import { describeProblem } from '../build/problem';
import { PROJECT } from '../run';

const FILES: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    configVersion: 'v3',
    app: {
      ...{ appId: 1090002, appName: 'Empty', appType: 'app', icon: 'icon.png', vender: 'Legato' },
      ...{ version: { code: 1, name: '1.0.0' }, description: 'An app to compare with' },
    },
    permissions: [],
    runtime: { apiVersion: { compatible: '3.6', target: '3.6', minVersion: '3.6' } },
    targets: {
      default: {
        module: { page: { pages: ['page/index'] } },
        platforms: [{ st: 'r', dw: 480 }],
      },
    },
    i18n: { 'en-US': { appName: 'Empty' } },
    defaultLanguage: 'en-US',
  }),
  'app.ts': [
    "import { BaseApp } from '@zeppos/zml/base-app';",
    "import { log } from '@zos/utils';",
    "App(BaseApp({ globalData: {}, onCreate() { log.getLogger('empty').log('opened'); } }));",
  ].join('\n'),
  'page/index.ts': [
    "import { BasePage } from '@zeppos/zml/base-page';",
    "import { createWidget, widget } from '@zos/ui';",
    "const hello = { x: 0, y: 200, w: 480, h: 60, text: 'Hello', text_size: 36, color: 0xffffff };",
    'Page(BasePage({ build() { createWidget(widget.TEXT, hello); } }));',
  ].join('\n'),
};

const SCREEN = 'round 480x480';

/** The `.zab` of that app, with scripts, for the Amazfit Balance only. */
export async function emptyApp(): Promise<Uint8Array> {
  const root = join(PROJECT, 'build', 'empty-app');
  rmSync(root, { recursive: true, force: true });
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  cpSync(join(PROJECT, 'assets', 'default.r', 'icon.png'), join(root, 'assets', 'default.r', 'icon.png'));
  const devices = readDevices().filter(({ name }) => name === 'Amazfit Balance');
  const built = await buildPackage({ root, devices, screens: [SCREEN] });
  if (!built.ok) throw new Error(built.error.map(describeProblem).join('\n'));
  return readFileSync(built.value.sourcePath);
}
