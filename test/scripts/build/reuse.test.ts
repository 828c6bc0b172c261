/** A build makes once what is the same for all screens; what ships is what Zepp's compiler makes without that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDevices, zeusDeviceTable } from '../../../scripts/build/device-table';
import { readManifest } from '../../../scripts/build/manifest';
import { stageProject } from '../../../scripts/build/stage';
import { makeShortener } from '../../../scripts/build/threads/shorten';
import { screenName, unpackZab } from '../../../scripts/build/unpack';
import { LIBRARY, withDoors } from '../../../scripts/build/zpm-hooks/zpm-patched.cjs';
import type { Compilation } from '../../../scripts/build/zpm';
import { runZpm } from '../../../scripts/build/zpm';
import { manifest, projectWith, removeProjects } from './fixture';

afterAll(removeProjects);

/** Two round screens of different width, and a square one. */
const WATCHES = ['Amazfit Balance 3', 'Active 2 (Round)', 'Amazfit Bip Max'];

/** One page that has something worked out for each screen, one that has not, one with a package, and a half on the phone. */
function project(): string {
  return projectWith({
    'app.json': manifest({
      page: { pages: ['page/home/index', 'page/plain/index', 'page/packed/index'] },
      'app-side': { path: 'app-side/index' },
    }),
    'page/plain/index.ts':
      "import { twice } from '../../core/twice';\nPage({ build: () => console.log(twice(3)) });\n",
    'node_modules/packed/package.json': '{ "name": "packed", "type": "module", "main": "index.js" }',
    'node_modules/packed/index.js': 'export const add = (left, right) => left + right;\n',
    'page/packed/index.ts': "import { add } from 'packed';\nPage({ build: () => console.log(add(1, 2)) });\n",
    'app-side/index.ts': "AppSideService({ onInit: () => console.log('here') });\n",
  });
}

/** All files of all screens, as texts with a character for each byte, without what differs from build to build. */
function contents(zab: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    unpackZab(readFileSync(zab)).flatMap(({ screen, device, phone }) =>
      [...device, ...phone].map(([path, bytes]) => [
        `${screenName(screen)} ${path}`,
        Buffer.from(bytes)
          .toString('latin1')
          .replace(/zpm-\w{6}\//g, 'zpm/')
          .replace(/"timeStamp":\d+/, ''),
      ]),
    ),
  );
}

test('has a zpm that opens at each of its doors', () => {
  expect(withDoors(readFileSync(LIBRARY, 'utf8'))).toBeDefined();
});

test("is, file by file and byte by byte, what Zepp's compiler makes by itself, at first and from kept results", async () => {
  const root = project();
  const read = readManifest(root);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const stage = join(root, 'build', 'stage');
  const shortener = makeShortener(join(root, 'build', 'kept', 'shortened'));
  const staged = await stageProject(root, stage, read.value, shortener.shorten);
  await shortener.close();
  expect(staged).toEqual({ ok: true, value: undefined });
  const devices = readDevices().filter(({ name }) => WATCHES.includes(name));
  const table = zeusDeviceTable(devices, Date.now());
  const work = join(root, 'build', 'zpm');
  const results = join(root, 'build', 'kept', 'compressed');
  const made = async (how: Compilation): Promise<Readonly<Record<string, string>>> => {
    const compiled = await runZpm(stage, work, table, how);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    return contents(compiled.value.zab);
  };
  const alone = await made({ kind: 'alone' });
  expect(new Set(Object.keys(alone).map((name) => name.split(' ', 2).join(' '))).size).toBe(3);
  expect(await made({ kind: 'once', results })).toEqual(alone);
  // The page with px is another script on each width; app, two pages and the phone's half are one for all.
  expect(readdirSync(results)).toHaveLength(3 + 4);
  expect(await made({ kind: 'once', results })).toEqual(alone);
});
