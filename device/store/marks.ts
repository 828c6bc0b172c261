import type { ArmedCue } from '../../core/session/arming';
import type { Mark } from '../../core/session/mark';
import { parseMark } from '../../core/session/mark';
import type { CueSheet } from '../../core/state/session-file';
import type { MarkPlace } from './mark-path';
import { markPath, MARKS_FOLDER } from './mark-path';
import type { Disk } from '../watch/disk';

/** The marks that services have left for cues. The page reads and removes them. */
export interface Marks {
  /** Creates the folder that services write to. */
  prepare(): void;
  /** The marks of these cues of an arming, without unreadable ones. */
  of(sheet: Pick<CueSheet, 'id' | 'revision'>, cues: readonly Pick<ArmedCue, 'number'>[]): readonly Mark[];
  /** Whether a mark was ever found on this watch. */
  everFound(): boolean;
  /**
   * Removes marks that are no longer needed, because what they tell is on disk in a session file with this revision and
   * this many booked cues.
   */
  removeBooked(saved: Pick<CueSheet, 'revision' | 'booked'>): void;
}

/** The most files removed in a launch. A plan has fewer cues, and leftovers must not delay the launch. */
const STRAYS_AT_ONCE = 32;

/** Exists from the first time a mark was found. */
const FOUND = `${MARKS_FOLDER}/found`;

export function openMarks(disk: Disk): Marks {
  let found: boolean | undefined;
  let read: readonly MarkPlace[] = [];
  const everFound = (): boolean => (found = found ?? disk.own(FOUND) !== undefined);
  const noteFound = (): void => {
    if (!everFound()) found = disk.write(FOUND, new Uint8Array([ONE]));
  };
  return {
    prepare() {
      disk.makeFolder(MARKS_FOLDER);
    },
    of({ id, revision }, cues) {
      const marks = cues.reduce<readonly Mark[]>((known, { number }) => {
        const place = { session: id, revision, number };
        const mark = markIn(disk, place);
        return mark ? known.concat(mark) : known;
      }, []);
      read = read.filter((place) => !marks.some((mark) => isSamePlace(mark, place))).concat(marks);
      if (marks.length > 0) noteFound();
      return marks;
    },
    everFound,
    removeBooked({ revision, booked }) {
      const done = read.filter((mark) => mark.revision !== revision || mark.number < booked);
      done.forEach((mark) => {
        disk.remove(markPath(mark));
      });
      read = read.filter((mark) => !done.includes(mark));
    },
  };
}

const ONE = '1'.charCodeAt(0);

/** Removes some of the marks that no session on disk needs. A launch without a session carries nothing else of marks. */
export function removeStrayMarks(disk: Pick<Disk, 'remove' | 'someIn'>): void {
  disk
    .someIn(MARKS_FOLDER, STRAYS_AT_ONCE)
    .map((name) => `${MARKS_FOLDER}/${name}`)
    .filter((path) => path !== FOUND)
    .forEach((path) => {
      disk.remove(path);
    });
}

/** The mark at its place; undefined if its content belongs to another place. */
function markIn(disk: Disk, place: MarkPlace): Mark | undefined {
  const bytes = disk.read(markPath(place));
  const mark = bytes && bytes.length <= LONGEST ? parseMark(bytes) : undefined;
  return mark && isSamePlace(mark, place) ? mark : undefined;
}

function isSamePlace(one: MarkPlace, other: MarkPlace): boolean {
  return one.session === other.session && one.revision === other.revision && one.number === other.number;
}

/** The maximum length of a mark, in bytes. */
const LONGEST = 200;
