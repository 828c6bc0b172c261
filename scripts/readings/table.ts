/** The table in docs/platform.md of what becomes of a session under each reading of the watch. */
import { withBetween, type Marks } from '../between-marks';
import type { Account } from './account';
import { COURSES, type Course } from './course';

export interface Row {
  readonly assumption: string;
  readonly course: Course;
  readonly account: Account;
}

const HEAD = ['assumption', 'what happens', 'what is felt', 'what is said', 'what is lost'];

/** The rows as Markdown, in order; an assumption is written out only once. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row, index) => {
    const isNew = rows[index - 1]?.assumption !== row.assumption;
    return [
      isNew ? row.assumption : '',
      COURSES[row.course],
      felt(row.account),
      told(row.account),
      lost(row.account),
    ];
  });
  return [HEAD, HEAD.map(() => '--'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const MARKS: Marks = {
  begin: '<!-- readings: made by npm run readings -->',
  end: '<!-- end of readings -->',
};

/** The page with the table between its two marks. */
export function withTable(page: string, table: string): string {
  return withBetween(page, MARKS, `<!-- prettier-ignore -->\n${table}`);
}

function felt({ started, clear, unclear }: Account): string {
  const parts = [
    ...(clear > 0 ? [`${cues(clear)} as taught`] : []),
    ...(unclear > 0 ? [`${cues(unclear)} as something else`] : []),
    ...(started > clear + unclear
      ? [`nothing of ${cues(started - clear - unclear)} that the motor was started for`]
      : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing';
}

function told({ said }: Account): string {
  return said.map((line) => `"${line}"`).join(', ');
}

/** What the person missed of the default plan's cues and time, and what they are not told about it. */
function lost({ due, clear, record, isWiped }: Account): string {
  const missing = due - clear;
  if (isWiped) return 'the record';
  if (missing <= 0) return 'nothing';
  const { played, late } = record?.cues ?? { played: 0, late: 0 };
  const untold = Math.max(0, played + late - clear);
  const also = untold > 0 ? `; ${cues(untold)} of them played, which nobody knows to be felt` : '';
  return `${cues(missing)}${also}`;
}

function cues(count: number): string {
  return `${String(count)} ${count === 1 ? 'cue' : 'cues'}`;
}
