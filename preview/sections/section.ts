import type { VirtualPhone } from '../../virtual-watch/phone/phone';
import type { VirtualWatch } from '../../virtual-watch/watch';
import type { PhoneWords } from '../text/phone-texts';
import type { Words } from '../text/words';

export interface SectionContext {
  readonly words: Words;
  readonly phoneWords: PhoneWords;
  readonly phone: VirtualPhone;
  /** Does something to the watch, in order with all other actions. */
  readonly act: (run: (watch: VirtualWatch) => void) => void;
}

/** One card. */
export interface Section {
  readonly title: string;
  readonly content: HTMLElement;
  /** Next to the watch (the default), or below it and the timeline. */
  readonly place?: 'beside' | 'below';
  /** Whether it is folded by default. */
  readonly folded?: boolean;
  /** Called after each step of time, at most once a frame: keep it cheap and update only what has changed. */
  readonly refresh?: (watch: VirtualWatch) => void;
}
