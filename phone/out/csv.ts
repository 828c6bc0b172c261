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
  const table =
    form.rows === 'session'
      ? [SESSION_HEAD, ...sessions.map((session) => sessionRow(session, form, context))]
      : [ZONE_HEAD, ...sessions.flatMap((session) => zoneRows(session, form, context))];
  const lines = table.map((cells) => cells.map(written).join(form.separator));
  return `${form.mark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
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

function sessionRow(session: SessionRecord, form: CsvForm, context: CsvContext): readonly Cell[] {
  const { pauses, cues } = session;
  const { legs } = gistOf(session);
  return [
    ...commonCells(session, context),
    ...LEGS.flatMap((leg) => {
      const { planned, done } = legs[leg] ?? NOTHING;
      return [inMinutes(planned, form), inMinutes(done, form)];
    }),
    ...[pauses.count, pauses.seconds, cues.due, cues.played + cues.late, noteOf(session)],
  ];
}

/** Of a leg that a session did not plan. */
const NOTHING: LegSeconds = { planned: 0, done: 0 };

function zoneRows(session: SessionRecord, form: CsvForm, context: CsvContext): readonly (readonly Cell[])[] {
  const common = commonCells(session, context);
  return session.zones.map(({ leg, zone, plannedSeconds, doneSeconds }) => [
    ...common,
    ...[leg, zone, inMinutes(plannedSeconds, form), inMinutes(doneSeconds, form)],
  ]);
}

function inMinutes(seconds: number, { decimal }: CsvForm): string {
  return (seconds / 60).toFixed(2).replace('.', decimal);
}

/** `2026-03-05 08:14:30`, where the person was, as spreadsheets read it. */
function localTime(at: number, utcOffset: number): string {
  return new Date(at + utcOffset * MINUTE).toISOString().slice(0, -5).replace('T', ' ');
}

/** Every text stands in quotes where it has a sign of the format in it, whichever separator is chosen. */
function written(cell: Cell): string {
  const text = typeof cell === 'number' ? String(cell) : guarded(cell);
  return /[",;\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
