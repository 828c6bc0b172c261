import type { Token, Unit } from './tokens';

/** Times of the day and days of the week. "Mornings" and "in the morning" are the same occasion. */
const OCCASION =
  /\b(morning|noon|afternoon|evening|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b|早上|早晨|上午|中午|下午|晚上|(?:周|星期|礼拜)[一二三四五六日天]/;

/** A line of so few words is a heading; a longer one without a plan is part of a letter. */
const HEADING_WORDS = 4;

/** A Chinese word has two characters on average, and each is a token of its own. */
function wordsIn({ tokens }: Unit): number {
  return tokens.reduce((sum, { text }) => sum + (/^\p{Script=Han}$/u.test(text) ? 1 / 2 : 1), 0);
}

/**
 * The word with which a second occasion begins, as in "Mornings: left leg …, evenings: right leg …": one plan is for
 * every session, so two of them must not be read as one. Undefined if there is at most one.
 */
export function secondOccasion(units: readonly Unit[]): Token | undefined {
  const seen = new Set<string>();
  for (const unit of units) {
    if (wordsIn(unit) > HEADING_WORDS && !unit.tokens.some(isOfPlan)) continue;
    const starts: number[] = [];
    let text = '';
    unit.tokens.forEach((token) => {
      text += token.after === 'none' ? '' : ' ';
      starts.push(text.length);
      text += token.text;
    });
    const words = new RegExp(OCCASION, 'gi');
    for (let found = words.exec(text); found; found = words.exec(text)) {
      const { index } = found;
      seen.add((found[1] ?? found[0]).toLowerCase());
      if (seen.size > 1) return unit.tokens[starts.filter((start) => start <= index).length - 1];
    }
  }
  return undefined;
}

function isOfPlan({ kind }: Token): boolean {
  return kind === 'legs' || kind === 'zones';
}
