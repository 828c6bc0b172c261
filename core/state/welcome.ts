import type { Instant } from '../time';
import { isInstant } from '../time';
import type { Stored } from './stored';

/** When the person was first shown what the app is for; it is offered until then. */
export const WELCOME_FILE: Stored<Instant | undefined> = {
  name: 'welcome',
  version: 1,
  initial: undefined,
  write: (at) => at,
  read: (json) => (isInstant(json) ? { value: json } : undefined),
};
