import { getText } from '@zos/i18n';
import type { Text } from './ids';
import { fill } from '../../core/fill';

/** Texts in the language the watch is set to. */
export const text: Text = (id, values) => fill(getText(id), values);
