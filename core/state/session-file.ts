import { isLeg } from '../body';
import type { Signal } from '../cue/cue';
import { SERVICE_FORMS, SIGNALS } from '../cue/cue';
import type { Fields } from '../json';
import { isFields, isWhole, parseJson } from '../json';
import type { Strength } from '../cue/pattern';
import { STRENGTHS } from '../cue/pattern';
import { parsePlan } from '../plan/parse-plan';
import type { Plan } from '../plan/plan';
import { makeRoutine } from '../plan/routine';
import { replay } from '../session/apply';
import type { SignOfLife } from '../session/reopen';
import type { DeliveryBook } from '../session/delivery';
import type { ArmedCue, Arming } from '../session/arming';
import { NOTHING_ARMED } from '../session/arming';
import type { Origin, Session } from '../session/session';
import { courseLength } from '../session/course';
import { instantOf, startSession } from '../session/session';
import type { Instant } from '../time';
import { isInstant } from '../time';
import { makeJournal, parseJournal } from './journal';
import { SESSION_NAME } from './session-glance';
import type { Stored } from './stored';

/** An armed cue with what a service needs to bring it without knowing the rules of a session. */
export interface ArmedSignal extends ArmedCue {
  readonly due: Instant;
  readonly signal: Signal;
  /** The text of a notification, in the person's language. */
  readonly title: string;
}

/** Everything on disk about a session that is not over. */
export interface StoredSession {
  readonly session: Session;
  readonly arming: ArmedSheet;
  /** The cue that was about to be played when this was written. */
  readonly playing?: number;
  /** When the page was alive, and how far the session had come then. */
  readonly alive?: SignOfLife;
}

export interface ArmedSheet extends Arming {
  /** Increases with every arming. An alarm of an older revision is ignored. */
  readonly revision: number;
  readonly cues: readonly ArmedSignal[];
  /** How hard the motor should work. */
  readonly strength: Strength;
}

/** The state before anything was armed. */
export const UNARMED: ArmedSheet = { ...NOTHING_ARMED, revision: 0, cues: [], strength: 'normal' };

/** What a service reads from a session file. */
export interface CueSheet extends ArmedSheet {
  readonly id: string;
  /** How many cues are already booked. */
  readonly booked: number;
  /** The last booked cue, if the page was only about to play it. */
  readonly playing?: number;
}

/**
 * Version 1, which stays readable forever, writes plan and armed cues in full. This version is shorter, because the
 * cost of a save depends on its length.
 */
const VERSION = 2;

/** The file of the session that is not over. */
export const SESSION_FILE: Stored<StoredSession | undefined> = {
  name: SESSION_NAME,
  version: VERSION,
  initial: undefined,
  write: (stored) => stored && sessionData(stored),
  read(json) {
    const stored = isFields(json) ? readSession(json) : undefined;
    return stored && { value: stored };
  },
};

function sessionData({ session, arming, playing, alive }: StoredSession): unknown {
  const { id, routine, startedAt, origin, journal, book } = session;
  // What changes least comes first: the later a file differs from the previous one, the less a save costs.
  return {
    version: VERSION,
    // At the very beginning, so that it can be read without parsing the file.
    ends: session.phase === 'running' ? instantOf(session, courseLength(session.course)) : 0,
    id,
    startedAt,
    ...(origin ? { origin: packOrigin(origin) } : {}),
    plan: packPlan(routine.plan),
    strength: arming.strength,
    form: arming.form,
    revision: arming.revision,
    guard: arming.guard,
    guardRings: arming.guardRings,
    ...packArmed(arming.cues, startedAt),
    booked: book.length,
    ...(playing === undefined ? {} : { playing }),
    ...(alive ? { alive: [alive.at - startedAt, alive.elapsed] } : {}),
    journal: makeJournal(journal, startedAt),
  };
}

function packPlan({
  version,
  prepareSeconds,
  switchSeconds,
  reminderSeconds,
  zoneOrder,
  legs,
}: Plan): unknown {
  const packed = legs.map(({ leg, zones }) => [
    leg,
    ...zones.flatMap(({ zone, seconds }) => [zone, seconds]),
  ]);
  return [version, prepareSeconds, switchSeconds, reminderSeconds, zoneOrder, ...packed];
}

/** Input for `parsePlan`: the plan as it was before packing, if it is one. */
function unpackPlan(packed: unknown): unknown {
  const [version, prepareSeconds, switchSeconds, reminderSeconds, zoneOrder, ...legs] = listOf(packed);
  return { version, prepareSeconds, switchSeconds, reminderSeconds, zoneOrder, legs: legs.map(unpackLeg) };
}

function unpackLeg(packed: unknown): unknown {
  const [leg, ...words] = listOf(packed);
  const zones = words.filter((_, at) => at % 2 === 0);
  return { leg, zones: zones.map((zone, at) => ({ zone, seconds: words[2 * at + 1] })) };
}

/**
 * Packs each armed cue as its number, its alarm, the time from the start until it is due, and the index of its text in
 * a list. The delay until its alarm rings is added only if it is not `wait`, as it is for most.
 */
function packArmed(cues: readonly ArmedSignal[], startedAt: Instant) {
  const [first] = cues;
  const wait = first ? first.rings - first.due : 0;
  const says: (readonly [Signal, string])[] = [];
  const places = new Map<number | string, number>();
  const placeOf = ({ signal, title }: ArmedSignal): number => {
    const words = title === '' ? signal : `${signal} ${title}`;
    const known = places.get(words);
    if (known !== undefined) return known;
    const place = says.push([signal, title]) - 1;
    places.set(words, place);
    return place;
  };
  const armed = cues.map((cue) => {
    const packed = [cue.number, cue.alarm, cue.due - startedAt, placeOf(cue)];
    const own = cue.rings - cue.due;
    if (own !== wait) packed.push(own);
    return packed;
  });
  return { wait, says, armed };
}

/** Armed cues in the form of version 1: number, alarm, when it rings, when it is due, signal and title. */
function unpackArmed({ startedAt, wait, says, armed }: Fields): readonly unknown[] {
  return listOf(armed).map((entry) => {
    const [number, alarm, since, place, own = wait] = listOf(entry);
    const due = sum(startedAt, since);
    const said = isWhole(place) ? listOf(says)[place] : undefined;
    return [number, alarm, sum(due, own), due, ...listOf(said)];
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function sum(one: unknown, other: unknown): number {
  return typeof one === 'number' && typeof other === 'number' ? one + other : NaN;
}

/** Rebuilds the session from its plan and journal; undefined if they are invalid. */
function readSession(fields: Fields): StoredSession | undefined {
  const sheet = sheetOf(fields);
  const plan = parsePlan(fields['version'] === VERSION ? unpackPlan(fields['plan']) : fields['plan']);
  const { startedAt, playing } = fields;
  if (!sheet || !plan.ok || !isInstant(startedAt)) return undefined;
  const journal = parseJournal(fields['journal'], startedAt);
  const origin = parseOrigin(fields['origin']);
  const first = startSession(sheet.id, makeRoutine(plan.value), startedAt, origin);
  const session = journal && replay(first, journal);
  if (!session?.ok || !(playing === undefined || isLastPlayed(playing, session.value.book))) return undefined;
  const alive = parseSignOfLife(fields['alive'], startedAt);
  return {
    session: session.value,
    arming: armingOf(sheet),
    ...(alive ? { alive } : {}),
    ...(playing === undefined ? {} : { playing }),
  };
}

/** If no leg is withheld and all questions were asked, the format is that of the first versions. */
function packOrigin({
  planRevision,
  utcOffset,
  withheld = [],
  isUnasked = false,
}: Origin): readonly unknown[] {
  const care = withheld.length > 0 || isUnasked ? [withheld.join(), isUnasked] : [];
  return [planRevision, utcOffset, ...care];
}

/** An unreadable origin counts as none, so that the session is not lost. */
function parseOrigin(entry: unknown): Origin | undefined {
  const [planRevision, utcOffset, legs, isUnasked] = Array.isArray(entry)
    ? (entry as readonly unknown[])
    : [];
  if (!isWhole(planRevision) || !isWhole(utcOffset, -DAY_MINUTES) || utcOffset > DAY_MINUTES)
    return undefined;
  const withheld = typeof legs === 'string' ? legs.split(',').filter(isLeg) : [];
  return {
    ...{ planRevision, utcOffset },
    ...(withheld.length > 0 ? { withheld } : {}),
    ...(isUnasked === true ? { isUnasked } : {}),
  };
}

/** An unreadable sign of life counts as none, so that the session is not lost. */
function parseSignOfLife(entry: unknown, startedAt: Instant): SignOfLife | undefined {
  const [since, elapsed] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
  const at = isWhole(since, -Infinity) ? startedAt + since : undefined;
  return isInstant(at) && isWhole(elapsed) ? { at, elapsed } : undefined;
}

const DAY_MINUTES = 24 * 60;

function isLastPlayed(playing: unknown, book: DeliveryBook): playing is number {
  return playing === book.length - 1 && book[playing]?.outcome === 'played';
}

/** Reads only what a service needs, which is much faster than reading the whole session; undefined if it is invalid. */
export function parseCueSheet(text: string): CueSheet | undefined {
  const fields = parseJson(text);
  return isFields(fields) ? sheetOf(fields) : undefined;
}

function armingOf({ revision, cues, guard, guardRings, strength, form }: CueSheet): ArmedSheet {
  return { revision, cues, guard, guardRings, strength, ...(form ? { form } : {}) };
}

/** A form that only a later version of Legato knows counts as none. */
const ALARM_FORMS = [...SERVICE_FORMS, 'page'] as const;

function sheetOf(fields: Fields): CueSheet | undefined {
  const { version, id, revision, booked, playing, guard, guardRings, strength, form, armed } = fields;
  const shaped = typeof id === 'string' && isWhole(revision) && isWhole(booked);
  const guarded = isWhole(guard) && isWhole(guardRings);
  if ((version !== 1 && version !== VERSION) || !shaped || !guarded || !isStrength(strength))
    return undefined;
  const cues = Array.isArray(armed)
    ? parseArmed(version === VERSION ? unpackArmed(fields) : armed)
    : undefined;
  if (!cues) return undefined;
  const said = ALARM_FORMS.find((known) => known === form);
  const sheet = { id, revision, booked, cues, guard, guardRings, strength, ...(said ? { form: said } : {}) };
  return isWhole(playing) ? { ...sheet, playing } : sheet;
}

function parseArmed(list: readonly unknown[]): readonly ArmedSignal[] | undefined {
  const cues = list.map(parseArmedSignal);
  const known = cues.filter((cue): cue is ArmedSignal => cue !== undefined);
  return known.length === cues.length ? known : undefined;
}

function parseArmedSignal(entry: unknown): ArmedSignal | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [number, alarm, rings, due, signal, title] = entry as readonly unknown[];
  if (!isWhole(number) || !isWhole(alarm) || !isWhole(rings) || !isWhole(due)) return undefined;
  if (!isSignal(signal) || typeof title !== 'string') return undefined;
  return { number, alarm, rings, due, signal, title };
}

function isSignal(value: unknown): value is Signal {
  return (SIGNALS as readonly unknown[]).includes(value);
}

function isStrength(value: unknown): value is Strength {
  return (STRENGTHS as readonly unknown[]).includes(value);
}
