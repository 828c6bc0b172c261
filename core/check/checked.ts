import { SERVICE_FORMS } from '../cue/cue';
import { isFields } from '../json';
import type { PatternForm, Proof, Proofs } from './proof';
import { PROOFS } from './proof';

/** The model and system version that a watch reports; empty where it reports none. */
export interface WatchKind {
  readonly model: string;
  readonly osVersion: string;
}

/** What a check has shown, and on which watch. */
export interface Checked extends Proofs, WatchKind {}

/** The result of a check if it applies to this watch; undefined for another model or another version of its system. */
export function checkedOn(
  checked: Checked | undefined,
  { model, osVersion }: WatchKind,
): Checked | undefined {
  return checked?.model === model && checked.osVersion === osVersion ? checked : undefined;
}

/** Parses the result of a check from a file or message; undefined if any of it is missing. */
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

/** An upper bound on the length of a model name or version. */
const LONGEST_NAME = 100;

function isProof(value: unknown): value is Proof {
  return (PROOFS as readonly unknown[]).includes(value);
}

function isPatternForm(value: unknown): value is PatternForm {
  return value !== 'notification' && (SERVICE_FORMS as readonly unknown[]).includes(value);
}
