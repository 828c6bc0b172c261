import type * as Zos from '@zos/display';

import { intoRealm } from '../machine/realm';
import type { Scope } from '../machine/scope';
import { DEFAULT_BRIGHT_MS, DEFAULT_PAUSE_MS } from '../machine/screen';
import { isGetter, type ZosModule } from './module';
import { checkOption, checkValue } from './options';

type Display = Pick<
  typeof Zos,
  | 'setPageBrightTime'
  | 'resetPageBrightTime'
  | 'pauseDropWristScreenOff'
  | 'resetDropWristScreenOff'
  | 'pausePalmScreenOff'
  | 'resetPalmScreenOff'
  | 'setScreenOff'
  | 'getBrightness'
  | 'getAutoBrightness'
  | 'getSettings'
>;

/** The success code of every call here (Zepp OS docs, display). */
const DONE = 0;
/** The range of `setPageBrightTime`, in ms (Zepp OS docs). */
const BRIGHT_RANGE = [1_000, 2_147_483_000] as const;

export const display: ZosModule = {
  name: '@zos/display',
  inService: isGetter,
  make: (scope) => {
    const { screen } = scope.hardware;
    return {
      setPageBrightTime(option) {
        const { brightTime = DEFAULT_BRIGHT_MS } = checkOption(scope, 'setPageBrightTime', option, {
          brightTime: 'number?',
        });
        const [least, most] = BRIGHT_RANGE;
        if (brightTime < least || brightTime > most)
          scope.misuse(`setPageBrightTime: ${brightTime} ms is out of range`);
        screen.setBrightTime(brightTime);
        return DONE;
      },
      resetPageBrightTime() {
        screen.resetBrightTime();
        return DONE;
      },
      pauseDropWristScreenOff: (option) => pause(scope, 'pauseDropWristScreenOff', 'dropWrist', option),
      pausePalmScreenOff: (option) => pause(scope, 'pausePalmScreenOff', 'palm', option),
      resetDropWristScreenOff() {
        screen.resume('dropWrist');
        return DONE;
      },
      resetPalmScreenOff() {
        screen.resume('palm');
        return DONE;
      },
      getBrightness: () => screen.brightness.level,
      getAutoBrightness: () => screen.brightness.auto,
      setBrightness(option: unknown) {
        const { brightness } = checkOption(scope, 'setBrightness', option, { brightness: 'number' });
        if (!(brightness >= 0 && brightness <= 100))
          scope.misuse(`setBrightness: ${brightness} is out of range`);
        // Has no effect while the light sensor controls the brightness (Zepp OS docs).
        if (!screen.brightness.auto) screen.brightness = { level: brightness, auto: false };
        return DONE;
      },
      setAutoBrightness(option: unknown) {
        const { autoBright } = checkOption(scope, 'setAutoBrightness', option, { autoBright: 'boolean' });
        screen.brightness = { ...screen.brightness, auto: autoBright };
      },
      setScreenOff() {
        screen.turnOff();
        return DONE;
      },
      setWakeUpRelaunch(option: unknown) {
        scope.system.setWakeUpRelaunch(
          typeof option === 'boolean'
            ? option
            : checkOption(scope, 'setWakeUpRelaunch', option, { relaunch: 'boolean' }).relaunch,
        );
      },
      getSettings: () =>
        intoRealm(scope.realm, {
          screen: { status: screen.lit ? 1 : 2, duration: DEFAULT_BRIGHT_MS / 1000 },
          wrist: { speed: 0, model: 0, startTime: 0, endTime: 0 },
          standby: { style: 0, model: 0, startTime: 0, endTime: 0 },
        }) as Zos.getSettings.Result,
    } satisfies Display &
      Readonly<Record<'setWakeUpRelaunch' | 'setBrightness' | 'setAutoBrightness', unknown>>;
  },
};

function pause(scope: Scope, api: string, gesture: 'dropWrist' | 'palm', option: unknown): number {
  const { duration = DEFAULT_PAUSE_MS } = checkOption(scope, api, option, { duration: 'number?' });
  if (checkValue(scope, `${api}: duration`, duration, 'number') < 0) scope.misuse(`${api}: ${duration} ms`);
  scope.hardware.screen.pause(gesture, duration);
  return DONE;
}
