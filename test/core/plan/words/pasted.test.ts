import fc from 'fast-check';
import type { Leg, Zone } from '../../../../core/body';
import { readPlanText } from '../../../../core/plan/paste/read-plan-text';
import type { Repair } from '../../../../core/plan/paste/repair';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { planLines } from '../../../../core/plan/words/write';
import { LANGUAGES } from '../../../page/translations';
import { runs } from '../../../runs';
import { translator } from './translator';
import { FIVE_ZONES_A_LEG } from '../../plans';

const LEFT = 'Left leg: ankle 1:00, calf 1:30';
const RIGHT = 'Right leg: knee 0:30';
const BOTH = `${LEFT}\n${RIGHT}`;

/** What people, mails, chats and editors make of the two lines above, and what is reported as corrected. */
const texts: readonly (readonly [name: string, text: string, repairs: readonly Repair[]])[] = [
  ['the lines themselves', BOTH, []],
  ['two legs in a line', `${LEFT}. ${RIGHT}.`, []],
  ['two legs in a line with a semicolon', `${LEFT}; ${RIGHT}`, []],
  ['two legs in a line with a comma', `${LEFT}, ${RIGHT}`, []],
  ['two legs in a line with a stroke', `${LEFT} | ${RIGHT}`, []],
  ['two legs in a line with nothing between', `${LEFT} ${RIGHT}`, []],
  ['a request before it', `Please do: ${BOTH}`, []],
  ['words before it on the line', `Here is your plan: ${BOTH}`, ['around']],
  ['words after it on the line', `${LEFT} as discussed\n${RIGHT} and rest afterwards.`, ['around']],
  ['a greeting before it on the line', `Hi Anna! ${LEFT}. ${RIGHT}. Yours, B.`, ['around']],
  ['lines before and after it', `Dear Anna,\n\n${BOTH}\n\nSee you on Monday at 10:30.\nDr. Li`, ['around']],
  ['the time and name of a chat', `[12:03] Anna: ${LEFT}\n[12:04] Anna: ${RIGHT}`, ['around']],
  ['the date and name of a chat', `[29.11.2026, 12:03:07] Anna: ${LEFT}\n${RIGHT}`, ['around']],
  ['the name of a chat on a line', `Dr. Li 14:05\n${LEFT}\nDr. Li 14:06\n${RIGHT}`, ['around']],
  ['the name of a chat before its time', `Dr. Li 14:05: ${LEFT}\nDr. Li 14:06: ${RIGHT}`, ['around']],
  ['a name in angle brackets', `<Anna> ${LEFT}\n<Anna> ${RIGHT}`, ['around']],
  [
    'the head of an answer',
    `On Mon, 3 Nov 2026 at 14:05, Anna wrote:\n> ${LEFT}\n> ${RIGHT}`,
    ['quoting', 'around'],
  ],
  ['straight quotation marks', `"${BOTH}"`, ['quotes']],
  ['curly quotation marks', `“${BOTH}”`, ['quotes']],
  ['quotation marks around each line', `‘${LEFT}’\n'${RIGHT}'`, ['quotes']],
  ['corner quotation marks', `「${BOTH}」`, ['quotes']],
  ['German quotation marks', `„${BOTH}“`, ['quotes']],
  [
    'quotation marks around words',
    '"Left leg": "ankle" 1:00, "calf" 1:30\n«Right leg»: knee "0:30"',
    ['quotes'],
  ],
  ['the sign of a chat for code', `\`${LEFT}\`\n\`${RIGHT}\``, ['quotes']],
  ['a fence', `\`\`\`\n${BOTH}\n\`\`\``, ['around']],
  ['a fence with a language', `~~~text\n${BOTH}\n~~~`, ['around']],
  ['bold legs', '**Left leg:** ankle 1:00, calf 1:30\n**Right leg**: knee 0:30', ['formatting']],
  ['slanted words', '_Left leg_: *ankle* 1:00, calf __1:30__\nRight leg: knee 0:30', ['formatting']],
  ['headings', '# Left leg\nankle 1:00\ncalf 1:30\n## Right leg\nknee 0:30', ['formatting']],
  ['bullets', '• Left leg\n  ◦ ankle 1:00\n  ◦ calf 1:30\n• Right leg\n  ◦ knee 0:30', []],
  ['numbers', '(1) Left leg: ankle 1:00, calf 1:30\n(2) Right leg: knee 0:30', []],
  ['numbers in rings', `① ${LEFT}\n② ${RIGHT}`, []],
  ['numbers without blanks', `1.${LEFT}\n2.${RIGHT}`, []],
  [
    'bold numbers',
    '1. **Left leg**\n   - ankle: 1:00\n   - calf: 1:30\n2. **Right leg**\n   - knee: 0:30',
    ['formatting'],
  ],
  [
    'a table',
    '| Left leg | ankle | 1:00 |\n|---|---|---|\n| | calf | 1:30 |\n| Right leg | knee | 0:30 |',
    [],
  ],
  ['arrows', 'Left leg: ankle 1:00 → calf 1:30\nRight leg -> knee => 0:30', []],
  ['a remark after //', `${LEFT} // slowly, please\n${RIGHT}`, ['comments']],
  ['a remark after #', `# for November\n${LEFT} # slowly\n${RIGHT}`, ['comments']],
  ['a line that is a remark', `// Left leg: knee 2:00\n${BOTH}`, ['comments']],
  ['a remark between strokes', `/* from\nAnna */ ${BOTH}`, ['comments']],
  [
    'a remark in parentheses',
    'Left leg (the sore one): ankle 1:00 (gently), calf 1:30\nRight leg: knee 0:30',
    ['comments'],
  ],
  ['times in parentheses', 'Left leg: ankle (1:00), calf (1:30)\nRight leg: knee (0:30)', []],
  ['the length of all', `${BOTH}\nIn all: 3 min 35 s`, []],
  ['the length of the massage', `Total: 3 minutes.\n${BOTH}`, []],
  ['the line of the page above it', `Left leg → Right leg · 3 min 35 s\n${BOTH}`, []],
  ['the length at the end of the line', `${BOTH}, 3:00 in all`, []],
  ['a byte order mark', `\uFEFF${BOTH}`, ['invisible']],
  ['blanks that do not break', BOTH.replace(/ /g, '\u00A0'), ['invisible']],
  ['signs of no width', BOTH.replace(/leg/g, 'l\u200Beg'), ['invisible']],
  ['wide digits', 'Left leg: ankle １:００, calf １：３０\nRight leg: knee ０:３０', ['otherSigns']],
  [
    'wide letters and punctuation',
    'Ｌｅｆｔ leg：ankle 1：00，calf 1:30；Right leg：knee 0:30。',
    ['otherSigns'],
  ],
  ['capitals', BOTH.toUpperCase(), []],
  ['more than one leg', 'Left legs: ankles 1:00, calves 1:30\nRight legs: knees 0:30', []],
  ['minutes and seconds', 'Left leg: ankle 1 min, calf 1 min 30 s\nRight leg: knee 30 sec', []],
  ['minutes and seconds without blanks', 'Left leg: ankle 1min, calf 1m30s\nRight leg: knee 30s', []],
  ['signs of minutes and seconds', "Left leg: ankle 1'00, calf 1'30''\nRight leg: knee 30''", []],
  ['primes', 'Left leg: ankle 1′, calf 1′30″\nRight leg: knee 30″', []],
  ['a decimal comma', 'Left leg: ankle 1,0 min, calf 1,5 min\nRight leg: knee 0,5 min', []],
  ['halves', 'Left leg: ankle 1 min, calf 1½ min\nRight leg: knee ½ min', []],
  [
    'numbers in words',
    'Left leg: ankle one minute, calf one and a half minutes\nRight leg: knee half a minute',
    [],
  ],
  [
    'other numbers in words',
    'Left leg: ankle a minute, calf ninety seconds\nRight leg: knee thirty seconds',
    [],
  ],
  [
    'a minute and a half',
    'Left leg: ankle sixty seconds, calf a minute and a half\nRight leg: knee for 30 seconds',
    [],
  ],
  [
    'minutes and seconds in words',
    'Left leg: ankle 1 minute, calf one minute and thirty seconds\nRight leg: knee 0.5 min',
    [],
  ],
  [
    'the time before the zone',
    'Left leg: 1 minute on the ankle, 90 seconds on the calf\nRight leg: 30 s knee',
    [],
  ],
  [
    'sentences',
    'Massage the left leg: the ankle for 1:00 and then the calf for 1:30. Then do the right leg: knee, 0:30.',
    [],
  ],
  ['a leg with every zone', 'Left ankle 1:00, left calf 1:30, right knee 0:30', []],
  [
    'the leg that comes first',
    'The left leg comes first: ankle 1:00, calf 1:30\nThen the other leg: knee 0:30',
    ['around'],
  ],
  ['a zone that is off', `${LEFT}, knee off\n${RIGHT}`, []],
  ['a divided name', 'Left\nleg: ankle 1:00,\ncalf 1:30\nRight leg: knee\n0:30', ['lineBreaks']],
  [
    'lines of a mail that was not decoded',
    'Left leg: ankle 1:00, cal=\nf 1:30\nRight leg: knee =\n0:30',
    ['lineBreaks'],
  ],
  [
    'a zone a line with blank lines',
    'Left leg\n\nankle\n1:00\n\ncalf\n1:30\n\nRight leg\n\nknee\n0:30',
    ['lineBreaks'],
  ],
  ['Chinese', '左腿：脚踝 1:00、小腿 1:30。右腿：膝盖 0:30。', []],
  ['Chinese in words', '左腿：脚踝一分钟，小腿一分半；右腿：膝盖三十秒', []],
  ['Chinese with other numbers', '左腿脚踝60秒，小腿九十秒，然后右腿膝盖半分钟', []],
  ['Chinese sentences', '请先做左腿：脚踝按摩一分钟，小腿一分三十秒。然后做右腿，膝盖30秒。', []],
  [
    'Chinese with a request',
    '张医生 14:05：请您这样做：左腿脚踝1分钟、小腿1分半，右腿膝盖半分钟，谢谢！',
    ['around'],
  ],
  ['Chinese numbers of lines', '一、左腿：脚踝 1:00、小腿 1:30\n二、右腿：膝盖 0:30', []],
  ['Chinese numbers with points', '1、左腿：脚踝 1:00、小腿 1:30\n2、右腿：膝盖 0:30', []],
  ['Chinese quotation marks', '“左腿：脚踝 1:00、小腿 1:30”\n「右腿：膝盖 0:30」', ['quotes']],
  ['Chinese total', '左腿：脚踝 1:00、小腿 1:30\n右腿：膝盖 0:30\n总长：3 分 35 秒', []],
  [
    'two parts in a sentence',
    `${BOTH}\n20 seconds to get ready and 15 seconds to change legs. Remind me every 30 seconds.`,
    [],
  ],
];

const MEANT = [
  {
    leg: 'left',
    zones: [
      { zone: 'ankle', seconds: 60 },
      { zone: 'calf', seconds: 90 },
    ],
  },
  { leg: 'right', zones: [{ zone: 'knee', seconds: 30 }] },
];

test.each(texts)('%s is read, and what was corrected is reported', (_name, text, repairs) => {
  expect(readPlanText(text)).toMatchObject({
    ok: true,
    value: { plan: { ...DEFAULT_PLAN, legs: MEANT }, repairs: [...repairs, 'standardParts'] },
  });
});

test('there are at least sixty such texts', () => {
  expect(texts.length).toBeGreaterThanOrEqual(60);
});

const same = (leg: Leg, zones: readonly Zone[], seconds: number): unknown => ({
  leg,
  zones: zones.map((zone) => ({ zone, seconds })),
});

test.each<[name: string, text: string, legs: readonly unknown[]]>([
  ['both legs', 'Both legs: ankle 1:00', [same('left', ['ankle'], 60), same('right', ['ankle'], 60)]],
  [
    'a leg and a leg',
    'Left and right leg: ankle 1:00',
    [same('left', ['ankle'], 60), same('right', ['ankle'], 60)],
  ],
  [
    'a leg and the other',
    'Right leg and left leg: calf 1:00',
    [same('right', ['calf'], 60), same('left', ['calf'], 60)],
  ],
  ['one time for each', 'Left leg: ankle and calf 1 min each', [same('left', ['ankle', 'calf'], 60)]],
  [
    'each one time',
    'Left leg: one minute each for ankle, calf and knee',
    [same('left', ['ankle', 'calf', 'knee'], 60)],
  ],
  [
    'one time for each in Chinese',
    '左腿脚踝、小腿、膝盖各1分钟',
    [same('left', ['ankle', 'calf', 'knee'], 60)],
  ],
  [
    'every zone',
    'Right leg: every zone 45 s',
    [same('right', ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'], 45)],
  ],
  [
    'the same before the leg',
    'Left leg: calf 1:00. Then the same on the right leg.',
    [same('left', ['calf'], 60), same('right', ['calf'], 60)],
  ],
  [
    'the same for the other leg',
    'Left leg: calf 1:00. Other leg: repeat',
    [same('left', ['calf'], 60), same('right', ['calf'], 60)],
  ],
  [
    'a leg that is only told of',
    'Your left leg is better.\nHere is the rest:\nRight leg: calf 1:00',
    [same('right', ['calf'], 60)],
  ],
])('%s is understood', (_name, text, legs) => {
  expect(readPlanText(text)).toMatchObject({ ok: true, value: { plan: { legs } } });
});

const FIRST = 'Left leg: ankle 1:00, calf 1:30, knee 0:30';
const FIVE = 'Right leg: ankle 0:45, calf 0:45, knee 0:45, lower thigh 0:45, upper thigh 0:45';
const THIGHS = 'Left leg: calf 1:00, lower thigh 2:00, upper thigh 2:30';

/** Plans as people would write them to a friend, and their lines. */
test.each<[text: string, lines: readonly string[]]>([
  [
    'Left leg first: ankle 1 min, calf 1.5 min, knee 30 sec. Then the right leg, same thing.',
    [FIRST, FIRST.replace('Left', 'Right')],
  ],
  [
    'Left leg first!\n- ankle: 1 min\n- calf: 1 and a half min\n- knee: half a min\nThen right leg – same again 😊',
    [FIRST, FIRST.replace('Left', 'Right')],
  ],
  [
    'Do the left leg for me: ankle for 1 min, calf for 1 min 30, knee 30 secs, then repeat on the right leg',
    [FIRST, FIRST.replace('Left', 'Right')],
  ],
  ['左腿先来：脚踝 1:00、小腿 1:30、膝盖 0:30\n右腿照做一遍', [FIRST, FIRST.replace('Left', 'Right')]],
  ['Hey! Just the right leg today: 45 seconds on each zone, no reminders please', [FIVE, 'Light touch: off']],
  ['今天只做右腿哈，每个部位45秒，不用提醒', [FIVE, 'Light touch: off']],
  [
    '先右腿后左腿，小腿各2分钟，大腿下段各1分钟，换腿15秒。',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    'Both legs: knee and ankle 90 seconds each, upper zones first. 25 seconds to get comfortable.',
    ['Right leg: ankle 1:30, knee 1:30', 'Get comfortable: 0:25', 'Order: upper zones first'],
  ],
  [
    '两条腿都做：膝盖和脚踝各90秒，先做上段，先花25秒坐舒服',
    ['Right leg: ankle 1:30, knee 1:30', 'Get comfortable: 0:25', 'Order: upper zones first'],
  ],
  [
    'Hi!\n\n* Left leg\n  * Upper thigh - 2 min 30\n  * Lower thigh - 2 min\n  * Calf - 1 min\n* Reminder every 40 sec\n\nCheers,\nBen',
    [THIGHS, 'Light touch: 0:40', 'Order: upper zones first'],
  ],
  [
    '小李，你好！\n1. 左腿大腿上段：2:30\n2. 左腿大腿下段：2:00\n3. 左腿小腿：1:00\n每40秒提醒一次\n——小王',
    [THIGHS, 'Light touch: 0:40', 'Order: upper zones first'],
  ],
])('%s', (text, lines) => {
  expect(linesOf(text)).toEqual(expect.arrayContaining([...lines]));
});

const LOWER = ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'];

/** What twenty people wrote who had seen one plan only; two of the texts with the times that were not clear. */
test.each<[text: string, lines: readonly string[]]>([
  [
    'Left leg: ankle 1:00, calf 1:30, knee 0:30\nRight leg: ankle 1:00, calf 1:30, knee 0:30',
    [FIRST, FIRST.replace('Left', 'Right')],
  ],
  [
    'Right leg: ankle 0:45, calf 0:45, knee 0:45, lower thigh 0:45, upper thigh 0:45\nLeft leg: none\nReminder: none',
    [FIVE, 'Light touch: off'],
  ],
  [
    'Right leg: calf 2:00, lower thigh 1:00\nLeft leg: calf 2:00, lower thigh 1:00\nChange legs: 0:15',
    [...LOWER, 'Change legs: 0:15'],
  ],
  [
    'Left leg: knee 1:30, ankle 1:30\nRight leg: knee 1:30, ankle 1:30\nGet comfortable: 0:25\nOrder: from the thigh down',
    [
      'Left leg: ankle 1:30, knee 1:30',
      'Right leg: ankle 1:30, knee 1:30',
      'Get comfortable: 0:25',
      'Order: upper zones first',
    ],
  ],
  [
    "Hi! Here's your massage plan:\n\n- Left leg: upper thigh 2:30, lower thigh 2:00, calf 1:00\n- Reminder: 0:40\n\nBen",
    [THIGHS, 'Light touch: 0:40'],
  ],
  [
    '先按左腿哈，脚踝按一分钟，小腿一分半，膝盖半分钟，然后右腿也照这样来一遍就行～',
    [FIRST, FIRST.replace('Left', 'Right')],
  ],
  [
    '这次只按右腿就行，脚踝、小腿、膝盖、大腿下段、大腿上段，每个部位按45秒，不要提醒哈',
    [FIVE, 'Light touch: off'],
  ],
  [
    '先按右腿再按左腿哈，每条腿都是小腿2分钟、大腿下段1分钟，中间换腿留15秒就行～',
    [...LOWER, 'Change legs: 0:15'],
  ],
  [
    '两条腿都按哈，膝盖和脚踝各一分半，从上往下来，先膝盖再脚踝。开始前给我25秒坐舒服点～',
    [
      'Left leg: ankle 1:30, knee 1:30',
      'Right leg: ankle 1:30, knee 1:30',
      'Get comfortable: 0:25',
      'Order: upper zones first',
    ],
  ],
  [
    '嗨，晚上好呀！按摩方案给你整理好了，照着来就行：\n\n左腿：\n- 大腿上段 2:30\n- 大腿下段 2:00\n- 小腿 1:00\n\n提醒：0:40（每 40 秒一次）\n\n小王',
    [THIGHS, 'Light touch: 0:40'],
  ],
  [
    'Left leg: ankle 1 min, calf 2 min, upper thigh 30 sec\nNo reminder',
    ['Left leg: ankle 1:00, calf 2:00, upper thigh 0:30', 'Light touch: off'],
  ],
  [
    'Right leg first: calf 1:30, knee 0:45.\nThen the left leg: calf 1:30, knee 0:45.\nChange of legs: 0:20.',
    ['Right leg: calf 1:30, knee 0:45', 'Left leg: calf 1:30, knee 0:45', 'Change legs: 0:20'],
  ],
  [
    'L leg: ankle 40s, calf 40s, knee 40s, lower thigh 40s, upper thigh 40s\nR leg: ankle 40s, calf 40s, lower thigh 40s, upper thigh 40s (no knee)',
    [
      'Left leg: ankle 0:40, calf 0:40, knee 0:40, lower thigh 0:40, upper thigh 0:40',
      'Right leg: ankle 0:40, calf 0:40, lower thigh 0:40, upper thigh 0:40',
    ],
  ],
  [
    '只做左腿\n脚踝 1分钟，小腿 2分钟，大腿上段 半分钟\n不用提醒',
    ['Left leg: ankle 1:00, calf 2:00, upper thigh 0:30', 'Light touch: off'],
  ],
  [
    '先右腿，后左腿。\n两条腿一样：小腿1分30秒，膝盖45秒。\n中间换腿休息20秒。',
    ['Right leg: calf 1:30, knee 0:45', 'Left leg: calf 1:30, knee 0:45', 'Change legs: 0:20'],
  ],
  [
    '双腿:脚踝、小腿、膝盖、大腿下段、大腿上段 各40s\n右腿膝盖不按',
    [
      'Left leg: ankle 0:40, calf 0:40, knee 0:40, lower thigh 0:40, upper thigh 0:40',
      'Right leg: ankle 0:40, calf 0:40, lower thigh 0:40, upper thigh 0:40',
    ],
  ],
  [
    '右腿脚踝小腿各2分\n左腿脚踝小腿各1分\n先坐好半分钟\n从大腿往下',
    [
      'Right leg: ankle 2:00, calf 2:00',
      'Left leg: ankle 1:00, calf 1:00',
      'Get comfortable: 0:30',
      'Order: upper zones first',
    ],
  ],
  [
    '妈，两条腿都一样哈：\n脚踝30秒，小腿1分钟，膝盖30秒，大腿下面1分15秒，大腿上面也是1分15秒\n每45秒轻轻提醒一下~',
    [
      'Left leg: ankle 0:30, calf 1:00, knee 0:30, lower thigh 1:15, upper thigh 1:15',
      'Right leg: ankle 0:30, calf 1:00, knee 0:30, lower thigh 1:15, upper thigh 1:15',
      'Light touch: 0:45',
    ],
  ],
  [
    "Hi mum, here's the plan 😊\nBoth legs:\nankle 30 secs\ncalf 1 min\nknee 30 secs\nlower thigh 1 min 15\nupper thigh 1 min 15\nreminder light touch every 45 secs",
    [
      'Left leg: ankle 0:30, calf 1:00, knee 0:30, lower thigh 1:15, upper thigh 1:15',
      'Right leg: ankle 0:30, calf 1:00, knee 0:30, lower thigh 1:15, upper thigh 1:15',
      'Light touch: 0:45',
    ],
  ],
  [
    'right leg calf 2 min ankle 2 min\nleft calf 1 min ankle 1 min\nsit down 30 sec\nfrom thigh down',
    [
      'Right leg: ankle 2:00, calf 2:00',
      'Left leg: ankle 1:00, calf 1:00',
      'Get comfortable: 0:30',
      'Order: upper zones first',
    ],
  ],
])('somebody wrote %j', (text, lines) => {
  expect(linesOf(text)).toEqual(expect.arrayContaining([...lines]));
  expect(legsIn(linesOf(text))).toEqual(legsIn(lines));
});

test.each<[name: string, text: string, plan: object]>([
  ['an order in a sentence', 'Do the upper zones first.', { zoneOrder: 'upperFirst' }],
  ['no reminders', 'Without reminders.', { reminderSeconds: 'off' }],
  ['an order in Chinese', '从上往下做。', { zoneOrder: 'upperFirst' }],
  ['a pause of words', 'Give yourself twenty-five seconds to get comfortable', { prepareSeconds: 25 }],
])('%s is not passed over', (_name, text, plan) => {
  expect(readPlanText(`${BOTH}\n${text}`)).toMatchObject({ ok: true, value: { plan } });
});

test.each(LANGUAGES)('the text of the page around the plan is passed over, in %s', (language) => {
  const translate = translator(language);
  const head = `${translate('Left leg')} → ${translate('Right leg')} · 10 ${language === 'zh-CN' ? '分 35 秒' : 'min 35 s'}`;
  const tail = translate('The watch takes it over at the next sync.');
  const page = [
    translate('Plan'),
    head,
    ...planLines(FIVE_ZONES_A_LEG, translate),
    tail,
    translate('Use the standard plan'),
  ];
  expect(readPlanText(page.join('\n'))).toEqual({
    ok: true,
    value: { plan: FIVE_ZONES_A_LEG, repairs: ['around'] },
  });
});

/** Pieces of a text; those of a plan say what they mean. */
const WORDS: Readonly<
  Record<string, { readonly leg?: Leg; readonly zone?: Zone; readonly seconds?: number }>
> = {
  'Left leg': { leg: 'left' },
  'right leg': { leg: 'right' },
  ankle: { zone: 'ankle' },
  calf: { zone: 'calf' },
  knee: { zone: 'knee' },
  '1:00': { seconds: 60 },
  '90 s': { seconds: 90 },
  '2 min': { seconds: 120 },
};
const ODD = [
  ':',
  ',',
  ';',
  '.',
  '\n',
  '(',
  ')',
  '//',
  '#',
  'not',
  'or',
  'Anna',
  '60',
  'and',
  'then',
  '~',
  '哈',
  '- ',
  '> ',
];

/** "Right leg: not", with nothing more said of that leg. */
function leavesOut(pieces: readonly string[], at: number): boolean {
  const isLeg = (piece = ''): boolean => piece.endsWith('leg');
  const next = pieces
    .slice(at + 1)
    .find((piece) => !['.', ',', ';', '~', '哈', '- ', '> ', '('].includes(piece));
  const before = [...pieces.slice(0, at)].reverse().find((piece) => !['(', ')', '~', '哈'].includes(piece));
  return isLeg(before) && (next === undefined || next === '\n' || isLeg(next));
}

test('whatever is accepted has each leg, zone and time in the text, as they follow each other, and no other', () => {
  const piece = fc.oneof(fc.constantFrom(...Object.keys(WORDS)), fc.constantFrom(...ODD));
  const pair = fc.tuple(fc.constantFrom('ankle', 'calf', 'knee'), fc.constantFrom('1:00', '90 s', '2 min'));
  const part = fc.oneof(
    { arbitrary: piece.map((one) => [one]), weight: 1 },
    { arbitrary: pair.map(([zone, time]) => [zone, time]), weight: 2 },
    { arbitrary: fc.constantFrom(['\n', 'Left leg', ':'], ['right leg', ':']), weight: 1 },
  );
  let accepted = 0;
  const text = fc
    .array(part, { minLength: 1, maxLength: 9 })
    .map((parts) => ['Left leg', ':', ...parts.flat()]);
  fc.assert(
    fc.property(text, (pieces) => {
      const read = readPlanText(pieces.join(' '));
      if (!read.ok) return;
      accepted += 1;
      const found = read.value.plan.legs.flatMap(({ leg, zones }) =>
        zones.map(({ zone, seconds }) => `${leg} ${zone} ${seconds}`),
      );
      expect(found.sort()).toEqual(told(pieces));
      const heard = remarksOut(pieces).filter((one) => one !== ':');
      expect(heard.filter((one, at) => (one === 'not' && !leavesOut(heard, at)) || one === 'or')).toEqual([]);
    }),
    { numRuns: runs(20_000, 3000) },
  );
  expect(accepted).toBeGreaterThan(100);
});

/** A plan in lines as Legato writes it; none if the text is refused. */
function linesOf(text: string): readonly string[] {
  const read = readPlanText(text);
  return read.ok ? planLines(read.value.plan, (english) => english) : [];
}

function legsIn(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.includes(' leg: '));
}

/** What a slow reader makes of pieces: a zone and the time next to it belong to the leg before them. */
function told(pieces: readonly string[]): readonly string[] {
  const said = repeatsOut(remarksOut(pieces)).flatMap((piece) => WORDS[piece] ?? []);
  const found: string[] = [];
  let leg: Leg | undefined;
  for (let at = 0; at < said.length; at += 1) {
    const [here, next] = [said[at], said[at + 1]];
    if (here?.leg) leg = here.leg;
    else {
      const pair = { ...here, ...next };
      expect(pair).toMatchObject({ zone: expect.any(String), seconds: expect.any(Number) });
      found.push(`${leg} ${pair.zone} ${pair.seconds}`);
      at += 1;
    }
  }
  return found.sort();
}

/** Without times in parentheses that only say the time before them once more. */
function repeatsOut(pieces: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const [piece = '', length] = [pieces[at], pieces.slice(at).indexOf(')')];
    const before = [...kept].reverse().find((one) => !/^[:,;-]/.test(one)) ?? '';
    const times = pieces.slice(at + 1, at + Math.max(1, length)).flatMap((one) => WORDS[one] ?? []);
    const seconds = WORDS[before]?.seconds;
    const isRepeat = seconds !== undefined && times.every((time) => time.seconds === seconds);
    if (piece === '(' && length > 1 && isRepeat) at += length;
    else kept.push(piece);
  }
  return kept;
}

/** Every line up to its remark. */
function remarksOut(pieces: readonly string[]): readonly string[] {
  const lines: string[][] = [[]];
  pieces.forEach((piece) => {
    if (piece === '\n') lines.push([]);
    else lines[lines.length - 1]?.push(piece);
  });
  return lines.flatMap((line) => {
    const remark = line.findIndex((piece) => piece === '//' || piece === '#');
    return remark < 0 ? line : line.slice(0, remark);
  });
}
