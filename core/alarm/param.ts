/**
 * What an alarm hands to the service that it wakes:
 *
 * - `cue`: the cue of this number, of this arming of this session, is to be brought
 * - `pause`: a pause of this session, with this arming, may be forgotten, of which the person is to be reminded
 * - `guard`: nothing is to be done; that the alarm is left shows that the watch was not off
 * - `check`: a ring of the check of this watch, of this kind
 * - `probe`: nothing is to be done; it was set to find out whether the watch takes alarms, and taken back at once
 */
export type AlarmParam =
  | { readonly kind: 'cue'; readonly session: string; readonly revision: number; readonly number: number }
  | { readonly kind: 'pause'; readonly session: string; readonly revision: number }
  | { readonly kind: 'check'; readonly ring: ServiceRing }
  | { readonly kind: 'guard' | 'probe' };

/** The rings of a check that a service answers: each is a `RingKind`. */
const SERVICE_RINGS = ['full', 'busy', 'notification'] as const;
export type ServiceRing = (typeof SERVICE_RINGS)[number];

export type PauseParam = Extract<AlarmParam, { readonly kind: 'pause' }>;

export type CueParam = Extract<AlarmParam, { readonly kind: 'cue' }>;

export function makeAlarmParam(param: AlarmParam): string {
  switch (param.kind) {
    case 'cue':
      return `${param.session}:${param.revision}:${param.number}`;
    case 'pause':
      return `pause ${param.session} ${param.revision}`;
    case 'check':
      return `check:${param.ring}`;
    case 'guard':
    case 'probe':
      return param.kind;
  }
}

/**
 * Reads what an alarm carries, also of an alarm that an earlier Legato has set; nothing when it is of nobody known. The
 * forms above are read for ever, so a new kind gets a form that none of them matches. `sign` was one that did nothing.
 */
export function parseAlarmParam(text: unknown): AlarmParam | undefined {
  switch (text) {
    case 'guard':
    case 'probe':
      return { kind: text };
    // The first Legato had one kind of ring.
    case 'check':
      return { kind: 'check', ring: 'full' };
    default:
      return typeof text === 'string'
        ? (parseCheckParam(text) ?? parsePauseParam(text) ?? parseCueParam(text))
        : undefined;
  }
}

function parseCheckParam(text: string): AlarmParam | undefined {
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
