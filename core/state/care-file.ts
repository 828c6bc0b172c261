import type { CareBook } from '../care/book';
import { NOTHING_SAID } from '../care/book';
import { isSaid } from '../care/statement';
import { isFields } from '../json';
import type { Stored } from './stored';

/** The file of what was said about legs. What can be read of a damaged one counts. */
export const CARE_FILE: Stored<CareBook> = {
  name: 'care',
  version: 1,
  initial: NOTHING_SAID,
  write: ({ said, mayLack }) => ({ version: 1, said, ...(mayLack ? { mayLack } : {}) }),
  read(json) {
    if (!isFields(json) || !Array.isArray(json['said'])) return undefined;
    const list = json['said'] as readonly unknown[];
    const said = list.filter(isSaid);
    const isWhole = said.length === list.length;
    const value = { said, mayLack: json['mayLack'] === true };
    return isWhole ? { value } : { value, problem: 'damaged' };
  },
};
