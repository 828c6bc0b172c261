import { ring } from '../core/cue/rung';
import { watchAlarms } from '../device/watch/alarms';
import { CHECK_PARAM } from '../device/check/check-param';
import { readCueSheet } from '../device/session/cue-sheet';
import { playFromService } from '../device/watch/vibrator';
import { postNotice } from '../device/watch/notifications';
import { signOutOfTime, signSwallowed } from '../device/session/signs';
import { isSilenced } from '../device/watch/modes';

/**
 * Brings one cue to the wrist when no page is alive. An alarm wakes it, it has 600 ms and no timers, and it
 * writes nothing: the page is the only writer.
 */
AppService({
  onInit(param) {
    if (param === CHECK_PARAM) {
      playFromService('switchLeg', 'normal');
      return;
    }
    const sheet = readCueSheet();
    if (!sheet) return;
    const rung = ring(sheet, param, Date.now());
    switch (rung.kind) {
      case 'play':
        playFromService(rung.cue.signal, sheet.strength);
        postNotice(rung.cue.title);
        if (isSilenced()) signSwallowed(watchAlarms, sheet);
        return;
      case 'outOfTime':
        signOutOfTime(watchAlarms, sheet);
        return;
      case 'nothing':
        return;
    }
  },
});
