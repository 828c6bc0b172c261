import type { Problem } from '../../virtual-watch/face/layout-problems';
import { isCjk } from '../../virtual-watch/face/line-break';
import type { PictureNode } from '../../virtual-watch/face/picture';
import type { Lay } from '../../virtual-watch/face/seen-text';
import { seenText } from '../../virtual-watch/face/seen-text';

/** A text that is broken at the wrong place. */
export type Broken = Omit<Problem, 'code'> & { readonly code: 'word-left-over' | 'negation-torn' };

/** A line that is shorter than this share of the longest looks like a word that was left over. */
const LEFT_OVER = 0.45;

/**
 * The texts with a single short word, or two Chinese characters, alone in a line after the first, where another word
 * could have been beside it; each with its lines. One looks like a mistake, and a reader stumbles over it.
 */
export function leftOverWords(nodes: readonly PictureNode[], lay: Lay): readonly Broken[] {
  return nodes.flatMap((_, index) => {
    const text = seenText(nodes, index, lay);
    const lines = text?.layout.lines.filter((line) => line.text.trim() !== '') ?? [];
    const longest = Math.max(...lines.map(({ width }) => width));
    const isLeftOver = lines.slice(1).some(({ text: words, width }, at) => {
      const before = lines[at]?.text ?? '';
      // A Chinese line ends between words anyway.
      if (isCjk(words) && at < lines.length - 2) return false;
      return isOneWord(words) && (isCjk(before) || !isOneWord(before)) && width < longest * LEFT_OVER;
    });
    const what = lines.map((line) => line.text).join(' | ');
    return isLeftOver ? [{ code: 'word-left-over', what, detail: 'stands alone in the last line' }] : [];
  });
}

function isOneWord(words: string): boolean {
  return isCjk(words) ? words.replace(/[，。、？！：]/g, '').length < 3 : !words.trim().includes(' ');
}

/**
 * The texts with a line that ends in a negation or in what a "not" belongs to, each with its lines: who reads half of
 * it reads that something may be done that must not.
 */
export function tornNegations(nodes: readonly PictureNode[], lay: Lay): readonly Broken[] {
  return nodes.flatMap((_, index) => {
    const lines = seenText(nodes, index, lay)?.layout.lines.map(({ text }) => text.trim()) ?? [];
    const isAnyTorn = lines.slice(1).some((after, at) => isTorn(lines[at] ?? '', after));
    return isAnyTorn
      ? [{ code: 'negation-torn', what: lines.join(' | '), detail: 'half of it says the opposite' }]
      : [];
  });
}

function isTorn(before: string, after: string): boolean {
  if (isCjk(after)) return /([不勿未没]|不要|不能|不会|不用|没有|无法)$/.test(before);
  if (/\b(not( to)?|never|no)$/i.test(before)) return true;
  return /^not\b/i.test(after) && /\b(do|does|did|is|are|was|has|may|could|need)$/i.test(before);
}
