import { HOUR } from '../../../core/time';
import { singleTouch } from '../../../device/ui/single-touch';

/** Touches at these times, in ms; returns the times of those that did something. */
function acted(...times: readonly number[]): readonly number[] {
  const done: number[] = [];
  let now = 0;
  const touch = singleTouch<number>({ now: () => now }, (time) => done.push(time));
  times.forEach((time) => {
    now = time;
    touch(time);
  });
  return done;
}

test('the first touch acts, and each that is at least 400 ms after the one before', () => {
  expect(acted(0, 400, 800)).toEqual([0, 400, 800]);
  expect(acted(5, 404)).toEqual([5]);
});

test('a finger that slips again and again acts once', () => {
  expect(acted(0, 150, 300, 450, 600, 750, 1150)).toEqual([0, 1150]);
});

test('after a clock was set back one touch is ignored, and no more', () => {
  expect(acted(HOUR, 0, 400)).toEqual([HOUR, 400]);
});
