import { parseAlarmParam } from '../core/alarm/param';
import type { CueParam } from '../core/alarm/param';
import type { ServiceForm } from '../core/cue/cue';
import { ring } from '../core/cue/rung';
import { watchAlarms } from '../device/watch/alarms';
import { readCueSheet } from '../device/session/cue-sheet';
import { playFromService } from '../device/watch/vibrator';
import { watchNotifications } from '../device/watch/notifications';
import { signOutOfTime, signSwallowed } from '../device/session/signs';
import { silencedNow } from '../device/watch/modes';

/** Until a check on the watch shows that a pattern outlives its service, it is one that is over before the service is. */
const SERVICE_FORM: ServiceForm = 'brief';

/**
 * Brings one cue to the wrist when no page is alive. An alarm wakes it, it has 600 ms and no timers, and it
 * writes nothing: the page is the only writer.
 */
AppService({
  onInit(text) {
    const param = parseAlarmParam(text);
    switch (param?.kind) {
      case 'cue':
        bring(param);
        return;
      case 'check':
        playFromService(2, SERVICE_FORM, 'normal');
        return;
      case 'guard':
      case 'sign':
      case 'probe':
      case undefined:
        return;
    }
  },
});

function bring(wanted: CueParam): void {
  const sheet = readCueSheet();
  if (!sheet) return;
  const rung = ring(sheet, wanted, Date.now());
  switch (rung.kind) {
    case 'play':
      playFromService(rung.cue.signal, SERVICE_FORM, sheet.strength);
      watchNotifications.post(rung.cue.title);
      if (silencedNow() === 'yes') signSwallowed(watchAlarms, sheet);
      return;
    case 'outOfTime':
      signOutOfTime(watchAlarms, sheet);
      return;
    case 'nothing':
      return;
  }
}
