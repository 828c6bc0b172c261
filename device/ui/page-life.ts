import type { Undo } from '../watch/clock';

/** The life of a page: `open` puts it on the screen, is told what the page was opened with, and answers how to take it away. */
export function pageLife(open: (param: unknown) => Undo): {
  onInit(param: unknown): void;
  build(): void;
  onDestroy(): void;
} {
  let close: Undo | undefined;
  let given: unknown;
  return {
    onInit(param) {
      given = param;
    },
    build() {
      close = open(given);
    },
    onDestroy() {
      close?.();
    },
  };
}
