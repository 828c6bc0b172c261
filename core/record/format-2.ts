import { lazily } from '../lazily';
import { base36, fromBase36 } from '../base36';
import type { Counts, CueRecord } from './cue-record';
import { countIn, cueRecord } from './cue-record';
import type { Extensions } from './extensions';
import type { SessionRecord, ZoneRecord } from './record';

/*
 * The record format in use:
 *
 * `2 id startedAt length utcOffset ending zones pauseCount pauseSeconds latest cues name=value …`
 *
 * Numbers are in base 36. A name with a letter in one of the tables below is written as that letter, any other name in
 * parentheses, so that a reader can keep names it does not know.
 *
 * A zone is its letter, or `(leg.zone)`, followed by the seconds planned and, after a dot, the seconds done if they
 * differ. A zone with the same seconds as the one before it has none. A count of cues is a letter, or `(by.name)` for a
 * carrier and `(why.name)` for the reason why cues were missed, followed by the number, which is not 0; `-` stands for
 * no cues.
 *
 * Extensions stand at the end, sorted by name. A reader keeps and passes on those it does not know, so a new fact needs
 * a name and no new format.
 */

/** The maximum length in bytes. */
export const FORMAT_2_LIMIT = 1000;

/** These tables are part of the format and must never change. New entries are written by name. */
const ENDINGS = table('FSI', 'finished stopped interrupted');
const ZONES = table(
  'ABCDEFGHIJ',
  'left.ankle left.calf left.knee left.lowerThigh left.upperThigh ' +
    'right.ankle right.calf right.knee right.lowerThigh right.upperThigh',
);
const LATE = 'late';
const COUNTS = table(
  'LPATDNWCOSHEZRU',
  `${LATE} by.page by.alarm by.timer why.doNotDisturb why.notArmed why.watchOff why.clockSet why.overtaken ` +
    'why.sleep why.theatre why.tooEarly why.tooLate why.refused why.unknown',
);

/** Letters and names, each the other's counterpart. */
interface Table {
  readonly letters: string;
  readonly names: readonly string[];
}

function table(letters: string, names: string): Table {
  return { letters, names: names.split(' ') };
}

/** A number too large for its field becomes the largest that fits, as in format 1. */
export function packFormat2(record: SessionRecord): string {
  const { id, startedAt, endedAt, utcOffset, ending, zones, pauses, cues, extensions } = record;
  return [
    '2',
    id,
    base36(startedAt, 9),
    base36(endedAt - startedAt, 8),
    utcOffset.toString(36),
    codeOf(ENDINGS, ending),
    packZones(zones),
    base36(pauses.count, 3),
    base36(pauses.seconds, 6),
    base36(cues.latest, 8),
    packCues(cues),
    ...inOrder(extensions).map(([name, value]) => `${name}=${value}`),
  ].join(' ');
}

const NAME = '[A-Za-z][0-9A-Za-z]{0,23}';
const CODE = `[A-Z]|\\(${NAME}(?:\\.${NAME})?\\)`;
const DIGIT = '[0-9a-z]';
const ZONE = `(${CODE})(?:(${DIGIT}{1,4})(?:\\.(${DIGIT}{1,4}))?)?`;
const COUNT = `(${CODE})(${DIGIT}{1,3})`;
/** Any ASCII except space and the characters that JSON escapes. */
const EXTENSION = lazily(() => new RegExp(`^(${NAME})=([!#-[\\]-~]+)$`));
const WORDS = lazily(
  () =>
    new RegExp(
      `^2 ([0-9A-Za-z-]{1,20}) (${DIGIT}{1,9}) (${DIGIT}{1,8}) (-?${DIGIT}{1,3}) (${CODE}) ([^ ]+) ` +
        `(${DIGIT}{1,3}) (${DIGIT}{1,6}) (${DIGIT}{1,8}) ([^ ]+)((?: [^ ]+)*)$`,
    ),
);
type Groups = readonly [text: string, id: string, startedAt: string, length: string, ...rest: Rest];
type Rest = readonly [offset: string, ending: string, zones: string, ...counts: CountWords];
type CountWords = readonly [
  pauses: string,
  seconds: string,
  latest: string,
  cues: string,
  extensions: string,
];

/** The largest offset from UTC, in minutes. */
const UTC_OFFSET_LIMIT = 24 * 60;

/** Parses the text. The caller has to check that `packFormat2` would write it the same way. */
export function readFormat2(text: string): SessionRecord | undefined {
  const groups = WORDS().exec(text) as Groups | null;
  if (!groups) return undefined;
  const [, id, start, length, offset, ending, zoneText, ...counts] = groups;
  const [pauses, seconds, latest, cueText, extensionText] = counts;
  const zones = readZones(zoneText);
  const cues = readCues(cueText, fromBase36(latest));
  const utcOffset = fromBase36(offset);
  if (!zones || !cues || Math.abs(utcOffset) > UTC_OFFSET_LIMIT) return undefined;
  const startedAt = fromBase36(start);
  return {
    version: 2,
    id,
    startedAt,
    endedAt: startedAt + fromBase36(length),
    utcOffset,
    ending: nameOf(ENDINGS, ending),
    zones,
    pauses: { count: fromBase36(pauses), seconds: fromBase36(seconds) },
    cues,
    extensions: readExtensions(extensionText),
  };
}

function packZones(zones: readonly ZoneRecord[]): string {
  let before = '';
  return zones
    .map((record) => {
      const seconds = packSeconds(record);
      const told = seconds === before ? '' : seconds;
      before = seconds;
      return codeOf(ZONES, `${record.leg}.${record.zone}`) + told;
    })
    .join('');
}

function packSeconds({ plannedSeconds, doneSeconds }: ZoneRecord): string {
  const planned = base36(plannedSeconds, 4);
  const done = base36(doneSeconds, 4);
  return planned === done ? planned : `${planned}.${done}`;
}

/** Each zone may appear once, and the first one must have its seconds. */
function readZones(text: string): readonly ZoneRecord[] | undefined {
  const zones: ZoneRecord[] = [];
  const seen: string[] = [];
  for (const [, code, planned, done] of piecesOf(text, ZONE) as readonly ZonePiece[]) {
    const before = zones[zones.length - 1];
    if (seen.includes(code) || !(planned ?? before)) return undefined;
    seen.push(code);
    const [leg, zone] = nameOf(ZONES, code).split('.') as [leg: string, zone: string];
    const seconds =
      planned === undefined
        ? { ...before }
        : { plannedSeconds: fromBase36(planned), doneSeconds: fromBase36(done ?? planned) };
    zones.push({ ...seconds, leg, zone } as ZoneRecord);
  }
  return zones;
}

type ZonePiece = readonly [text: string, code: string, planned?: string, done?: string];
type CountPiece = readonly [text: string, code: string, count: string];

/** In the order of the table, then by name. */
function packCues({ late, by, why }: CueRecord): string {
  const counts: Counts = { [LATE]: late, ...named('by', by), ...named('why', why) };
  const told = Object.keys(counts).filter((name) => countIn(counts, name) > 0);
  const known = COUNTS.names.filter((name) => told.includes(name));
  const others = told.filter((name) => !known.includes(name)).sort();
  const words = [...known, ...others].map((name) => codeOf(COUNTS, name) + base36(countIn(counts, name), 3));
  return words.join('') || NO_CUES;
}

const NO_CUES = '-';

function named(kind: 'by' | 'why', counts: Counts): Counts {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  return Object.fromEntries(told.map(([name, count]) => [`${kind}.${name}`, count]));
}

function readCues(text: string, latest: number): CueRecord | undefined {
  const counts: Record<string, number> = {};
  for (const [, code, count] of piecesOf(text, COUNT) as readonly CountPiece[]) {
    counts[nameOf(COUNTS, code)] = fromBase36(count);
  }
  return cueRecord(under('by', counts), under('why', counts), countIn(counts, LATE), latest);
}

function under(kind: 'by' | 'why', counts: Counts): Counts {
  const names = Object.keys(counts).filter((name) => name.startsWith(`${kind}.`));
  return Object.fromEntries(names.map((name) => [name.slice(kind.length + 1), countIn(counts, name)]));
}

function inOrder(extensions: Extensions): readonly (readonly [name: string, value: string])[] {
  return Object.entries(extensions).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Skips what is not in the form of an extension; the caller notices the difference. */
function readExtensions(text: string): Extensions {
  const pieces = text.split(' ').map((word) => EXTENSION().exec(word) as ExtensionPiece | null);
  return Object.fromEntries(pieces.flatMap((piece) => (piece ? [[piece[1], piece[2]]] : [])));
}

type ExtensionPiece = readonly [text: string, name: string, value: string];

/** The groups of each match of `form` in the text. */
function piecesOf(text: string, form: string): readonly unknown[] {
  const words: readonly string[] = text.match(new RegExp(form, 'g')) ?? [];
  const one = new RegExp(form);
  return words.map((word) => one.exec(word));
}

function codeOf({ letters, names }: Table, name: string): string {
  const place = names.indexOf(name);
  return place < 0 ? `(${name})` : letters.charAt(place);
}

/** A letter that is in no table has no name; the caller notices the difference. */
function nameOf({ letters, names }: Table, code: string): string {
  return names[letters.indexOf(code)] ?? code.slice(1, -1);
}
