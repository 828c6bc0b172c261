import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf, dayText } from '../../core/calendar/day';
import { howMade } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import type { Instant } from '../../core/time';
import { MINUTE } from '../../core/time';
import type { LegSeconds } from '../history/gist';
import type { Locked } from '../care/days';
import { COMPLAINTS } from '../diary/evening';
import type { WeekDays } from '../diary/weeks';
import { gistOf, noteOf } from '../history/gist';

/** What a row is: a session, a zone of one, a leg on a day of the diary, or a lock. */
export const CSV_ROWS = ['session', 'zone', 'diary', 'locks'] as const;
export type CsvRows = (typeof CSV_ROWS)[number];

/** How a table is written: what a spreadsheet of the person's country takes. */
export interface CsvForm {
  /** A row a session, or a row a zone of it. */
  readonly rows: CsvRows;
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Whether a byte order mark stands first, by which spreadsheets know UTF-8. */
  readonly mark: boolean;
  /** Whether a row of a session tells of signs, stops and legs that were left out. */
  readonly care: boolean;
}

/** What is told of a session besides its record. */
export interface CsvContext {
  readonly dayEnd: number;
  readonly watchName: (record: SessionRecord) => string;
}

type Cell = string | number;

/**
 * Sessions as a table (RFC 4180): a head row, then a row each, parted by CR LF. A text that a spreadsheet would take for a
 * formula has an apostrophe before it.
 */
export function csvOf(sessions: readonly SessionRecord[], form: CsvForm, context: CsvContext): string {
  return form.rows === 'zone'
    ? tableOf(
        ZONE_HEAD,
        sessions.flatMap((session) => zoneLines(session, form, context)),
        form,
      )
    : tableOf(
        form.care ? [...SESSION_HEAD, ...CARE_HEAD] : SESSION_HEAD,
        sessions.map((session) => sessionLine(session, form, context)),
        form,
      );
}

/** The diary as a table: of each day that holds anything a row for each leg. */
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

/** The locks as a table, those that were lifted with the day on which a doctor looked at the leg. */
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

function tableOf(head: readonly string[], lines: readonly string[], form: CsvForm): string {
  return `${form.mark ? '\ufeff' : ''}${[lineOf(head, form), ...lines].join('\r\n')}\r\n`;
}

function inCentimetres(mm: number, { decimal }: CsvForm): string {
  return (mm / 10).toFixed(1).replace('.', decimal);
}

function lineOf(cells: readonly Cell[], { separator }: CsvForm): string {
  return cells.map(written).join(separator);
}

const COMMON_HEAD = ['id', 'day', 'start', 'end', 'made', 'ending', 'watch'] as const;
export const SESSION_HEAD: readonly string[] = [
  ...COMMON_HEAD,
  ...LEGS.flatMap((leg) => [`${leg} planned min`, `${leg} done min`]),
  ...['pauses', 'pause s', 'cues due', 'cues played', 'note'],
];
/** What a session tells of care: the legs whose sign was touched, why it was stopped, and the legs that were left out. */
export const CARE_HEAD: readonly string[] = ['sign touched', 'stopped for', 'withheld', 'asked'];
export const DIARY_HEAD: readonly string[] = ['day', 'leg', 'answered', ...COMPLAINTS, 'girth cm'];
export const LOCKS_HEAD: readonly string[] = ['day', 'leg', 'why', 'lifted', 'doctor on'];
export const ZONE_HEAD: readonly string[] = [...COMMON_HEAD, ...['leg', 'zone', 'planned min', 'done min']];

function commonCells(session: SessionRecord, { dayEnd, watchName }: CsvContext): readonly Cell[] {
  const { id, startedAt, endedAt, utcOffset, ending } = session;
  return [
    id,
    dayText(dayOf(session, dayEnd)),
    localTime(startedAt, utcOffset),
    localTime(endedAt, utcOffset),
    howMade(session),
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

/** As the record has them, which may be of a later Legato. */
function careCells({ extensions }: SessionRecord): readonly Cell[] {
  const { sign = '', stop = '', withheld = '', asked = '' } = extensions;
  return [sign, stop, withheld, asked];
}

/** Of a leg that a session did not plan. */
const NOTHING: LegSeconds = { planned: 0, done: 0 };

/** What the zones of a session have in common is written once: there may be thousands of lines. */
function zoneLines(session: SessionRecord, form: CsvForm, context: CsvContext): readonly string[] {
  const common = lineOf(commonCells(session, context), form);
  return session.zones.map(({ leg, zone, plannedSeconds, doneSeconds }) => {
    const own = [leg, zone, inMinutes(plannedSeconds, form), inMinutes(doneSeconds, form)];
    return `${common}${form.separator}${lineOf(own, form)}`;
  });
}

/** With two decimals, by whole numbers, which are quick. */
function inMinutes(seconds: number, { decimal }: CsvForm): string {
  const hundredths = Math.round((seconds * 100) / 60);
  const rest = hundredths % 100;
  return `${(hundredths - rest) / 100}${decimal}${rest < 10 ? '0' : ''}${rest}`;
}

/** `2026-03-05 08:14:30`, where the person was, as spreadsheets read it. */
function localTime(at: number, utcOffset: number): string {
  return new Date(at + utcOffset * MINUTE).toISOString().slice(0, -5).replace('T', ' ');
}

/**
 * A text with a sign of the format in it stands in quotes, whichever separator is chosen, and one that a spreadsheet takes for a
 * formula gets an apostrophe.
 */
function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (!SPECIAL.test(cell)) return cell;
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const SPECIAL = /^[=+\-@\t]|[",;\r\n]/;
