import type { CueSheet } from '../../../core/state/session-file';
import { UNARMED } from '../../../core/state/session-file';
import type { CueParam } from '../../../core/alarm/param';
import { ring } from '../../../core/cue/rung';

const CUE = { number: 4, alarm: 104, rings: 81_000, due: 80_000, signal: 2, title: 'Calf' } as const;
const SHEET: CueSheet = { ...UNARMED, id: 'k3f9-7', revision: 3, booked: 2, cues: [CUE] };
const PARAM: CueParam = { kind: 'cue', session: 'k3f9-7', revision: 3, number: 4 };

test('an alarm plays the cue it was set for', () => {
  expect(ring(SHEET, PARAM, 81_200)).toEqual({ kind: 'play', cue: CUE });
});

test('an alarm up to ten seconds from its second is in time, one further is out of time', () => {
  const kinds = [70_999, 71_000, 91_000, 91_001].map((now) => ring(SHEET, PARAM, now).kind);
  expect(kinds).toEqual(['outOfTime', 'play', 'play', 'outOfTime']);
});

/** An alarm that belongs to nobody, and in what its cue differs. */
const stray: readonly (readonly [string, Partial<CueParam>])[] = [
  ['another session', { session: 'k3f9-6' }],
  ['an older arming', { revision: 2 }],
  ['a cue that no alarm was set for', { number: 5 }],
];

test.each(stray)('an alarm of %s does nothing', (_name, other) => {
  expect(ring(SHEET, { ...PARAM, ...other }, 81_000)).toEqual({ kind: 'nothing' });
});

test('an alarm of a cue before the last booked one does nothing', () => {
  expect(ring({ ...SHEET, booked: 6 }, PARAM, 81_000)).toEqual({ kind: 'nothing' });
});

test('an alarm that is left of the last booked cue plays it, if the page booked it and died', () => {
  expect(ring({ ...SHEET, booked: 5, playing: 4 }, PARAM, 81_000)).toEqual({ kind: 'play', cue: CUE });
});

test('an alarm that the watch would not take back does nothing when the page has played its cue', () => {
  expect(ring({ ...SHEET, booked: 5 }, PARAM, 81_000)).toEqual({ kind: 'nothing' });
});
