import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import { CUE_SETS, patternLength, patternOf, type Pattern } from '../../core/cue/pattern';
import { lengthsOf, nameOf } from '../../preview/felt-name';
import type { Felt } from '../../virtual-watch';

type Sample = Pick<Felt, 'carrier' | 'pulses' | 'gaps'>;

describe('what was felt is named by its pulses:', () => {
  test.each([...SIGNALS, ...BRIEF_SIGNALS])('%s, played in any set by a page or a service', (signal) => {
    for (const set of CUE_SETS) {
      expect(nameOf(feltOf(patternOf(signal, set), 'page'))).toBe(signal);
      expect(nameOf(feltOf(patternOf(signal, set), 'service'))).toBe(signal);
    }
  });

  test('what the system plays is never named as a cue, whatever its pulses', () => {
    expect(nameOf(feltOf(patternOf(3, 'standard'), 'system'))).toBe('system');
  });

  test('a pattern that was cut off is not named as a cue', () => {
    const { pulses, gaps, carrier } = feltOf(patternOf('finish', 'standard'), 'page');
    const cut = pulses.map((pulse, index) => (index === 2 ? { ...pulse, onMs: 40 } : pulse));
    expect(nameOf({ carrier, gaps, pulses: cut })).toBe('other');
  });
});

describe('the lengths of pulses', () => {
  test('are given once if they are the same', () => {
    expect(lengthsOf(feltOf([150, 150, 150, 150, 150, 150, 150], 'page'))).toBe('4 × 150 ms');
  });

  test('are given one by one if they differ', () => {
    const [first, second] = feltOf([150, 150, 150], 'page').pulses;
    const pulses = [first, { ...second, onMs: 60 }] as Felt['pulses'];
    expect(lengthsOf({ pulses })).toBe('150 · 60 ms');
  });
});

// Helpers

function feltOf(pattern: Pattern, carrier: Felt['carrier']): Sample {
  const isPulse = (place: number): boolean => place % 2 === 0;
  const pulses = pattern.flatMap((onMs, place) =>
    isPulse(place)
      ? [
          {
            ...{ type: 'URGENT', strength: 'medium' as const },
            ...{ startMs: patternLength(pattern.slice(0, place)), onMs },
          },
        ]
      : [],
  );
  return { carrier, pulses, gaps: pattern.filter((_, place) => !isPulse(place)) };
}
