import type { Proof } from '../../../core/check/proof';
import type { Arming } from '../../../core/session/arming';
import { NOTHING_ARMED } from '../../../core/session/arming';
import type { QuietMode } from '../../../core/session/delivery';
import type { Evidence } from '../../../core/session/evidence';
import { fateOf } from '../../../core/session/evidence';
import type { MarkDeed } from '../../../core/session/mark';
import { MINUTE, SECOND } from '../../../core/time';

const DUE = MINUTE;
const CUE = { number: 1, due: DUE };
const ARMED: Arming = { ...NOTHING_ARMED, cues: [{ number: 1, alarm: 7, rings: DUE + SECOND }] };

const evidence = (more: Partial<Evidence>): Evidence => ({
  ...{ quiet: undefined, now: 2 * MINUTE, alarmsLeft: [], marks: [] },
  ...{ leavesMarks: true, proof: 'notTried' as const },
  ...more,
});

function marked(did: MarkDeed, proof: Proof, quiet?: QuietMode): Evidence {
  const mark = { session: 'a-1', revision: 1, number: 1, began: DUE + SECOND, did, quiet };
  return evidence({ marks: [mark], proof });
}

const PLAYED = { outcome: 'played', by: 'alarm', late: SECOND };

test.each([
  ...(['full', 'brief', 'busy', 'scene', 'notification'] as const).flatMap((did) => [
    [did, 'notTried', undefined, PLAYED] as const,
    [did, 'proven', undefined, { ...PLAYED, proven: true }] as const,
    [did, 'failed', undefined, { outcome: 'unknown' }] as const,
    [did, 'proven', 'sleep', { outcome: 'swallowed', by: 'sleep' }] as const,
  ]),
  ['refused', 'proven', undefined, { outcome: 'missed', reason: 'refused' }] as const,
  ['late', 'proven', undefined, { outcome: 'missed', reason: 'tooLate' }] as const,
  ['early', 'proven', undefined, { outcome: 'missed', reason: 'tooEarly' }] as const,
])('a mark of “%s” by a carrier that is %s, in the mode %s', (did, proof, quiet, fate) => {
  expect(fateOf(CUE, ARMED, marked(did, proof, quiet))).toEqual(fate);
});

test('a mark of a notification that was about to come counts as long as the guard shows that the watch was on', () => {
  const fate = (guard: number, quiet?: QuietMode, proof: Proof = 'proven') =>
    fateOf(CUE, { ...ARMED, guard }, { ...marked('posting', proof, quiet), alarmsLeft: [9] });
  expect(fate(9)).toEqual({ outcome: 'played', by: 'alarm' });
  expect(fate(9, 'sleep')).toEqual({ outcome: 'swallowed', by: 'sleep' });
  expect([fate(8), fate(9, undefined, 'failed')]).toEqual([{ outcome: 'unknown' }, { outcome: 'unknown' }]);
});

test('a cue without an alarm was not armed, unless the service of an earlier one may have set it', () => {
  const refused = { number: 1, alarm: 0, rings: DUE + SECOND };
  const alone: Arming = { ...NOTHING_ARMED, cues: [refused] };
  expect(fateOf(CUE, alone, evidence({}))).toEqual({ outcome: 'missed', reason: 'notArmed' });
  const earlier = { number: 0, alarm: 6, rings: DUE - 30 * SECOND };
  const inherited: Arming = { ...NOTHING_ARMED, cues: [earlier, refused] };
  expect(fateOf(CUE, inherited, evidence({}))).toEqual({ outcome: 'unknown' });
});
