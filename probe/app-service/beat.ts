import { createSysTimer, stopTimer } from '@zos/timer';
import { BEATS } from '../plan/parts';
import { KEYS } from '../plan/report';
import { playList } from '../watch/motor';
import { addToNote } from '../watch/notes';

let timer = 0;
let beats = 0;

/** Buzzes by a timer of a continuous service. The `param` it was started with is the name of its note. */
AppService({
  onInit(param) {
    timer = createSysTimer(true, BEATS.timerService.every, () => {
      beats += 1;
      playList(1, 300, 0);
      addToNote(String(param), { [KEYS.count]: String(beats) });
      if (beats >= BEATS.timerService.count) stopTimer(timer);
    });
  },
  onDestroy() {
    stopTimer(timer);
  },
});
