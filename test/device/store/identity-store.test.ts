import { openIdentity } from '../../../device/store/identity-store';
import type { LaunchMemory } from '../../../device/watch/launch';
import type { FakeDisk } from '../watch/fake-disk';
import { fakeDisk } from '../watch/fake-disk';

const ALWAYS = () => 0.5;

function launch(disk: FakeDisk, memory: LaunchMemory = {}, random: () => number = ALWAYS) {
  return openIdentity(disk, random, memory);
}

const numberOf = (id: string | undefined): number => Number(id?.split('-')[1]);

test('ids count on from launch to launch, under one name', () => {
  const disk = fakeDisk();
  const first = launch(disk);
  const ids = [first.take(), first.take(), launch(disk).take()];
  expect(ids.map(numberOf)).toEqual([1, 2, 3]);
  expect(new Set(ids.map((id) => id?.split('-')[0]))).toEqual(new Set([launch(disk, {}, () => 0).device()]));
});

test('no id is given out that the disk did not note, and none is lost by asking again', () => {
  const disk = fakeDisk();
  const store = launch(disk);
  disk.takes = false;
  expect([store.take(), store.take()]).toEqual([undefined, undefined]);
  disk.takes = true;
  expect(numberOf(store.take())).toBe(1);
});

test('an id that was reserved is given out once, by whichever page takes it, without a further write', () => {
  const disk = fakeDisk();
  const memory: LaunchMemory = {};
  launch(disk, memory).reserve();
  disk.takes = false;
  const page = launch(disk, memory);
  expect([page.take(), page.take()].map(numberOf)).toEqual([1, NaN]);
  disk.takes = true;
  expect(numberOf(page.take())).toBe(2);
});

test('reserving twice notes one id', () => {
  const disk = fakeDisk();
  const memory: LaunchMemory = {};
  launch(disk, memory).reserve();
  launch(disk, memory).reserve();
  expect(numberOf(launch(disk, memory).take())).toBe(1);
  expect(numberOf(launch(disk, memory).take())).toBe(2);
});

test('if the newest slot is damaged, the id that it may have given out is skipped', () => {
  const disk = fakeDisk();
  const store = launch(disk);
  [1, 2, 3].forEach(() => store.take());
  // The slots are written in turn, so the third id is in the first slot.
  const [[path, bytes] = ['', new Uint8Array(0)]] = disk.files;
  disk.files.set(path, bytes.subarray(0, bytes.length - 3));
  expect(numberOf(launch(disk).take())).toBe(4);
});

test('if the disk takes nothing, all pages of a launch know the watch by the same name', () => {
  const disk = fakeDisk();
  disk.takes = false;
  const memory: LaunchMemory = {};
  let last = 0;
  const random = () => (last = (last + 0.31) % 1);
  const name = launch(disk, memory, random).device();
  expect(launch(disk, memory, random).device()).toBe(name);
  expect(launch(disk, {}, random).device()).not.toBe(name);
});
