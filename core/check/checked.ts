import { SERVICE_FORMS } from '../cue/cue';
import { isFields } from '../json';
import type { PatternForm, Proof, Proofs } from './proof';
import { PROOFS } from './proof';

/** Which watch it is, as it tells; empty where it does not. */
export interface WatchKind {
  readonly model: string;
  readonly osVersion: string;
}

/** What a check has shown, of which watch. */
export interface Checked extends Proofs, WatchKind {}

/** Reads what a check has shown, from a file or a message; nothing where it is not all there. */
export function parseChecked(value: unknown): Checked | undefined {
  if (!isFields(value)) return undefined;
  const { model, osVersion, service, form, notification, page } = value;
  const isNamed = isName(model) && isName(osVersion);
  if (!isNamed || !isProof(service) || !isProof(notification) || !isProof(page)) return undefined;
  return isPatternForm(form) ? { model, osVersion, service, form, notification, page } : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_NAME;
}

/** No watch has a longer name or version. */
const LONGEST_NAME = 100;

function isProof(value: unknown): value is Proof {
  return (PROOFS as readonly unknown[]).includes(value);
}

function isPatternForm(value: unknown): value is PatternForm {
  return value !== 'notification' && (SERVICE_FORMS as readonly unknown[]).includes(value);
}
