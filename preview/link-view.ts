/**
 * The traffic between watch and phone, as dots: to the phone on the right, to the watch on the left. Lost ones travel
 * only half the way.
 */
import type { Packet, VirtualPhone } from '../virtual-watch/index';
import { el, setText } from './dom';
import type { PhoneWords } from './text/phone-texts';

/** How long a dot is visible; the packets themselves are too fast to see. */
const SEEN_MS = 900;
/** The most dots at a time; further packets are only counted. */
const MOST_DOTS = 14;
/** The delay between dots when several packets arrived between two updates. */
const APART_MS = 70;

export interface Air {
  /** Placed between watch and phone. */
  readonly element: HTMLElement;
  /** The number of packets and bytes in each direction, as text. */
  readonly counts: HTMLElement;
  refresh(phone: VirtualPhone): void;
}

export function makeAir(words: PhoneWords): Air {
  const [toPhone, toWatch] = [el('span'), el('span')];
  const element = el('div', { class: 'air', 'aria-hidden': 'true' });
  const counts = el(
    'p',
    { class: 'counts quiet', 'aria-label': words.air },
    '→ ',
    toPhone,
    el('br'),
    '← ',
    toWatch,
  );
  let seen = 0;
  return {
    element,
    counts,
    refresh(phone) {
      const traffic = phone.traffic();
      const last = traffic.log.at(-1)?.number ?? 0;
      if (last === seen && toPhone.textContent !== '') return;
      const fresh = traffic.log.slice(-MOST_DOTS).filter(({ number }) => number > seen);
      seen = last;
      fresh.forEach((packet, index) => fly(element, packet, index * APART_MS));
      setText(toPhone, words.load(traffic.toPhone.packets, traffic.toPhone.bytes));
      setText(toWatch, words.load(traffic.toWatch.packets, traffic.toWatch.bytes));
    },
  };
}

function fly(air: HTMLElement, { kind, direction, fate }: Packet, delay: number): void {
  if (air.childElementCount >= MOST_DOTS || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const isLost = fate === 'lost' || fate === 'outOfRange';
  const dot = el('i', { class: `dot ${direction} ${kind}` });
  air.append(dot);
  const [from, to] = direction === 'toPhone' ? ['0%', '100%'] : ['100%', '0%'];
  const frames: Keyframe[] = isLost
    ? [
        { left: from, opacity: 1 },
        { left: '50%', opacity: 1, background: 'var(--bad)', offset: 0.6 },
        { left: '50%', opacity: 0, background: 'var(--bad)', translate: '0 16px' },
      ]
    : [
        { left: from, opacity: 0 },
        { opacity: 1, offset: 0.15 },
        { opacity: 1, offset: 0.85 },
        { left: to, opacity: 0 },
      ];
  const flight = dot.animate(frames, { duration: SEEN_MS, delay, easing: 'ease-in-out', fill: 'backwards' });
  flight.onfinish = () => dot.remove();
}
