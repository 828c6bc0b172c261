import { log } from '@zos/utils';

const logger = log.getLogger('legato');

/**
 * The world of a service may load this file as well, so there is nothing in it but what every world needs: the object
 * in which pages leave one another what goes with the app (device/watch/launch.ts).
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
