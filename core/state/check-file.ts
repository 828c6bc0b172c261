import type { Checked } from '../check/checked';
import { parseChecked } from '../check/checked';
import type { Asking, CheckRun } from '../check/run';
import type { Fields } from '../json';
import { isFields, isWhole } from '../json';
import { isInstant } from '../time';
import type { Stored } from './stored';

/** What is on disk about the check of this watch. */
export interface CheckFile {
  /** What the last check has shown. */
  readonly checked?: Checked;
  /** The check that is going on. */
  readonly run?: CheckRun;
}

/**
 * Anything unreadable counts as missing, since a check can be repeated in two minutes. The first version of Legato had
 * three equal rings and did not ask for pulses, so its results show nothing. A check it left running is treated as one
 * begun too long ago to ask about, so that its alarms are cancelled.
 */
export const CHECK_FILE: Stored<CheckFile> = {
  name: 'check',
  version: 2,
  initial: {},
  write: ({ checked, run }) => ({ version: CHECK_FILE.version, checked, run }),
  read(json) {
    if (!isFields(json)) return undefined;
    if (json['phase'] === 'running') {
      return { value: withRun(ringingOf({ ...json, startedAt: 0, looks: [], opened: false })) };
    }
    if (json['phase'] === 'done') return { value: {} };
    if (json['version'] !== CHECK_FILE.version) return undefined;
    const checked = parseChecked(json['checked']);
    return { value: { ...(checked ? { checked } : {}), ...withRun(runOf(json['run'])) } };
  },
};

function withRun(run: CheckRun | undefined): Pick<CheckFile, 'run'> {
  return run ? { run } : {};
}

function runOf(value: unknown): CheckRun | undefined {
  if (!isFields(value)) return undefined;
  switch (value['phase']) {
    case 'ringing':
      return ringingOf(value);
    case 'asking':
      return askingOf(value);
    default:
      return undefined;
  }
}

function askingOf({ startedAt, rings }: Fields): CheckRun | undefined {
  return isInstant(startedAt) && isList(rings, isRing) ? { phase: 'asking', startedAt, rings } : undefined;
}

function isRing(value: unknown): value is Asking['rings'][number] {
  return value === 'ask' || value === 'silent' || value === 'spoiled' || isWhole(value);
}

function ringingOf({ startedAt, guard, alarms, looks, opened }: Fields): CheckRun | undefined {
  const isKnown = isInstant(startedAt) && isWhole(guard) && typeof opened === 'boolean';
  return isKnown && isList(alarms, isId) && isList(looks, isInstant)
    ? { phase: 'ringing', startedAt, guard, alarms, looks, opened }
    : undefined;
}

function isId(value: unknown): value is number {
  return isWhole(value);
}

function isList<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}
