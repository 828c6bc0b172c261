import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forgetTested, isTested, noteTested, treeUnderTest, wholeRun } from '../../scripts/tested-tree';
import { projectWith, removeProjects } from './build/fixture';

afterAll(removeProjects);

function testedProject(): string {
  const root = projectWith();
  noteTested(root, 'app', treeUnderTest(root));
  return root;
}

describe('a source tree on which all tests have passed', () => {
  test('is recognised as long as nothing in it changes', () => {
    expect(isTested(projectWith(), 'app')).toBe(false);
    expect(isTested(testedProject(), 'app')).toBe(true);
  });

  test('is no longer recognised once any file is written, even one that is not an input of the build', () => {
    const root = testedProject();
    writeFileSync(join(root, 'README.md'), 'new');
    expect(isTested(root, 'app')).toBe(false);
  });

  test('keeps the counts of its run when a part is run after it', () => {
    const root = projectWith();
    mkdirSync(join(root, 'build'), { recursive: true });
    writeFileSync(join(root, 'build', 'last-run.json'), 'whole');
    noteTested(root, 'app', treeUnderTest(root));
    writeFileSync(join(root, 'build', 'last-run.json'), 'part');
    expect(readFileSync(join(root, wholeRun('app')), 'utf8')).toBe('whole');
  });

  test('is still recognised if only generated files change', () => {
    const root = testedProject();
    writeFileSync(join(root, 'build', 'anything'), 'new');
    expect(isTested(root, 'app')).toBe(true);
  });

  test('is not recognised for a run that tries properties more often', () => {
    const root = testedProject();
    const before = process.env['CI'];
    process.env['CI'] = `${before ?? ''}other`;
    try {
      expect(isTested(root, 'app')).toBe(false);
    } finally {
      if (before === undefined) delete process.env['CI'];
      else process.env['CI'] = before;
    }
  });

  test('is not recognised for tests of the other set', () => {
    const root = testedProject();
    expect(isTested(root, 'tools')).toBe(false);
    forgetTested(root, 'tools');
    expect(isTested(root, 'app')).toBe(true);
  });

  test('is no longer recognised once the next run begins', () => {
    const root = testedProject();
    forgetTested(root, 'app');
    expect(isTested(root, 'app')).toBe(false);
  });
});
