import type * as Zos from '@zos/page';

import { pageOf } from '../machine/scope';
import type { ZosModule } from './module';
import { checkOption } from './options';

type Page = Pick<typeof Zos, 'getScrollTop' | 'setScrollLock' | 'setScrollMode' | 'SCROLL_MODE_FREE'>;

const SCROLL_MODE_FREE = 'free';

/** Scrolling of the page. Only the free mode, the default, is modelled. */
export const page: ZosModule = {
  name: '@zos/page',
  inService: 'none',
  make: (scope) =>
    ({
      SCROLL_MODE_FREE,
      setScrollLock(option) {
        const { lock = true } = checkOption(scope, 'setScrollLock', option, { lock: 'boolean?' });
        pageOf(scope, 'setScrollLock').scrollLocked = lock;
      },
      setScrollMode(option) {
        const { mode } = checkOption(scope, 'setScrollMode', option, { mode: 'string', options: 'object?' });
        if (mode !== SCROLL_MODE_FREE) scope.notModelled(`setScrollMode to ${mode}`);
        return 0;
      },
      /** Down is negative, as for `getScrollTop` (Zepp OS docs, scrollTo). */
      scrollTo(option: unknown) {
        const y =
          typeof option === 'number'
            ? option
            : checkOption(scope, 'scrollTo', option, { y: 'number', animConfig: 'unmodelled' }).y;
        pageOf(scope, 'scrollTo').scrollY = Math.max(0, -y);
      },
      getScrollTop: () => 0 - pageOf(scope, 'getScrollTop').scrollY,
    }) satisfies Page & Readonly<Record<'scrollTo', unknown>>,
};
