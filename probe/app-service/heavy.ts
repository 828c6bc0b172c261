import { FIRST_LINE } from '../watch/first-line';
import { parsePlan } from '../../core/plan/parse-plan';
import { parseRecord } from '../../core/record/packed-record';
import { SESSION_FILE } from '../../core/state/session-file';
import { KEYS } from '../plan/report';
import { writeNote } from '../watch/notes';

/** The rules of Legato, which this service only has to load. */
const WEIGHT = [parsePlan, SESSION_FILE.read, parseRecord].map((rule) => rule.length).join('');

/** Measures how long a service takes to load that is much larger than the other. */
AppService({
  onInit(param) {
    const [name = 'lost'] = String(param).split(':');
    writeNote(name, { [KEYS.firstLine]: String(FIRST_LINE), [KEYS.lastLine]: String(LAST_LINE), v: WEIGHT });
  },
});

const LAST_LINE = Date.now();
