import type { Leg } from '../../../core/body';
import { pack } from '../../../core/care/statement';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import { ANSWERED, choose, press, see } from '../app';
import { recordsOn } from '../disk';
import type { Pair } from './pair';
import { loadPackage, makePair, open, sessionOn } from './pair';

beforeAll(loadPackage);

/** A watch with the card, whose person has answered the questions and opened the app once. */
function pair(): Pair {
  const both = makePair();
  const { watch } = both;
  choose(watch, ANSWERED);
  watch.addCard();
  open(both);
  watch.advance(5 * SECOND);
  watch.crash();
  return both;
}

function lockOnPhone({ phone }: Pair, ...legs: readonly Leg[]): void {
  const said = legs.map((leg) => pack({ kind: 'lock', id: `p-${leg}`, leg, why: 'hand', at: phone.wall() }));
  phone.editStorage('care.said', JSON.stringify({ version: 1, said }));
}

function beginFromCard({ watch }: Pair): void {
  watch.wake();
  watch.swipe('right');
  watch.tap('Start');
}

function remind({ watch }: Pair): void {
  watch.openApp();
  watch.advance(5 * SECOND);
  for (const label of ['Preferences', 'Reminders', 'Add a reminder']) press(watch, label);
  watch.crash();
  const isReminded = (): boolean =>
    watch.notifications().some(({ actions }) => actions.some(({ text }) => text === 'Start'));
  for (let hour = 0; hour < 25 && !isReminded(); hour += 1) watch.advance(HOUR);
}

const legsOf = ({ watch }: Pair) => sessionOn(watch)?.routine.plan.legs.map(({ leg }) => leg);

test.each(['card', 'notification'] as const)(
  'a session that the %s begins waits for the phone to tell of a lock, and leaves that leg out',
  (from) => {
    const both = pair();
    const { watch } = both;
    if (from === 'notification') remind(both);
    lockOnPhone(both, 'left');
    if (from === 'card') beginFromCard(both);
    else watch.tapNotification('Start');
    watch.advance(3 * SECOND);
    expect(legsOf(both)).toEqual(['right']);
    watch.advance(6 * MINUTE);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', extensions: { withheld: 'left' } }]);
  },
);

test('with both legs locked it does not begin, and the start screen says why', () => {
  const both = pair();
  const { watch } = both;
  lockOnPhone(both, 'left', 'right');
  beginFromCard(both);
  watch.advance(15 * MINUTE);
  watch.wake();
  expect([sessionOn(watch), recordsOn(watch), watch.felt(), watch.alarms()]).toEqual([undefined, [], [], []]);
  watch.openApp();
  expect(see(watch, 'Both legs are locked: no session.')).toBe(true);
});

test('an answer that was taken back on the phone keeps it from beginning', () => {
  const both = pair();
  const { phone, watch } = both;
  const page = phone.settingsPage();
  page.tap('Questions, locks, veins');
  page.tap('Pain in one leg alone, new or for weeks? –');
  page.tap('Yes');
  beginFromCard(both);
  watch.advance(6 * SECOND);
  expect([sessionOn(watch), recordsOn(watch)]).toEqual([undefined, []]);
});

test('it begins as soon as the phone has answered, and after three seconds without an answer', () => {
  const waited = (prepare: (both: Pair) => void): number => {
    const both = pair();
    prepare(both);
    beginFromCard(both);
    let ms = 0;
    for (; ms < 10_000 && !sessionOn(both.watch); ms += 100) both.watch.advance(100);
    return ms;
  };
  expect(waited(() => undefined)).toBeLessThanOrEqual(1500);
  expect(waited(({ phone }) => phone.outOfRange())).toBe(0);
  const silent = waited(({ phone }) => phone.killZeppApp());
  expect([silent <= 3100, silent > 0]).toEqual([true, true]);
});

test('whoever touches something else meanwhile begins no session', () => {
  const both = pair();
  const { watch } = both;
  beginFromCard(both);
  watch.advance(100);
  expect(sessionOn(watch)).toBeUndefined();
  press(watch, 'Preferences');
  watch.advance(10 * SECOND);
  expect(sessionOn(watch)).toBeUndefined();
});
