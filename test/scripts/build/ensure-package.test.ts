import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackage, stampPackages } from '../../../scripts/build/ensure-package';
import { fingerprint } from '../../../scripts/build/fingerprint';
import { withLock } from '../../../scripts/build/lock';
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

  test('stays the same if only a date changes, or a file that is not an input', () => {
    const root = projectWith();
    const before = fingerprint(root);
    utimesSync(join(root, 'app.ts'), 1, 1);
    writeFileSync(join(root, 'README.md'), 'text');
    expect(fingerprint(root)).toBe(before);
  });
});

describe('a requested package', () => {
  function projectWithPackage(changes: Parameters<typeof projectWith>[0] = {}): {
    readonly root: string;
    readonly path: string;
    readonly shipped: string;
  } {
    const root = projectWith(changes);
    const path = join(root, 'dist', 'legato-1.2.3.source.zab');
    const shipped = join(root, 'dist', 'legato-1.2.3.zab');
    for (const folder of ['build', 'dist']) mkdirSync(join(root, folder));
    writeFileSync(path, 'a package');
    writeFileSync(shipped, 'the same as bytecode');
    stampPackages(root, { path: shipped, sourcePath: path }, fingerprint(root));
    return { root, path, shipped };
  }

  test('is reused while no input has changed', async () => {
    const { root, path } = projectWithPackage();
    expect(await ensurePackage(root)).toBe(path);
  });

  test('is rebuilt if an input has changed, and a failure is explained', async () => {
    const { root } = projectWithPackage();
    writeFileSync(join(root, 'app.json'), '{}');
    await expect(ensurePackage(root)).rejects.toThrow(
      'app.json cannot be used: app.version.name is not a text.',
    );
  });

  test.each(['', 'a pack'])('is rebuilt if only a part of it exists: %j', async (content) => {
    const { root, path } = projectWithPackage({ 'app.json': '{}' });
    expect(await ensurePackage(root)).toBe(path);
    writeFileSync(path, content);
    await expect(ensurePackage(root)).rejects.toThrow('app.json cannot be used');
  });

  test('is rebuilt if the one that ships is missing', async () => {
    const { root, shipped } = projectWithPackage({ 'app.json': '{}' });
    rmSync(shipped);
    await expect(ensurePackage(root)).rejects.toThrow('app.json cannot be used');
  });

  test.each(['', '{', 'null', '{"fingerprint":1}'])(
    'is rebuilt if its stored state cannot be read: %j',
    async (stamp) => {
      const { root } = projectWithPackage();
      writeFileSync(join(root, 'build', 'package.json'), stamp);
      writeFileSync(join(root, 'app.json'), '{}');
      await expect(ensurePackage(root)).rejects.toThrow('app.json cannot be used');
    },
  );
});

describe('a lock', () => {
  function lockWith(content?: string): string {
    const lock = join(projectWith(), 'build', 'lock');
    mkdirSync(join(lock, '..'));
    if (content !== undefined) writeFileSync(lock, content);
    return lock;
  }

  test('lets one work at a time', async () => {
    const lock = lockWith();
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(lock, work('first')), withLock(lock, work('second'))]);
    expect(order.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
    expect(readdirSync(join(lock, '..'))).toEqual([]);
  });

  test.each([
    ['whose process is gone', '999999999'],
    ['that says nothing, as after a cut', ''],
    ['that says no number', 'x'],
    ['that says a number of no process', '-1'],
    ['that an earlier process with the same number has left', String(process.pid)],
  ])('%s is taken over silently', async (_, content) => {
    const tell = jest.fn();
    expect(await withLock(lockWith(content), () => Promise.resolve('done'), tell)).toBe('done');
    expect(tell).not.toHaveBeenCalled();
  });

  test('of a living process is waited for, which is reported once', async () => {
    const lock = lockWith(String(process.ppid));
    const said: string[] = [];
    const tell = (sentence: string): void => {
      said.push(sentence);
      rmSync(lock);
    };
    await withLock(lock, () => Promise.resolve(), tell);
    expect(said).toEqual([
      `Waiting for another build (pid ${process.ppid}); if there is none, delete ${lock} …`,
    ]);
  });
});
