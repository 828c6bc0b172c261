import { pasteSentence } from '../../../../core/plan/paste/sentence';
import { readPlanText } from '../../../../core/plan/paste/read-plan-text';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { planLines } from '../../../../core/plan/words/write';
import { filled } from '../../../../core/sentence';

const english = (text: string): string => text;
const STANDARD = planLines(DEFAULT_PLAN, english).slice(2);

/** What people write in a chat: legs left out, fillers, lists with one time, the order in words, remarks. */
test.each<[text: string, lines: readonly string[]]>([
  ['Left leg: no\nRight leg: calf 1:00', ['Right leg: calf 1:00']],
  ['Left leg: nothing\nRight leg: calf 1:00', ['Right leg: calf 1:00']],
  ['Left leg: -\nRight leg: calf 1:00', ['Right leg: calf 1:00']],
  ['Right leg: calf 1:00\nLeft leg: not today', ['Right leg: calf 1:00']],
  ['左腿：无\n右腿：小腿 1:00', ['Right leg: calf 1:00']],
  ['左腿不做，右腿小腿一分钟', ['Right leg: calf 1:00']],
  ['右腿：小腿 1:00\n左腿：没有', ['Right leg: calf 1:00']],
  ['左腿：不做\n右腿：小腿 1:00', ['Right leg: calf 1:00']],
  ['左腿：—\n右腿：小腿 1:00', ['Right leg: calf 1:00']],
  ['Left leg: none. The other leg: calf 1:00', ['Right leg: calf 1:00']],
  ['左腿小腿一分钟就行啦！右腿膝盖半分钟吧～', ['Left leg: calf 1:00', 'Right leg: knee 0:30']],
  ['这次按左腿哦，小腿2分钟就好', ['Left leg: calf 2:00']],
  ['按右腿呢：小腿2分钟、膝盖1分钟就可以了~', ['Right leg: calf 2:00, knee 1:00']],
  ['左腿小腿1分钟，右腿也照这样来～', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['Just the left leg please: calf 2 min, knee 1 min ok, thanks~', ['Left leg: calf 2:00, knee 1:00']],
  ['Left leg: calf 2 min for me please!', ['Left leg: calf 2:00']],
  ['左腿：小腿1分钟～～\n右腿：照这样做一遍哈', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['Right leg: ankle, calf, knee – each zone 45 s', ['Right leg: ankle 0:45, calf 0:45, knee 0:45']],
  ['Start with the right leg. Both legs: calf 2:00', ['Right leg: calf 2:00', 'Left leg: calf 2:00']],
  ['Do the right leg first. Both legs: calf 2:00', ['Right leg: calf 2:00', 'Left leg: calf 2:00']],
  ['左腿：小腿 1:00（轻一点）', ['Left leg: calf 1:00']],
  ['医生说先左后右，小腿一分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  [
    '妈，两条腿都一样，先右后左，小腿、膝盖各1分20秒，大腿上段不用按',
    ['Right leg: calf 1:20, knee 1:20', 'Left leg: calf 1:20, knee 1:20'],
  ],
  [
    'The doctor said your left leg and then right leg: calf 1:00',
    ['Left leg: calf 1:00', 'Right leg: calf 1:00'],
  ],
  ['First right then left: calf 1:00', ['Right leg: calf 1:00', 'Left leg: calf 1:00']],
  ['Both legs, right first\ncalf 1:15', ['Right leg: calf 1:15', 'Left leg: calf 1:15']],
  ['Both legs (right first): calf 1:15', ['Right leg: calf 1:15', 'Left leg: calf 1:15']],
  ['Both legs, first right then left: calf 1:15', ['Right leg: calf 1:15', 'Left leg: calf 1:15']],
  ['Both legs, left first, then right: calf 1:15', ['Left leg: calf 1:15', 'Right leg: calf 1:15']],
  ['R: calf 1:00\nL = knee 2 min', ['Right leg: calf 1:00', 'Left leg: knee 2:00']],
  ['Right leg none, it still hurts\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['左腿：小腿1分钟\n右腿不做，刚拆线', ['Left leg: calf 1:00']],
  ['Left leg: ankle 1:00 (light touch), calf 1:30 (light touch)', ['Left leg: ankle 1:00, calf 1:30']],
  ['Left: ankle - 60 sec; knee - skip; calf 2 min', ['Left leg: ankle 1:00, calf 2:00']],
  ['左腿：脚踝1分钟，膝盖不做，小腿2分钟', ['Left leg: ankle 1:00, calf 2:00']],
  ['每侧：小腿 1:00', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['Left leg\nankles 1:00\ncalves 1:30', ['Left leg: ankle 1:00, calf 1:30']],
  ['Left leg: calf and knee, 45 seconds each', ['Left leg: calf 0:45, knee 0:45']],
  [
    'Left leg: calf, knee, lower thigh. Every zone 1 min',
    ['Left leg: calf 1:00, knee 1:00, lower thigh 1:00'],
  ],
  ['右腿：脚踝、小腿，每个部位45秒', ['Right leg: ankle 0:45, calf 0:45']],
  [
    'Both legs: calf, knee, 45 s per zone',
    ['Left leg: calf 0:45, knee 0:45', 'Right leg: calf 0:45, knee 0:45'],
  ],
  ['左腿：小腿、膝盖各部位一分钟', ['Left leg: calf 1:00, knee 1:00']],
  ['Left leg\n- calf\n- knee\nEach zone 45 s', ['Left leg: calf 0:45, knee 0:45']],
  [
    'First the right leg, then the left; on each leg calf 2 min, lower thigh 1 min',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    'First the right leg, then the left. On each leg: calf 2 min, lower thigh 1 min',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    'First the right leg, then the left: calf 2 min, lower thigh 1 min on each leg',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    '先右腿，再左腿，两条腿都是小腿两分钟，大腿下段一分钟',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  ['先按右腿，然后按左腿。每条腿：小腿2分钟', ['Right leg: calf 2:00', 'Left leg: calf 2:00']],
  ['Right leg before left leg. Both legs: calf 2:00', ['Right leg: calf 2:00', 'Left leg: calf 2:00']],
  [
    'Right leg first, then left leg. Each: calf 2:00, lower thigh 1:00',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    'Right leg, then left leg, calf 2 min and lower thigh 1 min on both legs. 15 seconds to change legs.',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  [
    'Do the right leg before the left.\nBoth legs: calf 2:00',
    ['Right leg: calf 2:00', 'Left leg: calf 2:00'],
  ],
  [
    '先按右腿再按左腿，小腿2分钟、大腿下段1分钟',
    ['Right leg: calf 2:00, lower thigh 1:00', 'Left leg: calf 2:00, lower thigh 1:00'],
  ],
  ['Left leg: calf 1:00 (gently), knee 2:00 (2 minutes)', ['Left leg: calf 1:00, knee 2:00']],
  ['Left leg: calf 1:00\nReminder: 0:40 (every 40 seconds)', ['Left leg: calf 1:00', 'Light touch: 0:40']],
  [
    '左腿：小腿1分钟（轻轻按），膝盖30秒（半分钟）\n提醒：0:40（每40秒提醒一次）',
    ['Left leg: calf 1:00, knee 0:30', 'Light touch: 0:40'],
  ],
  ['Left leg: calf (sore) 1:00\nReminder: 40 s (please)', ['Left leg: calf 1:00', 'Light touch: 0:40']],
  ['左腿：小腿 1:00（一定要轻）', ['Left leg: calf 1:00']],
  ['Left leg: calf 1:00, knee 1:00 (2 min in all)', ['Left leg: calf 1:00, knee 1:00']],
  ['Left leg (5 min): ankle 2:00, calf 3:00', ['Left leg: ankle 2:00, calf 3:00']],
  [
    'Left leg (5 min): ankle 2:00, calf 3:00\nRight leg (2 min): knee 2:00',
    ['Left leg: ankle 2:00, calf 3:00', 'Right leg: knee 2:00'],
  ],
  ['左腿（5分钟）：脚踝2分钟，小腿3分钟', ['Left leg: ankle 2:00, calf 3:00']],
  [
    'Both legs: knee 1:00, ankle 1:00, from the top down, first the knee, then the ankle. 25 seconds to get comfortable before you begin',
    [
      'Left leg: ankle 1:00, knee 1:00',
      'Right leg: ankle 1:00, knee 1:00',
      'Get comfortable: 0:25',
      'Order: upper zones first',
    ],
  ],
  ['左腿：脚踝1分钟、膝盖1分钟，从下往上，先脚踝再膝盖。换腿15秒', ['Left leg: ankle 1:00, knee 1:00']],
  [
    '左腿：膝盖、脚踝各1分钟。先膝盖再脚踝，开始前给我25秒坐舒服点',
    ['Left leg: ankle 1:00, knee 1:00', 'Get comfortable: 0:25', 'Order: upper zones first'],
  ],
  ['先右腿后左腿，小腿2分钟，中间换腿留15秒。', ['Right leg: calf 2:00', 'Left leg: calf 2:00']],
  [
    'Left leg: ankle 1:00, knee 1:00\nThe ankle before the knee, please. 20 s to get comfortable before we start.',
    ['Left leg: ankle 1:00, knee 1:00'],
  ],
  [
    '先膝盖再脚踝。\n左腿：膝盖1分钟、脚踝1分钟',
    ['Left leg: ankle 1:00, knee 1:00', 'Order: upper zones first'],
  ],
  [
    'Left leg: calf 1:00, knee 1:00, from the thigh down',
    ['Left leg: calf 1:00, knee 1:00', 'Order: upper zones first'],
  ],
  ['Left leg: first the ankle, then the knee, 1 min each', ['Left leg: ankle 1:00, knee 1:00']],
  [
    'Left leg: ankle 1:00, knee 1:00\nOrder: start at the upper thigh, work down to the ankle',
    ['Left leg: ankle 1:00, knee 1:00', 'Order: upper zones first'],
  ],
  [
    'Left leg: ankle 1:00, knee 1:00. Start with the thigh and go down.',
    ['Left leg: ankle 1:00, knee 1:00', 'Order: upper zones first'],
  ],
  ['Left leg: ankle 1:00, knee 1:00. Start at the ankle and go up.', ['Left leg: ankle 1:00, knee 1:00']],
  [
    'Left leg: ankle 1:00\nget comfy 25 sec\n20 seconds between the legs is enough',
    ['Left leg: ankle 1:00', 'Get comfortable: 0:25', 'Change legs: 0:20'],
  ],
  [
    'Left leg: ankle 1 min 30 s, knee 1 min\n\n20 seconds between the legs is enough.',
    ['Left leg: ankle 1:30, knee 1:00', 'Change legs: 0:20'],
  ],
  ['左腿：先膝盖再脚踝，各1分钟', ['Left leg: ankle 1:00, knee 1:00', 'Order: upper zones first']],
  ['Left leg: knee, then ankle, 1 min each', ['Left leg: ankle 1:00, knee 1:00', 'Order: upper zones first']],
  [
    'Before you begin, 25 s to get comfortable. Left leg: calf 1:00',
    ['Left leg: calf 1:00', 'Get comfortable: 0:25'],
  ],
  ['左腿先，右腿后，每条腿小腿1分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  [
    'Right leg first, then left: calf 2 min, knee 1 min on each leg',
    ['Right leg: calf 2:00, knee 1:00', 'Left leg: calf 2:00, knee 1:00'],
  ],
  ['右腿今天不按，左腿：小腿1分钟', ['Left leg: calf 1:00']],
  ['Left leg: skip\nRight leg: calf 2 min', ['Right leg: calf 2:00']],
  ['Reminder: 0:30 (change legs 0:15)\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['Left leg: first calf, then knee: 1 min each', ['Left leg: calf 1:00, knee 1:00']],
  [
    '先做大腿上段，再做小腿。左腿：小腿1分钟、大腿上段2分钟，从上往下',
    ['Left leg: calf 1:00, upper thigh 2:00', 'Order: upper zones first'],
  ],
  ['Left leg: calf 1:00\nThe other leg: none', ['Left leg: calf 1:00']],
  ['Both legs: calf 2 min on each leg', ['Left leg: calf 2:00', 'Right leg: calf 2:00']],
  [
    '左腿：膝盖、脚踝各1分钟，先膝盖再脚踝，25秒坐舒服',
    ['Left leg: ankle 1:00, knee 1:00', 'Get comfortable: 0:25', 'Order: upper zones first'],
  ],
  ['Left leg: calf 1:00\nLeft leg as usual.', ['Left leg: calf 1:00']],
  [
    'First the ankle, secondly the knee. Left leg: ankle 1:00, knee 1:00',
    ['Left leg: ankle 1:00, knee 1:00'],
  ],
  [
    '先大腿上段，再膝盖，最后脚踝。左腿：大腿上段、膝盖、脚踝各1分钟',
    ['Left leg: ankle 1:00, knee 1:00, upper thigh 1:00', 'Order: upper zones first'],
  ],
  ['Left leg: calf 1:00\nfrom thigh down', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\ntop to bottom', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\nfrom the top', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\nstart at the top', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\nTop first', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\nworking down', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\ndownwards', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\nthigh to ankle', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n从大腿往下', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n从上往下', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n由上到下', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n从大腿到脚踝', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n从上面开始', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n大腿往下', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n先上后下', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['Left leg: calf 1:00\n从大腿往下按哈', ['Left leg: calf 1:00', 'Order: upper zones first']],
  ['from below\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['from ankle to thigh\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['from the ankle up to the thigh\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['bottom up\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['Work your way up\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['start from the bottom\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['从脚踝往上\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['从脚踝开始往上\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['从脚往上\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['从下面开始\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['脚踝往上\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['Left leg (from the top): calf 1:00', ['Left leg: calf 1:00', 'Order: upper zones first']],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nno knee on the right leg',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nskip the right knee',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nRight leg without the knee',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee, no calf',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee and calf',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\n右腿膝盖不按',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\n右腿不按膝盖',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\n右膝不用按',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\n右腿的膝盖别按哈',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  ['Left leg: ankle 1:00 (no knee). Right leg: knee 1:00', ['Left leg: ankle 1:00', 'Right leg: knee 1:00']],
  ['Left leg: ankle 1:00 no knee. Right leg: knee 1:00', ['Left leg: ankle 1:00', 'Right leg: knee 1:00']],
  [
    'Left leg: ankle 1:00 without the knee. Right leg: knee 1:00',
    ['Left leg: ankle 1:00', 'Right leg: knee 1:00'],
  ],
  ['Left leg: ankle 1:00 , no knee. Right leg: knee 1:00', ['Left leg: ankle 1:00', 'Right leg: knee 1:00']],
  [
    'Left leg: ankle 1:00 , skip the knee. Right leg: knee 1:00',
    ['Left leg: ankle 1:00', 'Right leg: knee 1:00'],
  ],
  [
    'Left leg: ankle 1:00 （膝盖不按）. Right leg: knee 1:00',
    ['Left leg: ankle 1:00', 'Right leg: knee 1:00'],
  ],
  ['Left leg: ankle 1:00, no knee, calf 1:00', ['Left leg: ankle 1:00, calf 1:00']],
  [
    'Left leg: ankle 1:00, knee 1:00\nRight leg: the same without the knee',
    ['Left leg: ankle 1:00, knee 1:00', 'Right leg: ankle 1:00'],
  ],
  [
    'Left leg: all zones 40 s, no knee',
    ['Left leg: ankle 0:40, calf 0:40, lower thigh 0:40, upper thigh 0:40'],
  ],
  ['Left leg: ankle 1:00\nno knee', ['Left leg: ankle 1:00']],
  ['两条腿一样：小腿1分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['两条腿都一样哈：\n小腿1分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['双腿一样，小腿1分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['Both legs the same: calf 1:00', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['both legs the same\ncalf 1:00', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  ['妈，两条腿都一样哈：\n小腿也是1分钟', ['Left leg: calf 1:00', 'Right leg: calf 1:00']],
  [
    'Left leg: calf 1:00\nReminder of a light touch: every 45 secs',
    ['Left leg: calf 1:00', 'Light touch: 0:45'],
  ],
  ['Left leg: calf 1:00\nreminder light touch every 45 secs', ['Left leg: calf 1:00', 'Light touch: 0:45']],
  [
    'Left leg: calf 1:00\nEvery 45 s a reminder of a light touch',
    ['Left leg: calf 1:00', 'Light touch: 0:45'],
  ],
  ['Left leg: calf 1:00\n每45秒轻轻提醒一下~', ['Left leg: calf 1:00', 'Light touch: 0:45']],
  ['Left leg: calf 1:00\n轻按提醒：每 0:45', ['Left leg: calf 1:00', 'Light touch: 0:45']],
  ['Left leg: calf 1:00\n提醒轻按：每45秒', ['Left leg: calf 1:00', 'Light touch: 0:45']],
  ['Left leg: calf 1:00\nNo reminder of a light touch', ['Left leg: calf 1:00', 'Light touch: off']],
  ['Left leg: calf 1:00\nsit down 30 sec', ['Left leg: calf 1:00', 'Get comfortable: 0:30']],
  ['左腿：大腿下面1分15秒，大腿上面也是1分15秒', ['Left leg: lower thigh 1:15, upper thigh 1:15']],
  ['Here is your 1 min 20 s plan, dear:\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['Left leg: calf 1:00\nRest well, dear!', ['Left leg: calf 1:00']],
  ['Left leg: calf 1:00\n好好休息！', ['Left leg: calf 1:00']],
  ['Left leg: calf 1:00\n请往下看', ['Left leg: calf 1:00']],
  [
    'Left leg: calf 1:00\nI left the keys at the door. Follow up on Monday. Get ready for it, dear!',
    ['Left leg: calf 1:00'],
  ],
  ['Left leg: calf 1:00\nUse a light touch, dear!', ['Left leg: calf 1:00']],
  ['Only your left leg needs care.\nLeft leg: calf 1:00', ['Left leg: calf 1:00']],
  ['Left leg: calf 1:00\nSee you again on Monday.', ['Left leg: calf 1:00']],
])('%j is read, and nothing else is changed', (text, lines) => {
  const read = readPlanText(text);
  const written = read.ok ? planLines(read.value.plan, english) : [];
  expect(written.filter((line) => !STANDARD.includes(line))).toEqual(lines);
});

/** The same kinds where they could mean two things, or contradict themselves. */
test.each<[text: string, sentence: string]>([
  [
    'Left leg: none\nRight leg: none',
    'Line 1, character 11, at none: write only what is to be done, without this.',
  ],
  [
    'Left calf 2 min. Right calf 2 min. Ankles 1 min each.',
    'Line 1, character 36, at Ankles: begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.',
  ],
  [
    'Left leg: calves 2:00. Ankles 1:00 each.',
    'Line 1, character 24, at Ankles: begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.',
  ],
  [
    'Left leg. Both legs: calf 1:00',
    'Left leg stands twice, again in line 1, character 11: keep one of them.',
  ],
  [
    'Left leg: ankle 1:00 knee skip calf 2:00',
    'Line 1, character 27, at skip: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00, 0:30 (light touch), calf 1:00',
    'Line 1, character 23, at 0:30: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: ankle 1:00\n2 min left leg',
    'Line 2, character 1, at 2 min: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: ankle 1:00\nnot 90 s',
    'Line 2, character 1, at not: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00. Calf maybe.',
    'Line 1, character 28, at maybe: write only what is to be done, without this.',
  ],
  [
    'Left leg: //; right leg: ankle 1:00',
    'Line 1, character 11, at //: write only what is to be done, without this.',
  ],
  [
    'Doctor says left, then right leg: calf 1:00',
    'Line 1, character 13, at left: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'The doctor looked at the left leg, right leg: calf 1:00',
    'Line 1, character 26, at left leg: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Both legs, right first and left first: calf 1:00',
    'Right leg stands twice, again in line 1, character 12: keep one of them.',
  ],
  [
    'Right leg none, maybe tomorrow\nLeft leg: calf 1:00',
    'Line 1, character 11, at none: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nWarming 0:25',
    'Line 2, character 9, at 0:25: the parts of the plan take 1:20 in all, so correct one of them.',
  ],
  ['Both legs: none', 'Line 1, character 12, at none: write only what is to be done, without this.'],
  [
    'Left leg: none\nLeft leg: calf 1:00',
    'Left leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  [
    'Left leg: calf 1:00\nLeft leg: none',
    'Left leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  ['Left leg: not calf 1:00', 'Line 1, character 11, at not: write only what is to be done, without this.'],
  [
    'Left leg: none or calf 1:00',
    'Line 1, character 11, at none: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00. Or right leg: ankle 1:00',
    'Line 1, character 23, at Or: write only what is to be done, without this.',
  ],
  [
    'Left leg: knee 1:00\nMaybe the right leg: knee 1:00',
    'Line 2, character 1, at Maybe: write only what is to be done, without this.',
  ],
  [
    '左腿：膝盖 1:00\n或者右腿：膝盖 1:00',
    'Line 2, character 1, at 或者: write only what is to be done, without this.',
  ],
  [
    'Left leg: none\nRight leg: same',
    'Line 2, character 12, at same: write a zone and its time for Right leg, such as calf 1:30.',
  ],
  [
    'Left leg: not right leg: calf 1:00',
    'Line 1, character 11, at not: write only what is to be done, without this.',
  ],
  [
    'Left leg: none, calf 1:00\nRight leg: calf 1:00',
    'Line 1, character 11, at none: write only what is to be done, without this.',
  ],
  [
    'Left leg: -\nankle 1:00\nRight leg: calf 1:00',
    'Line 2, character 1, at ankle: begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.',
  ],
  [
    'Left leg: calf 1:00\nReminder: -',
    'Line 2, character 1, at Reminder: write a time in minutes and seconds for Light touch, such as 1:30.',
  ],
  ['Left leg: calf 1:00~2:00', 'Line 1, character 20, at ~: write only what is to be done, without this.'],
  ['Left leg: calf ~1:00', 'Line 1, character 16, at ~: write only what is to be done, without this.'],
  [
    '左腿：小腿1～2分钟',
    'Line 1, character 6, at 1: write a time in minutes and seconds for Left leg, calf, such as 1:30.',
  ],
  ['左腿：小腿1分钟三遍', 'Line 1, character 9, at 三遍: write only what is to be done, without this.'],
  ['~~Left leg: calf 1:00~~', 'Line 1, character 1, at ~~: write only what is to be done, without this.'],
  ['左腿：小腿约1分钟～2分钟', 'Line 1, character 10, at ～: write only what is to be done, without this.'],
  [
    '左腿：小腿1分钟～\n2分钟',
    'Line 2, character 1, at 2分钟: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: calf 1:00, knee\nEach zone 45 s',
    'Line 2, character 1, at Each zone: write a time in minutes and seconds for Left leg, knee, such as 1:30.',
  ],
  [
    'Left leg: calf, each zone 45 s',
    'Line 1, character 17, at each zone: write a time in minutes and seconds for Left leg, calf, such as 1:30.',
  ],
  [
    'Left leg: ankle, calf, all zones 45 s',
    'Line 1, character 18, at calf: write a time in minutes and seconds for Left leg, ankle, such as 1:30.',
  ],
  [
    'Left leg: ankle, calf, each zone knee 45 s',
    'Line 1, character 34, at knee: write a time in minutes and seconds for Left leg, such as 1:30.',
  ],
  [
    'Left leg: calf 1:00, knee, ankle, each zone 45 s',
    'Line 1, character 28, at ankle: write a time in minutes and seconds for Left leg, knee, such as 1:30.',
  ],
  [
    'Left leg: ankle and calf 1 min each, knee, lower thigh 2 min',
    'Line 1, character 44, at lower thigh: write a time in minutes and seconds for Left leg, knee, such as 1:30.',
  ],
  [
    'Left leg: ankle, calf, each knee 1:00',
    'Line 1, character 29, at knee: write a time in minutes and seconds for Left leg, such as 1:30.',
  ],
  [
    'Right leg after left leg. Both legs: calf 2:00',
    'Line 1, character 11, at after: write only what is to be done, without this.',
  ],
  [
    'Right leg before the left one. Each leg: calf 2:00',
    'Line 1, character 11, at before: write only what is to be done, without this.',
  ],
  [
    'Right leg: calf 1:00. Both legs: calf 2:00',
    'Right leg stands twice, again in line 1, character 23: keep one of them.',
  ],
  [
    'Left leg: calf 2 min on each leg',
    'Left leg stands twice, again in line 1, character 25: keep one of them.',
  ],
  [
    'Right leg: ankle 1:00. Left leg: calf 2:00, knee 1:00 on each leg',
    'Left leg stands twice, again in line 1, character 58: keep one of them.',
  ],
  [
    'Both legs: calf 2:00\nDo the right leg before the left.',
    'Right leg stands twice, again in line 2, character 8: keep one of them.',
  ],
  [
    'Both legs: calf 2:00. The left leg after the right leg.',
    'Left leg stands twice, again in line 1, character 27: keep one of them.',
  ],
  [
    '两条腿都是小腿、膝盖1分钟',
    'Line 1, character 9, at 膝盖: write a time in minutes and seconds for calf, such as 1:30.',
  ],
  [
    'First the right leg, then the left: calf 2 min',
    'Line 1, character 11: Right leg has no zone: add one, or leave the leg out.',
  ],
  [
    'calf 2 min, lower thigh 1 min on each leg',
    'Line 1, character 1, at calf: begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.',
  ],
  [
    'Left leg: calf 1:00 (90 seconds)',
    'Line 1, character 22, at 90 seconds: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nReminder: 0:40 (every 30 seconds)',
    'Line 2, character 23, at 30 seconds: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 (45 s) knee',
    'Line 1, character 22, at 45 s: write only what is to be done, without this.',
  ],
  ['Left leg: calf 1:00 (3)', 'Line 1, character 22, at 3: write only what is to be done, without this.'],
  ['左腿：小腿1分钟（三十）', 'Line 1, character 10, at 三: write only what is to be done, without this.'],
  [
    'Left leg: calf 1:00 (thirty)',
    'Line 1, character 22, at thirty: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 (not today)',
    'Line 1, character 22, at not: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 (1 minute twice)',
    'Line 1, character 22, at 1 minute: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: calf 1:00 (1 min gently, then 30 s)',
    'Line 1, character 22, at 1 min: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    '左腿：脚踝1分钟、膝盖1分钟，先膝盖再脚踝',
    'Line 1, character 16, at 先: write from the ankle up or upper zones first.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00\nFirst the knee, then the ankle.',
    'Line 2, character 1, at First: write from the ankle up or upper zones first.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00, from the top down, first the ankle, then the knee',
    'Line 1, character 53, at first: write from the ankle up or upper zones first.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00\nDo the knee before the ankle.',
    'Line 2, character 8, at knee: write from the ankle up or upper zones first.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00\nDo the ankle after the knee.',
    'Line 2, character 14, at after: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00\nFirst the ankle, then the calf.',
    'Line 2, character 11, at ankle: write a time in minutes and seconds for Left leg, ankle, such as 1:30.',
  ],
  [
    '先膝盖再脚踝。\n左腿：脚踝1分钟、膝盖1分钟',
    'Line 1, character 1, at 先: write from the ankle up or upper zones first.',
  ],
  [
    'Left leg: first the ankle, then the knee',
    'Line 1, character 21, at ankle: write a time in minutes and seconds for Left leg, ankle, such as 1:30.',
  ],
  [
    'Left leg: first the ankle, then the knee 1:00',
    'Line 1, character 37, at knee: write a time in minutes and seconds for Left leg, ankle, such as 1:30.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00. Before the knee the ankle.',
    'Line 1, character 34, at Before: write only what is to be done, without this.',
  ],
  [
    'Left leg: knee 1:00 before ankle 1:00',
    'Line 1, character 21, at before: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00 before knee 1:00',
    'Line 1, character 22, at before: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00, after 2 min knee',
    'Line 1, character 22, at after: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  ['左腿小腿1分钟，再按一遍', 'Line 1, character 9, at 再: write only what is to be done, without this.'],
  [
    '左腿小腿1分钟。右腿再轻轻按一遍',
    'Line 1, character 11, at 再: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00, knee 1:00. Before the ankle the knee.',
    'Line 1, character 34, at Before: write only what is to be done, without this.',
  ],
  [
    'Left leg first, then right leg: calf 1 min. ',
    'Line 1, character 1: Left leg has no zone: add one, or leave the leg out.',
  ],
  [
    'Left leg: none, 1:00\nRight leg: calf 1:00',
    'Line 1, character 17, at 1:00: write a time in minutes and seconds, such as 1:30.',
  ],
  [
    'Left leg: calf 1:00 ((1 minute))',
    'Line 1, character 23, at 1 minute: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: calf 1:00 (1:00) (2:00)',
    'Line 1, character 29, at 2:00: write only what is to be done, without this.',
  ],
  [
    'No left leg. Right leg: calf 2 min',
    'Line 1, character 1, at No: write only what is to be done, without this.',
  ],
  ['左腿不做\n右腿不做', 'Line 1, character 3, at 不做: write only what is to be done, without this.'],
  ['Left leg: none\nRight leg:', 'The plan has no zone at all: give at least one leg one zone.'],
  [
    'Left leg: calf 1:00 (twice)',
    'Line 1, character 22, at twice: write only what is to be done, without this.',
  ],
  [
    'The other leg: none\nLeft leg: calf 1:00',
    'Line 1, character 5, at other leg: begin the line with a leg or a part of the plan, such as Left leg: calf 1:30.',
  ],
  [
    'First the ankle, then the knee. Left leg: ankle 1:00',
    'Line 1, character 27, at knee: write a time in minutes and seconds, such as 1:30.',
  ],
  [
    'Left leg: calf 1:00\nRight leg the same, dear',
    'Line 2, character 1, at Right leg: write a zone and its time for Right leg, such as calf 1:30.',
  ],
  [
    'Left leg: knee 1:00, ankle 1:00, first the knee, then the ankle, 1 min',
    'Line 1, character 59, at ankle: write a time in minutes and seconds for Left leg, knee, such as 1:30.',
  ],
  [
    'Left leg, right leg: calf 1:00 before bed',
    'Line 1, character 1: Left leg has no zone: add one, or leave the leg out.',
  ],
  [
    'Left leg before the knee: calf 1:00',
    'Line 1, character 10, at before: write only what is to be done, without this.',
  ],
  [
    'Left leg: upper thigh 1:00, knee 1:00, ankle 1:00, first the thigh, then the ankle',
    'Line 1, character 62, at thigh: write a zone and its time for Left leg, such as calf 1:30.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n往下按',
    'Line 3, character 1, at 往: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nstart low, go high',
    'Line 3, character 7, at low: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nupside down, dear',
    'Line 3, character 1, at upside: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nreverse order please',
    'Line 3, character 9, at order: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n顺序反过来',
    'Line 3, character 1, at 顺序: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n倒着按',
    'Line 3, character 1, at 倒: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nStroke upwards only',
    'Line 3, character 1, at Stroke upwards: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n轻轻向上推',
    'Line 3, character 3, at 向上推: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nremind me often',
    'Line 3, character 1, at remind me: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n提醒多一点',
    'Line 3, character 1, at 提醒: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\na beep now and then',
    'Line 3, character 3, at beep: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\ntake a short rest in between',
    'Line 3, character 8, at short: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nrest 0:20',
    'Line 3, character 1, at rest: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nthen pause',
    'Line 3, character 6, at pause: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n中间休息一下',
    'Line 3, character 3, at 休: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nno breaks, dear',
    'Line 3, character 4, at breaks: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nDo everything twice',
    'Line 3, character 15, at twice: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nmind the knee',
    'Line 3, character 10, at knee: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n小心膝盖',
    'Line 3, character 3, at 膝盖: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nmy thigh hurts',
    'Line 3, character 4, at thigh: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n右腿时间短一点',
    'Line 3, character 5, at 短: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n右腿少按一点',
    'Line 3, character 3, at 少: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nleft leg a bit longer',
    'Line 3, character 16, at longer: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\na little more on the left leg',
    'Line 3, character 10, at more: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\nonly the left leg today, dear',
    'Line 3, character 10, at left leg: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n今天只按左腿，妈',
    'Line 3, character 5, at 左腿: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nRight leg: calf 1:00\n换腿快一点',
    'Line 3, character 1, at 换腿: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nand the other side too, dear',
    'Line 2, character 9, at other side: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nthe same again, dear',
    'Line 2, character 1, at the same again: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00\nno pause',
    'Line 2, character 4, at pause: write only what is to be done, without this.',
  ],
  [
    'from my hips\nLeft leg: calf 1:00',
    'Line 1, character 9, at hips: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 # from thigh down',
    'Line 1, character 21, at #: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 (hold the foot)',
    'Line 1, character 31, at foot: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00 with a beep',
    'Line 1, character 28, at beep: write only what is to be done, without this.',
  ],
  [
    'Left leg: calf 1:00, pause, knee 1:00',
    'Line 1, character 22, at pause: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle to knee 1 min each',
    'Line 1, character 17, at to: write only what is to be done, without this.',
  ],
  ['左腿：脚踝到膝盖各1分钟', 'Line 1, character 6, at 到: write only what is to be done, without this.'],
  [
    'Here is your 5 min plan, dear:\nLeft leg: calf 1:00',
    'Line 1, character 14, at 5 min: the parts of the plan take 1:20 in all, so correct one of them.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nno knee',
    'Line 2, character 1, at no: write only what is to be done, without this.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee or ankle',
    'Right leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: not the knee',
    'Right leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee, ankle',
    'Right leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nboth legs: no knee',
    'Left leg stands twice, again in line 2, character 1: keep one of them.',
  ],
  [
    'Both legs: ankle 1:00, knee 1:00\nright leg: no knee, no ankle',
    'Line 1, character 1: Right leg has no zone: add one, or leave the leg out.',
  ],
  [
    'Left leg: knee 1:00\nRight leg: knee 1:00\nright leg: no knee',
    'Line 3, character 12, at no: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00, no knee, knee 1:00',
    'Left leg, knee stands twice, again in line 1, character 32: keep one of them.',
  ],
  [
    'Left leg: ankle 1:00, knee off, knee 1:00',
    'Left leg, knee stands twice, again in line 1, character 33: keep one of them.',
  ],
  [
    'Left leg: knee 1:00, knee off',
    'Line 1, character 27, at off: write only what is to be done, without this.',
  ],
  [
    'Left leg: ankle 1:00, no knee 1:00',
    'Line 1, character 23, at no: write only what is to be done, without this.',
  ],
  [
    'right leg calf 2',
    'Line 1, character 16, at 2: write a time in minutes and seconds for Right leg, calf, such as 1:30.',
  ],
  [
    'Both legs the same: upper thigh 1.15',
    'Line 1, character 33, at 1.15: write a time in minutes and seconds for upper thigh, such as 1:30.',
  ],
  [
    'Left leg: calf 1:00\nOrder: from thigh down\nupwards',
    'Order stands twice, again in line 3, character 1: keep one of them.',
  ],
  [
    'Left leg (4 min): ankle 2:00, calf 3:00',
    'Line 1, character 11, at 4 min: the parts of the plan take 5:20 in all, so correct one of them.',
  ],
  [
    'Left leg (1 min): ankle, calf',
    'Line 1, character 19, at ankle: write a time in minutes and seconds for Left leg, ankle, such as 1:30.',
  ],
])('%j is refused', (text, sentence) => {
  const read = readPlanText(text);
  expect(read.ok ? undefined : read.error.map((problem) => filled(pasteSentence(problem)))[0]).toBe(sentence);
});

test.each([
  ['Left leg: calf 1:00 (gently)'],
  ['Left leg: calf 1:00\nReminder: 0:40 (every 40 seconds)'],
  ['左腿：小腿1分钟（一定要轻）'],
])('the remark in %j is passed over, which is said', (text) => {
  expect(readPlanText(text)).toMatchObject({ ok: true, value: { repairs: ['comments', 'standardParts'] } });
});
