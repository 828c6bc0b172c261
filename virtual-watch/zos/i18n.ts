import type * as Zos from '@zos/i18n';

import type { ZosModule } from './module';
import { checkValue } from './options';

export const i18n: ZosModule = {
  name: '@zos/i18n',
  inService: 'all',
  inCard: 'all',
  make: (scope) => {
    const texts = scope.package.translations(scope.language);
    return {
      /** The text in the watch's language; an id without a text is shown as it is. */
      getText: (id) => texts.get(checkValue(scope, 'getText', id, 'string')) ?? id,
    } satisfies typeof Zos;
  },
};
