import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { ensurePackage } from '../../../scripts/build/ensure-package';
import type { SessionOptions } from '../../../scripts/session/options';
import { perform, type Transcript } from '../../../scripts/session/perform';
import { jsonReport, punctuality, textReport } from '../../../scripts/session/report';
import { deviceNamed, readZab, type WatchPackage } from '../../../virtual-watch/node';

let packages: readonly WatchPackage[];
beforeAll(async () => {
  packages = readZab(readFileSync(await ensurePackage()));
});

const english: SessionOptions = {
  plan: DEFAULT_PLAN,
  device: deviceNamed('Amazfit Balance'),
  language: 'en-US',
  json: false,
};

describe('a session in the terminal', () => {
  test('tells every cue of the default plan once, when it was due, and ends with the summary', () => {
    const transcript = perform({ ...english, packages });
    expect(punctuality(transcript)).toMatchObject({ due: 22, felt: 22 });
    expect(transcript.moments.filter(({ felt }) => felt !== undefined)).toHaveLength(22);
    expect(transcript.ending).toContain('Session done');
  });

  test('has a line for each cue with time, zone, name and pulses', () => {
    const lines = textReport(perform({ ...english, packages }), english).split('\n');
    expect(lines.find((line) => line.trim().startsWith('2:20.0'))).toMatch(
      /Knee.*Zone 3 +█{4}···█{4}···█{4}$/,
    );
    expect(lines.find((line) => line.trim().startsWith('5:20.0'))).toMatch(/Change legs +█{9}····█{9}$/);
    expect(lines).toContain('22 of 22 cues felt when they were due, the latest by 0 ms.');
  });

  test('follows the plan and speaks the language that it is given, on any screen', () => {
    const options: SessionOptions = {
      ...english,
      plan: { ...DEFAULT_PLAN, reminderSeconds: 'off', legs: DEFAULT_PLAN.legs.slice(1) },
      device: deviceNamed('Amazfit Bip Max'),
      language: 'zh-CN',
    };
    const transcript = perform({ ...options, packages });
    expect(punctuality(transcript)).toMatchObject({ due: 6, felt: 6 });
    expect(textReport(transcript, options)).toMatch(/右腿 · 脚踝 .*区域 1/);
  });

  test('as JSON says the same to a program', () => {
    const transcript = perform({ ...english, packages });
    const report = JSON.parse(jsonReport(transcript, english)) as {
      readonly cues: { readonly felt: number };
      readonly moments: readonly { readonly at: number; readonly felt?: { readonly cue: unknown } }[];
    };
    expect(report.cues.felt).toBe(22);
    expect(report.moments.find(({ at }) => at === 80_000)?.felt?.cue).toEqual({ kind: 'zone', zone: 'calf' });
  });
});

describe('cues that do not come when they are due', () => {
  test.each([
    ['nothing felt', []],
    ['felt too early', [990]],
    ['felt more than 50 ms late', [1051]],
  ])('are counted: %s', (_, ats) => {
    expect(punctuality(transcriptOf([1000], ats))).toEqual({ due: 1, felt: 0, latestMs: 0 });
  });

  test('and those that come in time are, with their delay', () => {
    expect(punctuality(transcriptOf([1000, 9000], [1012, 9003]))).toEqual({ due: 2, felt: 2, latestMs: 12 });
  });
});

describe('npm run session', () => {
  test.each([
    [
      'a device and a leg that there are not',
      ['--device', 'Wristy', '--leg', 'both'],
      /knows no "Wristy".*\n.*left or right, not "both"/,
    ],
    ['a plan file that is none', ['--plan', 'package.json'], /version.*\n/],
  ])('ends with 2 and the sentences on stderr when it is given %s', (_, args, sentences) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [require.resolve('tsx/cli'), 'scripts/session.ts', ...args],
      { cwd: join(__dirname, '..', '..', '..'), encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentences);
  });
});

// Helpers

function transcriptOf(due: readonly number[], ats: readonly number[]): Transcript {
  const felt = {
    at: 0,
    wall: 0,
    pulses: [],
    gaps: [],
    carrier: 'page',
    by: 'page/session/index',
    cut: false,
  } as const;
  return { due, ending: [], moments: ats.map((at) => ({ at, shows: 'page', reads: [], felt })) };
}
