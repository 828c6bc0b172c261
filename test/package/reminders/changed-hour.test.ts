import { HOUR, MINUTE } from '../../../core/time';
import type { Unknowns } from '../../../virtual-watch';
import { zoneNamed } from '../../../virtual-watch';
import { loadPackage, watchWith } from '../app';
import { remind } from './days-at-home';
import { close, open } from './visit';

beforeAll(loadPackage);

const BERLIN = zoneNamed('Europe/Berlin');
const EACH_DAY = [1, 2, 3, 4, 5, 6, 7];
/** Eight in the evening in Berlin. In the third night from each on, this happens to the hour before three. */
const STARTS = [
  ['is skipped', Date.UTC(2026, 2, 26, 19)],
  ['comes twice', Date.UTC(2026, 9, 22, 18)],
] as const;
const ALARMS: readonly Unknowns['dailyAlarms'][] = ['every24Hours', 'atLocalTime'];
const CASES = STARTS.flatMap(([what, startAt]) =>
  ALARMS.flatMap((dailyAlarms) =>
    [true, false].map((isOpened) => [what, dailyAlarms, isOpened, startAt] as const),
  ),
);

/** On which day after the start a reminder at half past two rings, and how many minutes past it by the clock. */
function rings(
  startAt: number,
  dailyAlarms: Unknowns['dailyAlarms'],
  isOpened: boolean,
): readonly (readonly [day: number, late: number])[] {
  const watch = watchWith({ startAt, zone: BERLIN, dailyAlarms });
  remind(watch, {
    reminders: [{ minute: 2 * 60 + 30, weekdays: EACH_DAY, repeats: 0, every: 60 }],
    quiet: { from: 0, until: 0 },
  });
  for (let day = 0; day < 5; day += 1) {
    if (isOpened || day === 0) {
      open(watch);
      close(watch);
    }
    watch.advance(24 * HOUR);
  }
  const midnight = startAt + 4 * HOUR;
  return watch.everNotified().map(({ wall }) => {
    const minutes = Math.floor((wall - midnight) / MINUTE) + BERLIN(wall) - BERLIN(startAt);
    return [Math.floor(minutes / 1440), (minutes % 1440) - 150];
  });
}

test.each(CASES)(
  'at an hour that %s a reminder rings once, within an hour (daily alarms %s, opened each evening: %s)',
  (_what, dailyAlarms, isOpened, startAt) => {
    const rang = rings(startAt, dailyAlarms, isOpened);
    expect(rang.map(([day]) => day)).toEqual([0, 1, 2, 3, 4]);
    const late = rang.map(([, minutes]) => minutes);
    expect([late[0], late[1], late[3], late[4]]).toEqual([0, 0, 0, 0]);
    expect(late[2]).toBeGreaterThanOrEqual(0);
    expect(late[2]).toBeLessThanOrEqual(60);
  },
);
