/**
 * What an alarm passes to the service that it wakes:
 *
 * - `cue`: play the cue with this number, of this arming of this session
 * - `pause`: a pause of this session, with this arming, may be forgotten; remind the person of it
 * - `guard`: do nothing; as long as this alarm is left, the watch was not off
 * - `check`: a ring of this kind, of the check of this watch
 * - `probe`: do nothing; it was set to find out whether the watch takes alarms, and cancelled at once
 */
export type AlarmParam =
  | { readonly kind: 'cue'; readonly session: string; readonly revision: number; readonly number: number }
  | { readonly kind: 'pause'; readonly session: string; readonly revision: number }
  | { readonly kind: 'check'; readonly ring: ServiceRing }
  | { readonly kind: 'guard' | 'probe' };

/** The rings of a check that a service answers. Each is a `RingKind`. */
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
 * Parses an alarm's parameter, including those set by earlier versions of Legato; undefined if the form is unknown. The
 * forms above must stay readable forever, so a new kind needs a form that none of them matches. `sign` was a kind that
 * did nothing.
 */
export function parseAlarmParam(text: unknown): AlarmParam | undefined {
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
