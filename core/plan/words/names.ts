import type { Leg, Zone } from '../../body';
import { LEGS, ZONES } from '../../body';
import type { ZoneOrder } from '../plan';
import { LEG_WORDS, ZONE_WORDS } from '../where';

/** The lines of a plan other than those of the legs. */
export type PlanPart = 'prepareSeconds' | 'switchSeconds' | 'reminderSeconds' | 'zoneOrder';

export const PART_WORDS: Readonly<Record<PlanPart, string>> = {
  prepareSeconds: 'Get comfortable',
  switchSeconds: 'Change legs',
  reminderSeconds: 'Reminder',
  zoneOrder: 'Order',
};
export const ORDER_WORDS: Readonly<Record<ZoneOrder, string>> = {
  upward: 'from the ankle up',
  upperFirst: 'upper zones first',
};
export const OFF_WORD = 'off';

/** How the words of a line are joined. */
export const LINE_TEXTS = { line: '{name}: {value}', timed: '{zone} {time}' } as const;

/** A word of a plan and what it stands for. */
export type Meaning =
  | { readonly kind: 'legs'; readonly legs: readonly Leg[] }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'part'; readonly part: PlanPart }
  | { readonly kind: 'order'; readonly order: ZoneOrder }
  | { readonly kind: 'off' }
  /** The same zones as the leg before. */
  | { readonly kind: 'same' }
  | { readonly kind: 'filler' };

/**
 * The words in languages other than English, as in the `.po` files of the settings page (a test keeps them equal). A
 * plan is read in every language, whichever the phone uses.
 */
export const TRANSLATED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zh-CN': {
    'Left leg': '左腿',
    'Right leg': '右腿',
    ankle: '脚踝',
    calf: '小腿',
    knee: '膝盖',
    'lower thigh': '大腿下段',
    'upper thigh': '大腿上段',
    'Get comfortable': '坐舒服些',
    'Change legs': '换腿',
    Reminder: '提醒',
    Order: '顺序',
    'from the ankle up': '从脚踝向上',
    'upper zones first': '先做上段',
    off: '关',
  },
};

/** Other words that people write. */
const OTHERS: readonly (readonly [word: string, meaning: Meaning])[] = [
  ...both('both legs', 'both', 'each leg', 'legs', '双腿', '两腿', '两条腿'),
  ...meant({ kind: 'legs', legs: ['left'] }, 'left', '左'),
  ...meant({ kind: 'legs', legs: ['right'] }, 'right', '右'),
  ...meant({ kind: 'zone', zone: 'ankle' }, 'ankles', '踝'),
  ...meant({ kind: 'zone', zone: 'calf' }, 'calves', 'calfs'),
  ...meant({ kind: 'zone', zone: 'knee' }, 'knees', '膝'),
  ...meant({ kind: 'zone', zone: 'lowerThigh' }, 'thigh lower', 'lower thighs', '大腿下'),
  ...meant({ kind: 'zone', zone: 'upperThigh' }, 'thigh upper', 'upper thighs', '大腿上'),
  ...meant(
    { kind: 'part', part: 'prepareSeconds' },
    ...['get ready', 'prepare', 'preparation', 'settle', 'settle in', 'settle down', 'to get comfortable'],
    ...['准备', '坐好'],
  ),
  ...meant(
    { kind: 'part', part: 'switchSeconds' },
    'change leg',
    'changing legs',
    'switch legs',
    'switch leg',
    'to change legs',
    'pause between legs',
  ),
  ...meant(
    { kind: 'part', part: 'reminderSeconds' },
    ...['reminders', 'light touch', 'remind', '轻触', '轻一点'],
  ),
  ...meant({ kind: 'order', order: 'upward' }, 'upward', 'upwards', 'from ankle up', 'bottom up'),
  ...meant({ kind: 'order', order: 'upperFirst' }, 'upper first', 'upper zone first', '先上段'),
  ...meant({ kind: 'off' }, 'none', 'no', 'never', 'without', '无', '不', '不要', '没有'),
  ...meant({ kind: 'same' }, 'same', 'the same', 'likewise', 'same as left', 'same as right'),
  ...meant({ kind: 'same' }, '同上', '同样', '相同', '一样', '同左腿', '同右腿'),
  ...meant({ kind: 'filler' }, 'every', 'and', 'then', 'for', 'each', '每', '每隔', '和', '各', '然后'),
];

/** Every word with its meaning, in lower case, longest first. */
export const WORDS: readonly (readonly [word: string, meaning: Meaning])[] = [
  ...LEGS.flatMap((leg) => inAll(LEG_WORDS[leg], { kind: 'legs', legs: [leg] })),
  ...ZONES.flatMap((zone) => inAll(ZONE_WORDS[zone], { kind: 'zone', zone })),
  ...(Object.keys(PART_WORDS) as PlanPart[]).flatMap((part) =>
    inAll(PART_WORDS[part], { kind: 'part', part }),
  ),
  ...(Object.keys(ORDER_WORDS) as ZoneOrder[]).flatMap((order) =>
    inAll(ORDER_WORDS[order], { kind: 'order', order }),
  ),
  ...inAll(OFF_WORD, { kind: 'off' }),
  ...OTHERS,
].sort(([one], [other]) => other.length - one.length);

function inAll(english: string, meaning: Meaning): readonly (readonly [string, Meaning])[] {
  const others = Object.values(TRANSLATED).flatMap((words) => words[english] ?? []);
  return [english, ...others].map((word) => [word.toLowerCase(), meaning] as const);
}

function meant(meaning: Meaning, ...words: readonly string[]): readonly (readonly [string, Meaning])[] {
  return words.map((word) => [word, meaning] as const);
}

function both(...words: readonly string[]): readonly (readonly [string, Meaning])[] {
  return meant({ kind: 'legs', legs: LEGS }, ...words);
}
