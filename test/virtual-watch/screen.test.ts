import { openFixture, type FixtureApp } from './fixture';

const page = (body = ''): FixtureApp => ({
  app: "App({ onDestroy() { console.log('app onDestroy') } })",
  pages: {
    'page/a': `const d = need('@zos/display');
      Page({ onInit(p) { console.log('onInit ' + p) }, build() { ${body} }, onPause() { console.log('onPause') }, onResume() { console.log('onResume') } })`,
  },
});

const said = (watch: ReturnType<typeof openFixture>) => watch.logs().map(({ text }) => text);

describe('the screen', () => {
  it('goes dark ten seconds after the last touch, and ten seconds later the app is gone', () => {
    const watch = openFixture(page());
    watch.advance(9_000);
    watch.tapAt(240, 240);
    watch.advance(9_999);
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/a' });
    watch.advance(1);
    expect(watch.screen()).toEqual({ lit: false, shows: 'page/a' });
    expect(watch.texts()).toEqual([]);
    watch.advance(10_000);
    expect(watch.screen()).toEqual({ lit: false, shows: 'watchface' });
    expect(said(watch)).toEqual(['onInit undefined', 'onResume', 'onPause', 'app onDestroy']);
    watch.wake();
    expect(watch.screen()).toEqual({ lit: true, shows: 'watchface' });
  });

  it('finds the page where it was when it is woken in time', () => {
    const watch = openFixture(page());
    watch.screenOff();
    watch.advance(9_999);
    watch.wake();
    watch.advance(5_000);
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/a' });
    expect(said(watch)).toEqual(['onInit undefined', 'onResume', 'onPause', 'onResume']);
  });

  it('opens the page from scratch on the next wake if the app asked for that', () => {
    const watch = openFixture(page('d.setWakeUpRelaunch({ relaunch: true })'));
    watch.screenOff();
    watch.advance(60_000);
    expect(watch.screen().shows).toBe('watchface');
    watch.wristUp();
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/a' });
    expect(said(watch).filter((line) => line.startsWith('onInit'))).toHaveLength(2);
  });

  it('stays lit as long as the page asked, and no longer than the page lives', () => {
    const watch = openFixture(page('d.setPageBrightTime({ brightTime: 700000 })'));
    watch.advance(699_999);
    expect(watch.screen().lit).toBe(true);
    watch.press('HOME');
    expect(watch.screenHold().brightMs).toBe(10_000);
    watch.advance(10_000);
    expect(watch.screen().lit).toBe(false);
  });

  it.each([
    ['a dropped wrist', 'pauseDropWristScreenOff', 'resetDropWristScreenOff', 'wristDown', 'dropWristPaused'],
    ['a covering hand', 'pausePalmScreenOff', 'resetPalmScreenOff', 'palm', 'palmPaused'],
  ] as const)('goes dark by %s unless that is paused', (_, pause, reset, gesture, held) => {
    const plain = openFixture(page());
    plain[gesture]();
    expect(plain.screen().lit).toBe(false);

    const paused = openFixture(
      page(`d.setPageBrightTime({ brightTime: 100000 }); d.${pause}({ duration: 20000 })`),
    );
    paused.advance(19_999);
    paused[gesture]();
    expect(paused.screen().lit).toBe(true);
    paused.advance(1);
    paused[gesture]();
    expect(paused.screen().lit).toBe(false);

    const until = openFixture(page(`d.${pause}({ duration: 0 }); setTimeout(() => d.${reset}(), 5000)`));
    expect(until.screenHold()[held]).toBe(true);
    until.advance(5_000);
    expect(until.screenHold()[held]).toBe(false);
  });

  it('has the brightness that was set, unless it is automatic, and keeps it after the app ends', () => {
    const brightness = (...calls: readonly string[]) => {
      const watch = openFixture(page(calls.map((call) => `d.${call};`).join(' ')));
      watch.press('HOME');
      return watch.brightness();
    };
    expect(brightness()).toEqual({ level: 60, auto: true });
    expect(brightness('setBrightness({ brightness: 1 })')).toEqual({ level: 60, auto: true });
    expect(
      brightness('setAutoBrightness({ autoBright: false })', 'setBrightness({ brightness: 1 })'),
    ).toEqual({
      ...{ level: 1, auto: false },
    });
    expect(() => brightness('setBrightness({ brightness: 101 })')).toThrow('101 is out of range');
  });

  it('refuses a time that no watch accepts', () => {
    expect(() => openFixture(page('d.setPageBrightTime({ brightTime: 10 })'))).toThrow(
      '10 ms is out of range',
    );
  });
});
