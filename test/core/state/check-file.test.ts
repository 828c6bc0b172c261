import fc from 'fast-check';
import type { Checked } from '../../../core/check/checked';
import { checkedOn } from '../../../core/check/checked';
import { PROOFS, RINGS } from '../../../core/check/proof';
import type { CheckRun } from '../../../core/check/run';
import { isCutOff } from '../../../core/check/run';
import type { CheckFile } from '../../../core/state/check-file';
import { CHECK_FILE } from '../../../core/state/check-file';
import { CHECKED_FILE } from '../../../core/state/checked-file';
import { readStored, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';
import { instants } from '../arbitraries';

test('what is known about a watch survives being written and read', () => {
  fc.assert(
    fc.property(checkFiles(), (file) => {
      expect(parseCheck(storedText(CHECK_FILE, file))).toEqual(file);
    }),
    { numRuns: runs(1000, 200) },
  );
});

const CHECKED: Checked = {
  ...{ model: 'Amazfit Balance', osVersion: '4.0' },
  ...{ service: 'proven', form: 'full', notification: 'failed', page: 'proven' },
};

test('the result of a check counts for no other model and no other version of its system', () => {
  const file = { checked: CHECKED };
  expect(checkedOn(file.checked, { model: 'Amazfit Balance', osVersion: '4.0' })).toBe(CHECKED);
  expect(checkedOn(file.checked, { model: 'Amazfit Balance', osVersion: '4.1' })).toBeUndefined();
  expect(checkedOn(file.checked, { model: 'Amazfit Bip 6', osVersion: '4.0' })).toBeUndefined();
  expect(checkedOn(undefined, { model: 'Amazfit Balance', osVersion: '4.0' })).toBeUndefined();
});

test('a check of the first version shows nothing, and its questions cannot be asked any more', () => {
  const { run, ...rest } = parseCheck('{"phase":"running","startedAt":7,"guard":4,"alarms":[5,6]}');
  expect(rest).toEqual({});
  expect(run).toMatchObject({ guard: 4, alarms: [5, 6] });
  expect(run && isCutOff(run, Date.UTC(2026, 4, 1), [4])).toBe(true);
  const done = '{"phase":"done","startedAt":0,"armed":3,"rang":3,"felt":3,"model":"B","osVersion":"3.6"}';
  expect(parseCheck(done)).toEqual({});
});

const RINGING: CheckRun = {
  phase: 'ringing',
  ...{ startedAt: 7, guard: 1, alarms: [2], looks: [], opened: false },
};
const ASKING: CheckRun = { phase: 'asking', startedAt: 7, rings: ['ask', 1] };

test.each<readonly [string, unknown]>([
  ['no JSON', undefined],
  ['a list', []],
  ['of a later version', { version: 3, checked: CHECKED }],
  ['without a version', { checked: CHECKED }],
  ['of no model', { version: 2, checked: { ...CHECKED, model: undefined } }],
  ['of a model with an endless name', { version: 2, checked: { ...CHECKED, model: 'x'.repeat(101) } }],
  ['of no system', { version: 2, checked: { ...CHECKED, osVersion: 4 } }],
  ['with a proof that is none', { version: 2, checked: { ...CHECKED, service: 'surely' } }],
  ['with no word of notifications', { version: 2, checked: { ...CHECKED, notification: true } }],
  ['with no word of pages', { version: 2, checked: { ...CHECKED, page: undefined } }],
  ['in a form that no pattern has', { version: 2, checked: { ...CHECKED, form: 'notification' } }],
  ['that is no object', { version: 2, checked: 7, run: 7 }],
  ['in a phase of its own', { version: 2, run: { ...RINGING, phase: 'dreaming' } }],
  ['that began at no time', { version: 2, run: { ...RINGING, startedAt: '7' } }],
  ['with a guard that is no alarm', { version: 2, run: { ...RINGING, guard: -1 } }],
  ['with alarms in words', { version: 2, run: { ...RINGING, alarms: ['7'] } }],
  ['with no looks', { version: 2, run: { ...RINGING, looks: undefined } }],
  ['that may have been opened', { version: 2, run: { ...RINGING, opened: 1 } }],
  ['asked about at no time', { version: 2, run: { ...ASKING, startedAt: undefined } }],
  ['with answers that are none', { version: 2, run: { ...ASKING, rings: ['perhaps'] } }],
])('a check %s counts as never made', (_name, file) => {
  expect(parseCheck(file === undefined ? '{' : JSON.stringify(file))).toEqual({});
});

// Helpers

function checkFiles(): fc.Arbitrary<CheckFile> {
  const ids = fc.array(fc.nat(), { maxLength: RINGS.length });
  const ringing = fc.record({
    phase: fc.constant('ringing' as const),
    startedAt: instants(),
    guard: fc.nat(),
    alarms: ids,
    looks: fc.array(instants(), { maxLength: 3 }),
    opened: fc.boolean(),
  });
  const heard = fc.oneof(fc.nat(3), fc.constantFrom('ask' as const, 'silent' as const, 'spoiled' as const));
  const asking = fc.record({
    phase: fc.constant('asking' as const),
    startedAt: instants(),
    rings: fc.array(heard, { maxLength: RINGS.length }),
  });
  const proof = fc.constantFrom(...PROOFS);
  const checked = fc.record({
    model: fc.string({ maxLength: 40 }),
    osVersion: fc.string({ maxLength: 40 }),
    service: proof,
    form: fc.constantFrom('full' as const, 'brief' as const, 'busy' as const),
    notification: proof,
    page: proof,
  });
  return fc.record({ checked, run: fc.oneof(ringing, asking) }, { requiredKeys: [] });
}

/** The file as the pages of the check read it; the others read the same result. */
function parseCheck(text: string): CheckFile {
  const { value } = readStored(CHECK_FILE, text);
  expect(readStored(CHECKED_FILE, text).value).toEqual(value.checked);
  return value;
}
