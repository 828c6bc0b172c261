import fc from 'fast-check';
import { pasteSentence } from '../../../../core/plan/paste/sentence';
import type { Repair } from '../../../../core/plan/paste/repair';
import { readPlanText } from '../../../../core/plan/paste/read-plan-text';
import type { Zone } from '../../../../core/body';
import { LEGS } from '../../../../core/body';
import type { PlanShape, ZonePlan } from '../../../../core/plan/plan';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { TRANSLATED } from '../../../../core/plan/words/names';
import { planLines } from '../../../../core/plan/words/write';
import { filled } from '../../../../core/sentence';
import { LANGUAGES } from '../../../page/translations';
import { runs } from '../../../runs';
import { plans } from '../../arbitraries';
import { translator } from './translator';
import { FIVE_ZONES_A_LEG } from '../../plans';

const STANDARD = [
  'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Right leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Get comfortable: 0:20',
  'Change legs: 0:15',
  'Light touch: 0:30',
  'Order: from the ankle up',
];

const CHINESE = [
  '左腿：脚踝 1:00、小腿 1:00、膝盖 1:00、大腿下段 1:00、大腿上段 1:00',
  '右腿：脚踝 1:00、小腿 1:00、膝盖 1:00、大腿下段 1:00、大腿上段 1:00',
  '坐舒服些：0:20',
  '换腿：0:15',
  '轻一点：0:30',
  '顺序：从脚踝向上',
];

test('a plan reads as plain lines, in each language', () => {
  expect(planLines(FIVE_ZONES_A_LEG, translator('en-US'))).toEqual(STANDARD);
  expect(planLines(FIVE_ZONES_A_LEG, translator('zh-CN'))).toEqual(CHINESE);
});

test.each(LANGUAGES)(
  'every plan survives being written in %s and read again, without corrections',
  (language) => {
    const translate = translator(language);
    fc.assert(
      fc.property(plans(), (plan) => {
        const text = planLines(plan, translate).join('\n');
        expect(readPlanText(text)).toEqual({ ok: true, value: { plan, repairs: [] } });
      }),
      { numRuns: runs(2000, 300) },
    );
  },
);

test('the words that are understood are those of the translations', () => {
  Object.entries(TRANSLATED).forEach(([language, words]) => {
    const translate = translator(language);
    expect(Object.keys(words).map(translate)).toEqual(Object.values(words));
  });
  expect(['en-US', ...Object.keys(TRANSLATED)].sort()).toEqual([...LANGUAGES].sort());
});

const THREE: PlanShape = {
  ...DEFAULT_PLAN,
  legs: [
    { leg: 'left', zones: [zone('ankle', 60), zone('calf', 90)] },
    { leg: 'right', zones: [zone('knee', 30)] },
  ],
};

/** What people write, and what they mean. */
const meant: readonly (readonly [name: string, text: string, repairs?: readonly Repair[]])[] = [
  ['the legs alone', 'Left leg: ankle 1:00, calf 1:30\nRight leg: knee 0:30'],
  ['capitals and no commas', 'LEFT LEG ankle 1:00 calf 1:30\nRIGHT LEG knee 0:30'],
  ['short names', 'left: ankle 1:00, calf 1:30\nright: knee 0:30'],
  ['minutes and seconds in words', 'Left leg: ankle 1 min, calf 1 min 30 s\nRight leg: knee 30 seconds'],
  ['minutes with a comma', 'Left leg: ankle 1 min, calf 1,5 min\nRight leg: knee 30s'],
  ['minutes with a point', 'Left leg: ankle 1 minute, calf 1.5 minutes\nRight leg: knee 0.5 min'],
  ['signs of minutes', 'Left leg: ankle 1\'00", calf 1’30”\nRight leg: knee 0′30″'],
  ['seconds only', 'Left leg: ankle 60 s, calf 90 sec\nRight leg: knee 30 sec.'],
  ['a zone a line', 'Left leg\nankle 1:00\ncalf 1:30\nRight leg:\nknee 0:30'],
  ['a list', 'Left leg:\n- ankle: 1:00\n- calf: 1:30\n\nRight leg:\n* knee = 0:30'],
  ['numbers before lines', '1. Left leg: ankle 1:00, calf 1:30\n2) Right leg: knee 0:30'],
  ['semicolons and dashes', 'Left leg – ankle – 1:00; calf – 1:30\nRight leg — knee 0:30'],
  [
    'words between',
    'Left leg: ankle for 1:00 and then calf for 1:30. Right leg:\nknee 0:30'.replace('. Right', '\nRight'),
  ],
  ['many blanks', '  Left leg :  ankle   1:00 ,calf 1:30  \n\tRight leg:knee 0:30'],
  [
    'signs that nobody sees',
    '\uFEFFLeft\u00A0leg: an\u200Bkle 1:00, calf\u30001:30\nRight leg: knee 0:30',
    ['invisible'],
  ],
  ['a quoted mail', '> Left leg: ankle 1:00, calf 1:30\n> > Right leg: knee 0:30', ['quoting']],
  ['lines of Windows', 'Left leg: ankle 1:00, calf 1:30\r\nRight leg: knee 0:30\r\n'],
  ['plurals', 'Left: ankles 1:00, calves 1:30\nRight: knees 0:30'],
  ['Chinese', '左腿：脚踝 1:00、小腿 1:30\n右腿：膝盖 0:30'],
  ['Chinese with times in words', '左腿：脚踝1分钟，小腿1分30秒\n右腿：膝盖30秒'],
  ['Chinese with wide digits', '左腿：脚踝 １：００；小腿 １：３０\n右腿：膝盖 ０：３０', ['otherSigns']],
  ['both languages', 'Left leg: 脚踝 1:00, calf 1:30\n右腿：knee 0:30'],
];

test.each(meant.map(([name, text, repairs = []]) => ({ name, text, repairs })))(
  '$name are understood',
  ({ text, repairs }) => {
    const read = readPlanText(text);
    expect(read).toMatchObject({ ok: true, value: { plan: THREE, repairs: [...repairs, 'standardParts'] } });
  },
);

const whole: readonly (readonly [name: string, text: string, plan: Partial<PlanShape>])[] = [
  [
    'a mail around it',
    `Dear Anna,\nyour left leg needs this:\n${STANDARD.join('\n')}\nSee you on Monday at 10:30.\nB.`,
    {},
  ],
  [
    'parts that are off',
    'Both legs: knee 5:00\nGet ready: none\nSwitch legs: off\nLight touch: off\nOrder: upper first',
    {
      ...{ prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 'off', zoneOrder: 'upperFirst' },
      legs: [
        { leg: 'left', zones: [zone('knee', 300)] },
        { leg: 'right', zones: [zone('knee', 300)] },
      ],
    },
  ],
  [
    'one leg without a change of legs',
    'Right leg: calf 2:00\nGet comfortable: 0:20\nReminder: every 30 s\nOrder: upward',
    {
      legs: [{ leg: 'right', zones: [zone('calf', 120)] }],
    },
  ],
  [
    'the zones from above',
    'Left leg: upper thigh 1:00, ankle 2:00\nGet comfortable: 0:20\nReminder: 0:30\nOrder: from the ankle up',
    {
      legs: [{ leg: 'left', zones: [zone('ankle', 120), zone('upperThigh', 60)] }],
    },
  ],
  [
    'the same for the other leg',
    'Left leg: ankle 0:40, calf 0:40\nRight leg: same\nTo get comfortable 10s\nChange legs 20s\nLight touch every 20s\nOrder: upward',
    {
      ...{ prepareSeconds: 10, switchSeconds: 20, reminderSeconds: 20 },
      legs: LEGS.map((leg) => ({ leg, zones: [zone('ankle', 40), zone('calf', 40)] })),
    },
  ],
  [
    'what there is not to be',
    'Settle in: 30 sec\nRight leg: calf 2 min\nNo reminders\nOrder: upward',
    {
      ...{ prepareSeconds: 30, reminderSeconds: 'off' },
      legs: [{ leg: 'right', zones: [zone('calf', 120)] }],
    },
  ],
  [
    'the same in Chinese',
    '左腿：小腿 2:00\n右腿：同上\n准备：0:20\n换腿：0:15\n不要提醒\n顺序：从脚踝向上',
    {
      reminderSeconds: 'off',
      legs: LEGS.map((leg) => ({ leg, zones: [zone('calf', 120)] })),
    },
  ],
];

test('zones listed from the thigh down are done in that order, unless an order is given', () => {
  const text = 'Left leg\nupper thigh - 2:00\nknee - 2:00\nankle - 2:00';
  const orders = [
    text,
    `${text}\nOrder: upward`,
    'Left leg: ankle 2:00',
    'Left: knee 2:00, calf 1:00, upper thigh 1:00',
  ];
  const read = orders.map(readPlanText).map((plan) => plan.ok && plan.value.plan.zoneOrder);
  expect(read).toEqual(['upperFirst', 'upward', 'upward', 'upward']);
});

test.each(whole)('%s: nothing is taken from the standard plan', (_name, text, plan) => {
  const read = readPlanText(text);
  expect(read).toMatchObject({ ok: true, value: { plan: { ...FIVE_ZONES_A_LEG, ...plan } } });
  expect(read.ok && read.value.repairs.filter((repair) => repair !== 'around')).toEqual([]);
});

const AT = (line: number, sign: number, found: string): string =>
  `Line ${line}, character ${sign}, at ${found}: `;
const PART = 'begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.';
const ZONE = 'write a zone and its time, such as calf 1:30.';
const zoneFor = (where: string): string => `write a zone and its time for ${where}, such as calf 1:30.`;
const timeFor = (where: string): string => `write a time in minutes and seconds for ${where}, such as 1:30.`;
const from = (min: string, max: string, where: string): string =>
  `write a time from ${min} to ${max} for ${where}`;
const PLAIN = 'write only what is to be done, without this.';
const NO_PLAN =
  'There is no plan in the text: copy it from the first line to the last, or write it as Left leg: calf 1:30.';

const refused: readonly (readonly [name: string, text: string, sentences: readonly string[]])[] = [
  [
    'a zone that is not known',
    'Left leg: ankle 1:00, shin 1:30',
    [`${AT(1, 23, 'shin')}${zoneFor('Left leg')}`],
  ],
  [
    'a thigh that is neither',
    'Left leg: thigh 1:00, calf 1:00',
    [`${AT(1, 11, 'thigh')}${zoneFor('Left leg')}`],
  ],
  [
    'a number of both legs, of which none is named alone',
    'legs:\n - leg: right\n   zone: ankle\n   seconds: 60',
    [`${AT(4, 4, 'seconds')}${timeFor('ankle')}`],
  ],
  [
    'a number that is minutes or seconds',
    'Left leg: ankle 60, calf 1:30',
    [`${AT(1, 17, '60')}${timeFor('Left leg, ankle')}`],
  ],
  [
    'a number alone in the other leg',
    'Left leg: calf 1:00\nRight leg: calf 1:00, knee 90',
    [`${AT(2, 28, '90')}${timeFor('Right leg, knee')}`],
  ],
  ['a time without its zone', 'Left leg: 5:00, calf 1:00', [`${AT(1, 11, '5:00')}${zoneFor('Left leg')}`]],
  [
    'a zone without a time',
    'Left leg: calf 1:00, ankle',
    [`${AT(1, 22, 'ankle')}${timeFor('Left leg, ankle')}`],
  ],
  [
    'a zone without a time before the other leg',
    'Left leg: calf 1:00, ankle\nRight leg: calf 1:00',
    [`${AT(1, 22, 'ankle')}${timeFor('Left leg, ankle')}`],
  ],
  ['more than sixty seconds', 'Left leg: calf 1:75', [`${AT(1, 16, '1:75')}${timeFor('Left leg, calf')}`]],
  [
    'more than sixty seconds in words',
    'Left leg: calf 1 min 75 s',
    [`${AT(1, 16, '1 min 75 s')}${timeFor('Left leg, calf')}`],
  ],
  [
    'a time of a clock',
    'Left leg: calf 1:00:30, knee 1:00',
    [`${AT(1, 16, '1:00:30')}${timeFor('Left leg, calf')}`],
  ],
  ['hours', 'Left leg: calf 1:30 h', [`${AT(1, 21, 'h')}${PLAIN}`]],
  ['a time of the day', 'Left leg: calf 1:30 pm', [`${AT(1, 21, 'pm')}${PLAIN}`]],
  ['two times', 'Left leg: calf 1:00 or 2:00', [`${AT(1, 21, 'or')}${PLAIN}`]],
  ['from one time to another', 'Left leg: calf 1-2 min', [`${AT(1, 16, '1')}${timeFor('Left leg, calf')}`]],
  ['two times side by side', 'Left leg: calf 1:00 2:00', [`${AT(1, 21, '2:00')}${zoneFor('Left leg')}`]],
  ['a time that is multiplied', 'Left leg: calf 1:00 x 2', [`${AT(1, 21, 'x')}${PLAIN}`]],
  ['a time that is multiplied by a word', 'Left leg: calf 1:00 twice', [`${AT(1, 21, 'twice')}${PLAIN}`]],
  ['a time with a star and a number', 'Left leg: calf 1:00*2', [`${AT(1, 21, '2')}${zoneFor('Left leg')}`]],
  ['hundredths of minutes', 'Left leg: calf 1.30 min', [`${AT(1, 16, '1.30')}${timeFor('Left leg, calf')}`]],
  ['more or less', 'Left leg: calf ~1:00', [`${AT(1, 16, '~')}${PLAIN}`]],
  ['more than a time', 'Left leg: calf >1:00', [`${AT(1, 16, '>')}${PLAIN}`]],
  ['what is not to be done', 'Left leg: not the knee, calf 1:00', [`${AT(1, 11, 'not')}${PLAIN}`]],
  ['a leg that is not to be done', 'Do not do the left leg: calf 1:00', [`${AT(1, 4, 'not')}${PLAIN}`]],
  [
    'a leg that is taken back',
    'Left leg: calf 1:00\nDo not do the left leg today.',
    [`${AT(2, 4, 'not')}${PLAIN}`],
  ],
  [
    'a zone that is taken back',
    'Left leg: calf 1:00, knee 1:00\nSkip the knee today.',
    [`${AT(2, 1, 'Skip')}${PLAIN}`],
  ],
  ['a line that is crossed out', '~~Left leg: calf 1:00~~', [`${AT(1, 1, '~~')}${PLAIN}`]],
  ['a remark that could be a zone', 'Left leg: calf 1:00 // knee 1:00', [`${AT(1, 21, '//')}${PLAIN}`]],
  ['a remark that takes it back', 'Left leg: calf 1:00 // not today', [`${AT(1, 21, '//')}${PLAIN}`]],
  ['one leg or the other', 'Left leg: calf 1:00\nor\nRight leg: calf 1:00', [`${AT(2, 1, 'or')}${PLAIN}`]],
  [
    'a leg that nothing says how to do',
    'Left leg: calf 1:00\nRight leg as usual',
    [`${AT(2, 1, 'Right leg')}${zoneFor('Right leg')}`],
  ],
  ['a line of numbers', 'Left leg: calf 1:00\n2 min 60', [`${AT(2, 1, '2 min 60')}${PART}`]],
  ['a heading that could be a remark', '# Left leg: calf 1:00', [`${AT(1, 1, '#')}${PLAIN}`]],
  ['a line of a leg and its number', 'Left leg: ankle 1:00, #2 calf 1:30', [`${AT(1, 23, '#')}${PLAIN}`]],
  [
    'one time for two zones',
    'Left leg: ankle, calf 1:00',
    [`${AT(1, 18, 'calf')}${timeFor('Left leg, ankle')}`],
  ],
  [
    'zones that may stand before or after',
    'Left leg: ankle, 1:00 calf, 2:00 knee',
    [`${AT(1, 23, 'calf')}${timeFor('Left leg')}`],
  ],
  ['a time before the leg', '5:00 left leg: ankle 1:00', [`${AT(1, 1, '5:00')}${ZONE}`]],
  [
    'a time on a line of its own',
    'Left leg: ankle 1:00\n2:00\nRight leg: same',
    [`${AT(2, 1, '2:00')}${zoneFor('Left leg')}`],
  ],
  [
    'a leg that is first and comes second',
    'Left leg: calf 1:00\nFirst the right leg: calf 1:00',
    [`${AT(2, 1, 'First')}${PLAIN}`],
  ],
  [
    'a leg that is last and comes first',
    'Finally the left leg: calf 1:00\nRight leg: calf 1:00',
    [`${AT(1, 1, 'Finally')}${PLAIN}`],
  ],
  [
    'a word within the zones',
    'Left leg: ankle 1:00, foo calf 1:00',
    [`${AT(1, 23, 'foo')}${zoneFor('Left leg')}`],
  ],
  ['zones without a leg', 'Anna 14:05\nankle 1:00, calf 1:00', [`${AT(2, 1, 'ankle')}${PART}`]],
  ['zones in another message', 'Left leg: ankle 1:00\nAnna 14:06: calf 1:30', [`${AT(2, 1, 'Anna')}${PART}`]],
  ['the other leg of none', 'The other leg: calf 1:00', [`${AT(1, 5, 'other leg')}${PART}`]],
  [
    'the same on no leg',
    'Left leg: calf 1:00. Then the same',
    [`${AT(1, 27, 'the same')}${zoneFor('Left leg')}`],
  ],
  ['an off without its part', 'Left leg: calf 1:00, off', [`${AT(1, 22, 'off')}${PLAIN}`]],
  [
    'a leg that is written wrongly',
    'Lft leg: calf 1:00\nRight leg: calf 1:00',
    [`${AT(1, 1, 'Lft')}${PART}`],
  ],
  ['a part that is written wrongly', 'Left leg: calf 1:00\nRemindr: 0:30', [`${AT(2, 1, 'Remindr')}${PART}`]],
  [
    'a pause that is one of two',
    'Left leg: calf 1:00\nPause: 0:30',
    [`${AT(2, 8, '0:30')}${zoneFor('Left leg')}`],
  ],
  [
    'a pause without a time',
    'Left leg: calf 1:00\nReminder: often',
    [`${AT(2, 11, 'often')}${timeFor('Light touch')}`],
  ],
  [
    'a pause with a number',
    'Left leg: calf 1:00\nChange legs: 15',
    [`${AT(2, 14, '15')}${timeFor('Change legs')}`],
  ],
  [
    'a part with two values',
    'Left leg: calf 1:00\nReminder: 0:30 0:40',
    [`${AT(2, 16, '0:40')}${timeFor('Left leg')}`.replace(' for Left leg', '')],
  ],
  [
    'a part with a time on both sides',
    'Left leg: calf 1:00\n15 s to change legs 20 s',
    [`${AT(2, 21, '20 s')}${timeFor('Change legs')}`],
  ],
  [
    'a part with nothing',
    'Left leg: calf 1:00\nReminder:',
    [`${AT(2, 1, 'Reminder')}${timeFor('Light touch')}`],
  ],
  [
    'an order with a time',
    'Left leg: calf 1:00\nOrder: 1:00',
    [`${AT(2, 8, '1:00')}write from the ankle up or upper zones first.`],
  ],
  [
    'an order with nothing',
    'Left leg: calf 1:00\nOrder:',
    [`${AT(2, 1, 'Order')}write from the ankle up or upper zones first.`],
  ],
  [
    'an order that is not known',
    'Left leg: calf 1:00\nOrder: sideways',
    [`${AT(2, 8, 'sideways')}write from the ankle up or upper zones first.`],
  ],
  [
    'two orders',
    'Left leg: calf 1:00\nOrder: upward\nUpper zones first.',
    ['Order stands twice, again in line 3, character 1: keep one of them.'],
  ],
  [
    'a part twice',
    'Left leg: calf 1:00\nReminder: 0:30\nReminder: off',
    ['Light touch stands twice, again in line 3, character 1: keep one of them.'],
  ],
  [
    'a leg twice',
    'Left leg: calf 1:00\nLeft leg: knee 1:00',
    ['Left leg stands twice, again in line 2, character 1: keep one of them.'],
  ],
  [
    'a zone twice',
    'Right leg: calf 1:00, calf 1:00',
    ['Right leg, calf stands twice, again in line 1, character 23: keep one of them.'],
  ],
  [
    'a zone that is too long',
    'Right leg: calf 20:00',
    [`${AT(1, 17, '20:00')}${from('0:05', '15:00', 'Right leg, calf')}.`],
  ],
  [
    'a zone that is too long in minutes',
    'Right leg: calf 20 min',
    [`${AT(1, 17, '20 min')}${from('0:05', '15:00', 'Right leg, calf')}.`],
  ],
  [
    'a zone that is too long in seconds',
    'Right leg: calf 1200 s',
    [`${AT(1, 17, '1200 s')}${from('5 s', '900 s', 'Right leg, calf')}.`],
  ],
  [
    'a pause that is too long',
    'Right leg: calf 1:00\nGet comfortable: 5:00',
    [`${AT(2, 18, '5:00')}${from('0:00', '2:00', 'Get comfortable')}.`],
  ],
  [
    'a reminder that is too short',
    'Right leg: calf 1:00\nReminder: 5 s',
    [`${AT(2, 11, '5 s')}${from('15 s', '300 s', 'Light touch')}, or off.`],
  ],
  [
    'a plan that is too long',
    'Both legs: ankle 15:00, calf 15:00, knee 15:00',
    ['The plan takes 90:35 in all: shorten it to 60:00 or less.'],
  ],
  [
    'another length than the plan has',
    'Left leg: ankle 1:00\nIn all: 7 min',
    [`${AT(2, 9, '7 min')}the parts of the plan take 1:20 in all, so correct one of them.`],
  ],
  [
    'two mistakes',
    'Left leg: shin 1:00\nRight leg: calf 60',
    [`${AT(1, 11, 'shin')}${zoneFor('Left leg')}`, `${AT(2, 17, '60')}${timeFor('Right leg, calf')}`],
  ],
  [
    'a leg without zones',
    'Left leg: calf 1:00\nRight leg:',
    ['Line 2, character 1: Right leg has no zone: add one, or leave the leg out.'],
  ],
  ['no zone at all', 'Left leg:', ['The plan has no zone at all: give at least one leg one zone.']],
  [
    'the same as nothing',
    'Left leg: same\nRight leg: calf 1:00',
    [`${AT(1, 11, 'same')}${zoneFor('Left leg')}`],
  ],
  [
    'the same and more',
    'Left leg: calf 1:00\nRight leg: same, knee 1:00',
    [`${AT(2, 12, 'same')}${zoneFor('Right leg')}`],
  ],
  [
    'a point between minutes and seconds',
    'Left leg: ankle 1.15',
    [`${AT(1, 17, '1.15')}${timeFor('Left leg, ankle')}`],
  ],
  ['a leg that is no plan', 'Left leg: sore', [`${AT(1, 11, 'sore')}${zoneFor('Left leg')}`]],
  ['Chinese without a unit', '左腿：脚踝 60', [`${AT(1, 7, '60')}${timeFor('Left leg, ankle')}`]],
  ['Chinese that takes it back', '左腿：脚踝 1:00\n不做右腿', [`${AT(2, 1, '不做')}${PLAIN}`]],
  [
    'a second leg that is said to be first',
    'Left leg: calf 1:00\nRight leg first: calf 1:00',
    [`${AT(2, 11, 'first')}${PLAIN}`],
  ],
  ['a third leg', 'Both legs: calf 1:00\nThe other leg: knee 1:00', [`${AT(2, 5, 'other leg')}${PART}`]],
  [
    'a reminder with an order',
    'Left leg: calf 1:00\nReminder: upper zones first',
    [`${AT(2, 11, 'upper zones first')}${timeFor('Light touch')}`],
  ],
  [
    'an order that is off',
    'Left leg: calf 1:00\nOrder: off',
    [`${AT(2, 8, 'off')}write from the ankle up or upper zones first.`],
  ],
  [
    'a reminder with a zone',
    'Left leg: calf 1:00\nReminder: ankle 1:00',
    [`${AT(2, 11, 'ankle')}${timeFor('Light touch')}`],
  ],
  [
    'an off before a part that has a time',
    'Left leg: calf 1:00\nNo, reminder: 0:30',
    [`${AT(2, 1, 'No')}${PLAIN}`],
  ],
  [
    'a part that waits for its time and another',
    'Left leg: calf 1:00\nReminder and change legs: 0:30',
    [`${AT(2, 14, 'change legs')}${timeFor('Light touch')}`],
  ],
  [
    'a time that waits for its zone and a leg',
    'Left leg: 1:00 each, right leg: calf 1:00',
    [`${AT(1, 11, '1:00')}${zoneFor('Left leg')}`],
  ],
  ['a sentence about a leg', 'My left leg is sore today.', [NO_PLAN]],
  ['a sentence that begins with a leg', 'Left leg is sore today.', [NO_PLAN]],
];

test.each(refused)('%s is reported with line, character and what to do', (_name, text, sentences) => {
  const read = readPlanText(text);
  expect(read.ok ? [] : read.error.map((problem) => filled(pasteSentence(problem)))).toEqual(sentences);
});

test('any words are either a plan or refused in sentences, and nothing throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Left leg',
      'right',
      'ankle',
      'calf',
      '1:00',
      '90',
      '30 s',
      ':',
      ',',
      '\n',
      'Light touch',
      'off',
      'Order',
      '左腿',
      '脚踝',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const read = readPlanText(pieces.join(' '));
      if (!read.ok) read.error.forEach((problem) => expect(filled(pasteSentence(problem))).toMatch(/\.$/));
    }),
    { numRuns: runs(20_000, 1000) },
  );
});

function zone(name: Zone, seconds: number): ZonePlan {
  return { zone: name, seconds };
}
