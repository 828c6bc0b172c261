import { openTestPage } from './open';

let place: number | undefined;
let close: (() => void) | undefined;

Page({
  onInit(params) {
    const asked = Number(params);
    place = params === undefined || params === '' || isNaN(asked) ? undefined : asked;
  },
  build() {
    close = openTestPage(place);
  },
  onDestroy() {
    if (close) close();
  },
});
