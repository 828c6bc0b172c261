import { openSlotted } from '../../../device/store/slotted-file';
import { fakeWatch } from '../fake-watch';
import { fakeDisk } from '../watch/fake-disk';

test('what a page of this launch has written is not opened again', () => {
  const { disk } = fakeWatch().watch;
  openSlotted(disk, 'plan').write('"first"');
  openSlotted(disk, 'plan').write('"second"');
  const [a, b] = ['plan.a', 'plan.b'].map((path) => disk.slot(path));
  expect([b?.payload, a?.payload]).toEqual(['"first"', '"second"']);
  const file = openSlotted({ ...disk, slot: (path) => (path === 'plan.a' ? a : b) }, 'plan');
  expect([file.payload(), file.problems]).toEqual(['"second"', []]);
});

test('a later launch opens what is on disk', () => {
  const disk = fakeDisk();
  openSlotted(disk, 'plan').write('"första"');
  const file = openSlotted(disk, 'plan');
  expect(file.payload()).toBe('"f\\u00f6rsta"');
  file.write('"second"');
  expect(openSlotted(disk, 'plan').payload()).toBe('"second"');
  expect([...disk.files.keys()].sort()).toEqual(['plan.a', 'plan.b']);
});
