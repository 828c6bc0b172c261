import type { CueSheet } from '../../../core/state/session-file';
import { UNARMED } from '../../../core/state/session-file';
import type { CueParam } from '../../../core/alarm/param';
import { ring } from '../../../core/alarm/rung';

const CUE = { number: 4, alarm: 104, rings: 81_000, due: 80_000, signal: 2, title: 'Calf' } as const;
const REMINDER = {
  ...CUE,
  number: 5,
  alarm: 105,
  rings: 111_000,
  due: 110_000,
  signal: 'lightTouch',
} as const;
const FINISH = { ...CUE, number: 6, alarm: 106, rings: 141_000, due: 140_000, signal: 'finish' } as const;
const SHEET: CueSheet = { ...UNARMED, id: 'k3f9-7', revision: 3, booked: 2, cues: [CUE, REMINDER, FINISH] };
const PARAM: CueParam = { kind: 'cue', session: 'k3f9-7', revision: 3, number: 4 };

test('an alarm plays the cue it was set for', () => {
  expect(ring(SHEET, PARAM, 81_200)).toEqual({ kind: 'play', cue: CUE });
});

/** When an alarm rings, in ms after its cue was due, and what it does. */
const moments: readonly (readonly [cue: string, number: number, after: number, kind: string])[] = [
  ['moving up', 4, -1, 'early'],
  ['moving up', 4, 0, 'play'],
  ['moving up', 4, 25_000, 'play'],
  ['moving up with a reminder less than five seconds ahead', 4, 25_001, 'late'],
  ['moving up after the reminder was due', 4, 30_000, 'late'],
  ['a reminder', 5, 10_000, 'play'],
  ['a reminder', 5, 10_001, 'late'],
  ['the end', 6, 10_000, 'play'],
  ['the end', 6, 10_001, 'late'],
];

test.each(moments)(
  '%s (cue %d) whose alarm rings %d ms after it was due: %s',
  (_cue, number, after, kind) => {
    const due = [CUE, REMINDER, FINISH].find((cue) => cue.number === number)?.due ?? NaN;
    expect(ring(SHEET, { ...PARAM, number }, due + after).kind).toBe(kind);
  },
);

test('an alarm on time plays its cue, however near the next one is', () => {
  const near = { ...REMINDER, due: 85_000 };
  expect(ring({ ...SHEET, cues: [CUE, near] }, PARAM, 82_000).kind).toBe('play');
  expect(ring({ ...SHEET, cues: [CUE, near] }, PARAM, 82_001).kind).toBe('late');
});

/** An alarm without an owner, and how its cue differs. */
const stray: readonly (readonly [string, Partial<CueParam>])[] = [
  ['another session', { session: 'k3f9-6' }],
  ['an older arming', { revision: 2 }],
  ['a cue that no alarm was set for', { number: 7 }],
];

test.each(stray)('an alarm of %s does nothing', (_name, other) => {
  expect(ring(SHEET, { ...PARAM, ...other }, 81_000)).toEqual({ kind: 'nothing' });
});

test('an alarm of a cue before the last booked one does nothing', () => {
  expect(ring({ ...SHEET, booked: 6 }, PARAM, 81_000)).toEqual({ kind: 'nothing' });
});

test('a remaining alarm of the last booked cue plays it, if the page booked it and died', () => {
  expect(ring({ ...SHEET, booked: 5, playing: 4 }, PARAM, 81_000)).toEqual({ kind: 'play', cue: CUE });
});

test('an alarm that could not be cancelled does nothing if the page has played its cue', () => {
  expect(ring({ ...SHEET, booked: 5 }, PARAM, 81_000)).toEqual({ kind: 'nothing' });
});
