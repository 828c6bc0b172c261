import type { Undo } from '../watch/clock';

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
