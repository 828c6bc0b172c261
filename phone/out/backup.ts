import { isFields, isWhole, parseJson } from '../../core/json';
import type { Said } from '../../core/care/statement';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import type { PlanShape } from '../../core/plan/plan';
import { countIn, cueRecord } from '../../core/record/cue-record';
import type { Counts } from '../../core/record/cue-record';
import { packRecord, parseRecord } from '../../core/record/packed-record';
import type { SessionRecord, ZoneRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { Deletions } from '../deletions';
import { DELETED } from '../deletions';
import type { EarlierPlans } from '../earlier-plans';
import { EARLIER_PLANS } from '../earlier-plans';
import type { WholeDiary } from '../diary/whole';
import { packDiary } from '../diary/whole';
import type { Excuses } from '../history/excuses';
import { EXCUSES } from '../history/excuses';
import type { HistorySettings } from '../history/history-settings';
import { HISTORY_SETTINGS } from '../history/history-settings';
import type { Schedule } from '../history/schedule';
import { SCHEDULE } from '../history/schedule';
import type { RestReading } from './rest';
import { readRest } from './rest';

/** The version of the backup format that is written, and the latest that is read (docs/backup.schema.json). */
const BACKUP_VERSION = 1;

/** The content of a backup other than sessions. Only one of the parts has it. */
export interface BackupRest {
  readonly excuses: Excuses;
  readonly schedule: Schedule;
  readonly settings: HistorySettings;
  readonly deletions: Deletions;
  /** The plan with its revision, to be validated by `parsePlan`. */
  readonly plan: { readonly revision: number; readonly plan: PlanShape } | undefined;
  /** Plans that can be restored. */
  readonly earlierPlans: EarlierPlans;
  /** The preferences of the watches, and those chosen on the page. */
  readonly preferences: SharedPreferences;
  /** Undefined if the person leaves it out. */
  readonly care: BackupCare | undefined;
}

/** The diary and the statements about legs. */
export interface BackupCare {
  readonly diary: WholeDiary;
  readonly said: readonly Said[];
}

/** A backup as text. `made` is in ms since 1970; `part` counts from 1. */
export function backupText(
  sessions: readonly SessionRecord[],
  rest: BackupRest | undefined,
  made: number,
  part: readonly [part: number, parts: number],
): string {
  const head = { legato: 'backup', version: BACKUP_VERSION, made: new Date(made).toISOString(), part };
  const data = { ...head, ...(rest ? restData(rest) : {}) };
  // One session per line, so that a part can be read and cut by lines.
  const lines = sessions.map((session) => JSON.stringify(sessionData(session)));
  return `${JSON.stringify(data).slice(0, -1)},"sessions":[\n${lines.join(',\n')}\n]}\n`;
}

function restData(rest: BackupRest): object {
  const { excuses, schedule, settings, deletions, plan, earlierPlans, preferences, care } = rest;
  return {
    settings: HISTORY_SETTINGS.write(settings),
    schedule: SCHEDULE.write(schedule),
    excuses: EXCUSES.write(excuses) ?? null,
    deleted: DELETED.write(deletions),
    plan: plan ?? null,
    earlierPlans: EARLIER_PLANS.write(earlierPlans),
    preferences,
    diary: care ? packDiary(care.diary) : null,
    said: care ? care.said : null,
  };
}

function sessionData(record: SessionRecord): object {
  const { version, id, startedAt, endedAt, utcOffset, ending, zones, pauses, cues, extensions } = record;
  return {
    ...{ format: version, id, start: iso(startedAt), end: iso(endedAt), utcOffset, ending },
    zones: zones.map(({ leg, zone, plannedSeconds, doneSeconds }) => [
      leg,
      zone,
      plannedSeconds,
      doneSeconds,
    ]),
    pauses: [pauses.count, pauses.seconds],
    cues: { late: cues.late, latest: cues.latest, by: told(cues.by), why: told(cues.why) },
    ...(Object.keys(extensions).length > 0 ? { more: extensions } : {}),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function told(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

/**
 * Why a text is not a backup. `cut`: its end is missing, so it was not copied completely. `several`: there is more than
 * one, or more than one part. `changed`: it was one, but is no longer JSON. `noVersion`: its version is none that Legato
 * could have written.
 */
export type BackupProblem =
  | 'tooLarge'
  | 'cut'
  | 'several'
  | 'changed'
  | 'notJson'
  | 'aPlan'
  | 'otherApp'
  | 'newerVersion'
  | 'noVersion'
  | 'noSessions';

/** Why a session of a backup cannot be imported. */
export type RowProblem = 'notASession' | 'newerFormat';

export interface ReadBackup extends RestReading {
  /** Which part it is, of how many. */
  readonly part: readonly [part: number, parts: number];
  readonly sessions: readonly Result<SessionRecord, RowProblem>[];
}

/** The largest backup that is read, in bytes. */
export const BACKUP_LIMIT = 512 * 1024;

/** Reads a backup. Each session is validated separately, so a bad one does not affect the others. */
export function readBackup(text: string): Result<ReadBackup, BackupProblem> {
  if (bytesOf(text, BACKUP_LIMIT) > BACKUP_LIMIT) return err('tooLarge');
  const words = bare(text.replace(/^\ufeff/, '').trim());
  const plain = withPlainQuotes(words);
  if ((withPlainQuotes(text).match(BEGINNINGS) ?? []).length > 1) return err('several');
  // Texts in a backup may contain such signs, so they are replaced only if nothing else helps.
  const json = parseJson(words) ?? parseJson(withPlainSpaces(words)) ?? parseJson(withPlainSpaces(plain));
  if (json === undefined) return err(whyNotJson(plain));
  if (!isFields(json)) return err('otherApp');
  if (json['legato'] !== 'backup') return err('legs' in json && 'version' in json ? 'aPlan' : 'otherApp');
  const { version } = json;
  if (isNewer(version, BACKUP_VERSION)) return err('newerVersion');
  if (version !== BACKUP_VERSION) return err('noVersion');
  const list = json['sessions'];
  if (!Array.isArray(list)) return err('noSessions');
  const part = partIn(json['part']);
  return ok({ sessions: list.map(readSession), part, ...readRest(json, instantOf(json['made'])) });
}

/** A backup without this is whole. */
function partIn(value: unknown): ReadBackup['part'] {
  const [part, parts] = numbersIn(value);
  return part === undefined || parts === undefined ? [1, 1] : [part, parts];
}

/** Whether a later Legato could have written this version. A number that is far higher is another program's. */
function isNewer(version: unknown, known: number): boolean {
  return isWhole(version, known + 1) && version <= known + MOST_VERSIONS_AHEAD;
}

const MOST_VERSIONS_AHEAD = 100;

/** The backup itself, without the quoting of a mail, a code fence or words around it. */
function bare(text: string): string {
  const lines = text.replace(/^(?:[ \t]*>)+/gm, '');
  const from = withPlainQuotes(lines).search(/\{\s*"legato"/);
  if (from < 0) return text;
  const end = lines.lastIndexOf('}') + 1;
  return lines.slice(from, end > from ? end : undefined);
}

const BEGINNINGS = /\{\s*"legato"\s*:\s*"backup"/g;

/** Replaces the quotation marks that chats and keyboards make of those of JSON, one by one, so that all places stay. */
function withPlainQuotes(words: string): string {
  return words.replace(/[“”„‟＂]/g, '"');
}

/** Replaces spaces that JSON does not know, which chats and mails put between its parts. Texts in quotes stay. */
function withPlainSpaces(words: string): string {
  return words.replace(/"(?:[^"\\]|\\.)*"|[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]/g, (part) =>
    part.startsWith('"') ? part : ' ',
  );
}

function whyNotJson(words: string): BackupProblem {
  if (words.search(BEGINNINGS) !== 0) return 'notJson';
  const marks = words.replace(/"(?:[^"\\]|\\.)*"/g, '').replace(/[^[\]{}"]/g, '');
  const depth = Array.from(marks).reduce((sum, mark) => sum + (/[[{"]/.test(mark) ? 1 : -1), 0);
  return depth > 0 ? 'cut' : 'changed';
}

/** The length in UTF-8, counted only slightly beyond `limit`. */
function bytesOf(text: string, limit: number): number {
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= limit; at += 1) {
    const unit = text.charCodeAt(at);
    // Each half of a surrogate pair counts for two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

/** The record is packed and parsed again, so it is validated like one from a watch. */
function readSession(item: unknown): Result<SessionRecord, RowProblem> {
  if (!isFields(item)) return err('notASession');
  const { format, id, utcOffset, ending, zones, pauses, cues, more = {} } = item;
  if (isNewer(format, 2)) return err('newerFormat');
  const [startedAt, endedAt] = [instantOf(item['start']), instantOf(item['end'])];
  const [pauseCount, pauseSeconds] = numbersIn(pauses);
  if ((format !== 1 && format !== 2) || typeof id !== 'string' || typeof ending !== 'string')
    return err('notASession');
  if (startedAt === undefined || endedAt === undefined || endedAt < startedAt) return err('notASession');
  if (typeof utcOffset !== 'number' || !Array.isArray(zones) || !isFields(cues) || !isTexts(more)) {
    return err('notASession');
  }
  const readZones = zones.map(zoneOf);
  const counted = cueRecord(
    countsOf(cues['by']),
    countsOf(cues['why']),
    numberOf(cues['late']),
    numberOf(cues['latest']),
  );
  if (pauseCount === undefined || pauseSeconds === undefined || !counted || readZones.includes(undefined)) {
    return err('notASession');
  }
  const record: SessionRecord = {
    ...{ version: format, id, startedAt, endedAt, utcOffset, ending },
    zones: readZones.flatMap((zone) => zone ?? []),
    pauses: { count: pauseCount, seconds: pauseSeconds },
    cues: counted,
    extensions: more,
  };
  const read = parseRecord(safelyPacked(record));
  return read.ok ? read : err('notASession');
}

/** A record that cannot be packed is invalid. Packing the first format never throws and uses no names. */
function safelyPacked(record: SessionRecord): unknown {
  try {
    return packRecord(record);
  } catch {
    return undefined;
  }
}

function instantOf(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isSafeInteger(at) && at >= 0 ? at : undefined;
}

function zoneOf(item: unknown): ZoneRecord | undefined {
  const [leg, zone, plannedSeconds, doneSeconds] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (typeof leg !== 'string' || typeof zone !== 'string') return undefined;
  if (!isWhole(plannedSeconds) || !isWhole(doneSeconds)) return undefined;
  return { leg, zone, plannedSeconds, doneSeconds };
}

function numbersIn(value: unknown): readonly (number | undefined)[] {
  return Array.isArray(value) ? value.map((each: unknown) => (isWhole(each) ? each : undefined)) : [];
}

function countsOf(value: unknown): Counts {
  const counts = isFields(value) ? Object.entries(value).filter(([, count]) => isWhole(count)) : [];
  return Object.fromEntries(counts.map(([name]) => [name, countIn(value as Counts, name)]));
}

function numberOf(value: unknown): number {
  return isWhole(value) ? value : 0;
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isFields(value) && Object.values(value).every((each) => typeof each === 'string');
}
