import { timeAt } from '../../../../core/plan/words/times';

test.each<[text: string, seconds: number]>([
  ['1:30', 90],
  ['01:05 min', 65],
  ["1'30", 90],
  ['1 ′ 5 ″', 65],
  ['45″', 45],
  ['2′', 120],
  ['1 min 5 s', 65],
  ['1min05', 65],
  ['1-minute', 60],
  ['2.5 minutes', 150],
  ['2,0 mins.', 120],
  ['1 1/2 min', 90],
  ['half a minute', 30],
  ['a half minute', 30],
  ['a full minute', 60],
  ['two and a half minutes', 150],
  ['a minute and a half', 90],
  ['three minutes and fifteen seconds', 195],
  ['twenty-five seconds', 25],
  ['fifty five seconds', 55],
  ['ninety sec', 90],
  ['sixteen s', 16],
  ['一分钟', 60],
  ['两分半', 150],
  ['一分钟半', 90],
  ['半分钟', 30],
  ['一分三十', 90],
  ['一分零五秒', 65],
  ['十五秒', 15],
  ['四十五秒钟', 45],
  ['一百二十秒', 120],
])('%s is %d seconds', (text, seconds) => {
  expect(timeAt(text)).toMatchObject({ length: text.length, seconds });
});

test.each(['90', '1:75', '1 min 75 s', '1:00:00', '1.25 min', 'a m', 'one', '1 h', '分'])(
  '%s is no time',
  (text) => {
    const time = timeAt(text);
    expect(time?.length === text.length && time.seconds !== undefined).toBe(false);
  },
);

test('the end of a line may divide a time, an empty line ends it', () => {
  expect(timeAt('1 min\n30 s')).toMatchObject({ seconds: 90 });
  expect(timeAt('1 min\n\n30 s')).toMatchObject({ length: '1 min'.length, seconds: 60 });
});
