import { ZONES } from '../../../core/body';
import type { Cue, Signal } from '../../../core/cue/cue';
import { SIGNALS, signalOf } from '../../../core/cue/cue';

const felt: readonly (readonly [Cue, Signal])[] = [
  [{ kind: 'begin', leg: 'left', zone: 'ankle' }, 1],
  [{ kind: 'begin', leg: 'right', zone: 'upperThigh' }, 5],
  ...ZONES.map((zone, place) => [{ kind: 'moveUp', leg: 'left', zone }, (place + 1) as Signal] as const),
  [{ kind: 'lightTouch', leg: 'left', zone: 'knee' }, 'lightTouch'],
  [{ kind: 'switchLeg', leg: 'right' }, 'switchLeg'],
  [{ kind: 'finish' }, 'finish'],
];

test.each(felt)('%j is felt as %s', (cue, signal) => {
  expect(signalOf(cue)).toBe(signal);
  expect(SIGNALS).toContain(signal);
});
