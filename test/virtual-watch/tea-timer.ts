import type { WatchPackage } from '../../virtual-watch/machine/package';
import type { FixtureApp } from './fixture';
import { withPhonePart, zmlApp } from './phone/talk';

/** The app of the README's examples: it buzzes when tea has steeped for three minutes, and counts cups on the phone. */
export const TEA_TIMER: FixtureApp = {
  pages: {
    'page/tea': `const { createWidget, widget, prop } = need('@zos/ui');
      Page({ build() {
        const state = createWidget(widget.TEXT, { x: 40, y: 60, w: 400, h: 60, text_size: 40, text: 'Tea' });
        const put = (text, y, click_func) => createWidget(widget.BUTTON, { x: 40, y, w: 400, h: 80, text, click_func });
        const steep = put('Steep', 160, () => {
          need('@zos/alarm').set({ url: 'app-service/ready', delay: 180 });
          need('@zos/display').setWakeUpRelaunch({ relaunch: true });
          state.setProperty(prop.TEXT, 'Steeping');
          steep.setProperty(prop.VISIBLE, false);
        });
        put('Tell the phone', 260, () => {
          getApp()._options.globalData.messaging.request({ cups: 1 }, { timeout: 8000 }).then(() => {});
        });
      } })`,
  },
  services: {
    'app-service/ready': `const { Vibrator } = need('@zos/sensor'); const motor = new Vibrator();
      const { URGENT, PAUSE } = motor.getType(); const pulse = { type: URGENT, duration: 150 };
      AppService({ onInit() { motor.start([pulse, { type: PAUSE, duration: 150 }, pulse]) } })`,
  },
};

const SIDE = `AppSideService(BaseSideService({
  onRequest({ cups }, respond) { settings.settingsStorage.setItem('cups', String(cups)); respond(null, {}); },
}));`;

const SETTING = `AppSettingsPage({ build({ settingsStorage }) {
  return View({}, [Text({}, 'Cups'), Text({}, settingsStorage.getItem('cups') || '0')]);
} });`;

/** With the part for the phone, and ZML between the two. */
export function teaTimerPackages(): readonly WatchPackage[] {
  return withPhonePart({ ...TEA_TIMER, app: zmlApp() }, { side: SIDE, setting: SETTING });
}
