import { pack } from '../../../core/care/statement';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import { DOCTOR_KEY, doctored } from './doctored';
import type { Pair } from './pair';
import { ledgerOn, loadPackage, makePair, open, sessionOn, theZab } from './pair';
import { readZab } from '../../../virtual-watch/node';

beforeAll(loadPackage);

/** A session that was paused in its second minute and left. */
function pausedAndLeft(options: Parameters<typeof makePair>[0] = {}): Pair {
  const both = makePair(options);
  const { watch } = both;
  open(both);
  watch.tap('Start');
  watch.advance(90 * SECOND);
  watch.tap('Pause');
  watch.advance(SECOND);
  watch.crash();
  return both;
}

function lockOnPhone({ phone }: Pair, leg: 'left' | 'right'): void {
  const lock = pack({ kind: 'lock', id: 'p1', leg, why: 'hand', at: phone.wall() });
  phone.editStorage('care.said', JSON.stringify({ version: 1, said: [lock] }));
}

/** Whatever was felt since. */
function felt({ watch }: Pair): number {
  return watch.felt().filter(({ carrier }) => carrier !== 'system').length;
}

test.each(['left', 'right'] as const)(
  'a paused session whose %s leg was locked on the phone ends when it should go on, with what was done',
  (leg) => {
    const both = pausedAndLeft();
    const { watch } = both;
    lockOnPhone(both, leg);
    watch.advance(HOUR);
    watch.openApp();
    expect(watch.screen().shows).toBe('page/session/index');
    const before = felt(both);
    watch.tap('Resume');
    watch.advance(5 * SECOND);
    expect([watch.screen().shows, felt(both)]).toEqual(['page/summary/index', before]);
    expect(sessionOn(watch)).toBeUndefined();
    watch.advance(30 * MINUTE);
    expect(felt(both)).toBe(before);
  },
);

test('without news from the phone, it goes on from where it was, and does not ask again in that launch', () => {
  const both = pausedAndLeft();
  const { watch } = both;
  watch.advance(HOUR);
  watch.openApp();
  watch.tap('Resume');
  watch.advance(2 * SECOND);
  expect([watch.screen().shows, sessionOn(watch)?.phase]).toEqual(['page/session/index', 'running']);
  watch.tap('Pause');
  watch.advance(SECOND);
  watch.tap('Resume');
  expect([watch.screen().shows, sessionOn(watch)?.phase]).toEqual(['page/session/index', 'running']);
  watch.advance(11 * MINUTE);
  expect(sessionOn(watch)).toBeUndefined();
  open(both);
  expect(ledgerOn(both.phone).sessions).toMatchObject([{ ending: 'finished' }]);
});

test('without a phone nearby it goes on at once', () => {
  const both = pausedAndLeft();
  const { watch, phone } = both;
  phone.outOfRange();
  watch.openApp();
  watch.tap('Resume');
  expect([watch.screen().shows, sessionOn(watch)?.phase]).toEqual(['page/session/index', 'running']);
});

test('a phone that does not answer delays it by three seconds', () => {
  const both = pausedAndLeft({ package: silentPackage() });
  const { watch, phone } = both;
  phone.editStorage(DOCTOR_KEY, 'silence');
  watch.openApp();
  watch.tap('Resume');
  watch.advance(2 * SECOND);
  expect(sessionOn(watch)?.phase).toBe('paused');
  watch.advance(2 * SECOND);
  expect([watch.screen().shows, sessionOn(watch)?.phase]).toEqual(['page/session/index', 'running']);
});

function silentPackage() {
  const [found] = doctored(readZab(theZab()).filter(({ width, height }) => width === 480 && height === 480));
  if (!found) throw new Error('there is no package for the round screen of 480 pixels');
  return found;
}
