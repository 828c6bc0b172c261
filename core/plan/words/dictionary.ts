import { LEGS, ZONES } from '../../body';
import { lazily } from '../../lazily';
import type { ZoneOrder } from '../plan';
import { LEG_WORDS, ZONE_WORDS } from '../where';
import { directionForms } from './directions';
import type { Meaning, PlanPart } from './names';
import { OFF_WORD, ORDER_WORDS, PART_WORDS, TOTAL_WORD, TRANSLATED } from './names';
import { tellsOfTopic } from './topics';
import { otherWords } from './vocabulary';

/** A word and how to find it at the beginning of a text, even if the end of a line divides it. */
interface Word {
  readonly form: RegExp;
  readonly meaning: Meaning;
}

/** Between two words: blanks, a hyphen, or the end of a line. */
const BREAK = '(?:[ \\t]*\\n[ \\t]*|[ \\t]+|-)';

/** Every word by its first letter, longest first. */
const WORDS = lazily(() =>
  indexed([
    ...LEGS.flatMap((leg) => inAll(LEG_WORDS[leg], { kind: 'legs', legs: [leg] })),
    ...ZONES.flatMap((zone) => inAll(ZONE_WORDS[zone], { kind: 'zones', zones: [zone] })),
    ...(Object.keys(PART_WORDS) as PlanPart[]).flatMap((part) =>
      inAll(PART_WORDS[part], { kind: 'part', part }),
    ),
    ...(Object.keys(ORDER_WORDS) as ZoneOrder[]).flatMap((order) =>
      inAll(ORDER_WORDS[order], { kind: 'order', order }),
    ),
    ...inAll(OFF_WORD, { kind: 'off' }),
    ...inAll(TOTAL_WORD, { kind: 'total' }),
    ...otherWords(),
  ]),
);

const DIRECTIONS = lazily(() => directionForms(BREAK));

const TOLD = lazily(
  () =>
    new RegExp(
      [...WORDS().values()]
        .flatMap((words) => words.filter(({ meaning }) => /^(?:legs|zones|part)$/.test(meaning.kind)))
        .map(({ form }) => form.source.slice(1))
        .join('|'),
    ),
);

/** Whether a line begins with a leg or another part of a plan. */
export function beginsWithHead(line: string): boolean {
  const kind = wordAt(line.trim())?.meaning.kind;
  return kind === 'legs' || kind === 'part';
}

/** Whether a remark may be a part of the plan: it has a number and a word of one, or takes something back. */
export function tellsOfPlan(remark: string): boolean {
  const isPart = (/\d/.test(remark) && TOLD().test(remark)) || tellsOfTopic(remark) >= 0;
  return isPart || DENIED.test(remark);
}

const DENIED = /\b(?:not|don't|no|none|never|or|skip|instead|except|without)\b|[不别勿或]/;

/** The longest word at the beginning of a text, in lower case. */
export function wordAt(text: string): { readonly length: number; readonly meaning: Meaning } | undefined {
  for (const [form, order] of DIRECTIONS()) {
    const found = form.exec(text)?.[0];
    if (found !== undefined) return { length: found.length, meaning: { kind: 'order', order } };
  }
  for (const { form, meaning } of WORDS().get(text.charAt(0)) ?? []) {
    const found = form.exec(text)?.[0];
    if (found !== undefined) return { length: found.length, meaning };
  }
  return undefined;
}

function indexed(words: readonly (readonly [word: string, meaning: Meaning])[]): ReadonlyMap<string, Word[]> {
  const index = new Map<string, Word[]>();
  [...words]
    .sort(([one], [other]) => other.length - one.length)
    .forEach(([word, meaning]) => {
      const list = index.get(word.charAt(0)) ?? [];
      index.set(word.charAt(0), [...list, { form: formOf(word), meaning }]);
    });
  return index;
}

function formOf(word: string): RegExp {
  const isLatin = /^[a-z]/.test(word);
  const blank = isLatin ? BREAK : '[ \\t]*\\n?[ \\t]*';
  const parts = (isLatin ? word.split(' ') : Array.from(word)).map((part) => part.replace(/[+.]/g, '\\$&'));
  return new RegExp(`^${parts.join(blank)}${isLatin ? "(?![a-z]|['’][a-z])" : ''}`);
}

function inAll(english: string, meaning: Meaning): readonly (readonly [string, Meaning])[] {
  const others = Object.values(TRANSLATED).flatMap((words) => words[english] ?? []);
  return [english, ...others].map((word) => [word.toLowerCase(), meaning] as const);
}
