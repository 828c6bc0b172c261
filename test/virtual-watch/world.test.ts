import { openFixture, type FixtureApp } from './fixture';

const page = (expression: string): FixtureApp => ({
  pages: { 'page/a': `Page({ build() { console.log(JSON.stringify(${expression})) } })` },
});
const valueOf = (expression: string, options = {}): unknown =>
  JSON.parse(openFixture(page(expression), options).logs()[0]?.text ?? 'null');

describe('the script world', () => {
  it('lacks what a watch lacks', () => {
    const names = [
      ...[
        'process',
        'fetch',
        'Intl',
        'BigInt',
        'structuredClone',
        'TextEncoder',
        'queueMicrotask',
        'WeakRef',
        'require',
      ],
      ...[
        '[].at',
        '[].findLast',
        '[].toSorted',
        "''.at",
        'Object.hasOwn',
        'new Uint8Array(1).at',
        'window',
        'hmUI',
      ],
    ];
    expect(valueOf(`[${names.map((name) => `typeof ${name}`).join()}]`)).toEqual(
      names.map(() => 'undefined'),
    );
  });

  it('cannot make code from text', () => {
    expect(
      valueOf(
        "['eval', 'Function'].map((f) => { try { globalThis[f]('1'); return 'made' } catch (e) { return e.name } })",
      ),
    ).toEqual(['EvalError', 'EvalError']);
  });

  it('has the language of the watch: promises, maps, replaceAll, matchAll, allSettled', () => {
    expect(
      valueOf("[typeof Promise.allSettled, typeof Map, 'aa'.replaceAll('a', 'b'), [1, [2]].flat()]"),
    ).toEqual(['function', 'function', 'bb', [1, 2]]);
  });

  it('gives the time of the virtual clock, in every way to read it', () => {
    const startAt = Date.UTC(2026, 3, 1, 12);
    const asked =
      '[Date.now(), new Date().getTime(), new (new Date(0).constructor)().getTime(), new Date(5).getTime(), new Date() instanceof Date]';
    expect(valueOf(asked, { startAt })).toEqual([startAt, startAt, startAt, 5, true]);
  });

  it('has the same random numbers for the same seed', () => {
    const dice = '[Math.random(), Math.random()]';
    expect(valueOf(dice, { seed: 7 })).toEqual(valueOf(dice, { seed: 7 }));
    expect(valueOf(dice, { seed: 7 })).not.toEqual(valueOf(dice, { seed: 8 }));
  });

  it('returns values of its own realm', () => {
    expect(
      valueOf(
        "[need('@zos/fs').readdirSync({ path: '' }) instanceof Array, need('@zos/settings').getSystemMode() instanceof Object, need('@zos/device').getDeviceInfo().keyType]",
      ),
    ).toEqual([true, true, 'normal_21']);
  });

  it('has a Buffer like that of Node', () => {
    expect(
      valueOf(`(() => { const b = Buffer.alloc(8); b.writeUInt16LE(513, 0); b.writeUInt32LE(7, 2); b.fill(Buffer.from('é'), 6, 8);
        return [b.toString('hex'), b.readUInt16LE(0), Buffer.concat([b.subarray(6), Buffer.from([33])]).toString('utf-8'), Buffer.isBuffer(b.subarray(1)), Buffer.from(b.buffer).length] })()`),
    ).toEqual(['010207000000c3a9', 513, 'é!', true, 8]);
  });

  it('keeps what a page leaves in globalThis for the next page, not for the next launch', () => {
    const counting: FixtureApp = {
      pages: {
        'page/a': 'Page({ build() { globalThis.n = (globalThis.n || 0) + 1; console.log(globalThis.n) } })',
      },
    };
    const watch = openFixture(counting);
    watch.press('HOME');
    watch.openApp();
    expect(watch.logs().map(({ text }) => text)).toEqual(['1', '1']);
  });
});

describe('texts', () => {
  const texts = {
    'en-US': { hello: 'Hello', only: 'Only English' },
    'zh-CN': { hello: '你好' },
  };
  const said = (language: string) =>
    JSON.parse(
      openFixture(
        { ...page("['hello', 'only', 'none'].map((id) => need('@zos/i18n').getText(id))"), texts },
        { language },
      ).logs()[0]?.text ?? '',
    ) as unknown;

  it('are those of the language of the watch; one that is missing is shown by its id', () => {
    expect(said('en-US')).toEqual(['Hello', 'Only English', 'none']);
    expect(said('zh-CN')).toEqual(['你好', 'only', 'none']);
  });

  it('are those of the default language if the package lacks that of the watch', () => {
    expect(said('de-DE')).toEqual(['Hello', 'Only English', 'none']);
  });
});
