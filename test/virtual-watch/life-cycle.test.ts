import { openFixture, type FixtureApp } from './fixture';

const SAY = 'const say = (what) => console.log(what);';

const TWO_PAGES: FixtureApp = {
  app: `${SAY} App({ globalData: { launches: 1 }, onCreate(p) { say('app onCreate ' + p) }, onDestroy() { say('app onDestroy') } })`,
  pages: Object.fromEntries(
    ['page/a', 'page/b'].map((path) => [
      path,
      `${SAY} const { push, back, replace, home, exit } = need('@zos/router');
       Page({
         state: { path: '${path}' },
         onInit(params) { say('${path} onInit ' + params) },
         build() {
           say('${path} build');
           const { createWidget, widget } = need('@zos/ui');
           const act = { push: () => push({ url: 'page/b', params: { n: 1 } }), replace: () => replace({ url: 'page/b' }), back, home, exit };
           Object.keys(act).forEach((text, i) =>
             createWidget(widget.BUTTON, { x: 100, y: 60 + 70 * i, w: 200, h: 60, text, click_func: act[text] }));
         },
         onResume() { say('${path} onResume') },
         onPause() { say('${path} onPause') },
         onDestroy() { say('${path} onDestroy') },
       })`,
    ]),
  ),
};

function said(watch: ReturnType<typeof openFixture>): readonly string[] {
  return watch.logs().map(({ text }) => text);
}

describe('the life of an app', () => {
  it('creates the app, then its first page', () => {
    const watch = openFixture(TWO_PAGES);
    expect(said(watch)).toEqual([
      'app onCreate undefined',
      'page/a onInit undefined',
      'page/a build',
      'page/a onResume',
    ]);
    expect(watch.screen()).toEqual({ lit: true, shows: 'page/a' });
  });

  it('destroys the page before it shows the pushed one, and recreates it on the way back', () => {
    const watch = openFixture(TWO_PAGES);
    watch.tap('push');
    watch.swipe('right');
    expect(said(watch).slice(4)).toEqual([
      ...['page/a onPause', 'page/a onDestroy', 'page/b onInit {"n":1}', 'page/b build', 'page/b onResume'],
      ...['page/b onPause', 'page/b onDestroy', 'page/a onInit undefined', 'page/a build', 'page/a onResume'],
    ]);
  });

  it.each([
    ['a widget', "label.setProperty(prop.TEXT, 'late')"],
    ['a widget that it makes in a group', 'group.createWidget(widget.TEXT, { x: 0, y: 0, w: 9, h: 9 })'],
    ['the vibrator', 'vibrator.start()'],
    ['the rest of the vibrator', 'vibrator.stop()'],
    ['a sensor', 'battery.getCurrent()'],
    ['a dialog', 'modal.show(true)'],
    ['a function of a module', "showToast({ content: 'late' })"],
  ])('does not let a page that has ended use %s', (_, deed) => {
    const watch = openFixture({
      pages: {
        'page/a': `const { createWidget, widget, prop } = need('@zos/ui'); const { createModal, showToast } = need('@zos/interaction');
          const { Vibrator, Battery } = need('@zos/sensor');
          Page({ build() {
            const label = createWidget(widget.TEXT, { x: 0, y: 0, w: 9, h: 9 });
            const group = createWidget(widget.GROUP, { x: 0, y: 0, w: 9, h: 9 });
            const [vibrator, battery] = [new Vibrator(), new Battery()];
            const modal = createModal({ content: 'Really?', show: false });
            getApp()._options.late = () => { ${deed} };
            getApp()._options.late();
            vibrator.stop(); modal.show(false);
            need('@zos/router').push({ url: 'page/b' });
          } })`,
        'page/b': `Page({ build() { try { getApp()._options.late() } catch (error) { console.log(error.message) } } })`,
      },
    });
    expect(said(watch)).toEqual(['page/a has ended']);
    expect(watch.felt()).toEqual([]);
    expect(watch.picture().modal).toBeUndefined();
  });

  it('leaves nothing to go back to after replace', () => {
    const watch = openFixture(TWO_PAGES);
    watch.tap('replace');
    expect(watch.screen().shows).toBe('page/b');
    watch.tap('back');
    expect(watch.screen().shows).toBe('app list');
    expect(said(watch).slice(-2)).toEqual(['page/b onDestroy', 'app onDestroy']);
  });

  it.each([
    ['home', 'watchface'],
    ['exit', 'app list'],
    ['back', 'app list'],
  ])('leaves by %s to the %s', (way, place) => {
    const watch = openFixture(TWO_PAGES);
    watch.tap(way);
    expect(watch.screen().shows).toBe(place);
    expect(said(watch)).toContain('app onDestroy');
  });

  it('dies without notice in a crash', () => {
    const watch = openFixture(TWO_PAGES);
    watch.crash();
    expect(watch.screen().shows).toBe('watchface');
    expect(said(watch)).not.toContain('app onDestroy');
  });

  it('gives pages getApp and getCurrentPage', () => {
    const watch = openFixture({
      app: 'App({ globalData: { count: 41 } })',
      pages: {
        'page/a': `Page({ state: { mine: 1 }, build() {
          getApp()._options.globalData.count += 1;
          console.log(getApp()._options.globalData.count, getCurrentPage()._options.state.mine) } })`,
      },
    });
    expect(said(watch)).toEqual(['42 1']);
  });
});

describe('timers of a page', () => {
  const TICKING: FixtureApp = {
    app: `const { setTimeout } = need('@zos/timer'); App({ onCreate() { setTimeout(() => console.log('app timer'), 5000) } })`,
    pages: {
      'page/a': `Page({ build() {
        let n = 0; const id = setInterval(() => { console.log('tick ' + (n += 1)); if (n === 3) clearInterval(id) }, 1000);
        setTimeout(() => need('@zos/router').push({ url: 'page/b' }), 2500) } })`,
      'page/b': 'Page({})',
    },
  };

  it('end with it, while those of the app go on', () => {
    const watch = openFixture(TICKING);
    watch.advance(10_000);
    expect(said(watch)).toEqual(['tick 1', 'tick 2', 'app timer']);
  });

  it('keep the order of promise jobs: those of a callback run before the next callback', () => {
    const watch = openFixture({
      pages: {
        'page/a': `Page({ build() {
          setTimeout(async () => { console.log('one'); await null; console.log('one, later') }, 10);
          setTimeout(() => console.log('two'), 10) } })`,
      },
    });
    watch.advance(10);
    expect(said(watch)).toEqual(['one', 'one, later', 'two']);
  });
});

describe('errors of the app', () => {
  const failing = (body: string): FixtureApp => ({ pages: { 'page/a': body } });

  it('at the top level are Mini Program Errors, thrown from the call that advanced the watch', () => {
    expect(() => openFixture(failing('missing(); Page({})'))).toThrow(
      /miniProgramError in page\/a at 0 ms: ReferenceError: missing is not defined/,
    );
  });

  it('in a handler are thrown from the call that ran it', () => {
    const watch = openFixture(
      failing("Page({ build() { setTimeout(() => { throw new Error('late') }, 100) } })"),
    );
    expect(() => watch.advance(100)).toThrow(/exception in page\/a setTimeout at 100 ms: Error: late/);
  });

  it('are only collected if the watch is not strict', () => {
    const watch = openFixture(failing("Page({ build() { throw new Error('early') } })"), { strict: false });
    expect(watch.errors()).toMatchObject([
      { kind: 'exception', message: 'Error: early', where: 'page/a build' },
    ]);
  });

  it('cannot be hidden by the app if it misuses the watch', () => {
    const hiding = `Page({ build() { try { need('@zos/router').push({ url: 'page/none' }) } catch (e) { console.log(e instanceof Error) } } })`;
    const watch = openFixture(failing(hiding), { strict: false });
    expect(watch.errors()).toMatchObject([
      { kind: 'misuse', message: 'push: page/none is no page of app.json' },
    ]);
    expect(said(watch)).toEqual(['true']);
  });

  it('name what is not modelled', () => {
    expect(() => openFixture(failing("need('@zos/media')"))).toThrow('@zos/media is not modelled');
    expect(() => openFixture(failing("need('@zos/sensor').Gyroscope"))).toThrow(
      '@zos/sensor.Gyroscope is not modelled',
    );
    expect(() => openFixture(failing("need('@zos/ui').widget.CANVAS"))).toThrow(
      '@zos/ui.widget.CANVAS is not modelled',
    );
  });

  it('in an unhandled promise are logged, and end nothing', async () => {
    const unheard = failing("Page({ build() { Promise.reject(new Error('unheard')) } })");
    const watch = openFixture(unheard, { strict: false });
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(watch.screen().shows).toBe('page/a');
    expect(watch.logs()).toMatchObject([
      { logger: 'promise', text: expect.stringContaining('unheard') as string },
    ]);
  });
});
