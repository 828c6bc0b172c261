import { SIGNALS, type Signal } from '../../core/cue/cue';
import { briefPatternOf, CUE_SETS, patternOf, type Pattern } from '../../core/cue/pattern';
import { lengthsOf, nameOf } from '../../preview/signal';
import type { Felt } from '../../virtual-watch';

type Sample = Pick<Felt, 'carrier' | 'pulses' | 'gaps'>;

describe('what was felt is named by its pulses:', () => {
  test.each(SIGNALS)('%s, played by a page in any set or by a service', (signal: Signal) => {
    for (const set of CUE_SETS) expect(nameOf(feltOf(patternOf(signal, set), 'page'))).toBe(signal);
    expect(nameOf(feltOf(briefPatternOf(signal), 'service'))).toBe(signal);
  });

  test('what the system plays is never a cue, whatever its pulses', () => {
    expect(nameOf(feltOf(patternOf(3, 'standard'), 'system'))).toBe('system');
  });

  test('a pattern that was cut off is no cue', () => {
    const { pulses, gaps, carrier } = feltOf(patternOf('finish', 'standard'), 'page');
    const cut = pulses.map((pulse, index) => (index === 2 ? { ...pulse, onMs: 40 } : pulse));
    expect(nameOf({ carrier, gaps, pulses: cut })).toBe('other');
  });
});

describe('the lengths of pulses', () => {
  test('are said once when they are the same', () => {
    expect(lengthsOf(feltOf({ count: 4, on: 150, gap: 150 }, 'page'))).toBe('4 × 150 ms');
  });

  test('are said one by one when they differ', () => {
    const [first, second] = feltOf({ count: 2, on: 150, gap: 150 }, 'page').pulses;
    const pulses = [first, { ...second, onMs: 60 }] as Felt['pulses'];
    expect(lengthsOf({ pulses })).toBe('150 · 60 ms');
  });
});

// Helpers

function feltOf({ count, on, gap }: Pattern, carrier: Felt['carrier']): Sample {
  const pulses = Array.from({ length: count }, (_, index) => ({
    type: 'URGENT',
    strength: 'medium' as const,
    startMs: index * (on + gap),
    onMs: on,
  }));
  return { carrier, pulses, gaps: pulses.slice(1).map(() => gap) };
}
