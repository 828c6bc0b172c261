/** Everything played, in order, on a strip: when, how many pulses, how long, and what it means. */
import type { Felt } from '../virtual-watch/machine/vibrator';
import { timeOfDay } from './time-of-day';
import { el, setText } from './dom';
import { drawPulses } from './pulse-bars';
import { lengthsOf, nameOf } from './felt-name';
import { feltName } from './text/texts';
import type { Words } from './text/words';

const PX_PER_MS = 0.04;

export interface Timeline {
  readonly element: HTMLElement;
  /** Draws what was added to the list since the last call; the list only grows. */
  refresh(felt: readonly Felt[]): void;
}

export function makeTimeline(words: Words): Timeline {
  const count = el('span', { class: 'quiet' });
  const list = el('ol', { class: 'band', tabindex: 0, 'aria-label': words.timeline });
  const empty = el('p', { class: 'quiet band-empty' }, words.timelineEmpty);
  const element = el(
    'section',
    { class: 'timeline', 'aria-label': words.timeline },
    el('header', {}, el('h2', {}, words.timeline), count),
    list,
    empty,
  );
  let shown = 0;
  return {
    element,
    refresh(felt) {
      if (felt.length === shown) return;
      for (; shown < felt.length; shown += 1) {
        const [before, one] = [felt[shown - 1], felt[shown]];
        if (one !== undefined) list.append(item(words, one, before));
      }
      empty.hidden = true;
      setText(count, words.cues(shown));
      list.scrollTo({ left: list.scrollWidth });
    },
  };
}

function item(words: Words, felt: Felt, before: Felt | undefined): HTMLElement {
  const name = nameOf(felt);
  const kind = typeof name === 'number' ? 'zone' : name;
  const notes = [
    lengthsOf(felt),
    ...(felt.carrier === 'service' ? [words.byService] : []),
    ...(felt.cut ? [words.cutOff] : []),
  ];
  return el(
    'li',
    { class: `felt ${kind}`, 'data-felt': kind, 'data-pulses': felt.pulses.length },
    el(
      'span',
      { class: 'since' },
      before === undefined ? '' : `+${words.lasting((felt.at - before.at) / 1000)}`,
    ),
    el('span', { class: 'track' }, drawPulses(felt, PX_PER_MS)),
    el('strong', {}, feltName(words, name)),
    el('span', { class: 'quiet' }, notes.join(' · ')),
    el('time', { class: 'quiet' }, timeOfDay(felt.wall)),
  );
}
