import type { ZoneOrder } from '../plan';

/** Directions that people write in many ways, as patterns in which a blank stands for any break between words. */
const LOW = '(?:the )?(?:ankles?|bottom|foot|feet)';
const HIGH = '(?:the )?(?:top of the thighs?|upper thighs?|thighs?|hips?|top)';
const START = '(?:start(?:ing)?|begin(?:ning)?) (?:at|from|with)';
const WORK = 'work(?:ing)?(?: (?:your|my|the))?(?: way)?';
const GO = `,?(?: and)?(?: then)? (?:${WORK}|go(?:ing)?|mov(?:e|ing))`;
const LOW_HAN = '(?:脚踝|脚腕|脚|踝|下段|下面|下边|下)';
const HIGH_HAN = '(?:大腿(?:上段|上部|上面|根部|根|上)?|上段|上面|上边|上)';
const TOWARDS = '(?:往|向|朝|到|至|而)';

const PATTERNS: Readonly<Record<ZoneOrder, readonly string[]>> = {
  upward: [
    `(?:from )?${LOW} (?:up(?:wards?)? )?to ${HIGH}`,
    `(?:from )?${LOW} up(?:wards?)?(?! to)`,
    'from (?:the bottom|below)',
    `${START} ${LOW}${GO} up(?:wards?)?(?: to ${HIGH})?(?! to)`,
    `(?:start(?:ing)?|begin(?:ning)?) (?:at|from) the bottom|bottom first`,
    `${WORK} up(?:wards?)?(?! to)`,
  ],
  upperFirst: [
    `(?:from )?${HIGH} (?:down(?:wards?)? )?to ${LOW}`,
    `(?:from )?${HIGH} down(?:wards?)?(?! to)`,
    'from (?:the top|above)(?! of)',
    `${START} ${HIGH}${GO} down(?:wards?)?(?: to ${LOW})?(?! to)`,
    `(?:start(?:ing)?|begin(?:ning)?) (?:at|from) the top|top first`,
    `${WORK} down(?:wards?)?(?! to)`,
  ],
};
const PATTERNS_HAN: Readonly<Record<ZoneOrder, readonly string[]>> = {
  upward: [
    `[从由自]${LOW_HAN}(?:开始)?${TOWARDS}${HIGH_HAN}`,
    `[从由自](?:最下面|下面|脚踝|脚)(?:开始|起)`,
    `脚踝(?:往|向|朝)上`,
  ],
  upperFirst: [
    `[从由自]${HIGH_HAN}(?:开始)?${TOWARDS}${LOW_HAN}`,
    `[从由自](?:最上面|上面|大腿上段|大腿上面|大腿)(?:开始|起)`,
    `大腿(?:往|向|朝)下`,
  ],
};

/** The directions, each as a form to be found at the beginning of a text, with a given break between two words. */
export function directionForms(blank: string): readonly (readonly [form: RegExp, order: ZoneOrder])[] {
  return (['upward', 'upperFirst'] as const).map((order) => {
    const latin = PATTERNS[order].map((pattern) => pattern.replace(/ /g, blank)).join('|');
    return [new RegExp(`^(?:(?:${latin})(?![a-z]|['’][a-z])|${PATTERNS_HAN[order].join('|')})`), order];
  });
}
