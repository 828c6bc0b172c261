import fc from 'fast-check';
import type { AlarmOwner } from '../../../core/alarm/book';
import type { AlarmParam, ServiceParam } from '../../../core/alarm/param';
import { makeAlarmParam, parseAlarmParam } from '../../../core/alarm/param';
import { REMINDER_PLACES, REMINDER_RINGS } from '../../../core/alarm/reminder-alarm';

const session = fc.stringMatching(/^[a-z0-9]{1,10}-\d{1,6}$/);
const day = fc.nat(999_999);
const left = fc.nat(9);

/** One for each kind: the type checker asks for that of a new one. */
const EACH_KIND: {
  readonly [Kind in ServiceParam['kind']]: fc.Arbitrary<Extract<ServiceParam, { kind: Kind }>>;
} = {
  cue: fc.record({ kind: fc.constant('cue'), session, revision: fc.nat(), number: fc.nat() }),
  pause: fc.record({ kind: fc.constant('pause'), session, revision: fc.nat() }),
  check: fc.record({ kind: fc.constant('check'), ring: fc.constantFrom('full', 'busy', 'notification') }),
  reminder: fc.record({
    kind: fc.constant('reminder'),
    place: fc.constantFrom(...REMINDER_PLACES),
    rung: fc
      .tuple(fc.constantFrom(...REMINDER_RINGS), day, left)
      .map(([why, on, repeats]) => (why === 'first' ? { why } : { why, day: on, left: repeats })),
  }),
  guard: fc.record({ kind: fc.constant('guard') }),
  probe: fc.record({ kind: fc.constant('probe') }),
};

describe.each(Object.entries<fc.Arbitrary<ServiceParam>>(EACH_KIND))(
  'an alarm of the kind %s',
  (_kind, params) => {
    test('reads back as it was written, and is taken for no other', () => {
      fc.assert(
        fc.property(params, (param) => {
          expect(parseAlarmParam(makeAlarmParam(param))).toEqual(param);
        }),
      );
    });
  },
);

test('an alarm that opens a page carries nothing, and what carries nothing is no alarm of a service', () => {
  const pages: readonly AlarmParam[] = [
    { kind: 'page', of: 'cue' },
    { kind: 'page', of: 'pause' },
    { kind: 'page', of: 'deadMan' },
    { kind: 'page', of: 'check' },
  ];
  expect(pages.map(makeAlarmParam)).toEqual(['', '', '', '']);
  expect(parseAlarmParam('')).toBeUndefined();
});

/** What each owner of alarms sets: the type checker asks for that of a new one. */
const EACH_OWNER: Readonly<Record<AlarmOwner, Readonly<Record<string, AlarmParam>>>> = {
  cue: {
    'k3f9hjkmnp-7:3:4': { kind: 'cue', session: 'k3f9hjkmnp-7', revision: 3, number: 4 },
    guard: { kind: 'guard' },
  },
  pause: { 'pause k3f9hjkmnp-7 3': { kind: 'pause', session: 'k3f9hjkmnp-7', revision: 3 } },
  check: {
    'check:full': { kind: 'check', ring: 'full' },
    'check:busy': { kind: 'check', ring: 'busy' },
    'check:notification': { kind: 'check', ring: 'notification' },
  },
  deadMan: { '': { kind: 'page', of: 'deadMan' } },
  reminder: {
    '1 first 0 0': { kind: 'reminder', place: 1, rung: { why: 'first' } },
    '2 again 20514 3': { kind: 'reminder', place: 2, rung: { why: 'again', day: 20_514, left: 3 } },
    '3 evening 20514 0': { kind: 'reminder', place: 3, rung: { why: 'evening', day: 20_514, left: 0 } },
  },
};

test.each(Object.values(EACH_OWNER).flatMap((texts) => Object.entries(texts)))(
  'today\'s alarm "%s" is written like this for ever, and understood for ever',
  (text, param) => {
    expect(makeAlarmParam(param)).toBe(text);
    expect(parseAlarmParam(text)).toEqual(text === '' ? undefined : param);
  },
);

test('the ring of a check without a kind, from the first version, is the full one', () => {
  expect(parseAlarmParam('check')).toEqual({ kind: 'check', ring: 'full' });
});

test.each([
  ['another app', 'wake up'],
  ['a later Legato', 'reminder;shower'],
  ['a cue without a number', 'k3f9-7:3:'],
  ['a cue without a session', ':3:4'],
  ['a ring that nobody knows', 'check:louder'],
  ['a reminder in a fourth place', '4 first 0 0'],
  ['a reminder for a reason that nobody knows', '1 never 0 0'],
  ['a reminder of no day', '1 again x 0'],
  ['a reminder with ten repeats', '1 again 1 10'],
  ['a number', 4],
  ['nothing', undefined],
  ['an object', { kind: 'check' }],
])('%s is not understood', (_name, text) => {
  expect(parseAlarmParam(text)).toBeUndefined();
});
