import { watchDisplay } from '../../../device/watch/display';

let mockTold: (readonly [call: string, argument: unknown])[] = [];
let mockLevel: unknown = 60;
let mockAuto: unknown = true;

jest.mock(
  '@zos/display',
  () => {
    const names = [
      'setPageBrightTime',
      'pauseDropWristScreenOff',
      'pausePalmScreenOff',
      'resetPageBrightTime',
    ];
    const others = ['resetDropWristScreenOff', 'resetPalmScreenOff', 'setBrightness', 'setAutoBrightness'];
    const calls = [...names, ...others].map((name) => [name, (to: unknown) => mockTold.push([name, to])]);
    return {
      ...(Object.fromEntries(calls) as object),
      getBrightness: () => mockLevel,
      getAutoBrightness: () => mockAuto,
    };
  },
  { virtual: true },
);

beforeEach(() => {
  mockTold = [];
});

test('the light and both pauses end after the requested time, whatever becomes of the page', () => {
  const letGo = watchDisplay.keepLit(120_000);
  expect(mockTold).toEqual([
    ['setPageBrightTime', { brightTime: 120_000 }],
    ['pauseDropWristScreenOff', { duration: 120_000 }],
    ['pausePalmScreenOff', { duration: 120_000 }],
  ]);
  letGo();
  expect(mockTold.slice(3).map(([call]) => call)).toEqual([
    'resetPageBrightTime',
    'resetDropWristScreenOff',
    'resetPalmScreenOff',
  ]);
});

test.each([
  [60, true, { level: 60, auto: true }],
  [0, false, { level: 0, auto: false }],
  [100, false, { level: 100, auto: false }],
  [101, true, undefined],
  [-1, true, undefined],
  [undefined, true, undefined],
  ['60', true, undefined],
  [60, undefined, undefined],
  [60, 1, undefined],
])('a watch that reports brightness %j, and automatic brightness: %j', (level, auto, brightness) => {
  [mockLevel, mockAuto] = [level, auto];
  expect(watchDisplay.brightness()).toEqual(brightness);
});

test('a brightness is set while automatic brightness is off, and that can be turned on again afterwards', () => {
  watchDisplay.setBrightness({ level: 30, auto: true });
  expect(mockTold).toEqual([
    ['setAutoBrightness', { autoBright: false }],
    ['setBrightness', { brightness: 30 }],
    ['setAutoBrightness', { autoBright: true }],
  ]);
});
