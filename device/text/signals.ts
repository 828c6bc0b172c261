import type { FeltSignal } from '../../core/cue/cue';
import { ZONES } from '../../core/body';
import type { Text } from './ids';
import { zoneName } from './names';

/** The meaning of a signal. */
export function signalName(text: Text, signal: FeltSignal): string {
  switch (signal) {
    case 'lightTouch':
      return text('Light touch');
    case 'switchLeg':
      return text('Change legs');
    case 'finish':
      return text('Session done');
    case 'moveUp':
      return text('Move up');
    case 'legDone':
      return text('This leg is done');
    case 1:
    case 2:
    case 3:
    case 4:
    case 5: {
      const zone = ZONES[signal - 1];
      return zone ? zoneName(text, zone) : '';
    }
  }
}

/** The shape of a signal: a dot for a pulse, small for a short one, a dash for a long one, with groups apart. */
export function signalShape(signal: FeltSignal): string {
  switch (signal) {
    case 'lightTouch':
      return '·';
    case 'switchLeg':
      return '— —';
    case 'finish':
      return '— — —';
    case 'moveUp':
      return '· ·';
    case 'legDone':
      return '—';
    case 1:
    case 2:
    case 3:
      return '•'.repeat(signal);
    case 4:
      return '•• ••';
    case 5:
      return '••• ••';
  }
}
