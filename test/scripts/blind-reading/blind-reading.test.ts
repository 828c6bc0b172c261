import { createCanvas } from '@napi-rs/canvas';
import { scoreOf } from '../../../scripts/blind-reading/answers';
import { averagedDown, enlarged } from '../../../scripts/blind-reading/blur';
import { DOINGS, lineOf, randomMoments } from '../../../scripts/blind-reading/moment';
import { makeRandom } from '../../../virtual-watch/machine/random';

const moments = randomMoments(42, makeRandom(1));

test('the same seed gives the same moments, and another seed gives others', () => {
  expect(randomMoments(42, makeRandom(1))).toEqual(moments);
  expect(randomMoments(42, makeRandom(2))).not.toEqual(moments);
});

test('every activity comes up equally often, half of the time paused, on both legs', () => {
  const countOf = (is: (moment: (typeof moments)[number]) => boolean) => moments.filter(is).length;
  expect(DOINGS.map((doing) => countOf((moment) => moment.doing === doing))).toEqual(DOINGS.map(() => 6));
  expect(countOf(({ isPaused }) => isPaused)).toBe(21);
  expect(new Set(moments.map(({ leg }) => leg)).size).toBe(2);
});

test('a moment is within its step, and a change of legs is to the second leg', () => {
  for (const { left, doing, leg, firstLeg } of moments) {
    expect(left).toBeGreaterThanOrEqual(1);
    expect(left).toBeLessThan(60);
    if (doing === 'get comfortable') expect(leg).toBe(firstLeg);
    if (doing === 'change legs') expect(leg).not.toBe(firstLeg);
  }
});

test('a moment is written on one line', () => {
  const moment = { leg: 'left', doing: 'lowerThigh', isPaused: true, left: 7 } as const;
  expect(lineOf(moment, 3)).toBe('3: left, lowerThigh, paused, 0:07');
});

test('an answer is right if all of it is, however it is spaced; a missing one is wrong', () => {
  const truth = '1: left, calf, running, 0:42\n2: right, knee, paused, 0:06\n3: left, ankle, running, 0:01\n';
  const answers = 'My answers:\n 1:  Left,calf, running, 0:42\n2: right, knee, paused, 0:08\n';
  expect(scoreOf(truth, answers)).toEqual({
    ...{ right: 1, all: 3 },
    wrong: [
      ['2: right, knee, paused, 0:06', '2: right, knee, paused, 0:08'],
      ['3: left, ankle, running, 0:01', undefined],
    ],
  });
});

test('a picture is averaged down, and enlarged to the requested width', () => {
  const canvas = createCanvas(8, 4);
  const brush = canvas.getContext('2d');
  brush.fillStyle = 'black';
  brush.fillRect(0, 0, 8, 4);
  brush.fillStyle = 'white';
  brush.fillRect(0, 0, 1, 4);
  const small = averagedDown(canvas, 4);
  const { data } = small.getContext('2d').getImageData(0, 0, 2, 1);
  expect([small.width, small.height]).toEqual([4, 2]);
  expect([...data].map((part) => Math.round(part / 16))).toEqual([8, 8, 8, 16, 0, 0, 0, 16]);
  expect(enlarged(small, 40)).toMatchObject({ width: 40, height: 20 });
});
