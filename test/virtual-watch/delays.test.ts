import { openFixture, type FixtureApp } from './fixture';

const APP: FixtureApp = {
  pages: {
    'page/a': `Page({
      build() {
        setTimeout(() => console.log('rang at ' + Date.now() % 100000), 1000);
        const { createWidget, widget } = need('@zos/ui');
        const { replace } = need('@zos/router');
        createWidget(widget.BUTTON, { x: 100, y: 100, w: 200, h: 80, text: 'go', click_func: () => { console.log('touched'); replace({ url: 'page/b' }) } });
      },
    })`,
    'page/b': 'Page({})',
  },
};

it('delays the timers of a page while it stalls, and responds to touches', () => {
  const watch = openFixture(APP, { startAt: 0 });
  watch.slowNavigation(60_000);
  watch.stallPages(5_000);
  watch.advance(4_999);
  watch.tap('go');
  expect(watch.logs().map(({ text }) => text)).toEqual(['touched']);
  watch.advance(1);
  expect(watch.logs().map(({ text }) => text)).toEqual(['touched', 'rang at 5000']);
});

it('shows the next page after the configured delay, and the old one listens until then', () => {
  const watch = openFixture(APP);
  watch.slowNavigation(500);
  watch.tap('go');
  watch.advance(499);
  watch.tap('go');
  expect(watch.screen().shows).toBe('page/a');
  watch.advance(1);
  expect(watch.screen().shows).toBe('page/b');
});
