/** What was felt last, large enough to read from the sofa. */
import type { Felt } from '../virtual-watch/machine/vibrator';
import { timeOfDay } from './time-of-day';
import { el, setText } from './dom';
import { drawPulses } from './pulse-bars';
import { lengthsOf, nameOf, totalOf } from './felt-name';
import { feltName } from './texts';
import type { Words } from './words';

/** Scale of the bars, unless a pattern would then be wider than the card. */
const PX_PER_MS = 0.1;
const WIDEST_PX = 290;

export interface LastCue {
  readonly element: HTMLElement;
  show(felt: Felt): void;
  /** Says how long ago it was, in seconds of the watch. */
  refresh(now: number): void;
}

export function makeLastCue(words: Words): LastCue {
  const name = el('p', { class: 'cue-name' }, '–');
  const detail = el('p', { class: 'quiet' }, words.noCueYet);
  const ago = el('span', { class: 'quiet' });
  const drawn = el('div', { class: 'cue-pulses' });
  const spoken = el('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const element = el(
    'section',
    { class: 'card last-cue', 'aria-label': words.lastCue },
    el('header', {}, el('h2', {}, words.lastCue), ago),
    name,
    drawn,
    detail,
    spoken,
  );
  let last: Felt | undefined;
  return {
    element,
    show(felt) {
      last = felt;
      const said = feltName(words, nameOf(felt));
      element.dataset['felt'] = kindOf(felt);
      setText(name, said);
      setText(detail, `${lengthsOf(felt)} · ${timeOfDay(felt.wall)}`);
      setText(spoken, words.cueAnnounced(said, felt.pulses.length));
      drawn.replaceChildren(drawPulses(felt, Math.min(PX_PER_MS, WIDEST_PX / totalOf(felt))));
    },
    refresh(now) {
      if (last === undefined) return;
      const seconds = (now - last.at) / 1000;
      setText(ago, seconds < 1 ? words.justNow : words.ago(words.lasting(seconds)));
    },
  };
}

function kindOf(felt: Felt): string {
  const name = nameOf(felt);
  return typeof name === 'number' ? 'zone' : name;
}
