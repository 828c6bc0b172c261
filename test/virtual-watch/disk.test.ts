import { openFixture, type FixtureApp } from './fixture';

const HELPERS = `const fs = need('@zos/fs');
  const bytes = (...list) => Uint8Array.from(list).buffer;
  const save = (path, buffer) => {
    const fd = fs.openSync({ path, flag: fs.O_WRONLY | fs.O_CREAT | fs.O_TRUNC });
    const written = fs.writeSync({ fd, buffer });
    fs.closeSync({ fd });
    return written;
  };
  const load = (path) => { const b = fs.readFileSync({ path }); return b && [...new Uint8Array(b)] };
  const say = (...what) => console.log(what.map((x) => JSON.stringify(x) || 'undefined').join(' '));`;

const page = (body: string): FixtureApp => ({
  pages: { 'page/a': `${HELPERS} Page({ build() { ${body} } })` },
});
const said = (watch: ReturnType<typeof openFixture>) => watch.logs().map(({ text }) => text);

/** Saves five bytes on the first launch, nine on the next. */
const SAVING: FixtureApp = page(`if (load('s') === undefined) say(save('s', bytes(1, 2, 3, 4, 5)));
  else { try { say(save('s', bytes(9, 9, 9, 9, 9, 9, 9, 9, 9))) } finally { save('after', bytes(0)) } }`);

describe('files', () => {
  it('are written and read as the docs say, and failure is a value', () => {
    const watch = openFixture(
      page(`say(save('a', bytes(1, 2, 3)), load('a'), fs.statSync({ path: 'a' }).size, load('none'), fs.statSync({ path: 'none' }));
        say(fs.openSync({ path: 'none' }), fs.mkdirSync({ path: 'd' }), save('d/x', bytes(7)), fs.readdirSync({ path: 'd' }));
        say(fs.renameSync({ oldPath: 'd/x', newPath: 'y' }), load('y'), fs.rmSync({ path: 'y' }), fs.rmSync({ path: 'y' }));
        fs.writeFileSync({ path: 't', data: 'säge', options: { encoding: 'utf8' } });
        say(fs.readFileSync({ path: 'data://t', options: { encoding: 'utf8' } }), load('t'));
        say(fs.readFileSync({ path: 'a' }) instanceof ArrayBuffer);`),
    );
    expect(said(watch)).toEqual([
      '3 [1,2,3] 3 undefined undefined',
      '-1 0 1 ["x"]',
      '0 [7] 0 -1',
      '"säge" [115,195,164,103,101]',
      'true',
    ]);
    expect([...watch.files().keys()]).toEqual(['a', 't']);
  });

  it('are read and written piece by piece through a handle', () => {
    const watch = openFixture(
      page(`const fd = fs.openSync({ path: 'h', flag: fs.O_RDWR | fs.O_CREAT });
        say(fs.writeSync({ fd, buffer: bytes(1, 2, 3, 4) }), fs.writeSync({ fd, buffer: bytes(8, 9), options: { position: 1 } }));
        const part = new ArrayBuffer(3);
        say(fs.readSync({ fd, buffer: part, options: { position: 0 } }), [...new Uint8Array(part)]);
        say(fs.closeSync({ fd }), fs.closeSync({ fd }), fs.writeSync({ fd, buffer: bytes(1) }));`),
    );
    expect(said(watch)).toEqual(['4 2', '3 [1,8,9]', '0 -1 -1']);
  });

  it('outlive the app, a crash, a reboot and an update', () => {
    const watch = openFixture(SAVING);
    watch.crash();
    watch.reboot();
    watch.updateApp();
    expect(watch.files().get('s')).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  });

  it.each(Array.from({ length: 10 }, (_, bytes) => bytes))(
    'hold %i bytes of a write cut off there by loss of power',
    (bytes) => {
      const watch = openFixture(SAVING);
      watch.press('HOME');
      watch.tearNextWrite(bytes);
      watch.openApp();
      expect(watch.screen()).toEqual({ lit: false, shows: 'off' });
      expect(watch.files().get('s')).toEqual(new Uint8Array(bytes).fill(9).subarray(0, 9));
      expect(watch.files().has('after')).toBe(false);
      watch.reboot();
      watch.openApp();
      expect(watch.files().get('s')).toHaveLength(9);
    },
  );

  it('can be cut off by a crash of the app alone', () => {
    const watch = openFixture(SAVING);
    watch.press('HOME');
    watch.tearNextWrite(2, 'crash');
    watch.openApp();
    expect(watch.screen()).toEqual({ lit: true, shows: 'watchface' });
    expect(watch.files().get('s')).toEqual(Uint8Array.of(9, 9));
    watch.openApp();
    expect(watch.files().get('s')).toHaveLength(9);
  });

  it('refuse writes that should fail, or more than the disk can hold', () => {
    const watch = openFixture(page("setTimeout(() => say(save('a', bytes(1))), 1000)"));
    watch.failWrites(1);
    watch.advance(1_000);
    expect(said(watch)).toEqual(['-1']);
    const full = openFixture(page("say(save('a', bytes(1, 2, 3)), save('a', bytes(1, 2)))"), {
      diskBytes: 2,
    });
    expect(said(full)).toEqual(['-1 2']);
  });

  it('may be in a folder that cannot be listed for once, and that cannot be created again', () => {
    const list = "say(fs.mkdirSync({ path: 'd' }), fs.readdirSync({ path: 'd' }))";
    const watch = openFixture(page(list));
    watch.crash();
    watch.failLists(1);
    watch.openApp();
    watch.crash();
    watch.openApp();
    expect(said(watch)).toEqual(['0 []', '-1 undefined', '-1 []']);
  });

  it('refuse invalid use', () => {
    expect(() => openFixture(page('fs.writeSync({ fd: 1, buffer: new Uint8Array(1) })'))).toThrow(
      'buffer has to be an ArrayBuffer',
    );
    expect(() => openFixture(page("fs.statSync('a')"))).toThrow('statSync takes an object');
    expect(() => openFixture(page("fs.statSync({ file: 'a' })"))).toThrow('statSync knows no file');
  });
});
