import type { Undo } from '../watch/clock';
import type { PhoneLink } from '../sync/link';

/** The life of a page: `open` puts it on the screen and answers how to take it away. */
export function pageLife(open: () => Undo): { build(): void; onDestroy(): void } {
  let close: Undo | undefined;
  return {
    build() {
      close = open();
    },
    onDestroy() {
      close?.();
    },
  };
}

/** The life of a page of ZML, which can talk to the phone. */
export function linkedPageLife(open: (link: PhoneLink) => Undo) {
  let close: Undo | undefined;
  return {
    build(this: PhoneLink) {
      close = open(this);
    },
    onDestroy() {
      close?.();
    },
  };
}
