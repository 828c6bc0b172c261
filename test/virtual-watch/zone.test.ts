import { zoneNamed, type Unknowns } from '../../virtual-watch';
import { openFixture, type FixtureApp } from './fixture';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BERLIN = zoneNamed('Europe/Berlin');
const TOKYO = zoneNamed('Asia/Tokyo');
/** A Monday at nine in the morning in Berlin, and six days before its clocks are put forward. */
const MONDAY = Date.UTC(2026, 2, 23, 8);

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', Date.UTC(2026, 0, 5), 60],
    ['Europe/Berlin', Date.UTC(2026, 6, 5), 120],
    ['America/New_York', Date.UTC(2026, 0, 5), -300],
    ['Asia/Kolkata', Date.UTC(2026, 0, 5), 330],
    ['Pacific/Auckland', Date.UTC(2026, 0, 5), 780],
    ['UTC', Date.UTC(2026, 0, 5), 0],
  ])('of %s has its offset, with daylight saving', (name, at, minutes) => {
    expect(zoneNamed(name)(at)).toBe(minutes);
  });

  it('changes at the very quarter of an hour', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect([BERLIN(change - 1), BERLIN(change)]).toEqual([60, 120]);
  });

  it('is refused where there is none of that name', () => {
    expect(() => zoneNamed('Europe/Atlantis')).toThrow('Europe/Atlantis');
  });
});

describe('the local time that an app sees', () => {
  const app = saying(`
    const now = new Date();
    return [now.getTimezoneOffset(), now.getDay(), now.getDate(), now.getHours(), now.getMinutes()].join();
  `);

  it('is that of the zone, also once the watch has travelled, and the instant stays', () => {
    const watch = openFixture(app, { zone: BERLIN, startAt: MONDAY + 9 * HOUR });
    watch.travelTo(TOKYO);
    watch.crash();
    watch.openApp();
    expect(watch.logs().map(({ text }) => text)).toEqual(['-60,1,23,18,0', '-540,2,24,2,0']);
    expect(watch.wall()).toBe(MONDAY + 9 * HOUR);
  });

  it.each([
    ['new Date().setHours(3)', 'Date.setHours'],
    ['new Date().toString()', 'Date.toString'],
    ['new Date(2026, 1, 1)', 'new Date(year, month, …)'],
  ])('is refused by %s, which is not modelled', (expression, name) => {
    const watch = openFixture(
      saying(`try { return String(${expression}) } catch (error) { return error.message }`),
      { zone: BERLIN },
    );
    expect(watch.logs()[0]?.text).toBe(`${name} is not modelled on a watch that was given a time zone`);
  });

  it('is that of the computer where the watch was given no zone', () => {
    const watch = openFixture(
      saying('return new Date(0).getTimezoneOffset() + " " + new Date(1).setHours(3)'),
    );
    expect(watch.logs()[0]?.text).toBe(`${new Date(0).getTimezoneOffset()} ${new Date(1).setHours(3)}`);
  });
});

describe('an alarm of each day', () => {
  const daily: FixtureApp = {
    pages: {
      'page/a': `Page({ build() {
        const a = need('@zos/alarm');
        a.set({ url: 'app-service/a', time: ${MONDAY / 1000 + 3600}, repeat_type: a.REPEAT_DAY, store: true });
      } })`,
    },
    services: { 'app-service/a': 'AppService({ onInit() {} })' },
  };
  /** Hours of UTC at which it goes off. */
  const hours = (
    dailyAlarms: Unknowns['dailyAlarms'],
    days: number,
    toTokyoAfter = Infinity,
  ): readonly number[] => {
    const watch = openFixture(daily, { zone: BERLIN, startAt: MONDAY, dailyAlarms });
    for (let day = 0; day < days; day += 1) {
      if (day === toTokyoAfter) watch.travelTo(TOKYO);
      watch.advance(DAY);
    }
    return watch.serviceRuns().map(({ at }) => Math.floor(at / HOUR) - 1);
  };

  it('goes off every 24 hours, whatever the clocks show, unless it is said otherwise', () => {
    expect(hours('every24Hours', 8, 3)).toEqual([0, 24, 48, 72, 96, 120, 144, 168]);
  });

  it('may keep to its local time when clocks are put forward', () => {
    expect(hours('atLocalTime', 7)).toEqual([0, 24, 48, 72, 96, 120, 143, 167]);
  });

  it('may keep to its local time where the watch has travelled', () => {
    expect(hours('atLocalTime', 6, 3)).toEqual([0, 24, 48, 88, 112, 136]);
  });
});

// Helpers

/** An app that writes into its log what the body of a function answers. */
function saying(body: string): FixtureApp {
  return { pages: { 'page/a': `Page({ build() { console.log((() => { ${body} })()) } })` } };
}
