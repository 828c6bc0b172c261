import { NOT_TRIED } from '../../../core/check/proof';
import { openCheckStore } from '../../../device/store/check-store';
import { fakeDisk } from '../watch/fake-disk';

const kind = (osVersion: string) => ({ model: () => 'Balance', osVersion: () => osVersion });
const FELT = { ...NOT_TRIED, service: 'proven', form: 'full' } as const;
const CHECKED = { ...FELT, model: 'Balance', osVersion: '3.0' };

test('a watch that was not checked has shown nothing', () => {
  const store = openCheckStore(fakeDisk(), kind('3.0'));
  expect([store.file(), store.known(), store.proofs()]).toEqual([{}, undefined, NOT_TRIED]);
});

test('a result counts in the next launch, but not after the system of the watch was updated', () => {
  const disk = fakeDisk();
  expect(openCheckStore(disk, kind('3.0')).save({ checked: CHECKED })).toBe(true);
  expect(openCheckStore(disk, kind('3.0')).proofs()).toEqual(CHECKED);
  expect(openCheckStore(disk, kind('3.1')).proofs()).toEqual(NOT_TRIED);
  // The result itself stays on disk: the update may be taken back.
  expect(openCheckStore(disk, kind('3.1')).file()).toEqual({ checked: CHECKED });
});

test('a result that the disk refuses is told so, counts as long as the page is open, and not in the next launch', () => {
  const disk = fakeDisk();
  disk.takes = false;
  const store = openCheckStore(disk, kind('3.0'));
  expect([store.save({ checked: CHECKED }), store.known()]).toEqual([false, CHECKED]);
  expect(openCheckStore(disk, kind('3.0')).known()).toBeUndefined();
});

test('a result whose writing was cut off leaves the one before', () => {
  const disk = fakeDisk();
  const store = openCheckStore(disk, kind('3.0'));
  store.save({ checked: CHECKED });
  store.save({ checked: { ...CHECKED, form: 'brief' } });
  const [newest] = [...disk.files].slice(-1);
  if (!newest) throw new Error('a slot was written');
  disk.files.set(newest[0], newest[1].subarray(0, newest[1].length - 4));
  expect(openCheckStore(disk, kind('3.0')).known()).toEqual(CHECKED);
});
