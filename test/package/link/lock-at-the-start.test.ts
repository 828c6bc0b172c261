import type { Leg } from '../../../core/body';
import { pack } from '../../../core/care/statement';
import { MINUTE, SECOND } from '../../../core/time';
import { recordsOn } from '../disk';
import { ANSWERED, choose, see } from '../app';
import type { Pair } from './pair';
import { loadPackage, makePair, open, sessionOn } from './pair';

beforeAll(loadPackage);

/** A watch whose person has answered the questions, with what else they prefer. */
function pair(more: Parameters<typeof choose>[1] = {}): Pair {
  const both = makePair();
  choose(both.watch, { ...ANSWERED, ...more });
  return both;
}

function lockOnPhone({ phone }: Pair, ...legs: readonly Leg[]): void {
  const said = legs.map((leg) => pack({ kind: 'lock', id: `p-${leg}`, leg, why: 'hand', at: phone.wall() }));
  phone.editStorage('care.said', JSON.stringify({ version: 1, said }));
}

/** Opens the app, and starts a session before watch and phone can have talked. */
function startAtOnce({ watch }: Pair): void {
  watch.openApp();
  watch.tap('Start');
}

const legsOf = ({ watch }: Pair) => sessionOn(watch)?.routine.plan.legs.map(({ leg }) => leg);

test('the second leg, locked on the phone, is left out of a session that began before they could talk', () => {
  const both = pair();
  const { watch } = both;
  lockOnPhone(both, 'right');
  startAtOnce(both);
  expect(legsOf(both)).toEqual(['left', 'right']);
  watch.advance(5 * SECOND);
  expect(legsOf(both)).toEqual(['left']);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Right leg: left out']));
  expect(watch.felt()).toEqual([]);
  // It is no later for it: the first cue comes when it would have come.
  watch.advance(16 * SECOND);
  expect(watch.felt()).toHaveLength(1);
  expect(watch.texts()).not.toContain('Right leg: left out');
  watch.advance(6 * MINUTE);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', extensions: { withheld: 'right' } }]);
  expect(new Set(recordsOn(watch)[0]?.zones.map(({ leg }) => leg))).toEqual(new Set(['left']));
});

test('the first leg is left out as well: the change of legs is felt, and the other leg begins anew', () => {
  const both = pair();
  const { watch } = both;
  lockOnPhone(both, 'left');
  startAtOnce(both);
  watch.advance(5 * SECOND);
  expect(legsOf(both)).toEqual(['right']);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Right leg', 'Left leg: left out']));
  expect(watch.felt().map(({ pulses }) => pulses.length)).toHaveLength(1);
  watch.advance(6 * MINUTE);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', extensions: { withheld: 'left' } }]);
});

test('it shows in the dark look, and while the glass is locked', () => {
  const both = pair({ darkLook: true, lotionMode: true });
  lockOnPhone(both, 'right');
  startAtOnce(both);
  both.watch.advance(5 * SECOND);
  expect(both.watch.texts()).toContain('Right leg: left out');
});

test('with both legs locked the session ends, nothing is recorded, and the start screen says why', () => {
  const both = pair();
  const { watch } = both;
  lockOnPhone(both, 'left', 'right');
  startAtOnce(both);
  watch.advance(5 * SECOND);
  expect([sessionOn(watch), recordsOn(watch), watch.alarms()]).toEqual([undefined, [], []]);
  expect(watch.texts()).toContain('Both legs are locked: no session.');
  expect(see(watch, 'Locked. Why?')).toBe(true);
  watch.advance(15 * MINUTE);
  expect(watch.felt()).toEqual([]);
});

test('a lock made while the person gets comfortable is still heard if the phone was away at first', () => {
  const both = pair();
  const { watch, phone } = both;
  phone.outOfRange();
  startAtOnce(both);
  watch.advance(4 * SECOND);
  lockOnPhone(both, 'right');
  phone.inRange();
  watch.advance(10 * SECOND);
  expect(legsOf(both)).toEqual(['left']);
});

test('without news nothing changes, and nothing is said to the phone once the first zone has begun', () => {
  const both = pair();
  const { watch, phone } = both;
  phone.outOfRange();
  startAtOnce(both);
  watch.advance(40 * SECOND);
  phone.inRange();
  lockOnPhone(both, 'right');
  watch.advance(MINUTE);
  expect(legsOf(both)).toEqual(['left', 'right']);
  watch.advance(10 * MINUTE);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished' }]);
});

test('a paused session stays paused without the leg', () => {
  const both = pair();
  const { watch } = both;
  lockOnPhone(both, 'left');
  startAtOnce(both);
  watch.advance(200);
  watch.tap('Pause');
  watch.advance(5 * SECOND);
  expect([legsOf(both), sessionOn(watch)?.phase]).toEqual([['right'], 'paused']);
});

test('an answer that was taken back on the phone ends it before a leg is touched', () => {
  const both = pair();
  const { phone, watch } = both;
  open(both);
  watch.advance(5 * SECOND);
  watch.crash();
  const page = phone.settingsPage();
  page.tap('Questions, locks, veins');
  page.tap('Pain in one leg alone, new or for weeks? –');
  page.tap('Yes');
  startAtOnce(both);
  watch.advance(6 * SECOND);
  expect([sessionOn(watch), recordsOn(watch)]).toEqual([undefined, []]);
  expect(watch.texts()).toContain('What was answered could not be read. Please answer again.');
});
