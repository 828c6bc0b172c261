/** A length of time at the beginning of a text. */
export interface Time {
  readonly length: number;
  /** Undefined if it is none, such as `1:75`. */
  readonly seconds: number | undefined;
  /** Whether it is written in seconds alone, such as `90 s`. */
  readonly isInSeconds: boolean;
}

/**
 * Reads a time such as `1:30`, `1 min 30 s`, `90 sec`, `1'30`, `1,5 min`, "one and a half minutes" or 一分半, from a
 * text in lower case. A number without a unit is none, and neither is a time of a clock.
 */
export function timeAt(text: string): Time | undefined {
  const time = firstTime(text);
  // A mail may divide a time by the end of a line; after an empty line something else begins.
  const end = time && /\n[ \t]*\n/.exec(text.slice(0, time.length))?.index;
  return end === undefined ? time : firstTime(text.slice(0, end));
}

function firstTime(text: string): Time | undefined {
  for (const { form, read, isInSeconds } of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const [minutes = 0, seconds = 0] = read(found);
    const isTime = isInSeconds === true || seconds <= 59;
    const { length } = found[0];
    return {
      length,
      seconds: isTime ? minutes * 60 + seconds : undefined,
      isInSeconds: isInSeconds ?? false,
    };
  }
  return undefined;
}

interface Form {
  readonly form: RegExp;
  /** Minutes and seconds. */
  readonly read: (groups: RegExpExecArray) => readonly number[];
  readonly isInSeconds?: true;
}

const ONES = [
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const HAN = '零一二三四五六七八九';

/** Longer words first: `sixteen` begins with `six`. */
const byLength = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');
const NUMBER = `(\\d{1,4}|(?:${TENS.join('|')})(?:[-\\s](?:${ONES.slice(0, 9).join('|')}))?|${byLength(ONES)}|[${HAN}两十百]+)`;
const MINUTES = '(?:minutes?|mins?|m|分钟|分)\\.?';
const SECONDS = '(?:seconds?|secs?|s|秒钟?)\\.?';
const GAP = '[\\s-]*';
const HALF = '(?:\\s*(?:½|1/2|and\\s+a\\s+half|半))';
const END = '(?![a-z0-9])';

/** In the order in which they are tried. */
const FORMS: readonly Form[] = [
  {
    form: new RegExp(`^(\\d{1,3}):(\\d\\d)(?:\\s*${MINUTES})?${END}(?!:)`),
    read: ([, m, s]) => [Number(m), Number(s)],
  },
  {
    form: new RegExp(`^(\\d{1,3})\\s*['′´\`]\\s*(\\d{1,2})(?:\\s*(?:["″”“]|''|′′))?${END}`),
    read: ([, m, s]) => [Number(m), Number(s)],
  },
  { form: /^(\d{1,3})\s*′(?!′)/, read: ([, m]) => [Number(m)] },
  { form: /^(\d{1,4})\s*(?:″|''|′′)/, read: ([, s]) => [0, Number(s)], isInSeconds: true },
  // One and a half minutes, in all its forms.
  {
    form: new RegExp(`^(?:half${GAP}(?:a\\s+)?|a\\s+half\\s+|½\\s*|1/2\\s*|半个?)${MINUTES}${END}`),
    read: () => [0, 30],
  },
  { form: new RegExp(`^${NUMBER}${HALF}\\s*${MINUTES}${END}`), read: ([, m]) => [numberOf(m), 30] },
  {
    form: new RegExp(`^(?:a|${NUMBER})\\s*${MINUTES}\\s*(?:and\\s+(?:a\\s+)?half${END}|半钟?)`),
    read: ([, m]) => [numberOf(m), 30],
  },
  {
    form: new RegExp(`^(?:a|${NUMBER})${GAP}${MINUTES}[\\s零又]*(?:and\\s+)?${NUMBER}${GAP}${SECONDS}${END}`),
    read: ([, m, s]) => [numberOf(m), numberOf(s)],
  },
  {
    form: new RegExp(`^(\\d{1,3})\\s*${MINUTES}[ \\t]*(\\d\\d)${END}(?!:)`),
    read: ([, m, s]) => [Number(m), Number(s)],
  },
  {
    form: new RegExp(`^([${HAN}两十]+)分([${HAN}十]+)(?![钟秒])`),
    read: ([, m, s]) => [numberOf(m), numberOf(s)],
  },
  {
    form: new RegExp(`^(\\d{1,3})[.,]([05])${GAP}${MINUTES}${END}`),
    read: ([, m, half]) => [Number(m), half === '5' ? 30 : 0],
  },
  {
    form: new RegExp(`^(?:an?\\s+(?:full\\s+|whole\\s+)?(?=min)|${NUMBER}${GAP})${MINUTES}${END}`),
    read: ([, m]) => [numberOf(m)],
  },
  {
    form: new RegExp(`^${NUMBER}${GAP}${SECONDS}${END}`),
    read: ([, s]) => [0, numberOf(s)],
    isInSeconds: true,
  },
];

/** A number in digits or words; "a" is one. */
function numberOf(text = 'one'): number {
  if (/^\d/.test(text)) return Number(text);
  const [ten = '', one] = text.split(/[-\s]+/);
  if (TENS.includes(ten))
    return (TENS.indexOf(ten) + 2) * 10 + (one === undefined ? 0 : ONES.indexOf(one) + 1);
  return ONES.includes(text) ? ONES.indexOf(text) + 1 : hanNumber(text);
}

/** 三十, 四十五, 一百二十. */
function hanNumber(text: string): number {
  let [sum, digit] = [0, 0];
  for (const sign of text.replace(/两/g, '二')) {
    if (sign === '十' || sign === '百') {
      sum += (digit === 0 ? 1 : digit) * (sign === '十' ? 10 : 100);
      digit = 0;
    } else digit = HAN.indexOf(sign);
  }
  return sum + digit;
}
