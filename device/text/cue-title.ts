import type { Cue } from '../../core/cue/cue';
import type { Text } from './ids';
import { legName, zoneName } from './names';

/** The meaning of a cue, in words. */
export function cueTitle(text: Text, cue: Cue): string {
  switch (cue.kind) {
    case 'begin':
    case 'moveUp':
      return zoneName(text, cue.zone);
    case 'lightTouch':
      return text('Light touch');
    case 'switchLeg':
      return legName(text, cue.leg);
    case 'finish':
      return text('Session done');
  }
}
