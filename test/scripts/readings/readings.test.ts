import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackage } from '../../../scripts/build/ensure-package';
import { readPackages } from '../../../scripts/packages';
import { liesIn, type Account } from '../../../scripts/readings/account';
import { COURSES } from '../../../scripts/readings/course';
import { perform, TRIALS } from '../../../scripts/readings/perform';
import { READINGS, unreadAnswers } from '../../../scripts/readings/reading';
import { tableOf, withTable, type Row } from '../../../scripts/readings/table';
import { PROJECT } from '../../../scripts/run';
import { ANSWERS, type WatchPackage } from '../../../virtual-watch';

let packages: readonly WatchPackage[] = [];

beforeAll(async () => {
  ({ packages } = readPackages(await ensurePackage()));
});

const rows: Row[] = [];

describe('nothing untrue is said', () => {
  test.each(TRIALS.map((row) => [row.reading.assumption, COURSES[row.course], row] as const))(
    'if this holds: %s; and %s',
    (assumption, _, { reading, course }) => {
      const account = perform(packages, reading, course);
      rows.push({ assumption, course, account });
      expect(liesIn(account)).toEqual([]);
    },
  );
});

test('docs/platform.md has the table that "npm run readings" makes', () => {
  const page = readFileSync(join(PROJECT, 'docs', 'platform.md'), 'utf8');
  expect(rows).toHaveLength(TRIALS.length);
  expect(withTable(page, tableOf(rows))).toBe(page);
});

/** A session does not use timers of services, the screen or the buttons of notifications, or a card. */
const OF_NO_SESSION =
  /^(serviceTimersInTheDark|dailyAlarms|actionsOpen|actionPageParam|notificationsCanBeCancelled|notificationLightsScreen|card\w+):/;

test('each answer that the virtual watch can give has a row, except those that do not affect a session', () => {
  const unread = unreadAnswers(ANSWERS).filter((answer) => !OF_NO_SESSION.test(answer));
  expect(unread).toEqual([]);
});

describe('an account', () => {
  const [reading] = READINGS;
  const honest = (): Account => {
    if (!reading) throw new Error('there is a reading');
    return perform(packages, reading, 'lit');
  };

  test('that claims more cues as played than the motor was started for is detected', () => {
    expect(liesIn({ ...honest(), started: 21 })).toEqual([
      '22 cues are told as played, the motor was started for 21',
    ]);
  });

  test('that claims more cues as felt than were felt is detected', () => {
    expect(liesIn({ ...honest(), said: ['22 of 22 cues felt'], clear: 21 })).toEqual([
      '22 cues are told as felt, 21 were',
    ]);
  });

  test('that claims more time than has passed is detected', () => {
    expect(liesIn({ ...honest(), passed: 60_000 })).toEqual(['more time is told than has passed']);
  });
});
