import type { SyncOutcome } from '../../core/sync';
import type { Instant } from '../../core/time';
import type { SyncState } from '../sync-run';
import { dayAgo, dayName } from './day';
import type { Text, TextId } from './ids';

const OUTCOMES: Readonly<Record<SyncOutcome, TextId>> = {
  done: 'Done: all is on the phone.',
  phoneNotReachable: 'Phone not reachable',
  appNotRunning: 'Zepp app not running',
  olderPhone: 'Older Legato on the phone: update it there.',
  newerPhone: 'Newer Legato on the phone: update the watch.',
  phoneStorage: 'The phone could not store it.',
  phoneFailed: 'The phone could not answer. Try again.',
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
  const refusal = refused > 0 ? [text('{count} refused by the phone', { count: refused })] : [];
  const isDone = phase === 'done' && waiting === 0;
  // With records waiting after all is done, the phone has them and the watch could not note it: it will ask again.
  if (phase === 'resting' || (phase === 'done' && !isDone)) {
    const time = lastAt === undefined ? text('never') : shortTime(text, lastAt, now);
    return [...refusal, text('{count} waiting · last sync {time}', { count: waiting, time })].join(' · ');
  }
  return isDone ? (refusal[0] ?? text(OUTCOMES.done)) : withWaiting(text(OUTCOMES[phase]));
}

/** The time of day for today, else the day. */
function shortTime(text: Text, at: Instant, now: Instant): string {
  const day = dayAgo(at, now);
  return day.kind === 'today' ? day.time : dayName(text, day);
}
