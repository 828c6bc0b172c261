import { bootFixture, openFixture, type FixtureApp } from './fixture';

const woken = (service: string, more: Partial<FixtureApp> = {}): FixtureApp => ({
  pages: {
    'page/a':
      "Page({ build() { need('@zos/alarm').set({ url: 'app-service/cue', delay: 30, param: 'p' }) } })",
  },
  services: { 'app-service/cue': service },
  ...more,
});

const said = (watch: ReturnType<typeof openFixture>) => watch.logs().map(({ text }) => text);

describe('a service that an alarm wakes', () => {
  it('runs in a world of its own and is ended after 600 ms', () => {
    const watch = openFixture(
      woken(
        "globalThis.shared = (globalThis.shared || 0) + 1; AppService({ onInit(p) { console.log('onInit ' + p + globalThis.shared) }, onDestroy() { console.log('onDestroy ' + Date.now()) } })",
        { app: 'globalThis.shared = 10; App({})' },
      ),
    );
    watch.advance(30_599);
    expect(said(watch)).toEqual(['onInit p11']);
    watch.advance(1);
    expect(said(watch)[1]).toBe(`onDestroy ${watch.wall()}`);
  });

  it('has no timers', () => {
    const watch = openFixture(
      woken(`const { setTimeout: later } = need('@zos/timer');
        AppService({ onInit() { console.log(typeof setTimeout, typeof setInterval); later(() => console.log('never'), 100) } })`),
    );
    watch.advance(40_000);
    expect(said(watch)).toEqual(['undefined undefined']);
  });

  it.each([
    [
      'draw',
      "need('@zos/ui').createWidget(1, {})",
      '@zos/ui.createWidget is not available in an app service',
    ],
    [
      'hold the screen',
      "need('@zos/display').setPageBrightTime({})",
      '@zos/display.setPageBrightTime is not available',
    ],
  ])('cannot %s', (_, body, reason) => {
    const watch = openFixture(woken(`AppService({ onInit() { ${body} } })`));
    expect(() => watch.advance(30_000)).toThrow(reason);
  });

  it('reads files always, and writes them only while the screen is dark', () => {
    const service = `const fs = need('@zos/fs'); AppService({ onInit() {
      const fd = fs.openSync({ path: 's', flag: fs.O_WRONLY | fs.O_CREAT });
      console.log(fd > 0, fs.statSync({ path: 's' }) !== undefined) } })`;
    const dark = openFixture(woken(service));
    dark.advance(30_000);
    expect(said(dark)).toEqual(['true true']);
    const lit = openFixture(woken(service));
    lit.advance(29_000);
    lit.wake();
    lit.advance(1_000);
    expect(said(lit)).toEqual(['false false']);
  });

  it('is felt: a list of actions as long as it lives, a scene to its end', () => {
    const list = openFixture(
      woken(`const { Vibrator } = need('@zos/sensor'); const v = new Vibrator(); const t = v.getType();
        AppService({ onInit() { v.start([{ type: t.URGENT, duration: 400 }, { type: t.PAUSE, duration: 100 }, { type: t.URGENT, duration: 400 }]) } })`),
    );
    list.advance(40_000);
    expect(list.felt()).toMatchObject([
      {
        at: 30_000,
        carrier: 'service',
        by: 'app-service/cue',
        cut: true,
        pulses: [{ onMs: 400 }, { onMs: 100 }],
      },
    ]);
    const scene = openFixture(
      woken(
        `const s = need('@zos/sensor'); AppService({ onInit() { new s.Vibrator().start({ mode: s.VIBRATOR_SCENE_STRONG_REMINDER }) } })`,
      ),
    );
    scene.advance(40_000);
    expect(scene.felt()).toMatchObject([{ cut: false, pulses: [{}, {}, {}, {}] }]);
  });

  describe.each([
    ['atLimit', 600],
    ['whenDone', 0],
  ] as const)('on a watch that ends it %s', (serviceEnds, livesMs) => {
    const playing = (param: string): FixtureApp => ({
      pages: {
        'page/a': `Page({ build() { need('@zos/alarm').set({ url: 'app-service/cue', delay: 30, param: '${param}' }) } })`,
      },
      services: {
        'app-service/cue': `const s = need('@zos/sensor'); const v = new s.Vibrator(); const { URGENT } = v.getType();
          AppService({ onInit(p) { v.start(p === 'list' ? [{ type: URGENT, duration: 900 }] : { mode: s.VIBRATOR_SCENE_DURATION_LONG }) } })`,
      },
    });
    const play = (param: string, outlastsService: 'scenes' | 'everything' | 'nothing') => {
      const watch = openFixture(playing(param), { serviceEnds, outlastsService });
      watch.advance(40_000);
      return [...watch.felt(), ...watch.unfelt()].map(({ pulses }) =>
        pulses.reduce((ms, { onMs }) => ms + onMs, 0),
      );
    };

    it('is ended after its promises have run, at the end of its time', () => {
      const service = `AppService({ onInit() { Promise.resolve().then(() => console.log('done')) },
        onDestroy() { console.log(Date.now()) } })`;
      const watch = openFixture(woken(service), { serviceEnds });
      watch.advance(40_000);
      expect(said(watch)).toEqual(['done', String(watch.wall() - 10_000 + livesMs)]);
    });

    it.each([
      ['scenes', livesMs, 1_000],
      ['everything', 900, 1_000],
      ['nothing', livesMs, livesMs],
    ] as const)('lets this play on: %s', (outlastsService, listMs, sceneMs) => {
      expect(play('list', outlastsService)).toEqual([listMs]);
      expect(play('scene', outlastsService)).toEqual([sceneMs]);
    });
  });

  it('that is ended before its pattern has begun is not felt', () => {
    const watch = openFixture(
      woken(`const { Vibrator } = need('@zos/sensor'); const v = new Vibrator();
        AppService({ onInit() { v.start([{ type: v.getType().URGENT, duration: 400 }]) } })`),
      { serviceEnds: 'whenDone' },
    );
    watch.advance(40_000);
    expect(watch.felt()).toEqual([]);
    expect(watch.unfelt()).toMatchObject([{ at: 30_000, reason: 'stopped at once' }]);
  });

  it('posts a notification, whose button wakes a service', () => {
    const watch = openFixture(
      woken(
        `AppService({ onInit(p) { console.log('woken by ' + p); need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [{ text: 'Pause', file: 'app-service/cue', param: 'button' }] }) } })`,
      ),
    );
    watch.advance(30_000);
    expect(watch.notifications()).toMatchObject([{ at: 30_000, title: 'Calf', by: 'app-service/cue' }]);
    expect(watch.felt()).toMatchObject([{ carrier: 'system', by: 'notification' }]);
    const came = watch.notifications()[0]?.wall;
    expect(came).toBe(watch.felt()[0]?.wall);
    watch.stepClock(3_600_000);
    expect(watch.notifications()[0]?.wall).toBe(came);
    watch.tapNotification('Pause');
    expect(said(watch)).toEqual(['woken by p', 'woken by button']);
  });

  it('posts a notification, whose button opens a page of the app from scratch', () => {
    const watch = openFixture({
      app: "App({ onCreate(p) { console.log('app ' + p) } })",
      pages: {
        'page/a': "Page({ build() { need('@zos/alarm').set({ url: 'app-service/cue', delay: 30 }) } })",
        'page/b': "Page({ onInit(p) { console.log('page/b ' + p) } })",
      },
      services: {
        'app-service/cue': `AppService({ onInit() { need('@zos/notification').notify({ title: 'Calf', content: '',
          actions: [{ text: 'Look', file: 'page/b.js', param: 'p' }] }) } })`,
      },
    });
    watch.advance(30_000);
    watch.tapNotification('Look');
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/b' });
    expect(said(watch).slice(-2)).toEqual(['app p', 'page/b undefined']);
    expect(watch.serviceRuns()).toHaveLength(1);
    expect(() => watch.tapNotification('Hear')).toThrow('no notification offers "Hear"');
  });

  it('cannot offer what the app does not have', () => {
    const watch = openFixture(
      woken(`AppService({ onInit() { need('@zos/notification').notify({ title: 'Calf', content: '',
        actions: [{ text: 'Look', file: 'page/nowhere' }] }) } })`),
    );
    expect(() => watch.advance(30_000)).toThrow('notify: page/nowhere is no page or service of app.json');
    expect(watch.notifications()).toEqual([]);
    expect(watch.felt()).toEqual([]);
  });

  it('finds the app in its world, with its own onCreate run', () => {
    const watch = openFixture(
      woken('AppService({ onInit() { console.log(getApp()._options.globalData.made) } })', {
        app: 'App({ globalData: {}, onCreate(p) { this.globalData.made = p } })',
      }),
    );
    watch.advance(30_000);
    expect(said(watch)).toEqual(['p']);
  });

  it('needs app-event as well on a GTR 4', () => {
    const service = "AppService({ onInit() { console.log('woken') } })";
    const without = openFixture(woken(service), { device: 'Amazfit GTR 4' });
    without.advance(30_000);
    expect(without.serviceRuns()).toEqual([]);
    const beside = openFixture(woken(service, { appEvent: 'app-service/cue' }), { device: 'Amazfit GTR 4' });
    beside.advance(30_000);
    expect(beside.serviceRuns()).toHaveLength(1);
  });

  it('dies at a module member that its watch does not have, and leaves the app alone', () => {
    const service = `const { createSysTimer } = need('@zos/timer'); createSysTimer(true, 10, () => {}); AppService({})`;
    const old = openFixture(woken(service), { device: 'Amazfit GTR 4', strict: false });
    old.advance(30_000);
    const older = openFixture(woken(service, { appEvent: 'app-service/cue' }), {
      device: 'Amazfit GTR 4',
      strict: false,
    });
    older.advance(30_000);
    expect(older.errors()).toMatchObject([{ kind: 'miniProgramError', where: 'app-service/cue' }]);
    const young = openFixture(woken(service), { device: 'Amazfit T-Rex 3' });
    young.advance(30_000);
    expect(young.errors()).toEqual([]);
  });
});

describe('a continuous service', () => {
  const CONTINUOUS: FixtureApp = {
    pages: {
      'page/a': `const service = need('@zos/app-service'); const { queryPermission, requestPermission } = need('@zos/app');
        const { createWidget, widget } = need('@zos/ui'); const BG = ['device:os.bg_service'];
        const file = 'app-service/run';
        const act = {
          Ask: () => console.log('ask ' + requestPermission({ permissions: BG, callback: (r) => console.log('answer ' + r) })),
          Begin: () => console.log('start ' + service.start({ file, url: file, param: 'p', reload: false, complete_func: ({ result }) => console.log('complete ' + result) })),
          Lasting: () => service.start({ file, param: 'again', complete_func() {} }),
          End: () => console.log('stop ' + service.stop({ file, complete_func() {} })),
        };
        Page({ build() {
          console.log('query ' + queryPermission({ permissions: BG }));
          Object.keys(act).forEach((text, i) => createWidget(widget.BUTTON, { x: 100, y: 60 + 80 * i, w: 200, h: 70, text, click_func: act[text] }));
        } })`,
    },
    services: {
      'app-service/run': `const { createSysTimer, stopTimer } = need('@zos/timer'); const { Vibrator } = need('@zos/sensor'); const v = new Vibrator();
        let left = 3;
        AppService({ onInit(p) { console.log('running ' + p); const id = createSysTimer(true, 60000, (arg) => { v.start(); if ((left -= 1) === 0) stopTimer(id) }, 'x') },
          onDestroy() { console.log('ended') } })`,
    },
  };
  const DEVICE = { device: 'Amazfit T-Rex 3' } as const;

  it('starts with the consent that a touch asks for, and outlives page and screen', () => {
    const watch = openFixture(CONTINUOUS, DEVICE);
    watch.tap('Begin');
    watch.tap('Ask');
    watch.tap('OK');
    watch.tap('Begin');
    watch.advance(0);
    expect(said(watch)).toEqual([
      ...[
        'query 0',
        'start 3',
        'ask 0',
        'answer 2',
        'start 0',
        'running p',
        'complete false',
        'complete true',
      ],
    ]);
    watch.crash();
    watch.advance(600_000);
    expect(watch.screen()).toEqual({ lit: false, shows: 'watchface' });
    expect(watch.felt().map(({ at, carrier }) => [at, carrier])).toEqual([
      [60_000, 'service'],
      [120_000, 'service'],
      [180_000, 'service'],
    ]);
    expect(watch.services()).toEqual(['app-service/run']);
  });

  it('is refused if the person said no, or if another service runs', () => {
    const refused = openFixture(CONTINUOUS, DEVICE);
    refused.tap('Ask');
    refused.tap('Cancel');
    expect(said(refused)).toContain('answer 0');
    const taken = openFixture(CONTINUOUS, DEVICE);
    taken.setConsent('granted');
    taken.occupyServiceSlot();
    taken.tap('Begin');
    expect(said(taken)).toContain('start 7');
  });

  it('ends when it is stopped', () => {
    const watch = openFixture(CONTINUOUS, DEVICE);
    watch.setConsent('granted');
    watch.tap('Begin');
    watch.tap('End');
    watch.advance(100_000);
    expect(said(watch)).toContain('ended');
    expect(watch.felt()).toEqual([]);
  });

  it('comes back after a reboot only if it was started to', () => {
    for (const [button, runs] of [
      ['Begin', 0],
      ['Lasting', 1],
    ] as const) {
      const watch = openFixture(CONTINUOUS, DEVICE);
      watch.setConsent('granted');
      watch.tap(button);
      watch.reboot();
      expect(watch.services()).toHaveLength(runs);
    }
  });

  it('does not ask for consent without a touch', () => {
    const asking: FixtureApp = {
      pages: {
        'page/a':
          "Page({ build() { need('@zos/app').requestPermission({ permissions: ['device:os.bg_service'], callback() {} }) } })",
      },
    };
    expect(() => bootFixture(asking).openApp()).toThrow('the dialog comes up only in answer to a touch');
  });
});
