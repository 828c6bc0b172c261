import type { Part, Ring, TestId } from './parts';
import { ALARMS_TRIED, MARK_EVERY, PARTS, TESTS } from './parts';
import type { State } from './state';
import { secondOf } from './state';

/** What a run of a service or a page has noted, by short keys. */
export type Note = Readonly<Record<string, string>>;

/** Finds a note by its name; undefined when there is none. */
type NoteOf = (name: string) => Note | undefined;

/** What the watch reports about itself, and its answers to the probe's pages. */
export interface Facts {
  readonly model: string;
  readonly system: string;
  readonly apiLevel: string;
  /** What `writeSync` returned, for how many bytes. */
  readonly written: string;
  /** What listing an empty folder returns. */
  readonly emptyFolder: string;
}

/** The keys of a note. */
export const KEYS = {
  /** When the first line of the script ran, in ms since 1970. */
  firstLine: 'f',
  /** When its last top-level line ran. */
  lastLine: 'l',
  /** What was found of the app's script: `e` it was evaluated, `c` its `onCreate` was called. */
  app: 'a',
  /** How long a busy service is known to have lived, in ms from its first line. */
  busy: 'b',
  /** What `writeSync` returned, for how many bytes. */
  written: 'w',
  /** What went wrong. */
  problem: 'x',
  /** A count: of alarms taken, or of a timer's beats. */
  count: 'n',
  /** When a timer of the page fired, in s from Go, one after another. */
  marks: 'm',
} as const;

/** The name of the note of a ring of a part, of its `page`, or of the service that `beat`s by a timer. */
export function noteName(part: number, by: number | 'page' | 'beat'): string {
  return `${part}.${by}`;
}

/** The names of all possible notes of the part at `place`. */
export function notesOf(place: number): readonly string[] {
  const rings = (PARTS[place]?.rings ?? []).map((_, at) => at);
  return [...rings, 'page' as const, 'beat' as const].map((by) => noteName(place, by));
}

/**
 * The lines of the result page: the watch, what was found out besides the tests, and every test in order. One photo
 * shows them all. The longest lines are where a round screen is widest.
 */
export function reportLines(state: State, facts: Facts, noteOf: NoteOf): readonly string[] {
  const codes = TESTS.map((test) => codeOf(test, state, noteOf));
  const pairs = codes.reduce<readonly string[]>(
    (rows, code, place) =>
      place % 2 === 0
        ? rows.concat(code)
        : rows.slice(0, -1).concat(`${rows[rows.length - 1] ?? ''}   ${code}`),
    [],
  );
  return [
    facts.model,
    `OS ${facts.system} API ${facts.apiLevel}`,
    `app ${appOf(noteOf)} load ${loadsOf(state, noteOf)}`,
    `write ${facts.written} ${serviceWrote(noteOf)} ${facts.emptyFolder}`,
    ...pairs,
  ];
}

/** `T1 3y +0.2`: the answers, `-` for a part that was not done, and what was noted. */
function codeOf(test: TestId, state: State, noteOf: NoteOf): string {
  const places = PARTS.map((part, place) => ({ part, place })).filter(({ part }) => part.test === test);
  const answers = places.map(({ place }) => state.done[place]?.answers ?? '-').join('');
  const noted = places.map(({ part, place }) => notedOf(part, place, state, noteOf)).join('');
  return [test, answers, noted].filter((word) => word !== '').join(' ');
}

function notedOf(part: Part, place: number, state: State, noteOf: NoteOf): string {
  const done = state.done[place];
  if (!done) return '';
  const page = noteOf(noteName(place, 'page'));
  switch (part.act) {
    case 'fillAlarms':
      return `${page?.[KEYS.count] ?? '?'}/${ALARMS_TRIED}`;
    case 'timerService':
      return `${noteOf(noteName(place, 'beat'))?.[KEYS.count] ?? '0'}n${page?.[KEYS.problem] ?? ''}`;
    case 'marks':
      return `m${lastMarkInTheDark(page?.[KEYS.marks])}`;
    case 'list':
    case 'fastList':
    case 'setMode':
    case 'startMode':
    case 'reminder':
    case 'blackLook':
      return page?.[KEYS.problem] ?? '';
    case undefined:
      break;
  }
  return page?.[KEYS.problem] ?? ringsCode(part, place, secondOf(done), noteOf);
}

/**
 * `+0.2`: the longest delay of the rings, in s after their seconds; `!` for each that never came. For a busy service,
 * also how long it lived.
 */
function ringsCode(part: Part, place: number, from: number, noteOf: NoteOf): string {
  const notes = part.rings
    .map((ring, at) => ({ ring, note: noteOf(noteName(place, at)) }))
    .filter(({ ring }) => ring.opens !== 'heavy');
  const late = notes.reduce<readonly number[]>(
    (before, { ring, note }) =>
      note ? before.concat((Number(note[KEYS.firstLine]) - from) / 1000 - ring.after) : before,
    [],
  );
  const latest = late.length === 0 ? '' : signed(Math.max(...late));
  const lost = '!'.repeat(notes.length - late.length);
  const more = notes.map(
    ({ note }) => `${note?.[KEYS.busy] ? `b${note[KEYS.busy] ?? ''}` : ''}${note?.[KEYS.problem] ?? ''}`,
  );
  return `${latest}${lost}${more.join('')}`;
}

function signed(seconds: number): string {
  return `${seconds < 0 ? '' : '+'}${seconds.toFixed(1)}`;
}

/** The last mark before a silence of more than two marks, or the last one of all, in s from Go. */
function lastMarkInTheDark(marks: string | undefined): string {
  const times = (marks ?? '')
    .split(',')
    .filter((mark) => mark !== '')
    .map(Number);
  const place = times.findIndex((time, at) => (times[at + 1] ?? Infinity) - time > SILENCE_S);
  return String(times[place] ?? '?');
}

const SILENCE_S = (2.5 * MARK_EVERY) / 1000;

function appOf(noteOf: NoteOf): string {
  const note = firstNote(noteOf, 'service');
  return note?.note[KEYS.app] ?? '?';
}

/**
 * The ms from the second of the alarm to the first line, for the light and the heavy service, and for the heavy one
 * from its first line to its last.
 */
function loadsOf(state: State, noteOf: NoteOf): string {
  const [light, heavy] = (['service', 'heavy'] as const).map((kind) => firstNote(noteOf, kind));
  const loading = (found: FoundNote | undefined): string => {
    const done = found && state.done[found.place];
    if (!found || !done) return '?';
    return String(Number(found.note[KEYS.firstLine]) - secondOf(done) - found.ring.after * 1000);
  };
  const across = heavy ? Number(heavy.note[KEYS.lastLine]) - Number(heavy.note[KEYS.firstLine]) : '?';
  return `${loading(light)}/${loading(heavy)}/${across}`;
}

function serviceWrote(noteOf: NoteOf): string {
  return firstNote(noteOf, 'service')?.note[KEYS.written] ?? '?';
}

interface FoundNote {
  readonly place: number;
  readonly ring: Ring;
  readonly note: Note;
}

/** The first note of an alarm that opened this. */
function firstNote(noteOf: NoteOf, opens: Ring['opens']): FoundNote | undefined {
  return PARTS.reduce<readonly FoundNote[]>((found, part, place) => {
    const more = part.rings.reduce<readonly FoundNote[]>((before, ring, at) => {
      const note = ring.opens === opens ? noteOf(noteName(place, at)) : undefined;
      return note ? before.concat({ place, ring, note }) : before;
    }, []);
    return found.concat(more);
  }, [])[0];
}
