import fc from 'fast-check';

import type { AlarmParam } from '../../../core/alarm/param';
import { makeAlarmParam, parseAlarmParam } from '../../../core/alarm/param';

const params: fc.Arbitrary<AlarmParam> = fc.oneof(
  fc.record({
    kind: fc.constant('cue' as const),
    session: fc.stringMatching(/^[a-z0-9]{1,10}-\d{1,6}$/),
    revision: fc.nat(),
    number: fc.nat(),
  }),
  fc.record({
    kind: fc.constant('check' as const),
    ring: fc.constantFrom('full' as const, 'busy' as const, 'notification' as const),
  }),
  fc.record({ kind: fc.constantFrom('guard', 'probe') }),
  fc.record({
    kind: fc.constant('pause' as const),
    session: fc.stringMatching(/^[a-z0-9]{1,10}-[0-9]{1,5}$/),
    revision: fc.nat(100_000),
  }),
);

test('the parameter of an alarm reads back as it was written', () => {
  fc.assert(
    fc.property(params, (param) => {
      expect(parseAlarmParam(makeAlarmParam(param))).toEqual(param);
    }),
  );
});

/** In the format of the first version: such an alarm may still ring after an update. */
const first: readonly (readonly [string, AlarmParam])[] = [
  ['k3f9hjkmnp-7:3:4', { kind: 'cue', session: 'k3f9hjkmnp-7', revision: 3, number: 4 }],
  ['guard', { kind: 'guard' }],
  ['check', { kind: 'check', ring: 'full' }],
  ['probe', { kind: 'probe' }],
];

test.each(first)('%s of the first version is understood', (text, param) => {
  expect(parseAlarmParam(text)).toEqual(param);
});

test.each([
  ['another app', 'wake up'],
  ['a later Legato', 'reminder;shower'],
  ['a cue without a number', 'k3f9-7:3:'],
  ['a cue without a session', ':3:4'],
  ['a ring that nobody knows', 'check:louder'],
  ['a number', 4],
  ['nothing', undefined],
  ['an object', { kind: 'check' }],
])('%s is not understood', (_name, text) => {
  expect(parseAlarmParam(text)).toBeUndefined();
});
