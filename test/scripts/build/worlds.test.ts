import type { Manifest } from '../../../scripts/build/manifest';
import { describeProblem } from '../../../scripts/build/problem';
import type { ScreenPackage } from '../../../scripts/build/unpack';
import { overweight, worldsOf } from '../../../scripts/build/worlds';

const MANIFEST: Manifest = {
  version: '1.2.3',
  leastApiLevel: '3.6',
  icons: [],
  entries: [
    { kind: 'app', path: 'app' },
    { kind: 'page', path: 'page/start/index' },
    { kind: 'page', path: 'page/session/index' },
    { kind: 'app-service', path: 'app-service/cue' },
    { kind: 'app-widget', path: 'app-widget/index' },
    { kind: 'app-side', path: 'app-side/index' },
  ],
};

function screen(sizes: Readonly<Record<string, number>>): ScreenPackage {
  const device = new Map(Object.entries(sizes).map(([path, size]) => [path, new Uint8Array(size)]));
  return { screen: { shape: 'round', resolution: '480x480' }, bytes: 0, device, phone: new Map() };
}

const SIZES = {
  'app.js': 500,
  'page/start/index.js': 7_000,
  'page/session/index.js': 90_000,
  'app-service/cue.js': 1_500,
  'app-widget/index.js': 2_500,
};

describe('what a watch loads together', () => {
  test('is app.js with the first page, with each service, and with each card, of the largest screen', () => {
    const worlds = worldsOf([screen(SIZES), screen({ ...SIZES, 'app.js': 400 })], MANIFEST);
    expect(worlds).toEqual([
      { kind: 'launch', scripts: ['app.js', 'page/start/index.js'], bytes: 7_500 },
      { kind: 'service', scripts: ['app.js', 'app-service/cue.js'], bytes: 2_000 },
      { kind: 'card', scripts: ['app.js', 'app-widget/index.js'], bytes: 3_000 },
    ]);
  });

  test('is within its budget at exactly that size, and over it with one byte more', () => {
    const worlds = worldsOf([screen(SIZES)], MANIFEST);
    expect(overweight(worlds, { launch: 7_500, service: 2_000, card: 3_000 })).toEqual([]);
    expect(overweight(worlds, { launch: 7_499, service: 1_999, card: 3_000 }).map(describeProblem)).toEqual([
      'app.js and page/start/index.js, which a watch loads together, have 7,500 bytes of script; the budget is 7,499 bytes (docs/decisions/0021-a-budget-for-each-world.md).',
      'app.js and app-service/cue.js, which a watch loads together, have 2,000 bytes of script; the budget is 1,999 bytes (docs/decisions/0021-a-budget-for-each-world.md).',
    ]);
  });
});
