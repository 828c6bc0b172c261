import type { CueSheet } from '../../core/state/session-file';
import { parseCueSheet } from '../../core/state/session-file';
import { SESSION_NAME } from '../../core/state/session-glance';
import { readFile } from '../watch/disk';
import { readSlotted } from '../store/slotted-file';

/** Reads the armed cues from the session file; undefined when there is no session. Writes nothing. */
export function readCueSheet(): CueSheet | undefined {
  return parseCueSheet(readSlotted(readFile, SESSION_NAME) ?? '');
}
