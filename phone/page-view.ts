import { isFields } from '../core/json';
import type { Result } from '../core/result';
import type { Stored } from '../core/state/stored';
import { VIEW_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/** Which parts of the page are open and what is typed into its fields, by names that the sections choose. */
export type PageView = Readonly<Record<string, string>>;

export function readPageView(storage: Storage): PageView {
  return readValue(storage, VIEW).value;
}

/** Sets values of the view. An empty value removes the entry. */
export function putPageView(storage: Storage, values: PageView): Result<void, 'notStored'> {
  const next = Object.entries({ ...readPageView(storage), ...values });
  const kept = next.filter(([, value]) => value !== '').map(([name, value]) => [name, value.slice(0, LIMIT)]);
  return writeValue(storage, VIEW, Object.fromEntries(kept) as PageView);
}

/** The maximum length of a typed text. */
const LIMIT = 400;

export const VIEW: Stored<PageView> = {
  name: VIEW_KEY,
  version: 1,
  initial: {},
  write: (view) => (Object.keys(view).length === 0 ? undefined : { version: 1, view }),
  read(json) {
    const view = isFields(json) && isFields(json['view']) ? json['view'] : undefined;
    if (!view) return undefined;
    const texts = Object.entries(view).filter(([, value]) => typeof value === 'string');
    return { value: Object.fromEntries(texts) as PageView };
  },
};
