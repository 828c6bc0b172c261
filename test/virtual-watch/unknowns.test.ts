import { ANSWERS, DEFAULT_UNKNOWNS } from '../../virtual-watch/node/index';
import { openFixture, type FixtureApp, type FixtureBoot } from './fixture';
import { README } from './readme';

const MINUTE = 60_000;

/** As it is written in code. */
const literal = (value: unknown): string =>
  value === Infinity ? 'Infinity' : JSON.stringify(value).replace(/"/g, "'").replace(/,/g, ', ');

type Watch = ReturnType<typeof openFixture>;

const said = (watch: Watch) => watch.logs().map(({ text }) => text);
const woken = (watch: Watch) => watch.serviceRuns().map(({ at, param }) => [at, param]);
/** For each vibration: when it began and how long each pulse was. */
const played = (watch: Watch) =>
  watch.felt().map(({ at, pulses }) => [at, ...pulses.map(({ onMs }) => onMs)]);

const onPage = (body: string): FixtureApp => ({
  pages: {
    'page/a': `const s = need('@zos/sensor'); const v = new s.Vibrator(); const { URGENT, PAUSE } = v.getType();
      Page({ build() { ${body} } })`,
  },
});

describe('the README', () => {
  const rows = [...README.matchAll(/^\| `(\w+)` \| `(.*?)` \| (.*?) \| .+ \|$/gm)].map((row) => row.slice(1));

  it('lists every question with the default', () => {
    const defaults = Object.entries(DEFAULT_UNKNOWNS).map(([name, value]) => [name, literal(value)]);
    expect(rows.map(([name, value]) => [name, value])).toEqual(defaults);
  });

  it('lists the other answers', () => {
    const others = Object.values(ANSWERS).map(([, ...rest]) =>
      rest.map((value) => `\`${literal(value)}\``).join(', '),
    );
    expect(rows.map(([, , answers]) => answers)).toEqual(others);
  });
});

it('the first of the answers is the default', () => {
  expect(Object.fromEntries(Object.entries(ANSWERS).map(([name, [first]]) => [name, first]))).toEqual(
    DEFAULT_UNKNOWNS,
  );
});

describe('timers of a page while the screen is dark', () => {
  const TICKING: FixtureApp = {
    pages: {
      'page/a': `Page({ onResume() { console.log('onResume') }, build() {
        setInterval(() => console.log('tick ' + Date.now() % 60000), 2000);
        setTimeout(() => console.log('once ' + Date.now() % 60000), 14000) } })`,
    },
  };

  it('stand still, and fire once when it is lit again', () => {
    const watch = openFixture(TICKING, { startAt: 0 });
    watch.advance(9_000);
    const before = said(watch).length;
    watch.screenOff();
    watch.advance(8_000);
    expect(said(watch)).toHaveLength(before);
    watch.wake();
    expect(said(watch).slice(before)).toEqual(['onResume', 'tick 17000', 'once 17000']);
    watch.advance(2_000);
    expect(said(watch)[said(watch).length - 1]).toBe('tick 19000');
  });

  it('end with the page that is left in the dark', () => {
    const watch = openFixture(TICKING, { startAt: 0 });
    watch.screenOff();
    watch.advance(MINUTE);
    watch.wake();
    expect(said(watch)).toEqual(['onResume']);
  });

  it('run on until it is left, on a watch that lets them', () => {
    const watch = openFixture(TICKING, { startAt: 0, freezesPagesInTheDark: false });
    watch.screenOff();
    watch.advance(MINUTE);
    expect(said(watch)).toEqual(['onResume', 'tick 2000', 'tick 4000', 'tick 6000', 'tick 8000']);
  });
});

describe('timers of a continuous service while the screen is dark', () => {
  const BESIDE_A_PAGE: FixtureApp = {
    pages: {
      'page/a': `const service = need('@zos/app-service');
        Page({ build() { service.start({ file: 'app-service/run', complete_func() {} }) } })`,
    },
    services: {
      'app-service/run': `const { createSysTimer } = need('@zos/timer');
        AppService({ onInit() { createSysTimer(true, 4000, () => console.log('tick ' + Date.now() % 60000)) } })`,
    },
  };
  const dark = (options: FixtureBoot) => {
    const watch = openFixture(BESIDE_A_PAGE, { startAt: 0, device: 'Amazfit T-Rex 3', ...options });
    watch.setConsent('granted');
    watch.crash();
    watch.openApp();
    watch.screenOff();
    watch.advance(17_000);
    const inTheDark = said(watch);
    watch.wake();
    return [inTheDark, said(watch).slice(inTheDark.length)];
  };

  it.each([
    [{}, ['tick 10000', 'tick 14000'], []],
    [{ serviceTimersInTheDark: 'run' }, ['tick 4000', 'tick 8000', 'tick 12000', 'tick 16000'], []],
    [{ serviceTimersInTheDark: 'frozen' }, [], ['tick 17000']],
  ] as const)('with %p', (options, inTheDark, whenLit) => {
    expect(dark(options)).toEqual([inTheDark, whenLit]);
  });
});

describe('a motor', () => {
  it('that ignores start({ mode }) plays what setMode set', () => {
    const watch = openFixture(
      onPage(
        `v.start({ mode: s.VIBRATOR_SCENE_DURATION_LONG }); v.setMode(s.VIBRATOR_SCENE_DURATION); v.start()`,
      ),
      { startsWithMode: false },
    );
    watch.advance(2_000);
    expect(played(watch)).toEqual([[0, 600]]);
    expect(watch.unfelt()).toMatchObject([
      { reason: 'start({ mode }) is ignored', pulses: [{ onMs: 1_000 }] },
    ]);
  });

  it.each([
    ['either', 1_000, 600],
    ['scene', 1_000, 1_000],
    ['object', 20, 600],
  ] as const)('accepts setMode with %s', (setModeTakes, first, second) => {
    const watch = openFixture(
      onPage(`v.setMode(s.VIBRATOR_SCENE_DURATION_LONG); v.start();
        setTimeout(() => { v.setMode({ mode: s.VIBRATOR_SCENE_DURATION }); v.start() }, 2000)`),
      { setModeTakes },
    );
    watch.advance(4_000);
    expect(played(watch)).toEqual([
      [0, first],
      [2_000, second],
    ]);
  });

  it.each([
    ['played', [[0, 300]], [], ['taken']],
    ['ignored', [], ['a list of actions is ignored'], ['taken']],
    ['refused', [], [], ['Error: Vibrator.start: no list is taken']],
  ] as const)('may have lists %s', (actionLists, felt, unfelt, told) => {
    const watch = openFixture(
      onPage(
        `try { v.start([{ type: URGENT, duration: 300 }]); console.log('taken') } catch (e) { console.log(String(e)) }`,
      ),
      { actionLists },
    );
    watch.advance(1_000);
    expect(played(watch)).toEqual(felt);
    expect(watch.unfelt().map(({ reason }) => reason)).toEqual(unfelt);
    expect(said(watch)).toEqual(told);
    expect(watch.errors()).toEqual([]);
  });

  it('may go on with a scene that is documented to end', () => {
    const watch = openFixture(
      onPage(`v.start({ mode: s.VIBRATOR_SCENE_STRONG_REMINDER }); setTimeout(() => v.stop(), 3000)`),
      { endlessScenes: ['STRONG_REMINDER'] },
    );
    watch.advance(10_000);
    expect(watch.felt()).toMatchObject([{ cut: true }]);
    expect(watch.felt()[0]?.pulses.map(({ startMs }) => startMs)).toEqual([
      0, 350, 700, 1050, 1400, 1750, 2100, 2450, 2800,
    ]);
  });
});

describe('a notification after a pattern', () => {
  const PATTERN_THEN_WORD = `v.start([{ type: URGENT, duration: 400 }]); setTimeout(() =>
    need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [] }), 100)`;

  it.each([
    ['yields', [[0, 400]]],
    ['silent', [[0, 400]]],
    [
      'waits',
      [
        [0, 400],
        [400, 100, 100],
      ],
    ],
    [
      'cuts',
      [
        [0, 100],
        [100, 100, 100],
      ],
    ],
  ] as const)('%s', (notificationBuzz, expected) => {
    const watch = openFixture(onPage(PATTERN_THEN_WORD), { notificationBuzz });
    watch.advance(3_000);
    expect(played(watch)).toEqual(expected);
  });

  it.each([
    ['yields', 1],
    ['silent', 0],
  ] as const)('or alone: %s', (notificationBuzz, times) => {
    const alone = `need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [] })`;
    const watch = openFixture(onPage(alone), { notificationBuzz });
    watch.advance(3_000);
    expect(watch.felt()).toHaveLength(times);
  });

  it('may occupy the motor for a pattern that comes soon after it', () => {
    const watch = openFixture(
      onPage(`need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [] });
        const play = () => v.start([{ type: URGENT, duration: 400 }]); setTimeout(play, 1200); setTimeout(play, 1300)`),
      { notificationHoldsMotorMs: 1_300 },
    );
    watch.advance(3_000);
    expect(played(watch)).toEqual([
      [0, 100, 100],
      [1_300, 400],
    ]);
    expect(watch.unfelt()).toMatchObject([{ at: 1_200, reason: 'a notification has the motor' }]);
  });
});

/** Sets alarms for its service when opened; `body` sees them as `a`. */
const arming = (body: string): FixtureApp => ({
  pages: {
    'page/a': `const a = need('@zos/alarm'); const now = Math.floor(Date.now() / 1000);
      const set = (inSeconds) => a.set({ url: 'app-service/cue', time: now + inSeconds, param: String(inSeconds) });
      Page({ build() { ${body} } })`,
  },
  services: { 'app-service/cue': 'AppService({})' },
});

describe('alarms', () => {
  it('can be early or late, each by a different time', () => {
    const watch = openFixture(arming('set(30); set(60); set(90)'));
    watch.delayAlarms(({ param }) => ({ '30': 1_500, '60': -10_000 })[param ?? ''] ?? 0);
    watch.advance(2 * MINUTE);
    expect(woken(watch)).toEqual([
      [31_500, '30'],
      [50_000, '60'],
      [90_000, '90'],
    ]);
  });

  it.each([
    ['second', 40_000, 95_000],
    ['minuteBefore', 0, 60_000],
    ['minuteAfter', 60_000, 120_000],
    ['nearestMinute', 60_000, 120_000],
  ] as const)('may keep to the %s', (alarmGrain, first, second) => {
    const watch = openFixture(arming('set(40); set(95)'), { alarmGrain });
    watch.advance(3 * MINUTE);
    expect(woken(watch)).toEqual([
      [first, '40'],
      [second, '95'],
    ]);
  });

  it.each([
    ['follow', [[40_000, '100']]],
    ['keepWaiting', [[100_000, '100']]],
    ['dropped', []],
  ] as const)('%s when the clock is set', (alarmsOnClockSet, expected) => {
    const watch = openFixture(arming('set(100)'), { alarmsOnClockSet });
    watch.stepClock(MINUTE);
    expect(watch.alarms()).toHaveLength(alarmsOnClockSet === 'dropped' ? 0 : 1);
    watch.advance(3 * MINUTE);
    expect(woken(watch)).toEqual(expected);
  });

  it('may stay listed, and occupy their slot, until they are cancelled', () => {
    const watch = openFixture(
      arming(
        `const id = set(2); setTimeout(() => console.log([a.getAllAlarms(), set(60), a.cancel(id), set(60)].join()), 5000)`,
      ),
      { alarmsStayListed: true, alarmSlots: 1 },
    );
    watch.advance(10_000);
    expect(woken(watch)).toEqual([[2_000, '2']]);
    expect(said(watch)).toEqual(['1,0,0,2']);
  });

  it('may go off although they were cancelled', () => {
    const watch = openFixture(
      arming('const id = set(2); console.log(a.cancel(id) + "," + a.getAllAlarms())'),
      {
        alarmsCanBeCancelled: false,
      },
    );
    watch.advance(10_000);
    expect(said(watch)).toEqual(['0,1']);
    expect(woken(watch)).toEqual([[2_000, '2']]);
  });

  it.each([0, 1, 24])('get no more than %p slots', (alarmSlots) => {
    const watch = openFixture(arming('for (let i = 1; i <= 30; i += 1) set(i)'), { alarmSlots });
    expect(watch.alarms()).toHaveLength(alarmSlots);
  });
});

describe('an alarm for a page', () => {
  const CALLING: FixtureApp = {
    app: "App({ onCreate(p) { console.log('app ' + p) }, onDestroy() { console.log('app ends') } })",
    pages: {
      'page/a': `Page({ onInit() { need('@zos/alarm').set({ url: 'page/b', delay: 5, param: 'p' }) },
        onDestroy() { console.log('a ends') } })`,
      'page/b': "Page({ onInit(p) { console.log('b ' + p) } })",
    },
  };
  const called = (options: FixtureBoot, act: (watch: Watch) => void = () => undefined) => {
    const watch = openFixture(CALLING, options);
    act(watch);
    const before = said(watch).length;
    watch.advance(5_000);
    return [watch.screen(), ...said(watch).slice(before)];
  };

  it.each([
    ['reopens', 'page/b', ['a ends', 'app ends', 'app p', 'b undefined']],
    ['nothing', 'page/a', []],
    ['opensSecond', 'page/b', ['a ends', 'b undefined']],
  ] as const)('%s, over an open app', (alarmOverOpenApp, shows, told) => {
    expect(called({ alarmOverOpenApp })).toEqual([{ lit: true, shows }, ...told]);
  });

  it.each(['reopens', 'nothing', 'opensSecond'] as const)(
    'lights a dark screen and opens its page where no app is open (%s)',
    (alarmOverOpenApp) => {
      const act = (watch: Watch): void => {
        watch.press('HOME');
        watch.screenOff();
      };
      expect(called({ alarmOverOpenApp }, act)).toEqual([
        { lit: true, shows: 'page/b' },
        'app p',
        'b undefined',
      ]);
    },
  );

  it.each([
    ['app', ['app p', 'b undefined']],
    ['page', ['app undefined', 'b p']],
    ['lost', ['app undefined', 'b undefined']],
  ] as const)('passes its param to %s', (alarmPageParam, told) => {
    const [, ...rest] = called({ alarmPageParam }, (watch) => watch.crash());
    expect(rest).toEqual(told);
  });
});

describe('a button of a notification', () => {
  const OFFERING: FixtureApp = {
    app: "App({ onCreate(p) { console.log('app ' + p) } })",
    pages: {
      'page/a': `Page({ onInit() { const { notify, cancel } = need('@zos/notification'); notify({ title: 'Calf', content: '',
        actions: [{ text: 'Look', file: 'page/b', param: 'p' }] }) } })`,
      'page/b': `Page({ onInit(p) { console.log('b ' + p); const { cancel, getAllNotifications } = need('@zos/notification');
        cancel(getAllNotifications()) } })`,
    },
  };
  const touched = (options: FixtureBoot): Watch => {
    const watch = openFixture(OFFERING, options);
    watch.tapNotification('Look');
    return watch;
  };

  it.each([
    ['app', ['app p', 'b undefined']],
    ['page', ['app undefined', 'b p']],
    ['lost', ['app undefined', 'b undefined']],
  ] as const)('passes its param to %s', (actionPageParam, told) => {
    expect(said(touched({ actionPageParam })).slice(-2)).toEqual(told);
  });

  it('may open no page', () => {
    expect(touched({ actionsOpen: 'services' }).screen().shows).toBe('page/a');
  });

  it('may still be there after the notification was cancelled', () => {
    const watch = touched({ notificationsCanBeCancelled: false });
    expect(watch.notifications()).toHaveLength(1);
    watch.tapNotification('Look');
    expect(said(watch).filter((line) => line === 'b undefined')).toHaveLength(2);
    expect(touched({}).notifications()).toHaveLength(0);
  });
});

it('a notification may light the screen, and the service that posts it then writes no more', () => {
  const app: FixtureApp = {
    pages: arming('set(30)').pages,
    services: {
      'app-service/cue': `const { openSync, O_CREAT, O_WRONLY } = need('@zos/fs');
        const { notify } = need('@zos/notification');
        AppService({ onInit() {
          const write = () => openSync({ path: 'f', flag: O_CREAT | O_WRONLY }) >= 0;
          const before = write();
          notify({ title: 't', content: '', actions: [] });
          console.log(before + ' ' + write());
        } })`,
    },
  };
  const posted = (notificationLightsScreen: boolean) => {
    const watch = openFixture(app, { startAt: 0, notificationLightsScreen });
    watch.crash();
    watch.screenOff();
    watch.advance(MINUTE);
    return said(watch);
  };
  expect([posted(false), posted(true)]).toEqual([['true true'], ['true false']]);
});

it('an update may delete the files', () => {
  for (const [updateKeepsFiles, left] of [
    [true, ['f']],
    [false, []],
  ] as const) {
    const watch = openFixture(onPage(`need('@zos/fs').writeFileSync({ path: 'f', data: 'x' })`), {
      updateKeepsFiles,
    });
    watch.updateApp();
    expect([...watch.files().keys()]).toEqual(left);
  }
});

it('a key may have its default action although the page has handled it', () => {
  const page = `need('@zos/interaction').onKey((key, event) => { console.log('heard'); return true })`;
  for (const [keysCanBeSwallowed, shows] of [
    [true, 'page/a'],
    [false, 'app list'],
  ] as const) {
    const watch = openFixture(onPage(page), { keysCanBeSwallowed });
    watch.press('HOME');
    expect(watch.screen().shows).toBe(shows);
    expect(said(watch)).toContain('heard');
  }
});

describe('a service that stays busy', () => {
  const busyFor = (ms: number, more = ''): FixtureApp => ({
    pages: {
      'page/a': "Page({ build() { need('@zos/alarm').set({ url: 'app-service/cue', delay: 30 }) } })",
    },
    services: {
      'app-service/cue': `const { Vibrator } = need('@zos/sensor'); const v = new Vibrator(); const { URGENT, PAUSE } = v.getType();
        AppService({ onInit() {
          const begin = Date.now();
          v.start([{ type: URGENT, duration: 200 }, { type: PAUSE, duration: 100 }, { type: URGENT, duration: 200 }]);
          while (Date.now() < begin + ${ms}) {}
          console.log('after ' + (Date.now() - begin)); ${more} },
          onDestroy() { console.log('onDestroy') } })`,
    },
  });

  it.each([
    [0, []],
    [250, [200]],
    [450, [200, 150]],
    [550, [200, 200]],
  ])('sees time pass, and its pattern plays for %i ms', (ms, pulses) => {
    const watch = openFixture(busyFor(ms), { serviceEnds: 'whenDone', outlastsService: 'nothing' });
    watch.advance(40_000);
    expect(watch.felt().map((felt) => felt.pulses.map(({ onMs }) => onMs))).toEqual(ms === 0 ? [] : [pulses]);
    expect(said(watch)).toEqual([`after ${ms}`, 'onDestroy']);
    expect(watch.now()).toBe(40_000);
  });

  it('is ended in the middle after 600 ms, without notice', () => {
    const watch = openFixture(busyFor(5_000), { outlastsService: 'nothing' });
    watch.advance(40_000);
    expect(watch.felt()).toMatchObject([{ at: 30_000, pulses: [{}, {}], cut: false }]);
    expect(said(watch)).toEqual([]);
    expect(watch.errors()).toEqual([]);
  });

  it('starts a later vibration when its clock gets there', () => {
    const again =
      'v.start([{ type: URGENT, duration: 50 }]); need("@zos/fs").writeFileSync({ path: "mark", data: "x" })';
    const watch = openFixture(busyFor(300, again), {
      serviceEnds: 'whenDone',
      outlastsService: 'everything',
    });
    watch.advance(40_000);
    expect(played(watch)).toEqual([
      [30_000, 200],
      [30_300, 50],
    ]);
    expect([...watch.files().keys()]).toEqual(['mark']);
  });

  it('does not stop the clock of others', () => {
    const watch = openFixture(
      {
        ...busyFor(450),
        pages: {
          'page/a': `need('@zos/display').setPageBrightTime({ brightTime: 100000 });
            Page({ build() { need('@zos/alarm').set({ url: 'app-service/cue', delay: 1 });
              setTimeout(() => console.log('page ' + Date.now() % 60000), 1100) } })`,
        },
      },
      { startAt: 0 },
    );
    watch.advance(3_000);
    expect(said(watch)).toEqual(['after 450', 'page 1100', 'onDestroy']);
  });
});

it('a page that waits by reading the clock continues, a moment late', () => {
  const watch = openFixture(
    onPage(`const begin = Date.now(); while (new Date().getTime() < begin + 80) {}
      setTimeout(() => console.log(Date.now() - begin), 20)`),
  );
  watch.advance(99);
  expect(said(watch)).toEqual([]);
  watch.advance(1);
  expect(said(watch)).toEqual(['100']);
});
