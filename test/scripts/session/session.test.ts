import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signal } from '../../../core/cue/cue';
import { patternLength, patternOf, type Pattern } from '../../../core/cue/pattern';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { ensurePackage } from '../../../scripts/build/ensure-package';
import type { SessionOptions } from '../../../scripts/session/options';
import { perform, type Transcript } from '../../../scripts/session/perform';
import { faultSentences, jsonReport, textReport } from '../../../scripts/session/report';
import { judge, type CueFault } from '../../../scripts/session/judgement';
import { deviceNamed, readZab, type Felt, type WatchPackage } from '../../../virtual-watch/node';
import { fixturePackages, type FixtureApp } from '../../virtual-watch/fixture';

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
  test('prints every cue of the default plan once, at its time, and ends with the summary', () => {
    const transcript = perform({ ...english, packages });
    expect(judge(transcript)).toMatchObject({ due: 22, felt: 22, faults: [] });
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

  test('uses the given plan and language, on any screen', () => {
    const options: SessionOptions = {
      ...english,
      plan: { ...DEFAULT_PLAN, reminderSeconds: 'off', legs: DEFAULT_PLAN.legs.slice(1) },
      device: deviceNamed('Amazfit Bip Max'),
      language: 'zh-CN',
    };
    const transcript = perform({ ...options, packages });
    expect(judge(transcript)).toMatchObject({ due: 6, felt: 6, faults: [] });
    expect(textReport(transcript, options)).toMatch(/右腿 · 脚踝 .*区域 1/);
  });

  test('gives the same as JSON for programs', () => {
    const transcript = perform({ ...english, packages });
    const report = JSON.parse(jsonReport(transcript, english)) as {
      readonly cues: { readonly felt: number };
      readonly moments: readonly { readonly at: number; readonly felt?: { readonly cue: unknown } }[];
    };
    expect(report.cues.felt).toBe(22);
    expect(report.moments.find(({ at }) => at === 80_000)?.felt?.cue).toEqual({ kind: 'zone', zone: 'calf' });
  });
});

describe('cues that are not felt as the plan says', () => {
  const zone2 = { at: 1_000, signal: 2 } as const;

  test.each<[string, readonly Felt[], readonly CueFault[]]>([
    ['nothing felt', [], [{ kind: 'missing', at: 1_000, wanted: 2 }]],
    [
      'felt too early',
      [feltOf(990, 2)],
      [
        { kind: 'missing', at: 1_000, wanted: 2 },
        { kind: 'extra', at: 990, felt: 2 },
      ],
    ],
    [
      'felt more than 50 ms late',
      [feltOf(1_051, 2)],
      [
        { kind: 'missing', at: 1_000, wanted: 2 },
        { kind: 'extra', at: 1_051, felt: 2 },
      ],
    ],
    ['another zone', [feltOf(1_000, 3)], [{ kind: 'wrong', at: 1_000, wanted: 2, felt: 3 }]],
    [
      'the pulses of a service, played by a page',
      [{ ...feltOf(1_000, 2), ...pulsesOf(patternOf('moveUp', 'standard')) }],
      [{ kind: 'wrong', at: 1_000, wanted: 2, felt: 'moveUp' }],
    ],
    ['cut off', [{ ...feltOf(1_000, 2), cut: true }], [{ kind: 'cut', at: 1_000, wanted: 2 }]],
    ['felt twice', [feltOf(1_000, 2), feltOf(1_020, 2)], [{ kind: 'extra', at: 1_020, felt: 2 }]],
    ['a buzz beside it', [feltOf(400, 1), feltOf(1_000, 2)], [{ kind: 'extra', at: 400, felt: 1 }]],
  ])('are reported: %s', (_, felts, faults) => {
    const judgement = judge(transcriptOf([zone2], felts));
    expect(judgement.faults).toEqual(faults);
    for (const sentence of faultSentences(judgement)) expect(sentence).toMatch(/^At 0:0[01]\.\d Zone \d /);
  });

  test('while the others are printed with their delay', () => {
    const due = [zone2, { at: 9_000, signal: 'finish' }] as const;
    const judgement = judge(transcriptOf(due, [feltOf(1_012, 2), feltOf(9_003, 'finish')]));
    expect(judgement).toEqual({ due: 2, felt: 2, latestMs: 12, faults: [] });
  });

  test('and one that ends too soon is reported with what was felt', () => {
    const plan = { ...DEFAULT_PLAN, prepareSeconds: 5 };
    const { faults } = judge(perform({ ...english, plan, packages: fixturePackages(CUTTING_SHORT) }));
    expect(faults[0]).toEqual({ kind: 'cut', at: 5_000, wanted: 1 });
    expect(faults.filter(({ kind }) => kind === 'missing')).toHaveLength(21);
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

/** Its only cue comes five seconds after Start and ends after a tenth of a second. */
const CUTTING_SHORT: FixtureApp = {
  pages: {
    'page/start/index': `const motor = new (need('@zos/sensor').Vibrator)();
      const { createWidget, widget } = need('@zos/ui');
      const begin = () => {
        setTimeout(() => motor.start([{ type: motor.getType().URGENT, duration: 300 }]), 5000);
        setTimeout(() => motor.stop(), 5100);
        setTimeout(() => need('@zos/router').replace({ url: 'page/summary/index' }), 6000);
      };
      Page({ build: () => createWidget(widget.BUTTON, { x: 100, y: 100, w: 200, h: 90, text: 'Start', click_func: begin }) })`,
    'page/summary/index': 'Page({})',
  },
};

function transcriptOf(due: Transcript['due'], felts: readonly Felt[]): Transcript {
  return { due, ending: [], moments: felts.map((felt) => ({ at: felt.at, shows: 'page', reads: [], felt })) };
}

function feltOf(at: number, signal: Signal): Felt {
  const { pulses, gaps } = pulsesOf(patternOf(signal, 'standard'));
  return { at, wall: at, pulses, gaps, carrier: 'page', by: 'page/session/index', cut: false };
}

function pulsesOf(pattern: Pattern): Pick<Felt, 'pulses' | 'gaps'> {
  const isPulse = (place: number): boolean => place % 2 === 0;
  const pulses = pattern.flatMap((onMs, place) =>
    isPulse(place)
      ? [
          {
            ...{ type: 'URGENT', strength: 'medium' as const },
            ...{ startMs: patternLength(pattern.slice(0, place)), onMs },
          },
        ]
      : [],
  );
  return { pulses, gaps: pattern.filter((_, place) => !isPulse(place)) };
}
