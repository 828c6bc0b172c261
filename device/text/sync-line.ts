import type { SyncOutcome } from '../../core/link/sync';
import type { Instant } from '../../core/time';
import type { SyncState } from '../sync/sync-run';
import { dayAgo, dayName } from './day';
import type { Text, TextId } from './ids';

const OUTCOMES: Readonly<Record<SyncOutcome, TextId>> = {
  done: 'Done: all is on the phone.',
  newLedger: 'Done: the phone was new and has all that is here.',
  phoneNotReachable: 'Phone not reachable',
  appNotRunning: 'Zepp app not running',
  olderPhone: 'Older Legato on the phone: update it there.',
  newerPhone: 'Newer Legato on the phone: update the watch.',
  planUnusable: 'Plan not taken over: update Legato here.',
  phoneStorage: 'The phone could not store it.',
  notUnderstood: 'The phone could not read it. Try again.',
  phoneFailed: 'The phone could not answer. Try again.',
  watchStorage: 'The watch could not note it.',
  watchUnreadable: 'The watch could not read all its sessions.',
};

/** What is on its way to the phone and how it went, in one or two lines. */
export function syncLine(
  text: Text,
  { waiting, refused, lastAt, now: phase }: SyncState,
  now: Instant,
): string {
  const withWaiting = (words: string): string =>
    waiting > 0 ? `${words} · ${text('{count} waiting', { count: waiting })}` : words;
  if (phase === 'running') return withWaiting(text('Syncing…'));
  const count = refused.length;
  const newer = refused.filter(({ state }) => state === 'recordVersion').length;
  const refusal = count > 0 ? [text(whyRefused(count, newer), { count, newer })] : [];
  if (phase === 'resting') {
    const time = lastAt === undefined ? text('never') : shortTime(text, lastAt, now);
    // What the person can do takes the room of the time.
    const id = newer > 0 ? '{count} waiting' : '{count} waiting · last sync {time}';
    return [...refusal, text(id, { count: waiting, time })].join(' · ');
  }
  const isDone = phase === 'done' || phase === 'newLedger';
  return isDone ? (refusal[0] ?? text(OUTCOMES[phase])) : withWaiting(text(OUTCOMES[phase]));
}

/** What the person can do about it, where there is anything: `newer` ones are of a later format than the phone reads. */
function whyRefused(count: number, newer: number): TextId {
  if (newer === 0) return '{count} refused by the phone';
  return newer === count
    ? '{count} refused: update Legato on the phone'
    : '{count} refused: update Legato on the phone for {newer}';
}

/** The time of day for today, else the day. */
function shortTime(text: Text, at: Instant, now: Instant): string {
  const day = dayAgo(at, now);
  return day.kind === 'today' ? day.time : dayName(text, day);
}
