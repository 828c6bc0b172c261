import type { ArmedCue } from '../../core/session/arming';
import type { Mark } from '../../core/session/mark';
import { parseMark } from '../../core/session/mark';
import { asciiText } from '../../core/state/ascii';
import type { CueSheet } from '../../core/state/session-file';
import type { MarkPlace } from './mark-path';
import { markPath, MARKS_FOLDER } from './mark-path';
import type { Disk } from '../watch/disk';

/** What services have noted of the cues that they were woken for. The page reads marks and takes them away. */
export interface Marks {
  /** Makes the folder that services write into. */
  prepare(): void;
  /** The marks of these cues of an arming; what cannot be read is none. */
  of(sheet: Pick<CueSheet, 'id' | 'revision'>, cues: readonly ArmedCue[]): readonly Mark[];
  /** Whether a mark was ever found on this watch. */
  everFound(): boolean;
  /**
   * Takes away the marks that were read and are not needed any more: what they tell is on disk, in a session file of this
   * revision in which so many cues are booked.
   */
  removeBooked(saved: Pick<CueSheet, 'revision' | 'booked'>): void;
  /** Takes away some of the marks that no session on disk will ask for. */
  removeStrays(): void;
}

/** How many files a launch takes away at most: a plan has fewer cues, and whatever lies there must not delay a launch. */
const STRAYS_AT_ONCE = 32;

/** Stands in the folder from the first mark on that was found. */
const FOUND = `${MARKS_FOLDER}/found`;

export function openMarks(disk: Disk): Marks {
  let found: boolean | undefined;
  let read: readonly MarkPlace[] = [];
  const everFound = (): boolean => (found = found ?? disk.read(FOUND) !== undefined);
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
    removeStrays() {
      disk
        .someIn(MARKS_FOLDER, STRAYS_AT_ONCE)
        .map((name) => `${MARKS_FOLDER}/${name}`)
        .filter((path) => path !== FOUND)
        .forEach((path) => {
          disk.remove(path);
        });
    },
  };
}

const ONE = '1'.charCodeAt(0);

/** The mark at its place; one that tells of another place, from wherever it came, is none. */
function markIn(disk: Disk, place: MarkPlace): Mark | undefined {
  const bytes = disk.read(markPath(place));
  const mark = bytes && bytes.length <= LONGEST ? parseMark(asciiText(bytes)) : undefined;
  return mark && isSamePlace(mark, place) ? mark : undefined;
}

function isSamePlace(one: MarkPlace, other: MarkPlace): boolean {
  return one.session === other.session && one.revision === other.revision && one.number === other.number;
}

/** No mark is longer, in bytes. */
const LONGEST = 200;
