import { BaseApp } from '@zeppos/zml/base-app';
import { log } from '@zos/utils';
import { sharedCode } from './device/shared-code';

const logger = log.getLogger('legato');

App(
  BaseApp({
    globalData: { sharedCode },
    onCreate() {
      logger.log('opened');
    },
    onDestroy() {
      logger.log('closed');
    },
  }),
);
