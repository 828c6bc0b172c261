import fc from 'fast-check';
import type { Checked } from '../../../core/check/checked';
import { stopCauseIn } from '../../../core/record/extensions';
import { MINUTE, SECOND } from '../../../core/time';
import type { Key, VirtualWatch } from '../../../virtual-watch/node';
import { runs } from '../../runs';
import { ANSWERED, choose, loadPackage, reach, showByCheck, startSession, swipeOut, watchWith } from '../app';
import { recordsOn, sessionOn } from '../disk';

beforeAll(loadPackage);

/** The result of the check: which carrier brings the cues when no page does. */
const CARRIERS: Readonly<Record<string, Partial<Checked>>> = {
  unknown: {},
  'a service in full': { service: 'proven', form: 'full' },
  'a service and a page behind it': { service: 'proven', form: 'full', page: 'proven' },
  'a page': { service: 'failed', page: 'proven' },
  'a notification': { service: 'failed', page: 'failed', notification: 'proven' },
  nothing: { service: 'failed', page: 'failed', notification: 'failed' },
};

/** Watches by how "it hurts" is said in a pause in lotion mode. */
const WATCHES: Readonly<Record<string, readonly [pause: Key, hurts: Key]>> = {
  'Amazfit Balance': ['HOME', 'SHORTCUT'],
  'Amazfit Falcon': ['SELECT', 'UP'],
};

interface Moment {
  readonly device: string;
  readonly carrier: string;
  readonly chosen: { readonly letScreenSleep: boolean; readonly earlySignal: boolean };
  /** How far the session is. */
  readonly after: number;
  /** How long after the start of a cue it is said; otherwise at any time. */
  readonly intoCue: number | undefined;
  /** What happened shortly before. */
  readonly then: 'nothing' | 'left' | 'crash' | 'late' | 'fewAlarms' | 'clockBack' | 'reboot';
  readonly way: 'below' | 'paused' | 'key';
  /** How long the pause lasts, where there is one. */
  readonly pausedFor: number;
}

function moments(): fc.Arbitrary<Moment> {
  const seldom = fc.nat(3).map((number) => number === 0);
  return fc.record({
    device: fc.constantFrom(...Object.keys(WATCHES)),
    carrier: fc.constantFrom(...Object.keys(CARRIERS)),
    chosen: fc.record({ letScreenSleep: seldom, earlySignal: seldom }),
    after: fc.integer({ min: 0, max: 600 * SECOND }),
    intoCue: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    then: fc.constantFrom('nothing', 'nothing', 'left', 'crash', 'late', 'fewAlarms', 'clockBack', 'reboot'),
    way: fc.constantFrom('below', 'paused', 'key'),
    pausedFor: fc.integer({ min: 0, max: 4 * MINUTE }),
  });
}

test('after "it hurts" nothing more is felt, no alarm of the session rings, and the record says why', () => {
  fc.assert(fc.property(moments(), expectSilence), { numRuns: runs(1000, 12) });
});

function expectSilence(moment: Moment): void {
  const watch = sessionAt(moment);
  fc.pre(watch !== undefined);
  const said = watch.now();
  const before = watch.felt().length;
  sayIt(watch, moment);
  watch.advance(SECOND);
  expect(
    watch
      .felt()
      .slice(before)
      .filter(({ at }) => at > said),
  ).toEqual([]);
  const rests = watch.felt().map(({ at, pulses }) => at + lengthOf(pulses));
  expect(Math.max(0, ...rests)).toBeLessThanOrEqual(said + SECOND);
  expect(watch.alarms()).toEqual([]);
  expect(sessionOn(watch)).toBeUndefined();
  const [record] = recordsOn(watch);
  expect(record && [record.ending, stopCauseIn(record)]).toEqual(['stopped', 'hurts']);
  watch.advance(15 * MINUTE);
  expect(watch.felt()).toHaveLength(before);
  expect(recordsOn(watch)).toHaveLength(1);
  expect(watch.errors()).toEqual([]);
}

/** The watch just before the person says so; undefined if the session has ended before. */
function sessionAt({
  device,
  carrier,
  chosen,
  after,
  intoCue,
  then,
  way,
  pausedFor,
}: Moment): VirtualWatch | undefined {
  const watch = watchWith({ device, outlastsService: 'everything' });
  choose(watch, { ...ANSWERED, ...chosen, ...(way === 'key' ? { lotionMode: true } : {}) });
  showByCheck(watch, CARRIERS[carrier] ?? {});
  if (then === 'fewAlarms') watch.limitAlarms(5);
  if (then === 'late') watch.delayAlarms(4 * SECOND);
  startSession(watch);
  watch.advance(after);
  if (then === 'left' && watch.screen().lit) swipeOut(watch);
  if (then === 'crash') watch.crash();
  if (then === 'reboot') watch.reboot();
  if (then === 'left' || then === 'crash') watch.advance(20 * SECOND);
  if (then === 'clockBack') watch.stepClock(-90 * MINUTE);
  watch.openApp();
  watch.wake();
  if (intoCue !== undefined && sessionOn(watch)?.session.phase === 'running') {
    watch.advanceToNextFelt();
    watch.advance(intoCue);
    watch.openApp();
    watch.wake();
  }
  watch.advance(100);
  if (!isGoingOn(watch)) return undefined;
  const isPaused = sessionOn(watch)?.session.phase === 'paused';
  if (way === 'below' || isPaused) return watch;
  if (way === 'key') watch.press(WATCHES[device]?.[0] ?? 'HOME');
  else watch.tap('Pause');
  watch.advance(pausedFor);
  watch.openApp();
  watch.wake();
  watch.advance(100);
  return isGoingOn(watch) ? watch : undefined;
}

/** Not one that is done and only still shown. */
function isGoingOn(watch: VirtualWatch): boolean {
  return watch.screen().shows === 'page/session/index' && sessionOn(watch) !== undefined;
}

function sayIt(watch: VirtualWatch, { device, way }: Moment): void {
  if (way === 'key') watch.press(WATCHES[device]?.[1] ?? 'SHORTCUT');
  else reach(watch, 'It hurts');
}

function lengthOf(pulses: readonly { readonly startMs: number; readonly onMs: number }[]): number {
  return Math.max(0, ...pulses.map(({ startMs, onMs }) => startMs + onMs));
}
