import { shortBytes } from '../../core/ascii';
import { makeMark } from '../../core/session/mark';
import type { Mark } from '../../core/session/mark';
import type { MarkPlace } from '../store/mark-path';
import { markPath } from '../store/mark-path';
import { hasFile, writeFile } from '../watch/disk';

/** Whether a service has already run for this cue, since an alarm may ring twice. */
export function isMarked(place: MarkPlace): boolean {
  return hasFile(markPath(place));
}

/** Writes the mark of this run. Returns whether the disk took it. */
export function leaveMark(mark: Mark): boolean {
  return writeFile(markPath(mark), shortBytes(makeMark(mark)));
}
