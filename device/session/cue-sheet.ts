import type { CueSheet } from '../../core/state/session-file';
import { parseCueSheet } from '../../core/state/session-file';
import { readFile } from '../watch/disk';
import { readSlotted } from '../store/slotted-file';
import { SESSION_FILE } from '../store/session-store';

/** What the session file says about armed cues; nothing when there is no session. Writes nothing. */
export function readCueSheet(): CueSheet | undefined {
  const payload = readSlotted(readFile, SESSION_FILE);
  const sheet = payload ? parseCueSheet(payload) : undefined;
  return sheet?.ok ? sheet.value : undefined;
}
