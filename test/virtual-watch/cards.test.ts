import { bootFixture, type FixtureApp, type FixtureBoot } from './fixture';

const SECOND = 1_000;

const LIFE = ['onInit', 'build', 'onResume', 'onPause', 'onDestroy']
  .map(
    (name) =>
      `${name}(p) { console.log('card ${name}'); if (typeof this.on${name} === 'function') this.on${name}(p) }`,
  )
  .join(', ');

const APP: FixtureApp = {
  app: "App({ globalData: {}, onCreate() { console.log('app onCreate') }, onDestroy() { console.log('app onDestroy') } })",
  pages: {
    'page/a': `Page({ onInit(p) { const { globalData } = getApp()._options; globalData.times = (globalData.times || 0) + 1;
      console.log('page ' + p + ' ' + globalData.times) }, onDestroy() { console.log('page onDestroy') } })`,
  },
  card: `const ui = need('@zos/ui'); AppWidget({ ${LIFE}, onbuild() {
    const { w, h, margin } = ui.getAppWidgetSize();
    ui.createWidget(ui.widget.BUTTON, { x: margin, y: 40, w: w - 2 * margin, h: 90, text: 'Go', text_size: 30,
      click_func: () => need('@zos/router').push({ url: 'page/a', params: 'now' }) }) } })`,
};

const boot = (app: FixtureApp = APP, options: FixtureBoot = {}) => bootFixture(app, options);

const withCard = (app: FixtureApp = APP, options: FixtureBoot = {}) => {
  const watch = boot(app, options);
  watch.addCard();
  return watch;
};

const said = (watch: ReturnType<typeof boot>) => watch.logs().map(({ text }) => text);

const inCard = (body: string): FixtureApp => ({
  ...APP,
  card: `const { createWidget, widget, getAppWidgetSize, setAppWidgetSize } = need('@zos/ui');
    AppWidget({ build() { ${body} } })`,
});

const faultsOf = (app: FixtureApp): readonly string[] => {
  const watch = boot(app, { strict: false });
  watch.addCard();
  watch.swipe('right');
  return watch.errors().map(({ kind, message }) => `${kind}: ${message}`);
};

describe('a card', () => {
  it('is created when added to the list, and notified when it becomes visible and hidden', () => {
    const watch = withCard();
    expect(said(watch)).toEqual(['app onCreate', 'card onInit', 'card build']);
    watch.swipe('right');
    expect(watch.screen().shows).toBe('cards');
    expect(watch.texts()).toEqual(['Go']);
    watch.swipe('left');
    watch.removeCard();
    expect(said(watch).slice(3)).toEqual([
      'card onResume',
      'card onPause',
      'card onDestroy',
      'app onDestroy',
    ]);
    watch.swipe('right');
    expect(watch.screen().shows).toBe('watchface');
  });

  it('opens a page of the app in the same world, which outlives the page, and from which one returns to the card', () => {
    const watch = withCard();
    watch.swipe('right');
    watch.tap('Go');
    expect(watch.screen().shows).toBe('page/a');
    watch.swipe('right');
    expect(watch.screen().shows).toBe('cards');
    watch.tap('Go');
    expect(said(watch).filter((text) => !text.startsWith('card'))).toEqual([
      'app onCreate',
      'page now 1',
      'page onDestroy',
      'page now 2',
    ]);
  });

  it('has its own world on a watch that works that way', () => {
    const watch = withCard(APP, { cardWorld: 'own' });
    watch.swipe('right');
    watch.tap('Go');
    watch.swipe('right');
    watch.tap('Go');
    expect(said(watch).filter((text) => text.startsWith('page now'))).toEqual(['page now 1', 'page now 1']);
    expect(said(watch)).toContain('app onDestroy');
  });

  it('passes nothing to the page on a watch that loses parameters', () => {
    const watch = withCard(APP, { cardParams: 'lost' });
    watch.swipe('right');
    watch.tap('Go');
    expect(said(watch)).toContain('page undefined 1');
  });

  it('stands still unless it is visible: what was due rings then', () => {
    const watch = withCard(inCard("setTimeout(() => console.log('rang ' + Date.now()), 1000)"));
    watch.advance(5 * SECOND);
    expect(said(watch)).toEqual(['app onCreate']);
    watch.swipe('right');
    expect(said(watch)).toEqual(['app onCreate', `rang ${watch.wall()}`]);
  });

  it('is left when the screen goes dark, by a key, and when the app opens', () => {
    const watch = withCard();
    watch.swipe('right');
    watch.screenOff();
    watch.wake();
    expect(watch.screen().shows).toBe('watchface');
    watch.swipe('right');
    watch.press('HOME');
    expect(watch.screen().shows).toBe('watchface');
    watch.swipe('right');
    watch.openApp();
    expect(watch.screen().shows).toBe('page/a');
    expect(said(watch).filter((text) => text === 'card onPause')).toHaveLength(3);
  });

  it('is recreated after a crash, a restart and an update', () => {
    const watch = withCard();
    watch.openApp();
    watch.crash();
    watch.swipe('right');
    watch.reboot();
    watch.updateApp();
    watch.swipe('right');
    expect(said(watch).filter((text) => text === 'card build')).toHaveLength(4);
  });

  it('is in the middle of the list, and as high as requested', () => {
    const watch = withCard(inCard('setAppWidgetSize({ h: 120 })'));
    watch.swipe('right');
    expect(watch.picture().nodes).toMatchObject([{ kind: 'fillRect', x: 40, y: 180, w: 400, h: 120 }]);
  });

  it.each([
    ['card', 'x: 0', 40],
    ['screen', 'x: 40', 40],
  ] as const)('counts from the left edge of the %s', (cardOrigin, from, at) => {
    const app = inCard(`createWidget(widget.FILL_RECT, { ${from}, y: 0, w: 400, h: 9, color: 0xffffff })`);
    const watch = withCard(app, { cardOrigin });
    watch.swipe('right');
    expect(watch.picture().nodes[1]).toMatchObject({ x: at, y: 120 });
  });
});

describe('what a card cannot do', () => {
  it.each([
    [
      'draw out of its place',
      'createWidget(widget.FILL_RECT, { x: 1, y: 0, w: 400, h: 9, color: 0 })',
      'misuse: createWidget: this FILL_RECT reaches out of the card',
    ],
    [
      'be higher than it may',
      'setAppWidgetSize({ h: 300 })',
      'misuse: setAppWidgetSize: a card is not 300 px high',
    ],
    [
      'group',
      'createWidget(widget.GROUP, { x: 0, y: 0, w: 9, h: 9 })',
      'misuse: createWidget: a card has no GROUP',
    ],
    [
      'hear keys',
      "need('@zos/interaction').onKey({ callback() {} })",
      'notModelled: @zos/interaction.onKey in a card is not modelled',
    ],
    ['go back', "need('@zos/router').back()", 'notModelled: @zos/router.back in a card is not modelled'],
  ])('is to %s', (_, body, fault) => {
    expect(faultsOf(inCard(body))).toEqual([fault]);
  });

  it('is to be added if the app has none', () => {
    expect(() => boot({ pages: APP.pages }).addCard()).toThrow('the package has no card');
    const page = "Page({ build() { need('@zos/ui').getAppWidgetSize() } })";
    const watch = boot({ pages: { 'page/a': page } }, { strict: false });
    watch.openApp();
    expect(watch.errors()[0]?.message).toBe('getAppWidgetSize is called where there is no card');
  });
});
