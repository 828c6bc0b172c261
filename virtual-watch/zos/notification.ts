import type * as Zos from '@zos/notification';

import { intoRealm } from '../machine/realm';
import type { Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { checkOption, checkValue } from './options';
import { NOTIFICATION_VIBRATION } from './vibrator';
import { anyTarget } from './target';

/** `vibrate` of `notify` (Zepp OS docs; an official sample passes 6). */
const MOST_VIBRATE = 5;

export const notification: ZosModule = {
  name: '@zos/notification',
  permission: 'device:os.notification',
  inService: 'all',
  make: (scope) => {
    const { notifications, motor, screen } = scope.hardware;
    return {
      notify(option) {
        const { title, content, actions, vibrate } = checkOption(scope, 'notify', option, {
          title: 'string',
          content: 'string',
          actions: 'array',
          vibrate: 'number?',
        });
        if (
          vibrate !== undefined &&
          !(Number.isInteger(vibrate) && vibrate >= 0 && vibrate <= MOST_VIBRATE)
        ) {
          scope.misuse(`notify: vibrate is 0 to ${MOST_VIBRATE}, not ${vibrate}`);
        }
        const checked = actions.map((action) => checkAction(scope, action));
        scope.time.whenThere(() => motor.buzz(NOTIFICATION_VIBRATION, 'notification', scope.system.unknowns));
        if (scope.system.unknowns.notificationLightsScreen) screen.light();
        const [at, wall, by] = [scope.time.now(), scope.time.wall(), scope.by];
        return notifications.post({ at, wall, title, content, actions: checked, by });
      },
      cancel(ids) {
        for (const id of Array.isArray(ids) ? ids : [ids]) {
          const known = checkValue(scope, 'notification.cancel', id, 'number');
          if (scope.system.unknowns.notificationsCanBeCancelled) notifications.cancel(known);
        }
      },
      getAllNotifications: () =>
        intoRealm(
          scope.realm,
          notifications.shown().map(({ id }) => id),
        ) as number[],
    } satisfies typeof Zos;
  },
};

/** Opens a page or wakes a service (Zepp OS docs, System Notification; the page of `notify` mentions services only). */
function checkAction(scope: Scope, action: unknown) {
  const { text, file, param } = checkOption(scope, 'notify: action', action, {
    text: 'string',
    file: 'string',
    param: 'string?',
  });
  return { text, file: anyTarget(scope, 'notify', file), param };
}
