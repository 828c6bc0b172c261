import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreview, type Preview } from '../../../scripts/preview/server';

const folder = mkdtempSync(join(tmpdir(), 'legato-'));
const zab = join(folder, 'any.zab');
writeFileSync(zab, 'a package');

const running: Preview[] = [];
afterEach(async () => {
  while (running.length > 0) await running.pop()?.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the server of the preview', () => {
  test('serves the page, its script, its fonts and the package, uncached', async () => {
    const { url } = await start();
    const page = await (await fetch(url)).text();
    const paths = Array.from(page.matchAll(/(?:src|href)="(\/[^"]+)"/g), ([, path]) => path ?? '');
    expect(paths).toContain('/preview.js');
    for (const path of [...paths, '/legato.zab', '/devices.json']) {
      const response = await fetch(url + path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
    expect(await (await fetch(`${url}/legato.zab`)).text()).toBe('a package');
  });

  test('serves every font that its style sheet names, from itself', async () => {
    const { url } = await start();
    const sheets = ['fonts.css', 'fonts-chinese.css'].map(async (file) => fetch(`${url}/${file}`));
    const rules = await Promise.all(sheets.map(async (sheet) => (await sheet).text()));
    const fonts = Array.from(rules.join('\n').matchAll(/url\("([^"]+)"\)/g), ([, path]) => path ?? '');
    expect(fonts.length).toBe(6);
    for (const font of fonts)
      expect((await fetch(new URL(font, url))).headers.get('content-type')).toBe('font/woff2');
  });

  test.each([
    ['/package.json', 404],
    ['/fonts/../package.json', 404],
    ['/fonts/../../package.json', 404],
    ['/fonts/%2e%2e/%2e%2e/package.json', 404],
    ['/fonts/..%2f..%2fpackage.json', 404],
    ['/fonts/@fontsource/../../package.json', 404],
    ['/%E0%A4%A', 400],
    ['//', 400],
    ['http://', 400],
    ['*', 404],
  ])('serves nothing else of this computer, and goes on: %s', async (target, status) => {
    const { port } = await start();
    expect(await statusOf(port, target)).toBe(status);
    expect(await statusOf(port, '/')).toBe(200);
  });

  test('answers at once while the package is being built, and reports the progress', async () => {
    const progress = { step: { at: 'scripts', number: 3, of: 18 }, seconds: 4 } as const;
    const { url } = await start({
      findPackage: () => new Promise(() => undefined),
      progress: () => progress,
    });
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${url}/preview.js`)).status).toBe(200);
    expect(await (await fetch(`${url}/progress.json`)).json()).toEqual(progress);
  });

  test('reports no progress if nothing is being built', async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/progress.json`)).json()).toBeNull();
  });

  test('passes on the errors of the build if there is no package', async () => {
    const { url } = await start({
      findPackage: () => Promise.reject(new Error('app.ts cannot be compiled.')),
    });
    const response = await fetch(`${url}/legato.zab`);
    expect([response.status, await response.text()]).toEqual([500, 'app.ts cannot be compiled.']);
  });

  test('takes the next free port, and says so if there is none', async () => {
    const first = await start();
    const next = await start({ port: first.port, tries: 20 });
    expect(next.port).toBeGreaterThan(first.port);
    const none = await startPreview({ port: first.port, tries: 1, findPackage: () => Promise.resolve(zab) });
    expect(none).toMatchObject({ ok: false, error: { code: 'portsTaken' } });
  });
});

describe('npm start', () => {
  test.each([
    [['--port', '80x'], /--port takes a whole number from 1 to 65535, not "80x"/],
    [['--open'], /Unknown option '--open'\. Possible are --port and --help/],
  ])('ends with 2 and a sentence for %j', (args, sentence) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [require.resolve('tsx/cli'), 'scripts/start.ts', ...args],
      { cwd: join(__dirname, '..', '..', '..'), encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

// Helpers

/** The status of a request whose target is sent literally: `fetch` would normalise it first. */
function statusOf(port: number, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (part) => {
      answer += String(part);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(answer.split(' ')[1])));
    socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

async function start(options: Partial<Parameters<typeof startPreview>[0]> = {}): Promise<Preview> {
  const started = await startPreview({
    port: 0,
    tries: 1,
    findPackage: () => Promise.resolve(zab),
    ...options,
  });
  if (!started.ok) throw new Error(started.error.sentence);
  running.push(started.value);
  return started.value;
}
