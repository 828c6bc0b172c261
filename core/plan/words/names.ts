import type { Leg, Zone } from '../../body';
import type { ZoneOrder } from '../plan';

/** The lines of a plan other than those of the legs. */
export type PlanPart = 'prepareSeconds' | 'switchSeconds' | 'reminderSeconds' | 'zoneOrder';

export const PART_WORDS: Readonly<Record<PlanPart, string>> = {
  prepareSeconds: 'Get comfortable',
  switchSeconds: 'Change legs',
  reminderSeconds: 'Light touch',
  zoneOrder: 'Order',
};
export const ORDER_WORDS: Readonly<Record<ZoneOrder, string>> = {
  upward: 'from the ankle up',
  upperFirst: 'upper zones first',
};
export const OFF_WORD = 'off';
export const TOTAL_WORD = 'In all';

/** How the words of a line are joined. */
export const LINE_TEXTS = { line: '{name}: {value}', timed: '{zone} {time}' } as const;

/** A word of a plan and what it stands for. */
export type Meaning =
  | { readonly kind: 'legs'; readonly legs: readonly Leg[] }
  /** The leg that was not named yet. */
  | { readonly kind: 'otherLeg' }
  /** With `isEach`, each of the zones that were listed before, or of all: "each zone". */
  | { readonly kind: 'zones'; readonly zones: readonly Zone[]; readonly isEach?: true }
  | { readonly kind: 'part'; readonly part: PlanPart }
  | { readonly kind: 'order'; readonly order: ZoneOrder }
  | { readonly kind: 'off' }
  /** The same zones as the leg before. */
  | { readonly kind: 'same' }
  /** A time for each of several zones. */
  | { readonly kind: 'each' }
  /** How long the whole plan takes. */
  | { readonly kind: 'total' }
  /** Joins two legs, or two parts of a line. */
  | { readonly kind: 'and' }
  /** Which leg comes first. */
  | { readonly kind: 'place'; readonly isFirst: boolean }
  /** Tells which of two comes first: "the knee before the ankle"; or, with `isTurned`, "after". */
  | { readonly kind: 'before'; readonly isTurned: boolean }
  /** What leaves the meaning open, such as "or", or turns it round, such as "not". */
  | { readonly kind: 'doubt'; readonly denies: boolean }
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
    'Light touch': '轻一点',
    Order: '顺序',
    'from the ankle up': '从脚踝向上',
    'upper zones first': '先做上段',
    off: '关',
    'In all': '总长',
  },
};
