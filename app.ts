import { log } from '@zos/utils';

const logger = log.getLogger('legato');

/**
 * The world of a service may load this file too, so it contains only what every world needs: the object through which
 * pages pass data to one another while the app is open (device/watch/launch.ts).
 */
App({
  globalData: {},
  onCreate() {
    logger.log('opened');
  },
  onDestroy() {
    logger.log('closed');
  },
});
