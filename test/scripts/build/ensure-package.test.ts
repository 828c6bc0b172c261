import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackage, stampPackage, withLock } from '../../../scripts/build/ensure-package';
import { fingerprint } from '../../../scripts/build/fingerprint';
import { projectWith, removeProjects } from './fixture';

afterAll(removeProjects);

describe('the fingerprint of a project', () => {
  test('changes with the bytes of an input, with its name, and with a new input', () => {
    const prints = [
      fingerprint(projectWith()),
      fingerprint(projectWith({ 'core/twice.ts': 'export const twice = 2;\n' })),
      fingerprint(projectWith({ 'core/other.ts': '' })),
      fingerprint(
        projectWith({ 'page/i18n/en-US.po': null, 'page/i18n/zh-CN.po': 'msgid "hello"\nmsgstr "Hello"\n' }),
      ),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('stays the same when only a date changes, or a file that is no input', () => {
    const root = projectWith();
    const before = fingerprint(root);
    utimesSync(join(root, 'app.ts'), 1, 1);
    writeFileSync(join(root, 'README.md'), 'text');
    expect(fingerprint(root)).toBe(before);
  });
});

describe('a package that is asked for', () => {
  function projectWithPackage(): { readonly root: string; readonly path: string } {
    const root = projectWith();
    const path = join(root, 'dist', 'legato-1.2.3.zab');
    for (const folder of ['build', 'dist']) mkdirSync(join(root, folder));
    writeFileSync(path, 'a package');
    stampPackage(root, path, fingerprint(root));
    return { root, path };
  }

  test('is used again while no input has changed', async () => {
    const { root, path } = projectWithPackage();
    expect(await ensurePackage(root)).toBe(path);
  });

  test('is built anew when an input has changed, and a failure is told in sentences', async () => {
    const { root } = projectWithPackage();
    writeFileSync(join(root, 'app.json'), '{}');
    await expect(ensurePackage(root)).rejects.toThrow(
      'app.json cannot be used: app.version.name is not a text.',
    );
  });

  test('is built by one at a time, also when a former builder has died', async () => {
    const lock = join(projectWith(), 'build', 'lock');
    mkdirSync(join(lock, '..'));
    writeFileSync(lock, '999999999');
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(lock, work('first')), withLock(lock, work('second'))]);
    expect([order.slice(0, 2), order.slice(2)].map((pair) => pair.map((line) => line.split(' ')[1]))).toEqual(
      [
        ['begins', 'ends'],
        ['begins', 'ends'],
      ],
    );
  });
});
