import type { ReminderPlace, Rung } from './reminder-alarm';
import { REMINDER_PLACES, REMINDER_RINGS } from './reminder-alarm';

/**
 * What an alarm is for, which it passes to the service that it wakes. Of cues, pauses, checks and reminders:
 *
 * - `cue`: play the cue with this number, of this arming of this session
 * - `pause`: a pause of this session, with this arming, may be forgotten; remind the person of it
 * - `check`: a ring of this kind, of the check of this watch
 * - `reminder`: a reminder's daily alarm, or its one-shot
 *
 * Of no service, because it is not known whether a page receives a parameter (docs/platform.md, A4):
 *
 * - `page`: open the page that plays the cue, reminds of a pause, takes up the session after a page that died, or asks
 *   about the check
 *
 * Of nobody:
 *
 * - `guard`: do nothing; as long as this alarm is left, the watch was not off
 * - `probe`: do nothing; it was set to find out whether the watch takes alarms, and cancelled at once
 */
export type AlarmParam =
  | { readonly kind: 'cue'; readonly session: string; readonly revision: number; readonly number: number }
  | { readonly kind: 'pause'; readonly session: string; readonly revision: number }
  | { readonly kind: 'check'; readonly ring: ServiceRing }
  | { readonly kind: 'reminder'; readonly place: ReminderPlace; readonly rung: Rung }
  | { readonly kind: 'page'; readonly of: 'cue' | 'pause' | 'deadMan' | 'check' }
  | { readonly kind: 'guard' }
  | { readonly kind: 'probe' };

/** What is handed to a service. */
export type ServiceParam = Exclude<AlarmParam, { readonly kind: 'page' }>;

export type CueParam = Extract<AlarmParam, { readonly kind: 'cue' }>;

export type PauseParam = Extract<AlarmParam, { readonly kind: 'pause' }>;

type CheckParam = Extract<AlarmParam, { readonly kind: 'check' }>;

export type ReminderParam = Extract<AlarmParam, { readonly kind: 'reminder' }>;

/** The rings of a check that a service answers: the first ones of `RINGS`. */
export const SERVICE_RINGS = ['full', 'busy', 'notification'] as const;
export type ServiceRing = (typeof SERVICE_RINGS)[number];

/** The text that the alarm carries; empty if it opens a page. */
export function makeAlarmParam(param: AlarmParam): string {
  switch (param.kind) {
    case 'cue':
      return `${param.session}:${param.revision}:${param.number}`;
    case 'pause':
      return `pause ${param.session} ${param.revision}`;
    case 'check':
      return `check:${param.ring}`;
    case 'reminder':
      return makeReminderParam(param);
    case 'guard':
    case 'probe':
      return param.kind;
    case 'page':
      return '';
  }
}

/** The same for a reminder. */
export function makeReminderParam({ place, rung }: ReminderParam): string {
  return `${place} ${rung.why} ${rung.why === 'first' ? '0 0' : `${rung.day} ${rung.left}`}`;
}

/**
 * Parses what an alarm carries, including what earlier versions of Legato have set; undefined if the form is unknown.
 * The forms above must stay readable forever, so a new kind needs a form that none of them matches. `sign` was a kind
 * that did nothing.
 */
export function parseAlarmParam(text: unknown): ServiceParam | undefined {
  return parseCueServiceParam(text) ?? parseReminderParam(text);
}

/** The same for the service of cues, which is handed anything but a reminder. */
export function parseCueServiceParam(text: unknown): Exclude<ServiceParam, ReminderParam> | undefined {
  switch (text) {
    case 'guard':
    case 'probe':
      return { kind: text };
    // The first version of Legato had only one kind of ring.
    case 'check':
      return { kind: 'check', ring: 'full' };
    default:
      return typeof text === 'string'
        ? (parseCheckParam(text) ?? parsePauseParam(text) ?? parseCueParam(text))
        : undefined;
  }
}

/** The same for the service of reminders. */
export function parseReminderParam(text: unknown): ReminderParam | undefined {
  const [, digit, ring, day, left] = (typeof text === 'string' ? REMINDER.exec(text) : undefined) ?? [];
  const place = REMINDER_PLACES.find((known) => String(known) === digit);
  const why = REMINDER_RINGS.find((known) => known === ring);
  if (place === undefined || why === undefined) return undefined;
  const rung = why === 'first' ? { why } : { why, day: Number(day), left: Number(left) };
  return { kind: 'reminder', place, rung };
}

const REMINDER = /^(\d) ([a-z]+) (\d{1,6}) (\d)$/;

function parseCheckParam(text: string): CheckParam | undefined {
  const ring = SERVICE_RINGS.find((known) => text === `check:${known}`);
  return ring && { kind: 'check', ring };
}

function parsePauseParam(text: string): PauseParam | undefined {
  const [, session, revision] = /^pause ([^ :]+) (\d+)$/.exec(text) ?? [];
  return session === undefined ? undefined : { kind: 'pause', session, revision: Number(revision) };
}

function parseCueParam(text: string): CueParam | undefined {
  const [, session, revision, number] = /^([^:]+):(\d+):(\d+)$/.exec(text) ?? [];
  if (session === undefined) return undefined;
  return { kind: 'cue', session, revision: Number(revision), number: Number(number) };
}
