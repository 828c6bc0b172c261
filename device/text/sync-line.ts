import type { SyncOutcome } from '../../core/link/sync';
import type { SyncState } from '../sync/exchanges';
import type { Formats } from '../watch/formats';
import type { DayAgo } from './day';
import { dayName, timeOfDay } from './day';
import type { Text, TextId } from './ids';

const OUTCOMES: Readonly<Record<SyncOutcome, TextId>> = {
  done: 'Done: all is on the phone.',
  newLedger: 'Done: all that is here was sent to the phone again.',
  phoneNotReachable: 'Phone out of reach',
  appNotRunning: 'Zepp app is closed',
  olderPhone: 'Update Legato on the phone.',
  newerPhone: 'Update Legato on the watch.',
  planUnusable: 'To use the new plan, update Legato here.',
  phoneStorage: 'The phone failed to save it.',
  notUnderstood: 'The phone failed to read it. Try again.',
  phoneFailed: 'The phone failed to answer. Try again.',
  watchStorage: 'The watch failed to save it.',
  watchUnreadable: 'The watch failed to read all its sessions.',
};

/** When the phone last had everything, relative to now, and how to write it. */
export interface SyncTime {
  /** Undefined if it never had. */
  readonly last?: DayAgo;
  /** No session was done on this watch so far, so there was nothing to send to the phone. */
  readonly isNew?: boolean;
  readonly formats: Formats;
}

/**
 * What is being sent to the phone and the outcome, in one or two lines, with the time of the last exchange if `time` is
 * given.
 */
export function syncLine(text: Text, { waiting, refused, now: phase }: SyncState, time?: SyncTime): string {
  const count = refused.length;
  const newer = refused.filter(({ state }) => state === 'recordVersion').length;
  const refusal = count > 0 ? [text(whyRefused(count, newer), { count, newer })] : [];
  const waits = text('Sessions to send: {count}', { count: waiting });
  // A long outcome takes both lines.
  const withWaiting = (words: string): string =>
    waiting > 0 && words.length <= SHORT ? `${words}\n${waits}` : words;
  if (phase === 'running') return withWaiting(text('Syncing…'));
  if (phase === 'resting') {
    const told = count === 0 || (waiting > 0 && newer === 0) ? [...refusal, waits] : refusal;
    // There is room for two lines, and an instruction for the person takes both.
    const hasTime = time !== undefined && newer === 0 && told.length < 2;
    const last = hasTime ? [text('Last sync: {time}', { time: shortTime(text, time) })] : [];
    return told.concat(last).join('\n');
  }
  if (phase !== 'done' && phase !== 'newLedger') return withWaiting(text(OUTCOMES[phase]));
  const isNew = phase === 'done' && time?.isNew === true;
  return refusal[0] ?? text(isNew ? 'Done: nothing to send yet.' : OUTCOMES[phase]);
}

/** The most characters of what has a line to itself. */
const SHORT = 20;

/** What the person can do about it, if anything; `newer` counts records in a later format than the phone reads. */
function whyRefused(count: number, newer: number): TextId {
  if (newer === 0) return '{count} refused by the phone';
  return newer === count
    ? '{count} refused: update Legato on the phone'
    : '{count} refused: update Legato on the phone for {newer}';
}

/** The time of day if it is today, otherwise the day. */
function shortTime(text: Text, { last, formats }: SyncTime): string {
  if (!last) return text('never');
  return last.kind === 'today' ? timeOfDay(text, last, formats) : dayName(text, last, formats);
}
