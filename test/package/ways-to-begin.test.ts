import { SIGNS } from '../../device/text/care';
import type { VirtualWatch } from '../../virtual-watch';
import { choose, loadPackage, lockLegs, reach, watchWith } from './app';

beforeAll(loadPackage);

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** A watch whose owner has answered the questions and set a reminder, next to the card. */
function ready(): VirtualWatch {
  const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 6) });
  watch.addCard();
  choose(watch, {
    ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
    ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
  });
  watch.openApp();
  watch.advance(SECOND);
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
  reach(watch, 'Add a reminder');
  watch.crash();
  watch.wake();
  return watch;
}

const WAYS: readonly (readonly [string, (watch: VirtualWatch) => void])[] = [
  [
    'the start screen',
    (watch) => {
      watch.openApp();
      watch.advance(SECOND);
      watch.tap('Start');
    },
  ],
  [
    'the card',
    (watch) => {
      watch.swipe('right');
      watch.tap('Start');
    },
  ],
  [
    'the notification of a reminder',
    (watch) => {
      watch.advanceUntil(() => watch.notifications().length > 0, 30 * HOUR);
      watch.tapNotification('Start');
    },
  ],
];

describe.each(WAYS)('a session that begins from %s', (_way, begin) => {
  test('asks about the sign of the day at the first leg, before it is touched', () => {
    const watch = ready();
    begin(watch);
    watch.advance(SECOND);
    expect(watch.screen().shows).toBe('page/session/index');
    expect(Object.values<string>(SIGNS).filter((sign) => watch.texts().includes(sign))).toHaveLength(1);
  });

  test('leaves a locked leg out', () => {
    const watch = ready();
    lockLegs(watch, 'left');
    begin(watch);
    watch.advance(SECOND);
    expect(watch.screen().shows).toBe('page/session/index');
    expect(watch.texts()[0]).toBe('Right leg');
  });
});
