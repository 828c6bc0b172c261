import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf, dayText } from '../../core/calendar/day';
import { howMade } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import type { Instant } from '../../core/time';
import { MINUTE } from '../../core/time';
import type { LegSeconds } from '../history/gist';
import type { Answered } from '../care/answered';
import type { Locked } from '../care/days';
import { COMPLAINTS } from '../diary/evening';
import type { WeekDays } from '../diary/weeks';
import { gistOf, isByHand, noteOf } from '../history/gist';
import { memo } from '../memo';

/** What a row is: a session, a zone of a session, a leg on a day of the diary, a lock, or an answer. */
export const CSV_ROWS = ['session', 'zone', 'diary', 'locks', 'answers'] as const;
export type CsvRows = (typeof CSV_ROWS)[number];

/** The form of a table, to match the spreadsheet of the person's country. */
export interface CsvForm {
  /** One row per session, or one row per zone. */
  readonly rows: CsvRows;
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Whether it begins with a byte order mark, by which spreadsheets recognise UTF-8. */
  readonly mark: boolean;
  /** Whether the rows of sessions and zones include signs, stops and legs that were left out. */
  readonly care: boolean;
}

/** What is exported about a session besides its record. */
export interface CsvContext {
  readonly dayEnd: number;
  readonly watchName: (record: SessionRecord) => string;
}

type Cell = string | number;

/**
 * Sessions as a table (RFC 4180): a header row, then one row each, separated by CR LF. A text that a spreadsheet would
 * take for a formula is prefixed with an apostrophe.
 */
export function csvOf(sessions: readonly SessionRecord[], form: CsvForm, context: CsvContext): string {
  const own = ownCells(form);
  return form.rows === 'zone'
    ? tableOf(
        form.care ? [...ZONE_HEAD, ...CARE_HEAD] : ZONE_HEAD,
        sessions.flatMap((session) => zoneLines(session, form, context, own)),
        form,
      )
    : tableOf(
        form.care ? [...SESSION_HEAD, ...CARE_HEAD] : SESSION_HEAD,
        sessions.map((session) => sessionLine(session, form, context)),
        form,
      );
}

/** The diary as a table: for each day with entries, a row per leg. */
export function diaryCsv(days: WeekDays, form: CsvForm): string {
  const lines = [...days].flatMap(([day, { evening, girth }]) =>
    LEGS.map((leg) => {
      const ratings = evening.state === 'answered' ? evening.legs[leg] : COMPLAINTS.map(() => '');
      const how = evening.state === 'answered' ? evening.how : evening.state;
      const mm = girth[leg];
      return lineOf(
        [dayText(day), leg, how, ...ratings, mm === undefined ? '' : inCentimetres(mm, form)],
        form,
      );
    }),
  );
  return tableOf(DIARY_HEAD, lines, form);
}

/** The locks as a table. Lifted ones have the day on which a doctor looked at the leg. */
export function locksCsv(
  locks: readonly Locked[],
  form: CsvForm,
  dayOfInstant: (at: Instant) => Day,
): string {
  const lines = locks.map(({ lock, lifted }) =>
    lineOf(
      [
        ...[dayText(dayOfInstant(lock.at)), lock.leg, lock.why],
        ...(lifted ? [dayText(dayOfInstant(lifted.at)), dayText(lifted.doctorOn)] : ['', '']),
      ],
      form,
    ),
  );
  return tableOf(LOCKS_HEAD, lines, form);
}

/** The answers to the hard questions as a table, with their days as far as they are known. */
export function answersCsv(
  answers: readonly Answered[],
  form: CsvForm,
  dayOfInstant: (at: Instant) => Day,
): string {
  const lines = answers.map(({ question, answer, at }) =>
    lineOf([question, answer, at === undefined ? '' : dayText(dayOfInstant(at))], form),
  );
  return tableOf(['question', 'answer', 'day'], lines, form);
}

function tableOf(head: readonly string[], lines: readonly string[], form: CsvForm): string {
  return `${form.mark ? '\ufeff' : ''}${[lineOf(head, form), ...lines].join('\r\n')}\r\n`;
}

function inCentimetres(mm: number, { decimal }: CsvForm): string {
  return (mm / 10).toFixed(1).replace('.', decimal);
}

function lineOf(cells: readonly Cell[], { separator }: CsvForm): string {
  return cells.map(written).join(separator);
}

/** Columns and their values have the same names in every language, so that a table and what reads it fit everywhere. */
const COMMON_HEAD = ['id', 'day', 'start', 'end', 'made', 'ending', 'watch'] as const;
export const SESSION_HEAD: readonly string[] = [
  ...COMMON_HEAD,
  ...LEGS.flatMap((leg) => [`${leg} planned min`, `${leg} done min`]),
  ...['pauses', 'pause s', 'cues due', 'cues played', 'note'],
];
/**
 * The care columns of a session: legs whose sign was touched, why it was stopped, legs that were left out, and whether
 * the hard questions were asked.
 */
export const CARE_HEAD: readonly string[] = ['sign touched', 'stopped for', 'withheld', 'asked'];
export const DIARY_HEAD: readonly string[] = ['day', 'leg', 'answered', ...COMPLAINTS, 'girth cm'];
export const LOCKS_HEAD: readonly string[] = ['day', 'leg', 'why', 'lifted', 'doctor on'];
export const ZONE_HEAD: readonly string[] = [
  ...COMMON_HEAD,
  ...['leg', 'zone', 'planned min', 'done min', 'note'],
];

function commonCells(session: SessionRecord, { dayEnd, watchName }: CsvContext): readonly Cell[] {
  const { id, startedAt, endedAt, utcOffset, ending } = session;
  return [
    id,
    dayText(dayOf(session, dayEnd)),
    localTime(startedAt, utcOffset),
    localTime(endedAt, utcOffset),
    isByHand(session) ? 'hand' : howMade(session),
    ending,
    watchName(session),
  ];
}

function sessionLine(session: SessionRecord, form: CsvForm, context: CsvContext): string {
  const { pauses, cues } = session;
  const { legs } = gistOf(session);
  const cells = [
    ...commonCells(session, context),
    ...LEGS.flatMap((leg) => {
      const { planned, done } = legs[leg] ?? NOTHING;
      return [inMinutes(planned, form), inMinutes(done, form)];
    }),
    ...[pauses.count, pauses.seconds, cues.due, cues.played + cues.late, noteOf(session)],
    ...(form.care ? careCells(session) : []),
  ];
  return lineOf(cells, form);
}

/** As in the record, which a later version of Legato may have written. */
function careCells({ extensions }: SessionRecord): readonly Cell[] {
  const { sign = '', stop = '', withheld = '', asked = '' } = extensions;
  return [sign, stop, withheld, asked];
}

/** For a leg that a session did not plan. */
const NOTHING: LegSeconds = { planned: 0, done: 0 };

/**
 * What the zones of a session have in common is formatted once, and so is each length and name, since there may be
 * thousands of lines. A session without zones has a row too, so that every table has every session.
 */
function zoneLines(
  session: SessionRecord,
  form: CsvForm,
  context: CsvContext,
  own: OwnCells,
): readonly string[] {
  const { separator } = form;
  const common = lineOf(commonCells(session, context), form);
  const last = lineOf([noteOf(session), ...(form.care ? careCells(session) : [])], form);
  const lineWith = (leg: string, zone: string, planned: number, done: number): string =>
    [common, own.name(leg), own.name(zone), own.minutes(planned), own.minutes(done), last].join(separator);
  if (session.zones.length === 0) return [lineWith('', '', 0, 0)];
  return session.zones.map(({ leg, zone, plannedSeconds, doneSeconds }) =>
    lineWith(leg, zone, plannedSeconds, doneSeconds),
  );
}

/** Cells of zones as they are written. */
interface OwnCells {
  readonly name: (name: string) => string;
  readonly minutes: (seconds: number) => string;
}

function ownCells(form: CsvForm): OwnCells {
  return { name: memo(written), minutes: memo((seconds) => written(inMinutes(seconds, form))) };
}

/** With two decimals, in integer arithmetic, which is fast. */
function inMinutes(seconds: number, { decimal }: CsvForm): string {
  const hundredths = Math.round((seconds * 100) / 60);
  const rest = hundredths % 100;
  return `${(hundredths - rest) / 100}${decimal}${rest < 10 ? '0' : ''}${rest}`;
}

/** `2026-03-05 08:14:30` in the session's local time, in a form that spreadsheets read. */
function localTime(at: number, utcOffset: number): string {
  return new Date(at + utcOffset * MINUTE).toISOString().slice(0, -5).replace('T', ' ');
}

/**
 * Quotes a text with a special character, whichever separator is chosen, and prefixes one that a spreadsheet takes for
 * a formula with an apostrophe.
 */
function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (!SPECIAL.test(cell)) return cell;
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * What a spreadsheet takes for a formula, also behind spaces and marks that are not seen, and with the wide signs of
 * Chinese and Japanese keyboards.
 */
const FORMULA = /^(\t|\r|[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠])/;
const SPECIAL = new RegExp(`${FORMULA.source}|[",;\\r\\n]`);
