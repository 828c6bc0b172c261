import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { STORED_PROBLEMS } from '../../../core/state/stored';
import { runs } from '../../runs';
import type { Sample } from './stored-samples';
import { SAMPLES } from './stored-samples';
import { phoneStore, watchStore } from './tried-stores';

/*
 * What holds for every stored value, wherever it is stored. Each value is tried in both stores, whether it is ever kept
 * there or not: stores and values are independent of each other.
 */

const PROJECT = join(__dirname, '..', '..', '..');

const STORES = [
  // A file of the watch has two slots, so a truncated write counts as not begun. On the phone it is reported.
  { where: 'on the watch', makeStore: watchStore, isCutTold: false },
  { where: 'on the phone', makeStore: phoneStore, isCutTold: true },
];

describe.each(STORES)('$where', ({ makeStore, isCutTold }) => {
  describe.each(SAMPLES.map((sample) => [sample.what, sample] as const))('%s', (_what, sample) => {
    const { name, texts } = sample;
    const storeWith = (text: string) => {
      const store = makeStore();
      store.put(name, text);
      return store;
    };

    test('has its initial value as long as nothing is stored', () => {
      const opened = sample.open(makeStore().open);
      expect([opened.holds(), opened.problem]).toEqual(['initial', undefined]);
    });

    test('is what was written last, at once and when opened again', () => {
      const store = makeStore();
      const opened = sample.open(store.open);
      expect([opened.write('first'), opened.write('second'), opened.write('first')]).toEqual([
        true,
        true,
        true,
      ]);
      expect(opened.holds()).toBe('first');
      const next = sample.open(store.open);
      expect([next.holds(), next.problem]).toEqual(['first', undefined]);
    });

    test.each([0.02, 0.2, 0.5, 0.9, 0.99])(
      'is reported or as before if a write is cut off at %d',
      (share) => {
        const store = storeWith(texts.first);
        store.tear(name, texts.second, share);
        const opened = sample.open(store.open);
        // A truncated number is another number: only a store with a checksum may keep a bare one.
        if (!isCutTold) expect([opened.holds(), opened.problem]).toEqual(['first', undefined]);
        else if (texts.second.startsWith('{')) expect(opened.problem).toBe('damaged');
        expect(opened.write('second')).toBe(true);
        expect(sample.open(store.open).holds()).toBe('second');
      },
    );

    test('is reported if it is damaged, and its text is kept when it is replaced', () => {
      expectToldAndKept(storeWith(texts.damaged), texts.damaged, 'damaged');
    });

    test('is reported if a later version wrote it, and its text is kept when it is replaced', () => {
      expectToldAndKept(storeWith(texts.newer), texts.newer, 'fromNewerVersion');
    });

    test('is reported if its storage is damaged, and what is left of it is kept', () => {
      const store = storeWith(texts.first);
      store.spoil(name);
      const [spoilt = ''] = store.kept(name);
      expectToldAndKept(store, spoilt, 'damaged');
    });

    function expectToldAndKept(store: ReturnType<typeof makeStore>, text: string, problem: string): void {
      const opened = sample.open(store.open);
      expect([opened.holds(), opened.problem]).toEqual(['initial', problem]);
      expect(opened.write('first') && opened.write('second')).toBe(true);
      expect(store.kept(name).some((kept) => kept.endsWith(text))).toBe(true);
      const next = sample.open(store.open);
      expect([next.holds(), next.problem]).toEqual(['second', undefined]);
    }

    test('is as before if the next value is refused', () => {
      const store = storeWith(texts.first);
      const opened = sample.open(store.open);
      store.refuse('all');
      expect([opened.write('second'), opened.holds()]).toEqual([false, 'first']);
      expect(sample.open(store.open).holds()).toBe('first');
    });

    test.each(['damaged', 'newer'] as const)(
      'stays in place if it is %s and cannot be set aside',
      (which) => {
        const store = storeWith(texts[which]);
        store.refuse('aside');
        sample.open(store.open).write('first');
        expect(store.kept(name).some((kept) => kept.endsWith(texts[which]))).toBe(true);
      },
    );
  });
});

test('any text is read, or reported with a code of the closed set', () => {
  const sample = fc.constantFrom<Sample>(...SAMPLES);
  const store = fc.constantFrom(...STORES);
  const harmed = fc.tuple(sample, fc.jsonValue(), fc.nat(9)).map(([which, value, at]) => {
    const data = JSON.parse(which.texts.second) as Record<string, unknown>;
    const names = Object.keys(data);
    const text = JSON.stringify({ ...data, [names[at % names.length] ?? 'version']: value });
    return [which, text] as const;
  });
  const any = fc.oneof(harmed, fc.tuple(sample, fc.oneof(fc.json(), fc.string())));
  fc.assert(
    fc.property(any, store, ([which, text], { makeStore }) => {
      const tried = makeStore();
      tried.put(which.name, text);
      const opened = which.open(tried.open);
      expect([undefined, ...STORED_PROBLEMS]).toContain(opened.problem);
      expect(['initial', 'first', 'second', 'other']).toContain(opened.holds());
    }),
    { numRuns: runs(5000, 500) },
  );
});

/** The values of the sources by the names of their constants, or of the functions that make one for each month or week. */
function storedInSources(): readonly string[] {
  return ['core', 'phone', 'device', 'setting']
    .flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(PROJECT, folder, file), 'utf8')),
    )
    .flatMap((source) =>
      [...source.matchAll(/^(?:export )?(?:const|function) (\w+)(?:\([^)]*\))?: Stored</gm)].map(
        ([, name = '']) => name,
      ),
    );
}

/** Made by a function that has a sample, with the name of another writing. */
const OF_A_WRITING = ['monthOfWriting', 'digestOfWriting', 'recordsAt'];

test('each value that is stored anywhere is tried here', () => {
  const samples = readFileSync(join(__dirname, 'stored-samples.ts'), 'utf8');
  const isTried = (name: string): boolean =>
    new RegExp(`sampleOf(?:<[^(]*>)?\\(\\s*'[^']*',\\s*${name}\\b`).test(samples);
  const untried = storedInSources().filter((name) => !isTried(name));
  expect(untried.sort()).toEqual([...OF_A_WRITING].sort());
});

test('each value has its own name in its store', () => {
  const byName = new Map(SAMPLES.map(({ name, what }) => [name, what]));
  // Watch and phone each have a plan and preferences.
  expect(byName.size).toBe(SAMPLES.length - 2);
});
