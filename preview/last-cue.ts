/** The last signal felt, large enough to read from across the room. */
import { signalOf } from '../core/cue/cue';
import type { VirtualWatch } from '../virtual-watch/watch';
import type { Felt } from '../virtual-watch/machine/vibrator';
import { timeOfDay } from './time-of-day';
import { el, setText } from './dom';
import { drawPulses } from './pulse-bars';
import { lengthsOf, nameOf, totalOf } from './felt-name';
import { cueAhead } from './stored-session';
import { feltName } from './text/texts';
import type { Words } from './text/words';

/** The scale of the bars, unless a pattern would be wider than the card. */
const PX_PER_MS = 0.1;
const WIDEST_PX = 290;

export interface LastCue {
  readonly element: HTMLElement;
  show(felt: Felt): void;
  /** Updates how long ago that was, and what is felt next. */
  refresh(watch: VirtualWatch): void;
}

export function makeLastCue(words: Words): LastCue {
  const name = el('p', { class: 'cue-name' }, '–');
  const detail = el('p', { class: 'quiet' }, words.noCueYet);
  const ago = el('span', { class: 'quiet' });
  const drawn = el('div', { class: 'cue-pulses' });
  const next = el('p', { class: 'awaited' });
  const spoken = el('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  const element = el(
    'section',
    { class: 'card last-cue', 'aria-label': words.lastCue },
    el('header', {}, el('h2', {}, words.lastCue), ago),
    name,
    drawn,
    detail,
    next,
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
    refresh(watch) {
      setText(next, awaited(words, watch));
      if (last === undefined) return;
      const seconds = (watch.now() - last.at) / 1000;
      setText(ago, seconds < 1 ? words.justNow : words.ago(words.lasting(seconds)));
    },
  };
}

/** What is felt next, and when; empty when no session runs. */
function awaited(words: Words, watch: VirtualWatch): string {
  const cue = cueAhead(watch);
  if (cue === undefined) return '';
  const seconds = Math.max(0, Math.ceil((cue.due - watch.wall()) / 1000));
  return words.awaited(feltName(words, signalOf(cue.cue)), words.lasting(seconds));
}

function kindOf(felt: Felt): string {
  const name = nameOf(felt);
  return typeof name === 'number' ? 'zone' : name;
}
