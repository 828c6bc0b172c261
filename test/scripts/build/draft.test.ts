import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND } from '../../../core/time';
import { ensureDraft, freshDraft } from '../../../scripts/build/draft';
import { ensurePackage } from '../../../scripts/build/ensure-package';
import { screenName, unpackZab } from '../../../scripts/build/unpack';
import { PROJECT } from '../../../scripts/run';
import { bootWatch } from '../../../virtual-watch/node';
import { projectWith, removeProjects } from './fixture';

afterAll(removeProjects);

let paths: { readonly shipped: string; readonly draft: string };
beforeAll(async () => {
  paths = { shipped: await ensurePackage(), draft: await ensureDraft(PROJECT) };
});

/** What is felt and shown in a session, and what the phone's page says of it. */
function session(zab: string, device: string, language: string): readonly unknown[] {
  const watch = bootWatch({ zab: new Uint8Array(readFileSync(zab)), device, language, seed: 7 });
  watch.openApp();
  const before = watch.texts();
  watch.tap(language === 'en-US' ? 'Start' : '开始');
  const during = [0, 40, 330, 200, 100].map((seconds) => {
    watch.advance(seconds * SECOND);
    return watch.texts();
  });
  return [before, during, watch.felt(), watch.screen().shows, watch.texts()];
}

test.each([
  ['Amazfit Balance', 'en-US'],
  ['Amazfit Bip 6', 'zh-CN'],
])('a session of a draft is that of the package: %s, %s', (device, language) => {
  const [shipped, draft] = [session(paths.shipped, device, language), session(paths.draft, device, language)];
  expect(shipped[3]).toBe('page/summary/index');
  expect(draft).toEqual(shipped);
});

test('a draft has the same files as the package, and all but the scripts are the same', () => {
  const filesOf = (zab: string): ReadonlyMap<string, string> =>
    new Map(
      unpackZab(readFileSync(zab)).flatMap(({ screen, device, phone }) =>
        [...device, ...phone].map(([path, bytes]): [string, string] => [
          `${screenName(screen)} ${path}`,
          path.endsWith('.js')
            ? 'a script'
            : Buffer.from(bytes)
                .toString('latin1')
                .replace(/"timeStamp":\d+/, ''),
        ]),
      ),
    );
  expect(filesOf(paths.draft)).toEqual(filesOf(paths.shipped));
});

test('a draft is made again only if an input has changed, and a failure is explained', async () => {
  expect(freshDraft(PROJECT)).toBe(paths.draft);
  const root = projectWith();
  expect(freshDraft(root)).toBeUndefined();
  writeFileSync(join(root, 'app.ts'), 'const two: = 2;\n');
  await expect(ensureDraft(root)).rejects.toThrow('There is no package:\napp.ts:1:12 cannot be compiled: ');
});
