import { bootFixture, type FixtureApp } from './fixture';

const BUSY: FixtureApp = {
  pages: {
    'page/a': `const { createWidget, widget } = need('@zos/ui'); const { Vibrator } = need('@zos/sensor');
      Page({ build() {
        createWidget(widget.TEXT, { x: 0, y: 0, w: 480, h: 480, text: 'Here' });
        new Vibrator().start();
        need('@zos/alarm').set({ url: 'app-service/cue', delay: 1 });
        console.log('built');
        setTimeout(() => { throw new Error('no') }, 1000);
      } })`,
  },
  services: {
    'app-service/cue': `AppService({ onInit() {
      need('@zos/notification').notify({ title: 'Calf', content: 'next', actions: [] }) } })`,
  },
};

it('a returned observation does not change afterwards', () => {
  const watch = bootFixture(BUSY, { strict: false });
  watch.openApp();
  const ask = () => ({
    felt: watch.felt(),
    unfelt: watch.unfelt(),
    alarms: watch.alarms(),
    notifications: watch.notifications(),
    everNotified: watch.everNotified(),
    serviceRuns: watch.serviceRuns(),
    widgetCalls: watch.widgetCalls(),
    logs: watch.logs(),
    errors: watch.errors(),
    zmlFaults: watch.zmlFaults(),
  });
  const before = ask();
  const copy = structuredClone(before);
  watch.advance(2_000);
  watch.setMode({ DND: true });
  watch.crash();
  watch.openApp();
  watch.advance(2_000);
  expect(before).toEqual(copy);
  for (const list of [
    'felt',
    'unfelt',
    'everNotified',
    'serviceRuns',
    'widgetCalls',
    'logs',
    'errors',
  ] as const)
    expect(ask()[list].length).toBeGreaterThan(before[list].length);
});
