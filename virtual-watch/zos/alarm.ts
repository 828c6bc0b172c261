import type * as Zos from '@zos/alarm';

import { intoRealm } from '../machine/realm';
import type { ZosModule } from './module';
import { checkOption, checkValue } from './options';
import { anyTarget } from './target';

type Alarm = Pick<typeof Zos, 'set' | 'getAllAlarms' | 'REPEAT_ONCE' | 'REPEAT_DAY'>;
// `cancel` is typed with an object and with the bare id; the model accepts both.
type Cancel = Readonly<Record<'cancel', unknown>>;

const REPEAT_ONCE = 1;
const REPEAT_DAY = 4;
const DONE = 0;

/** The app's alarms. Of the repeating ones, only daily alarms are modelled. */
export const alarm: ZosModule = {
  name: '@zos/alarm',
  permission: 'device:os.alarm',
  inService: 'all',
  make: (scope) => {
    const { alarms } = scope.hardware;
    return {
      REPEAT_ONCE,
      REPEAT_DAY,
      set(option) {
        const wanted = checkOption(scope, 'alarm.set', option, {
          appid: 'number?',
          url: 'string',
          time: 'number?',
          delay: 'number?',
          param: 'string?',
          store: 'boolean?',
          repeat_type: 'number?',
          repeat_period: 'unmodelled',
          repeat_duration: 'unmodelled',
          week_days: 'unmodelled',
          start_time: 'unmodelled',
          end_time: 'unmodelled',
        });
        const { appId } = scope.package.manifest.app;
        if ((wanted.appid ?? appId) !== appId) scope.notModelled(`alarm.set for the app ${wanted.appid}`);
        const repeat = wanted.repeat_type ?? REPEAT_ONCE;
        if (repeat !== REPEAT_ONCE && repeat !== REPEAT_DAY)
          scope.notModelled(`alarm.set with a repeat_type of ${repeat}`);
        const now = Math.floor(scope.time.wall() / 1000);
        const time = wanted.time ?? (wanted.delay === undefined ? undefined : now + wanted.delay);
        if (time === undefined) return scope.misuse('alarm.set needs time or delay');
        if (!Number.isInteger(time)) scope.misuse(`alarm.set: ${time} is not a whole second`);
        const url = anyTarget(scope, 'alarm.set', wanted.url);
        const daily = repeat === REPEAT_DAY ? { daily: true } : {};
        return alarms.set({ url, time, ...daily, param: wanted.param, store: wanted.store ?? false });
      },
      cancel(option: unknown) {
        const id =
          typeof option === 'object'
            ? checkOption(scope, 'alarm.cancel', option, { id: 'number' }).id
            : checkValue(scope, 'alarm.cancel', option, 'number');
        if (!alarms.cancel(id)) throw scope.error(`alarm.cancel: there is no alarm ${id}`);
        return DONE;
      },
      getAllAlarms: () =>
        intoRealm(
          scope.realm,
          alarms.all().map(({ id }) => id),
        ) as number[],
    } satisfies Alarm & Cancel;
  },
};
