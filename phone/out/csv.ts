import { LEGS } from '../../core/body';
import { dayOf, dayText } from '../../core/calendar/day';
import { howMade } from '../../core/record/extensions';
import type { SessionRecord } from '../../core/record/record';
import { MINUTE } from '../../core/time';
import type { LegSeconds } from '../history/gist';
import { gistOf, noteOf } from '../history/gist';

/** How a table is written: what a spreadsheet of the person's country takes. */
export interface CsvForm {
  /** A row a session, or a row a zone of it. */
  readonly rows: 'session' | 'zone';
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Whether a byte order mark stands first, by which spreadsheets know UTF-8. */
  readonly mark: boolean;
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
  const lines =
    form.rows === 'session'
      ? [lineOf(SESSION_HEAD, form), ...sessions.map((session) => sessionLine(session, form, context))]
      : [lineOf(ZONE_HEAD, form), ...sessions.flatMap((session) => zoneLines(session, form, context))];
  return `${form.mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
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
  ];
  return lineOf(cells, form);
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
