import { log } from '@zos/utils';

const globalData = { evaluated: true, created: false };

/** A service checks for this mark, to find out whether a service's world runs the app's script and its `onCreate`. */
App({
  globalData,
  onCreate() {
    globalData.created = true;
    log.getLogger('probe').log('onCreate');
  },
});
