import { readPlanText } from '../../../../core/plan/paste/read-plan-text';

/** What a text is read as: the seconds of each leg, or the line and the words at which it is refused. */
function readAs(text: string): string {
  const read = readPlanText(text);
  if (!read.ok) return `refused: ${JSON.stringify(read.error[0])}`;
  return read.value.plan.legs
    .map(({ leg, zones }) => `${leg} ${zones.map(({ zone, seconds }) => `${zone} ${seconds}`).join(' ')}`)
    .join(', ');
}

test.each([
  ['calf if needed 1:30', 'if'],
  ['calf as needed 1:30', 'as needed'],
  ['calf 1:30 as needed', 'as needed'],
  ['calf 1:30 when needed', 'when needed'],
  ['calf 1:30 optional', 'optional'],
  ['calf 1:30 (optional)', 'optional'],
  ['calf 1:30 (only on bad days)', 'on bad days'],
  ['calf 1:30 depending on swelling', 'depending on'],
  ['calf sometimes 1:30', 'sometimes'],
  ['possibly calf 1:30', 'possibly'],
  ['小腿需要时 1:30', '需要时'],
  ['小腿 1:30（肿的时候）', '肿的时候'],
  ['小腿酌情 1:30', '酌情'],
  ['小腿 1:30，视情况', '视情况'],
  ['小腿有时 1:30', '有时'],
  ['小腿 1:30（可选）', '可选'],
])(
  '"%s" is refused, since the watch cannot tell when it applies, and the sentence names "%s"',
  (part, word) => {
    for (const text of [
      `Left leg: ankle 1:00, ${part}\nRight leg: the same`,
      `左腿：脚踝 1:00，${part}\n右腿：一样`,
    ]) {
      const read = readAs(text);
      expect(read).toContain('refused');
      expect(read).toContain(word);
    }
  },
);

test.each([
  ['Mornings: left leg: ankle 1:00\nEvenings: right leg: ankle 1:00', 'Evenings'],
  ['Mornings:\nLeft leg: ankle 1:00\nEvenings:\nRight leg: ankle 1:00', 'Evenings'],
  ['Left leg Monday: ankle 1:00\nRight leg Tuesday: ankle 1:00', 'Tuesday'],
  ['左腿：脚踝1分钟\n每天早上和晚上', '晚'],
  ['早上左腿：脚踝1分钟\n晚上右腿：脚踝1分钟', '晚'],
  ['左腿周一：脚踝1分钟\n右腿周二：脚踝1分钟', '周'],
])('"%s" is refused, since one plan is for every session, and the sentence names "%s"', (text, word) => {
  const read = readAs(text);
  expect(read).toContain('refused');
  expect(read).toContain(`"found":"${word}"`);
});

test.each([
  ['Left leg: ankle 1:00\ntwice a day', 'twice'],
  ['左腿：脚踝1分钟\n每天两次', '两次'],
  ['左腿：脚踝1分钟\n一天两次', '一'],
  ['左腿：脚踝1分钟\n每日做三次', '每'],
  ['左腿：脚踝1分钟\n早晚各一次', '早'],
])(
  '"%s" is refused, since a plan does not tell how often a day, and the sentence names "%s"',
  (text, word) => {
    const read = readAs(text);
    expect(read).toContain('refused');
    expect(read).toContain(`"found":"${word}"`);
  },
);

test.each([
  ['Left leg: ankle 1:00\n3x a week', 'left ankle 60'],
  ['左腿：脚踝1分钟\n每周三次', 'left ankle 60'],
  ['早晚温差大，注意保暖。\n左腿：脚踝1分钟\n每天一次', 'left ankle 60'],
])('"%s" is taken', (text, plan) => {
  expect(readAs(text)).toBe(plan);
});

test.each([
  'Good morning Anna, see you on Friday. Every evening:\nLeft leg: ankle 1:00, calf 1:30\nRight leg: the same',
  '每天晚上：\n左腿：脚踝 1:00，小腿 1:30\n右腿：一样',
])('a single time of the day is passed over: "%s"', (text) => {
  expect(readAs(text)).toBe('left ankle 60 calf 90, right ankle 60 calf 90');
});

test.each([
  [
    'Left leg: ankles 1:00, calves 1:30\nRight leg: as the left',
    'left ankle 60 calf 90, right ankle 60 calf 90',
  ],
  [
    'Left leg: ankle 1:00, knee 0:45\nRight leg: like the left leg',
    'left ankle 60 knee 45, right ankle 60 knee 45',
  ],
  ['左腿：脚踝 1分钟，小腿 1分半\n右腿：同左', 'left ankle 60 calf 90, right ankle 60 calf 90'],
  ['右腿：脚脖子 1分钟，小腿肚 2分钟\n左腿：同右侧', 'right ankle 60 calf 120, left ankle 60 calf 120'],
])('"%s" is read as it is meant', (text, plan) => {
  expect(readAs(text)).toBe(plan);
});
