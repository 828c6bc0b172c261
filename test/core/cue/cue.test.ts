import { ZONES } from '../../../core/body';
import type { BriefSignal, Cue, FeltSignal, Signal } from '../../../core/cue/cue';
import { BRIEF_SIGNALS, briefOf, SIGNALS, signalOf } from '../../../core/cue/cue';

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

const said: readonly (readonly [FeltSignal, BriefSignal])[] = [
  [1, 'moveUp'],
  [2, 'moveUp'],
  [3, 'moveUp'],
  [4, 'moveUp'],
  [5, 'moveUp'],
  ['lightTouch', 'lightTouch'],
  ['switchLeg', 'legDone'],
  ['finish', 'legDone'],
  ...BRIEF_SIGNALS.map((signal) => [signal, signal] as const),
];

test.each(said)('in the brief language, %s becomes %s', (signal, brief) => {
  expect(briefOf(signal)).toBe(brief);
});
