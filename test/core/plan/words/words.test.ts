import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { pasteSentence } from '../../../../core/plan/paste/sentence';
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

/** The phone's translation into a language. */
function translator(language: string): (english: string) => string {
  const file = readFileSync(join(__dirname, '../../../../setting/i18n', `${language}.po`), 'utf8');
  const entries = [...file.matchAll(/^msgid (".+")\nmsgstr (".*")$/gm)];
  const texts = new Map(
    entries.map(([, id = '', text = '']) => [JSON.parse(id), JSON.parse(text)] as [string, string]),
  );
  return (english) => {
    const text = texts.get(english);
    if (text === undefined) throw new Error(`${language} lacks "${english}"`);
    return text;
  };
}

const STANDARD = [
  'Left leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Right leg: ankle 1:00, calf 1:00, knee 1:00, lower thigh 1:00, upper thigh 1:00',
  'Get comfortable: 0:20',
  'Change legs: 0:15',
  'Reminder: 0:30',
  'Order: from the ankle up',
];

const CHINESE = [
  '左腿：脚踝 1:00、小腿 1:00、膝盖 1:00、大腿下段 1:00、大腿上段 1:00',
  '右腿：脚踝 1:00、小腿 1:00、膝盖 1:00、大腿下段 1:00、大腿上段 1:00',
  '坐舒服些：0:20',
  '换腿：0:15',
  '提醒：0:30',
  '顺序：从脚踝向上',
];

test('a plan reads as plain lines, in each language', () => {
  expect(planLines(DEFAULT_PLAN, translator('en-US'))).toEqual(STANDARD);
  expect(planLines(DEFAULT_PLAN, translator('zh-CN'))).toEqual(CHINESE);
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
const meant: readonly (readonly [name: string, text: string])[] = [
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
  ['signs that nobody sees', '\uFEFFLeft\u00A0leg: an\u200Bkle 1:00, calf\u30001:30\nRight leg: knee 0:30'],
  ['a quoted mail', '> Left leg: ankle 1:00, calf 1:30\n> > Right leg: knee 0:30'],
  ['lines of Windows', 'Left leg: ankle 1:00, calf 1:30\r\nRight leg: knee 0:30\r\n'],
  ['plurals', 'Left: ankles 1:00, calves 1:30\nRight: knees 0:30'],
  ['Chinese', '左腿：脚踝 1:00、小腿 1:30\n右腿：膝盖 0:30'],
  ['Chinese with times in words', '左腿：脚踝1分钟，小腿1分30秒\n右腿：膝盖30秒'],
  ['Chinese with wide digits', '左腿：脚踝 １：００；小腿 １：３０\n右腿：膝盖 ０：３０'],
  ['both languages', 'Left leg: 脚踝 1:00, calf 1:30\n右腿：knee 0:30'],
];

test.each(meant)('%s are understood', (_name, text) => {
  const read = readPlanText(text);
  expect(read).toMatchObject({ ok: true, value: { plan: THREE, repairs: ['standardParts'] } });
});

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
  expect(read).toMatchObject({ ok: true, value: { plan: { ...DEFAULT_PLAN, ...plan } } });
  expect(read.ok && read.value.repairs.filter((repair) => repair !== 'around')).toEqual([]);
});

const AT = (line: number, sign: number, found: string): string => `Line ${line}, sign ${sign}, at ${found}: `;
const PART = 'begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.';
const ZONE = 'write a zone and its time, such as calf 1:30.';
const TIME = 'write a time in minutes and seconds, such as 1:30.';

const refused: readonly (readonly [name: string, text: string, sentences: readonly string[]])[] = [
  ['a zone that is not known', 'Left leg: ankle 1:00, shin 1:30', [`${AT(1, 23, 'shin')}${ZONE}`]],
  ['a thigh that is neither', 'Left leg: thigh 1:00, calf 1:00', [`${AT(1, 11, 'thigh')}${ZONE}`]],
  ['a number that is minutes or seconds', 'Left leg: ankle 60, calf 1:30', [`${AT(1, 17, '60')}${TIME}`]],
  ['a time without its zone', 'Left leg: 5:00, calf 1:00', [`${AT(1, 11, '5:00')}${ZONE}`]],
  ['a zone without a time', 'Left leg: calf 1:00, ankle', [`${AT(1, 22, 'ankle')}${TIME}`]],
  ['more than sixty seconds', 'Left leg: calf 1:75', [`${AT(1, 16, '1')}${TIME}`]],
  ['a time of a clock', 'Left leg: calf 1:00:30, knee 1:00', [`${AT(1, 16, '1')}${TIME}`]],
  [
    'a leg that is written wrongly',
    'Lft leg: calf 1:00\nRight leg: calf 1:00',
    [`${AT(1, 1, 'Lft')}${PART}`],
  ],
  ['a part that is written wrongly', 'Left leg: calf 1:00\nRemindr: 0:30', [`${AT(2, 1, 'Remindr')}${PART}`]],
  ['a pause without a time', 'Left leg: calf 1:00\nReminder: often', [`${AT(2, 11, 'often')}${TIME}`]],
  ['a part with two values', 'Left leg: calf 1:00\nReminder: 0:30 0:40', [`${AT(2, 16, '0:40')}${TIME}`]],
  [
    'an order that is not known',
    'Left leg: calf 1:00\nOrder: sideways',
    [`${AT(2, 8, 'sideways')}write from the ankle up or upper zones first.`],
  ],
  [
    'a part twice',
    'Left leg: calf 1:00\nReminder: 0:30\nReminder: off',
    ['"Reminder" stands twice, again in line 3, sign 1: keep one of them.'],
  ],
  [
    'a leg twice',
    'Left leg: calf 1:00\nLeft leg: knee 1:00',
    ['Left leg names the leg "left" again: name each leg once.'],
  ],
  [
    'a zone twice',
    'Right leg: calf 1:00, calf 1:00',
    ['Right leg, calf names the zone "calf" again: name each zone once.'],
  ],
  [
    'a zone that is too long',
    'Right leg: calf 20:00',
    ['Right leg, calf is 1200: write it in whole seconds from 5 to 900.'],
  ],
  [
    'a pause that is too long',
    'Right leg: calf 1:00\nGet comfortable: 5:00',
    ['Get comfortable is 300: write it in whole seconds from 0 to 120.'],
  ],
  [
    'a reminder that is too short',
    'Right leg: calf 1:00\nReminder: 5 s',
    ['Reminder is 5: write it in whole seconds from 15 to 300 or "off".'],
  ],
  [
    'two mistakes',
    'Left leg: shin 1:00\nRight leg: calf 60',
    [`${AT(1, 11, 'shin')}${ZONE}`, `${AT(2, 17, '60')}${TIME}`],
  ],
  [
    'a leg without zones',
    'Left leg: calf 1:00\nRight leg:',
    ['Right leg has no zone: add one, or leave the leg out.'],
  ],
  ['the same as nothing', 'Left leg: same\nRight leg: calf 1:00', [`${AT(1, 11, 'same')}${ZONE}`]],
  ['the same and more', 'Left leg: calf 1:00\nRight leg: same, knee 1:00', [`${AT(2, 12, 'same')}${ZONE}`]],
  ['a point between minutes and seconds', 'Left leg: ankle 1.15', [`${AT(1, 17, '1')}${TIME}`]],
  ['a leg that is no plan', 'Left leg: sore', [`${AT(1, 11, 'sore')}${ZONE}`]],
  [
    'a sentence about a leg',
    'My left leg is sore today.',
    ['There is no plan in the text: copy it from where it stands, from the first line to the last.'],
  ],
  [
    'a sentence that begins with a leg',
    'Left leg is sore today.',
    ['There is no plan in the text: copy it from where it stands, from the first line to the last.'],
  ],
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
      'Reminder',
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
