import type { VirtualWatch } from '../../virtual-watch/node/index';
import { bootFixture, openFixture, type FixtureApp } from './fixture';

const APP: FixtureApp = {
  pages: {
    'page/a': `const { createWidget, widget } = need('@zos/ui');
      Page({ build() {
        createWidget(widget.BUTTON, { x: 100, y: 100, w: 200, h: 100, text: 'Write',
          click_func: () => need('@zos/fs').writeFileSync({ path: 'f', data: 'text' }) });
        need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [{ text: 'Open', file: 'page/a' }] });
        need('@zos/app-service').start({ file: 'app-service/run', complete_func() {} });
      } })`,
  },
  services: { 'app-service/run': "AppService({ onInit() { console.log('service runs') } })" },
};

const DEEDS: readonly (readonly [what: string, act: (watch: VirtualWatch) => void])[] = [
  ['opens the app', (watch) => watch.openApp()],
  ['taps a label', (watch) => watch.tap('Write')],
  ['holds a label', (watch) => watch.hold('Write')],
  ['taps the glass', (watch) => watch.tapAt(200, 150)],
  ['swipes', (watch) => watch.swipe('right')],
  ['scrolls', (watch) => watch.scroll(10)],
  ['presses a key', (watch) => watch.press('HOME')],
  ['holds a key', (watch) => watch.longPress('HOME')],
  ['turns the crown', (watch) => watch.turnCrown(10)],
  ['lifts the wrist', (watch) => watch.wristUp()],
  ['drops the wrist', (watch) => watch.wristDown()],
  ['flips the wrist', (watch) => watch.flipWrist()],
  ['covers the glass', (watch) => watch.palm()],
  ['wakes the screen', (watch) => watch.wake()],
  ['darkens the screen', (watch) => watch.screenOff()],
  ['taps a notification', (watch) => watch.tapNotification('Open')],
  ['dismisses a notification', (watch) => watch.dismissNotification(1)],
];

describe('a watch without power', () => {
  it.each(DEEDS)('does nothing when a person %s', (_, act) => {
    const watch = openFixture(APP);
    watch.powerOff();
    expect(() => act(watch)).toThrow('the watch is off');
    expect(watch.screen()).toEqual({ lit: false, shows: 'off' });
  });

  it('releases the finger that was on it', () => {
    const watch = openFixture(APP);
    watch.tearNextWrite(2);
    watch.tap('Write');
    expect(watch.screen().shows).toBe('off');
  });

  it('gets an update that runs when the power is back', () => {
    const watch = bootFixture(APP);
    watch.setConsent('granted');
    watch.openApp();
    const runs = () => watch.logs().filter(({ text }) => text === 'service runs').length;
    watch.powerOff();
    watch.updateApp();
    expect(runs()).toBe(1);
    watch.powerOn();
    expect(runs()).toBe(2);
  });
});
