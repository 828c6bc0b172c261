import { packageSupply, type Builder } from '../../../scripts/preview/package-supply';
import type { TellStep } from '../../../scripts/build/step';

/** Builds that the test completes. */
class Builds implements Builder {
  readonly begun: {
    readonly tell: TellStep;
    readonly signal: AbortSignal;
    readonly made: (path: string) => void;
    readonly failed: (error: Error) => void;
  }[] = [];
  known: string | undefined;

  readonly fresh = (): string | undefined => this.known;

  readonly build: Builder['build'] = (tell, signal) =>
    new Promise((made, failed) => {
      this.begun.push({ tell, signal, made, failed });
      signal.addEventListener('abort', () => failed(new Error('aborted')));
    });

  get last() {
    const last = this.begun[this.begun.length - 1];
    if (last === undefined) throw new Error('nothing was built');
    return last;
  }
}

function supplied() {
  const builds = new Builds();
  const said: string[] = [];
  return { builds, said, supply: packageSupply((line) => said.push(line), builds) };
}

describe('the package of the preview', () => {
  test('is not built again while it is up to date, and nothing is reported then', async () => {
    const { builds, said, supply } = supplied();
    builds.known = 'dist/known.zab';
    expect(await supply.find()).toBe('dist/known.zab');
    expect([builds.begun.length, said, supply.progress()]).toEqual([0, [], undefined]);
  });

  test('is built once for all requests, which can see the progress', async () => {
    const { builds, said, supply } = supplied();
    const both = Promise.all([supply.find(), supply.find()]);
    expect(supply.progress()).toEqual({ step: { at: 'inputs' }, seconds: 0 });
    builds.last.tell({ at: 'scripts', number: 3, of: 18 });
    expect(supply.progress()).toMatchObject({ step: { at: 'scripts', number: 3, of: 18 } });
    builds.last.made('dist/new.zab');
    expect(await both).toEqual(['dist/new.zab', 'dist/new.zab']);
    expect([builds.begun.length, supply.progress()]).toEqual([1, undefined]);
    expect(said).toEqual([
      expect.stringMatching(/^Building a draft of the package/),
      expect.stringMatching(/^The draft is ready/),
    ]);
  });

  test('that cannot be built is reported on page and terminal, and tried again at the next request', async () => {
    const { builds, said, supply } = supplied();
    const asked = supply.find();
    builds.last.failed(new Error('app.ts cannot be compiled.'));
    await expect(asked).rejects.toThrow('app.ts cannot be compiled.');
    expect(said).toContain('app.ts cannot be compiled.');
    void supply.find();
    builds.last.made('dist/mended.zab');
    expect(builds.begun.length).toBe(2);
  });

  test('is abandoned when the server ends, without reporting a failure', async () => {
    const { said, supply } = supplied();
    const asked = supply.find();
    supply.stop();
    await expect(asked).rejects.toThrow('aborted');
    expect(said.length).toBe(1);
  });
});
