import { getText } from '@zos/i18n';
import { fill } from '../../core/fill';
import type { Say } from '../plan/words';

/** Texts in the language that the watch is set to. */
export const say: Say = (id, values) => fill(getText(id), values);
