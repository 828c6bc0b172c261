import { lazily } from '../lazily';
import { base36, base36Padded, fromBase36 } from '../base36';
import type { CueRecord } from './cue-record';
import { countIn, cueRecord, tally } from './cue-record';
import type { SessionRecord, ZoneRecord } from './record';

/*
 * The first record format. It stays readable forever but is no longer written for new sessions:
 *
 * `1 id startedAt length utcOffset ending zones pauseCount pauseSeconds latest cues`
 *
 * A zone is seven digits: its index in `PLACES`, two for the seconds planned, four for the seconds done. Cues are two
 * digits for each count: how many were late, how many each of `CARRIERS` brought, how many were missed for each of
 * `REASONS`. Trailing zeros are left out.
 */

/** The maximum length in bytes. */
export const FORMAT_1_LIMIT = 160;

/** These tables are part of the format and must never change: records refer to their entries by index. */
const LEGS = ['left', 'right'];
const ZONES = ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'];
const ENDINGS = ['finished', 'stopped', 'interrupted'];
const CARRIERS = ['page', 'alarm', 'timer'];
const REASONS = ['doNotDisturb', 'notArmed', 'watchOff', 'clockSet', 'overtaken', 'unknown'];
/** The limits of a zone in a plan at that time. */
const PLANNED_SECONDS = { min: 5, max: 900 };
/** The largest offset from UTC, in minutes. */
const UTC_OFFSET_LIMIT = 24 * 60;

/**
 * Packs a record. A number too large for its field becomes the largest that fits: 89 years for the length, 69 for the
 * pauses, 19 days for a zone, 46,655 for the number of pauses, 1,295 for a count of cues.
 */
export function packFormat1(record: SessionRecord): string {
  const { id, startedAt, endedAt, utcOffset, ending, zones, pauses, cues } = record;
  return [
    '1',
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
  ].join(' ');
}

const WORDS = lazily(
  () =>
    new RegExp(
      '^1 ([0-9A-Za-z-]{1,20}) (\\w{1,9}) (\\w{1,8}) (-?\\w{1,3}) (\\w) ' +
        `((?:\\w{7}){1,${LEGS.length * ZONES.length}}) ` +
        `(\\w{1,3}) (\\w{1,6}) (\\w{1,8}) ((?:\\w\\w){1,${1 + CARRIERS.length + REASONS.length}})$`,
    ),
);
type Groups = readonly [text: string, id: string, startedAt: string, length: string, ...rest: Rest];
type Rest = readonly [offset: string, ending: string, zones: string, ...counts: Counts];
type Counts = readonly [pauses: string, seconds: string, latest: string, cues: string];

/** Parses the text. The caller has to check that `packFormat1` would write it the same way. */
export function readFormat1(text: string): SessionRecord | undefined {
  const groups = WORDS().exec(text) as Groups | null;
  if (!groups) return undefined;
  const [, id, start, length, offset, endingPlace, zoneText, ...counts] = groups;
  const ending = ENDINGS[fromBase36(endingPlace)];
  const zones = readZones(zoneText);
  const utcOffset = fromBase36(offset);
  if (ending === undefined || !zones || Math.abs(utcOffset) > UTC_OFFSET_LIMIT) return undefined;
  const startedAt = fromBase36(start);
  const endedAt = startedAt + fromBase36(length);
  const [pauses, seconds, latest, cueText] = counts;
  const cues = readCues(cueText, fromBase36(latest));
  return (
    cues && {
      version: 1,
      id,
      startedAt,
      endedAt,
      utcOffset,
      ending,
      zones,
      pauses: { count: fromBase36(pauses), seconds: fromBase36(seconds) },
      cues,
      extensions: {},
    }
  );
}

function readCues(text: string, latest: number): CueRecord | undefined {
  // A count beyond the end gives NaN, which `| 0` turns into 0.
  const count = (place: number): number => fromBase36(text.slice(2 * place, 2 * place + 2)) | 0;
  const by = tally(CARRIERS, (_, place) => count(1 + place));
  const why = tally(REASONS, (_, place) => count(1 + CARRIERS.length + place));
  return cueRecord(by, why, count(0), latest);
}

/** Each zone may appear once, with a planned time within the limits. */
function readZones(text: string): readonly ZoneRecord[] | undefined {
  const seen: number[] = [];
  const zones: ZoneRecord[] = [];
  for (let at = 0; at < text.length; at += 7) {
    const place = fromBase36(text.slice(at, at + 1));
    const leg = LEGS[Math.floor(place / ZONES.length)];
    const zone = ZONES[place % ZONES.length];
    const plannedSeconds = fromBase36(text.slice(at + 1, at + 3));
    const doneSeconds = fromBase36(text.slice(at + 3, at + 7));
    const legal = plannedSeconds >= PLANNED_SECONDS.min && plannedSeconds <= PLANNED_SECONDS.max;
    if (leg === undefined || zone === undefined || seen.includes(place) || !legal) return undefined;
    seen.push(place);
    zones.push({ leg, zone, plannedSeconds, doneSeconds });
  }
  return zones;
}

function packZone({ leg, zone, plannedSeconds, doneSeconds }: ZoneRecord): string {
  const place = LEGS.indexOf(leg) * ZONES.length + ZONES.indexOf(zone);
  return base36(place, 1) + base36Padded(plannedSeconds, 2) + base36Padded(doneSeconds, 4);
}

/** Trailing zeros are left out, since most cues are brought by the page and few are missed. */
function packCues({ late, by, why }: CueRecord): string {
  const counts = [
    ...CARRIERS.map((carrier) => countIn(by, carrier)),
    ...REASONS.map((reason) => countIn(why, reason)),
  ];
  const words = counts.map((count) => base36Padded(count, 2));
  return base36Padded(late, 2) + words.join('').replace(/(00)+$/, '');
}
