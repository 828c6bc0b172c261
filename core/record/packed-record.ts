import { LEGS, ZONES } from '../body';
import type { Brand } from '../brand';
import { PLAN_LIMITS } from '../plan/plan';
import type { CueRecord, SessionRecord, ZoneRecord } from './record';
import { RECORD_VERSION, tally } from './record';
import type { Result } from '../result';
import { err, ok } from '../result';
import { CARRIERS, MISS_REASONS } from '../session/delivery';
import { ENDINGS } from '../session/session';

/**
 * A record as the text that is stored and sent: the fields below parted by spaces, numbers in base 36, which takes
 * half the room of JSON. The text of a record is always the same, so two texts are equal when the records are.
 *
 * `version id startedAt length utcOffset ending zones pauseCount pauseSeconds latest cues`
 *
 * A zone is seven digits: its place (the left leg's zones are 0 to 4, the right leg's 5 to 9), two for the seconds
 * planned, four for the seconds done. Cues are two digits for each count: how many were late, how many came by each of
 * `CARRIERS`, how many were missed for each of `MISS_REASONS`; what is 0 at the end is left out.
 */
export type PackedRecord = string & Brand<'PackedRecord'>;

/** The longest text of a record, in bytes; it is plain ASCII. */
export const PACKED_LIMIT = 160;

/**
 * Why a record was not taken. `recordVersion`: a later format, which a newer Legato on the phone can read.
 * `recordInvalid`: no record at all, or one that says what cannot be. `recordIdTaken`: the phone has another record of its
 * session, of the same id and start.
 */
export const RECORD_PROBLEMS = ['recordInvalid', 'recordVersion', 'recordIdTaken'] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

/**
 * Packs a record. A number beyond what its field holds becomes the largest that it does hold: 89 years for the
 * length, 69 for the pauses, 19 days for a zone, 46,655 for the number of pauses, 1,295 for a count of cues.
 */
export function packRecord(record: SessionRecord): PackedRecord {
  const { id, startedAt, endedAt, utcOffset, ending, zones, pauses, cues } = record;
  return [
    base36(RECORD_VERSION, 1),
    id,
    base36(startedAt, 9),
    base36(endedAt - startedAt, 8),
    utcOffset.toString(36),
    base36(ENDINGS.indexOf(ending), 1),
    zones.map(packZone).join(''),
    base36(pauses.count, 3),
    base36(pauses.seconds, 6),
    base36(cues.latest, 8),
    packCues(cues),
  ].join(' ') as PackedRecord;
}

/** Reads a packed record. Never throws, whatever `input` is, and looks at no more of it than a record can take. */
export function parseRecord(input: unknown): Result<SessionRecord, RecordProblem> {
  if (typeof input !== 'string') return err('recordInvalid');
  const version = /^([0-9a-z]+) /.exec(input.slice(0, 4));
  if (version && version[1] !== base36(RECORD_VERSION, 1)) return err('recordVersion');
  const record = input.length > PACKED_LIMIT ? undefined : readRecord(input);
  return record && packRecord(record) === input ? ok(record) : err('recordInvalid');
}

/** The id of a packed record, which is its second word. */
export function idOf(packed: PackedRecord): string {
  const start = packed.indexOf(' ') + 1;
  return packed.slice(start, packed.indexOf(' ', start));
}

/** Whether two packed records tell of one session: it has one id and one start. */
export function isSameSession(one: PackedRecord, other: PackedRecord): boolean {
  return sessionOf(one) === sessionOf(other);
}

/** The record under another id. */
export function withId(packed: PackedRecord, id: string): PackedRecord {
  return packed.replace(` ${idOf(packed)} `, ` ${id} `) as PackedRecord;
}

function sessionOf(packed: PackedRecord): string {
  return packed.split(' ').slice(1, 3).join(' ');
}

const WORDS = new RegExp(
  '^1 ([0-9A-Za-z-]{1,20}) (\\w{1,9}) (\\w{1,8}) (-?\\w{1,3}) (\\w) ((?:\\w{7}){1,10}) ' +
    `(\\w{1,3}) (\\w{1,6}) (\\w{1,8}) ((?:\\w\\w){1,${1 + CARRIERS.length + MISS_REASONS.length}})$`,
);
type Groups = readonly [text: string, id: string, startedAt: string, length: string, ...rest: Rest];
type Rest = readonly [offset: string, ending: string, zones: string, ...counts: Counts];
type Counts = readonly [pauses: string, seconds: string, latest: string, cues: string];

/** Local time is nowhere further from UTC than this, in minutes. */
const UTC_OFFSET_LIMIT = 24 * 60;

/** Reads numbers as leniently as `parseInt`: what is not written the way `packRecord` does it is found out there. */
function readRecord(text: string): SessionRecord | undefined {
  const groups = WORDS.exec(text) as Groups | null;
  if (!groups) return undefined;
  const [, id, start, length, offset, endingPlace, zoneText, ...counts] = groups;
  const ending = ENDINGS[number(endingPlace)];
  const zones = readZones(zoneText);
  const utcOffset = number(offset);
  if (!ending || !zones || Math.abs(utcOffset) > UTC_OFFSET_LIMIT) return undefined;
  const startedAt = number(start);
  const endedAt = startedAt + number(length);
  const [pauses, seconds, latest, cueText] = counts;
  const cues = readCues(cueText, number(latest));
  return (
    cues && {
      version: RECORD_VERSION,
      id,
      startedAt,
      endedAt,
      utcOffset,
      ending,
      zones,
      pauses: { count: number(pauses), seconds: number(seconds) },
      cues,
    }
  );
}

/** No more cues are late than were delivered. */
function readCues(text: string, latest: number): CueRecord | undefined {
  // What stands beyond the end is NaN, and 0 once it is a whole number.
  const count = (place: number): number => number(text.slice(2 * place, 2 * place + 2)) | 0;
  const late = count(0);
  const by = tally(CARRIERS, (_, place) => count(1 + place));
  const why = tally(MISS_REASONS, (_, place) => count(1 + CARRIERS.length + place));
  const [delivered, missed] = [sum(by), sum(why)];
  const played = delivered - late;
  return played < 0 ? undefined : { due: delivered + missed, played, late, missed, latest, by, why };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function number(word: string): number {
  return parseInt(word, 36);
}

/** Every zone stands once and was planned for as long as a plan may ask. */
function readZones(text: string): readonly ZoneRecord[] | undefined {
  const { min, max } = PLAN_LIMITS.zoneSeconds;
  const seen: number[] = [];
  const zones: ZoneRecord[] = [];
  for (let at = 0; at < text.length; at += 7) {
    const place = number(text.slice(at, at + 1));
    const leg = LEGS[Math.floor(place / ZONES.length)];
    const zone = ZONES[place % ZONES.length];
    const plannedSeconds = number(text.slice(at + 1, at + 3));
    const doneSeconds = number(text.slice(at + 3, at + 7));
    const legal = !seen.includes(place) && plannedSeconds >= min && plannedSeconds <= max;
    if (!leg || !zone || !legal) return undefined;
    seen.push(place);
    zones.push({ leg, zone, plannedSeconds, doneSeconds });
  }
  return zones;
}

function packZone({ leg, zone, plannedSeconds, doneSeconds }: ZoneRecord): string {
  const place = LEGS.indexOf(leg) * ZONES.length + ZONES.indexOf(zone);
  const padded = base36(doneSeconds, 4);
  return base36(place, 1) + base36Padded(plannedSeconds) + padded.padStart(4, '0');
}

/** The zeros at the end are left out: most cues are brought by the page, and few are missed. */
function packCues({ late, by, why }: CueRecord): string {
  const counts = CARRIERS.map((carrier) => by[carrier]).concat(MISS_REASONS.map((reason) => why[reason]));
  return (
    base36Padded(late) +
    counts
      .map(base36Padded)
      .join('')
      .replace(/(00)+$/, '')
  );
}

function base36Padded(value: number): string {
  return base36(value, 2).padStart(2, '0');
}

function base36(value: number, digits: number): string {
  return Math.min(value, 36 ** digits - 1).toString(36);
}
