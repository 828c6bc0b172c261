import type { CareBook, StoppedAt } from '../care/book';
import { NOTHING_SAID, STOPPED_AT } from '../care/book';
import { isSaid } from '../care/statement';
import { isFields } from '../json';
import type { Stored } from './stored';

/** The file of statements about legs. Whatever can be read of a damaged file counts. */
export const CARE_FILE: Stored<CareBook> = {
  name: 'care',
  version: 1,
  initial: NOTHING_SAID,
  write: ({ said, mayLack, stopped }) => ({
    ...{ version: 1, said },
    ...(mayLack ? { mayLack } : {}),
    ...(stopped ? { stopped } : {}),
  }),
  read(json) {
    if (!isFields(json) || !Array.isArray(json['said'])) return undefined;
    const list = json['said'] as readonly unknown[];
    const said = list.filter(isSaid);
    const isWhole = said.length === list.length;
    const stopped = stoppedIn(json['stopped']);
    const value = { said, mayLack: json['mayLack'] === true, ...(stopped ? { stopped } : {}) };
    return isWhole ? { value } : { value, problem: 'damaged' };
  },
};

/** Even a value that cannot be understood shows that the person has stopped. */
function stoppedIn(value: unknown): StoppedAt | undefined {
  return value === undefined ? undefined : (STOPPED_AT.find((known) => known === value) ?? 'unknown');
}
