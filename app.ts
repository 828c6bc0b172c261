import { BaseApp } from '@zeppos/zml/base-app';
import { log } from '@zos/utils';

const logger = log.getLogger('legato');

App(
  BaseApp({
    onCreate() {
      logger.log('opened');
    },
    onDestroy() {
      logger.log('closed');
    },
  }),
);
