import type { Host } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { appPlugin } from '@zeppos/zml/3.0/module/messaging/plugin/app';
import { hangUp } from '../watch/bluetooth';
import { attempt } from '../watch/fence';
import type { PhoneLink } from './link';

/**
 * The link to the phone over ZML's messaging, which ZML itself keeps open as long as the app. A page opens it with the
 * first request of an exchange and closes it after the last one, so that nothing of it runs during a session, and each
 * exchange begins with a connection of its own: one that was cut off may stay deaf (docs/platform.md, P16).
 */
export function phoneLink(): PhoneLink {
  let connected: Connection | undefined;
  return {
    request(message, options) {
      connected = connected ?? connect();
      return connected.messaging.request(message, options);
    },
    close() {
      if (connected) connected.disconnect();
      connected = undefined;
    },
  };
}

interface Connection {
  readonly messaging: NonNullable<Host['messaging']>;
  disconnect(): void;
}

function connect(): Connection {
  const plugin = appPlugin();
  const host: Host = { globalData: {} };
  plugin.onCreate.call(host);
  const { messaging } = host;
  if (!messaging) throw new Error('ZML gives no messaging');
  return {
    messaging,
    disconnect() {
      // It would reject a promise that nobody handles.
      messaging.transport.clearShakeTimer();
      // A close message that cannot be sent throws, and ZML then stays connected.
      attempt(() => {
        plugin.onDestroy.call(host);
      });
      hangUp();
    },
  };
}
