import { openWatch } from '../../device/watch/watch';
import { openBeginPage } from './open';

let told: unknown;

Page({
  onInit(param) {
    told = param;
  },
  build() {
    openBeginPage(openWatch(), told);
  },
});
