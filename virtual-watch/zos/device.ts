import type * as Zos from '@zos/device';

import { isApiLevelAtLeast, keyTypeOf } from '../machine/device';
import { intoRealm } from '../machine/realm';
import { isGetter, type ZosModule } from './module';

type Device = Pick<typeof Zos, 'SCREEN_SHAPE_SQUARE' | 'SCREEN_SHAPE_ROUND' | 'getDeviceInfo'>;

const SCREEN_SHAPE_SQUARE = 0;
const SCREEN_SHAPE_ROUND = 1;

export const device: ZosModule = {
  name: '@zos/device',
  permissions: { getDeviceInfo: 'data:os.device.info' },
  inService: isGetter,
  inCard: 'all',
  make: (scope) =>
    ({
      SCREEN_SHAPE_SQUARE,
      SCREEN_SHAPE_ROUND,
      getDeviceInfo() {
        const { device: facts } = scope;
        const info = {
          width: facts.width,
          height: facts.height,
          screenShape: facts.shape === 'round' ? SCREEN_SHAPE_ROUND : SCREEN_SHAPE_SQUARE,
          deviceName: facts.name,
          keyNumber: facts.keys,
          deviceSource: facts.deviceSource,
          keyType: keyTypeOf(facts),
          deviceColor: 0,
          ...(isApiLevelAtLeast(facts.apiLevel, '4.2') ? { uuid: '0123456789abcdef0123456789abcdef' } : {}),
        };
        // The typings declare `deviceName` as a number, but it is a name.
        return intoRealm(scope.realm, info) as Zos.getDeviceInfo.Result;
      },
    }) satisfies Device,
};
