import { ALARMS_FILE, NO_ALARMS } from '../../../core/alarm/book';
import { sealSlot } from '../../../core/state/slots';
import { openStored } from '../../../device/store/stored-file';
import { fakeDisk } from '../watch/fake-disk';

test('an unchanged value is not written, nor is an empty one if there is no file', () => {
  const disk = fakeDisk();
  const file = openStored(disk, ALARMS_FILE);
  expect([file.write(NO_ALARMS), disk.files.size]).toEqual([true, 0]);
  expect([file.write({ cue: [1] }), file.write({ cue: [1] }), disk.files.size]).toEqual([true, true, 1]);
  expect([openStored(disk, ALARMS_FILE).write({ cue: [1] }), disk.files.size]).toEqual([true, 1]);
});

test('damage is overwritten, even if the next value equals what can be read', () => {
  const disk = fakeDisk();
  openStored(disk, ALARMS_FILE).write({ cue: [1] });
  const bad = sealSlot({ sequence: 2, payload: '{"version":1,"owners":{"cue":[1,2]}}' }).slice(0, -1);
  disk.files.set('alarms.a', Uint8Array.of(...bad, 0x21));
  const file = openStored(disk, ALARMS_FILE);
  expect([file.value(), file.mayBeOld, file.problem]).toEqual([{ cue: [1] }, true, undefined]);
  file.write({ cue: [1] });
  expect(openStored(disk, ALARMS_FILE).mayBeOld).toBe(false);
});
