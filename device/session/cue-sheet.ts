import type { CueSheet } from '../../core/state/session-file';
import { parseCueSheet, SESSION_NAME } from '../../core/state/session-file';
import { readFile } from '../watch/disk';
import { readSlotted } from '../store/slotted-file';

/** What the session file says about armed cues; nothing when there is no session. Writes nothing. */
export function readCueSheet(): CueSheet | undefined {
  return parseCueSheet(readSlotted(readFile, SESSION_NAME) ?? '');
}
