import type { PageAct, Part } from '../../plan/parts';
import { BEATS, MARK_EVERY } from '../../plan/parts';
import { KEYS, noteName } from '../../plan/report';
import { fillAlarms } from '../../watch/alarms';
import { playByStartMode, playBySetMode, playList, playReminder, stopMotor } from '../../watch/motor';
import { addToNote, writeNote } from '../../watch/notes';
import { startTimerService } from '../../watch/timer-service';

/** When a scene that may not end by itself is stopped, in ms. */
const STOP_REMINDER_AFTER = 4_000;

type Undo = () => void;

/** Does what the page has to do for a part, and notes what goes wrong; returns a function that ends it. */
export function actOf(part: Part, place: number): Undo {
  const note = noteName(place, 'page');
  try {
    return part.act ? perform(part.act, place, note) : nothing;
  } catch (error) {
    writeNote(note, { [KEYS.problem]: `x${String(error).slice(0, 3)}` });
    return nothing;
  }
}

function perform(act: PageAct, place: number, note: string): Undo {
  switch (act) {
    case 'list':
      playList(3, 300, 300);
      return nothing;
    case 'fastList':
      playList(5, 60, 60);
      return nothing;
    case 'setMode':
      playBySetMode();
      return nothing;
    case 'startMode':
      playByStartMode();
      return nothing;
    case 'reminder': {
      playReminder();
      const timer = setTimeout(stopMotor, STOP_REMINDER_AFTER);
      return () => {
        clearTimeout(timer);
        stopMotor();
      };
    }
    case 'fillAlarms':
      writeNote(note, { [KEYS.count]: String(fillAlarms(Math.ceil(Date.now() / 1000))) });
      return nothing;
    case 'blackLook':
      return every(BEATS.blackLook.every, BEATS.blackLook.count, () => {
        playList(1, 300, 0);
      });
    case 'marks':
      return leaveMarks(note);
    case 'timerService': {
      startTimerService(noteName(place, 'beat'), (answer) => {
        writeNote(note, { [KEYS.problem]: answer === '0' || answer === 'true' ? '' : `s${answer}` });
      });
      return nothing;
    }
  }
}

/** Notes each time a timer of the page fires. */
function leaveMarks(note: string): Undo {
  const from = Date.now();
  let marks = '0';
  return every(MARK_EVERY, Infinity, () => {
    marks += `,${Math.round((Date.now() - from) / 1000)}`;
    addToNote(note, { [KEYS.marks]: marks });
  });
}

function every(ms: number, times: number, act: () => void): Undo {
  let left = times;
  const timer = setInterval(() => {
    left -= 1;
    if (left >= 0) act();
    else clearInterval(timer);
  }, ms);
  return () => {
    clearInterval(timer);
  };
}

function nothing(): void {
  // There is nothing to end.
}
