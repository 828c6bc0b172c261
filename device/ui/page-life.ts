import type { Undo } from '../watch/clock';

/** The life cycle of a page: `open` shows it, receives the page's parameter, and returns a function that closes it. */
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
      if (close) close();
    },
  };
}
