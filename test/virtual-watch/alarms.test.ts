import { openFixture, type FixtureApp } from './fixture';

/** Sets alarms for its service when opened; `body` sees them as `a`. */
const app = (
  body: string,
  service = "AppService({ onInit(p) { console.log('woken ' + p) } })",
): FixtureApp => ({
  pages: {
    'page/a': `const a = need('@zos/alarm'); const now = Math.floor(Date.now() / 1000);
      const set = (inSeconds, more) => a.set({ url: 'app-service/cue', time: now + inSeconds, param: String(inSeconds), ...more });
      Page({ build() { ${body} } })`,
  },
  services: { 'app-service/cue': service },
});

const woken = (watch: ReturnType<typeof openFixture>) =>
  watch.serviceRuns().map(({ at, param }) => [at, param]);

describe('alarms', () => {
  it('go off on their second, whatever became of the page, and are then removed', () => {
    const watch = openFixture(app('set(90); set(30); console.log(JSON.stringify(a.getAllAlarms()))'));
    expect(watch.logs()[0]?.text).toBe('[1,2]');
    watch.crash();
    watch.advance(40_000);
    expect(woken(watch)).toEqual([[30_000, '30']]);
    expect(watch.alarms().map(({ param }) => param)).toEqual(['90']);
    watch.advance(60_000);
    expect(woken(watch)).toHaveLength(2);
    expect(watch.screen().lit).toBe(false);
  });

  it('are on whole seconds of the time of day, whenever within a second they are set', () => {
    const watch = openFixture(app('set(10); a.set({ url: "app-service/cue", delay: 5, param: "delay" })'), {
      startAt: Date.UTC(2026, 0, 5, 8) + 600,
    });
    watch.advance(20_000);
    expect(woken(watch)).toEqual([
      [4_400, 'delay'],
      [9_400, '10'],
    ]);
  });

  it('never replace each other', () => {
    const watch = openFixture(app('set(10); set(10)'));
    watch.advance(10_000);
    expect(woken(watch)).toEqual([
      [10_000, '10'],
      [10_000, '10'],
    ]);
  });

  it('can be cancelled, once', () => {
    const watch = openFixture(
      app(
        'const id = set(10); console.log(a.cancel(id)); try { a.cancel(id) } catch (e) { console.log(e.message) }',
      ),
    );
    watch.advance(20_000);
    expect(woken(watch)).toEqual([]);
    expect(watch.logs().map(({ text }) => text)).toEqual(['0', 'alarm.cancel: there is no alarm 1']);
  });

  it('are refused with 0 if they are in the past, or if the watch refuses them', () => {
    const watch = openFixture(
      app('setTimeout(() => console.log([set(0), set(1), set(60), set(61)].join()), 5000)'),
    );
    watch.refuseAlarms(3);
    watch.advance(5_000);
    expect(watch.logs()[0]?.text).toBe('0,0,0,1');
    const limited = openFixture(app('setTimeout(() => console.log([set(60), set(61)].join()), 0)'));
    limited.limitAlarms(1);
    limited.advance(0);
    expect(limited.logs()[0]?.text).toBe('1,0');
  });

  it('are lost in a reboot unless stored, and in an update', () => {
    const watch = openFixture(app('set(60); set(90, { store: true }); set(10, { store: true })'));
    watch.powerOff();
    watch.advance(20_000);
    expect(woken(watch)).toEqual([]);
    watch.powerOn();
    expect(watch.alarms().map(({ id, param }) => [id, param])).toEqual([[2, '90']]);
    watch.advance(100_000);
    expect(woken(watch)).toEqual([[90_000, '90']]);
    const updated = openFixture(app('set(60, { store: true })'));
    updated.updateApp();
    expect(updated.alarms()).toEqual([]);
  });

  describe('of every day', () => {
    const DAY = 24 * 3_600_000;
    const daily = 'set(60, { repeat_type: a.REPEAT_DAY, store: true })';

    it('go off every 24 hours, with the same id, until they are cancelled', () => {
      const watch = openFixture(app(`${daily}; setTimeout(() => a.cancel(1), ${2.5 * DAY})`));
      watch.advance(1.5 * DAY);
      expect(woken(watch)).toEqual([
        [60_000, '60'],
        [60_000 + DAY, '60'],
      ]);
      expect(watch.alarms()).toMatchObject([{ id: 1, daily: true }]);
      const cancelled = openFixture(app(`const id = ${daily}; console.log(a.cancel(id))`));
      cancelled.advance(2 * DAY);
      expect([woken(cancelled), cancelled.alarms()]).toEqual([[], []]);
    });

    it('survive a reboot if they are stored, and do not make up for what was missed', () => {
      const watch = openFixture(app(`${daily}; set(70, { repeat_type: a.REPEAT_DAY })`));
      watch.advance(3_600_000);
      watch.powerOff();
      watch.advance(3 * DAY);
      watch.powerOn();
      expect(watch.alarms().map(({ id }) => id)).toEqual([1]);
      watch.advance(DAY);
      expect(woken(watch).map(([at]) => at)).toEqual([60_000, 70_000, 60_000 + 4 * DAY]);
      watch.updateApp();
      expect(watch.alarms()).toEqual([]);
    });

    it('go off once for a day that the clock was set over, early or late', () => {
      const watch = openFixture(app(daily));
      watch.stepClock(3 * DAY);
      watch.advance(1_000);
      expect(woken(watch)).toHaveLength(1);
      watch.advance(DAY);
      expect(woken(watch)).toHaveLength(2);
      const early = openFixture(app(daily));
      early.delayAlarms(-700);
      early.advance(DAY);
      expect(woken(early).map(([at]) => at)).toEqual([59_300]);
    });
  });

  it('follow the clock on the wall', () => {
    const watch = openFixture(app('set(100)'));
    watch.stepClock(-50_000);
    watch.advance(149_999);
    expect(woken(watch)).toEqual([]);
    watch.advance(1);
    expect(woken(watch)).toEqual([[150_000, '100']]);
    const forward = openFixture(app('set(100)'));
    forward.stepClock(3_600_000);
    forward.advance(0);
    expect(woken(forward)).toEqual([[0, '100']]);
  });

  it('can be late', () => {
    const watch = openFixture(app('set(10)'));
    watch.delayAlarms(700);
    watch.advance(20_000);
    expect(woken(watch)).toEqual([[10_700, '10']]);
  });

  it('open a page if they name one', () => {
    const watch = openFixture({
      app: "App({ onCreate(p) { console.log('app ' + p) } })",
      pages: {
        'page/a':
          "Page({ onInit(p) { console.log('page ' + p) }, build() { need('@zos/alarm').set({ url: 'page/a', delay: 60, param: 'hello' }) } })",
      },
    });
    watch.press('HOME');
    watch.advance(60_000);
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/a' });
    expect(
      watch
        .logs()
        .map(({ text }) => text)
        .slice(-2),
    ).toEqual(['app hello', 'page undefined']);
  });

  it('do not open their page while the watch is silenced', () => {
    const watch = openFixture({
      pages: { 'page/a': "Page({ build() { need('@zos/alarm').set({ url: 'page/a', delay: 60 }) } })" },
    });
    watch.press('HOME');
    watch.setMode({ sleep: true });
    watch.advance(60_000);
    expect(watch.screen()).toEqual({ lit: false, shows: 'app list' });
  });

  it.each([
    ['no second', 'set(0.5)', 'is not a whole second'],
    ['no such file', "a.set({ url: 'app-service/none', delay: 1 })", 'is no page or service of app.json'],
    ['neither time nor delay', "a.set({ url: 'app-service/cue' })", 'needs time or delay'],
  ])('are misused with %s', (_, body, reason) => {
    expect(() => openFixture(app(body))).toThrow(reason);
  });

  it('need their permission', () => {
    expect(() => openFixture({ ...app('set(10)'), permissions: [] })).toThrow(
      '@zos/alarm.set needs the permission device:os.alarm in app.json',
    );
  });
});
