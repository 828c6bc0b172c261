import type { Checked } from '../check/checked';
import { parseChecked } from '../check/checked';
import { isFields } from '../json';
import type { Readable } from './stored';

/** What the last check has shown, for pages that neither make a check nor show one that is going on. */
export const CHECKED_FILE: Readable<Checked | undefined> = {
  name: 'check',
  version: 2,
  initial: undefined,
  read: (json) => ({
    value:
      isFields(json) && json['version'] === CHECKED_FILE.version ? parseChecked(json['checked']) : undefined,
  }),
};
