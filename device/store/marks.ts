import type { ArmedCue } from '../../core/session/arming';
import type { Mark } from '../../core/session/mark';
import { parseMark } from '../../core/session/mark';
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
  /** Takes these marks away. */
  remove(marks: readonly MarkPlace[]): void;
  /** Takes away up to `most` marks of whatever session. */
  removeAny(most: number): void;
}

/** Stands in the folder from the first mark on that was found. */
const FOUND = `${MARKS_FOLDER}/found`;

export function openMarks(disk: Disk): Marks {
  let found: boolean | undefined;
  const everFound = (): boolean => (found = found ?? disk.read(FOUND) !== undefined);
  const noteFound = (): void => {
    if (!everFound()) found = disk.write(FOUND, new Uint8Array([ONE]));
  };
  return {
    prepare() {
      disk.list(MARKS_FOLDER);
    },
    of({ id, revision }, cues) {
      const marks = cues.reduce<readonly Mark[]>((known, { number }) => {
        const place = { session: id, revision, number };
        const mark = markIn(disk, place);
        return mark ? known.concat(mark) : known;
      }, []);
      if (marks.length > 0) noteFound();
      return marks;
    },
    everFound,
    remove(marks) {
      marks.forEach((mark) => {
        disk.remove(markPath(mark));
      });
    },
    removeAny(most) {
      const names = disk.list(MARKS_FOLDER) ?? [];
      names
        .filter((name) => `${MARKS_FOLDER}/${name}` !== FOUND)
        .slice(0, most)
        .forEach((name) => {
          disk.remove(`${MARKS_FOLDER}/${name}`);
        });
    },
  };
}

const ONE = '1'.charCodeAt(0);

/** The mark at its place; one that tells of another place, from wherever it came, is none. */
function markIn(disk: Disk, place: MarkPlace): Mark | undefined {
  const bytes = disk.read(markPath(place));
  const mark = bytes && bytes.length <= LONGEST ? parseMark(textOf(bytes)) : undefined;
  const isOfPlace =
    mark?.session === place.session && mark.revision === place.revision && mark.number === place.number;
  return isOfPlace ? mark : undefined;
}

/** No mark is longer, in bytes. */
const LONGEST = 200;

function textOf(bytes: Uint8Array): string {
  return bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');
}
