import { ALARMS_FILE } from '../../../core/alarm/book';
import { startingWith } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/plan/routine';
import { startSession } from '../../../core/session/session';
import { NOTHING_SAID } from '../../../core/care/book';
import { pack } from '../../../core/care/statement';
import { CARE_FILE } from '../../../core/state/care-file';
import { CHECK_FILE } from '../../../core/state/check-file';
import { OFFERS_FILE } from '../../../core/state/offers-file';
import { IDENTITY_FILE } from '../../../core/state/identity';
import { LAST_SYNC_FILE } from '../../../core/state/last-sync';
import { DAY_NOTES_FILE, excuse, NO_DAY_NOTES } from '../../../core/reminder/day-notes';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import { TODAY_STORED } from '../../../core/today/noting';
import { NOTHING_NOTED } from '../../../core/today/today';
import { NO_REMINDERS, REMINDERS_FILE, setReminder } from '../../../core/reminder/reminders-file';
import { LEDGER_FILE } from '../../../core/link/ledger-file';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { changePreference, PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../../core/state/preferences';
import { SESSION_FILE, UNARMED } from '../../../core/state/session-file';
import { WELCOME_FILE } from '../../../core/state/welcome';
import type { Stored, StoredProblem } from '../../../core/state/stored';
import { storedText } from '../../../core/state/stored';
import { DELETED } from '../../../phone/deletions';
import { digestAt } from '../../../phone/digest';
import { EARLIER_PLANS } from '../../../phone/earlier-plans';
import { LOG } from '../../../phone/exchange';
import { CARE_PAST } from '../../../phone/care/past';
import { CARE_MERGED, CARE_SAID } from '../../../phone/care/said';
import { DIARY, weekAt } from '../../../phone/diary/weeks';
import { EXCUSES } from '../../../phone/history/excuses';
import { gistOf } from '../../../phone/history/gist';
import type { HistorySettings } from '../../../phone/history/history-settings';
import { HISTORY_SETTINGS } from '../../../phone/history/history-settings';
import { MADE } from '../../../phone/history/made';
import type { LeftCounts } from '../../../phone/history/left-counts';
import { LEFT_COUNTS } from '../../../phone/history/left-counts';
import { LEFT_OUT } from '../../../phone/history/left-out';
import { MOVES } from '../../../phone/history/moves';
import { SCHEDULE } from '../../../phone/history/schedule';
import type { UndoContent } from '../../../phone/history/undo';
import { contentAt, UNDO } from '../../../phone/history/undo';
import { INDEX } from '../../../phone/ledger-index';
import { monthAt } from '../../../phone/month';
import { VIEW } from '../../../phone/page-view';
import type { Pending } from '../../../phone/pending';
import { PENDING } from '../../../phone/pending';
import { GIVEN_PLAN, PLAN } from '../../../phone/plan-store';
import { CHOSEN, MERGED } from '../../../phone/preferences';
import { sessionKey } from '../../../phone/session-key';
import { dailyRecord } from '../record/records';
import { TWO_ZONES_A_LEG } from '../plans';

const RUN = { phase: 'asking', startedAt: 1, rings: ['ask'] } as const;

const refOf = ({ id, startedAt, utcOffset }: ReturnType<typeof dailyRecord>) => ({
  id,
  startedAt,
  utcOffset,
});

/** A value in a store, as it is found when opened. */
export interface Opened<Value> {
  value(): Value;
  readonly problem: StoredProblem | undefined;
  write(value: Value): boolean;
}

/** Opens a value as the next launch does. */
export type Open = <Value>(stored: Stored<Value>) => Opened<Value>;

/** What an opened sample contains: the initial value, one of the two written values, or something else. */
export type Held = 'initial' | 'first' | 'second' | 'other';

/** A stored value with two values to write and an invalid text. */
export interface Sample {
  readonly what: string;
  readonly name: string;
  readonly texts: Readonly<Record<'first' | 'second' | 'damaged' | 'newer', string>>;
  open(by: Open): {
    holds(): Held;
    readonly problem: StoredProblem | undefined;
    write(which: 'first' | 'second'): boolean;
  };
}

function sampleOf<Value>(
  what: string,
  stored: Stored<Value>,
  values: Readonly<Record<'first' | 'second', Value>>,
  damaged: string,
): Sample {
  const texts = {
    first: storedText(stored, values.first),
    second: storedText(stored, values.second),
    damaged,
    newer: newerThan(stored, values.first),
  };
  const heldAs = (value: Value): Held => {
    const text = storedText(stored, value);
    if (text === texts.first) return 'first';
    if (text === texts.second) return 'second';
    return text === storedText(stored, stored.initial) ? 'initial' : 'other';
  };
  return {
    what,
    name: stored.name,
    texts,
    open(by) {
      const opened = by(stored);
      return {
        holds: () => heldAs(opened.value()),
        problem: opened.problem,
        write: (which) => opened.write(values[which]),
      };
    },
  };
}

/** What a later version may write, which this one could read except for its version number. */
function newerThan<Value>(stored: Stored<Value>, value: Value): string {
  const data: unknown = JSON.parse(storedText(stored, value));
  return JSON.stringify({ ...(typeof data === 'object' ? data : { data }), version: stored.version + 1 });
}

const NOW = Date.UTC(2026, 4, 1, 8, 14);
const DEVICE = 'k3f9xw2pqa';
const [MARCH, APRIL] = [dailyRecord(1), dailyRecord(40)];
const LOCKED = pack({ kind: 'lock', id: 'phone-1', leg: 'left', why: 'hand', at: NOW });
const LIFTED = pack({ kind: 'unlock', id: 'phone-2', lifts: 'phone-1', doctorOn: 20_574, at: NOW });
const ANSWERED = {
  state: 'answered',
  how: 'alike',
  legs: { left: [1, 2, 3, 4, 10], right: [1, 2, 3, 4, 10] },
} as const;
const LOUDER = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
const SEEN = {
  ...{ id: DEVICE, name: 'Balance', lastSeen: NOW, firstSeen: NOW, waiting: 0, waitingAsOf: 1, whole: true },
  ...{ refused: [], planRevision: 0, planSent: 0 },
};

/** Every value that the watch and the phone keep. */
export const SAMPLES: readonly Sample[] = [
  sampleOf(
    'the plan on the watch',
    PLAN_FILE,
    {
      first: { revision: 7, plan: TWO_ZONES_A_LEG },
      second: { revision: 8, plan: startingWith(TWO_ZONES_A_LEG, 'right') },
    },
    '{"revision":7,"plan":{"version":1}}',
  ),
  sampleOf(
    'the session',
    SESSION_FILE,
    {
      first: { session: startSession('abc-1', makeRoutine(TWO_ZONES_A_LEG), NOW), arming: UNARMED },
      second: { session: startSession('abc-2', makeRoutine(TWO_ZONES_A_LEG), NOW), arming: UNARMED },
    },
    '{"version":1,"id":"abc-1"}',
  ),
  sampleOf(
    'the preferences of the watch',
    PREFERENCES_FILE,
    { first: LOUDER, second: changePreference(LOUDER, 'veinLeftCalf', true) },
    '{"version":1,"strength":["loud",1]}',
  ),
  sampleOf(
    'the identity',
    IDENTITY_FILE,
    { first: { device: DEVICE, count: 1 }, second: { device: DEVICE, count: 2 } },
    '{"version":1,"device":"K3","count":1}',
  ),
  sampleOf(
    'the check',
    CHECK_FILE,
    { first: { run: RUN }, second: { run: { ...RUN, startedAt: NOW + 1 } } },
    '{"startedAt":7}',
  ),
  sampleOf(
    'what was offered',
    OFFERS_FILE,
    { first: { at: NOW, made: ['check'] }, second: { made: ['check', 'card'] } },
    '{"version":1,"made":7}',
  ),
  sampleOf(
    'the book of alarms',
    ALARMS_FILE,
    { first: { cue: [1, 2] }, second: { cue: [1], check: [7] } },
    '{"version":1,"owners":{"cue":[0]}}',
  ),
  sampleOf(
    'the ledger that is known to the watch',
    LEDGER_FILE,
    { first: { id: DEVICE, deleted: ['7'] }, second: { id: 'abcdefghjk', deleted: [] } },
    '{"version":1,"id":"","deleted":[]}',
  ),
  sampleOf(
    'the reminders',
    REMINDERS_FILE,
    {
      first: setReminder(NO_REMINDERS, 1, NEW_REMINDER),
      second: setReminder(NO_REMINDERS, 3, { ...NEW_REMINDER, words: 'After the shower' }),
    },
    '{"version":1,"seen":1}',
  ),
  sampleOf(
    'what was said of days to come',
    DAY_NOTES_FILE,
    { first: excuse(NO_DAY_NOTES, 20_000, 'away'), second: excuse(NO_DAY_NOTES, 20_001, 'unwell') },
    '{"version":1,"excused":7}',
  ),
  sampleOf(
    'what is said of legs',
    CARE_FILE,
    {
      first: {
        said: [pack({ kind: 'lock', id: 'abc-1', leg: 'left', why: 'girth', at: NOW })],
        mayLack: false,
      },
      second: { ...NOTHING_SAID, mayLack: true, stopped: 'left' },
    },
    '{"version":1,"said":[7]}',
  ),
  sampleOf(
    'what was done in the last days',
    TODAY_STORED,
    { first: { ...NOTHING_NOTED, last: 'a 1' }, second: { ...NOTHING_NOTED, planned: ['right'] } },
    '{"version":1,"days":[7],"planned":[]}',
  ),
  sampleOf('whether the app was explained', WELCOME_FILE, { first: NOW, second: NOW + 1 }, '"yesterday"'),
  sampleOf('the last talk', LAST_SYNC_FILE, { first: NOW, second: NOW + 1 }, '"yesterday"'),
  sampleOf(
    'the plan on the phone',
    PLAN,
    {
      first: { state: 'ready', revision: 7, plan: TWO_ZONES_A_LEG },
      second: { state: 'ready', revision: 8, plan: startingWith(TWO_ZONES_A_LEG, 'right') },
    },
    '{"revision":7,"plan":{"version":1}}',
  ),
  sampleOf(
    'the plan of a watch on the phone',
    GIVEN_PLAN,
    {
      first: { state: 'ready', revision: 7, plan: TWO_ZONES_A_LEG },
      second: { state: 'ready', revision: 8, plan: startingWith(TWO_ZONES_A_LEG, 'right') },
    },
    '{"revision":7,"plan":{"version":1}}',
  ),
  sampleOf(
    'the plans before',
    EARLIER_PLANS,
    { first: [TWO_ZONES_A_LEG], second: [startingWith(TWO_ZONES_A_LEG, 'right'), TWO_ZONES_A_LEG] },
    '{"version":1,"plans":[7]}',
  ),
  sampleOf(
    'the preferences that were chosen on the phone',
    CHOSEN,
    { first: { strength: ['strong', 1] }, second: { strength: ['normal', 2] } },
    '{"strength":["strong"]}',
  ),
  sampleOf(
    'the log of exchanges',
    LOG,
    {
      first: { last: { at: NOW, outcome: 'answered' }, watches: [] },
      second: { last: { at: NOW, outcome: 'answered' }, watches: [SEEN] },
    },
    '{"watches":[{"id":"a","name":"no time"}]}',
  ),
  sampleOf(
    'the deletions',
    DELETED,
    {
      first: new Map([[sessionKey(MARCH), [MARCH.id, '2026-03', MARCH.startedAt]]]),
      second: new Map([[sessionKey(APRIL), [APRIL.id, '2026-04', APRIL.startedAt]]]),
    },
    '{"version":1,"deleted":[17]}',
  ),
  sampleOf(
    'the index of the ledger',
    INDEX,
    {
      first: { months: ['2026-03'], aside: [], counts: { '2026-03': [1, 0] } },
      second: { months: ['2026-03', '2026-04'], aside: ['2026-03.1'], counts: {} },
    },
    '{"version":1,"months":["March"],"aside":[]}',
  ),
  sampleOf(
    'what statistics need of a month',
    digestAt('ledger.digest.2026-03'),
    { first: [gistOf(MARCH)], second: [gistOf(MARCH), gistOf(APRIL)] },
    '{"version":1,"sessions":["a-1"]}',
  ),
  sampleOf(
    'what was planned when',
    SCHEDULE,
    {
      first: [{ since: 0, days: [1, 3], legs: { left: 300, right: 0 } }],
      second: [{ since: 5, days: [], legs: { left: 60, right: 60 } }],
    },
    '{"version":1,"entries":[[0,"21",1,1]]}',
  ),
  sampleOf(
    'which months a person has made',
    MADE,
    {
      first: new Map([['2026-03', { writing: 1, sessions: 2 }]]),
      second: new Map([['2026-03', { writing: 2, sessions: 0 }]]),
    },
    '{"version":1,"months":[["March",1,1]]}',
  ),
  sampleOf(
    'sessions with another date',
    MOVES,
    {
      first: new Map([[sessionKey(MARCH), { from: refOf(MARCH), record: APRIL }]]),
      second: new Map([[sessionKey(APRIL), { from: refOf(APRIL), record: MARCH }]]),
    },
    '{"version":1,"moves":[["a-1",5,0,"none"]]}',
  ),
  sampleOf(
    'what watches have said of legs',
    CARE_MERGED,
    { first: [LOCKED], second: [LOCKED, LIFTED] },
    '{"version":1,"said":[7]}',
  ),
  sampleOf(
    'locks that were lifted on another phone',
    CARE_PAST,
    { first: [LOCKED, LIFTED], second: [LIFTED] },
    '{"version":1,"said":[7]}',
  ),
  sampleOf(
    'what was said of legs on the phone',
    CARE_SAID,
    { first: [LOCKED], second: [LOCKED, LIFTED] },
    '{"version":1,"said":"locked"}',
  ),
  sampleOf(
    'which diary weeks there are',
    DIARY,
    { first: { begun: [20_000], declined: [] }, second: { begun: [20_000], declined: [20_050] } },
    '{"version":1,"begun":["March"],"declined":[]}',
  ),
  sampleOf(
    'a diary week',
    weekAt(20_000),
    {
      first: new Map([[20_000, { evening: { state: 'skipped' }, girth: { left: 365 } }]]),
      second: new Map([[20_006, { evening: ANSWERED, girth: {} }]]),
    },
    '{"version":1,"days":[["2024-10-04","each","1 2 3","",0,0]]}',
  ),
  sampleOf(
    'days that were left out',
    EXCUSES,
    {
      first: new Map([[20_000, { kind: 'excused', reason: '=a "b"' }]]),
      second: new Map([[20_001, { kind: 'withheld', reason: '' }]]),
    },
    '{"version":1,"days":[["2026-03-05","ill",""]]}',
  ),
  sampleOf<HistorySettings>(
    'when a day ends',
    HISTORY_SETTINGS,
    {
      first: { dayEnd: 0, weekStart: 7, charts: 'boxes' },
      second: { dayEnd: 6, weekStart: 6, charts: 'picture' },
    },
    '{"version":1,"dayEnd":25}',
  ),
  sampleOf(
    'how the last change is undone',
    UNDO,
    {
      first: { change: 'deleted', count: 1, keys: [], left: [], content: 1 },
      second: { change: 'moved', count: 1, keys: ['a'], left: ['1 b'], content: 2 },
    },
    '{"version":2,"change":"eaten"}',
  ),
  sampleOf<UndoContent | undefined>(
    'what undoing it takes',
    contentAt(1),
    {
      first: {
        texts: [['a', undefined]],
        added: [],
        deleted: [MARCH],
        excuses: new Map([[20_000, undefined]]),
      },
      second: {
        texts: [['a', 'b']],
        added: [refOf(APRIL)],
        deleted: [],
        excuses: new Map([[20_000, { kind: 'excused', reason: 'far' }]]),
      },
    },
    '{"version":1,"texts":7}',
  ),
  sampleOf<LeftCounts>(
    'what deletions have left',
    LEFT_COUNTS,
    {
      first: new Map([['2026-03', { stamp: '1 3-0 undefined', left: 2 }]]),
      second: new Map([['2026-04', { stamp: '2 - 1', left: 0 }]]),
    },
    '{"version":1,"months":[["2026-03"]]}',
  ),
  sampleOf(
    'the days left out on a watch that have an excuse',
    LEFT_OUT,
    { first: new Map([[20_000, 'away']]), second: new Map([[20_001, 'unwell']]) },
    '{"version":1,"days":7}',
  ),
  sampleOf<Pending>(
    'an unfinished change',
    PENDING,
    { first: new Map([['a', 'b']]), second: new Map([['a', undefined]]) },
    '{"version":1,"texts":[["a"]]}',
  ),
  sampleOf(
    'what is open on the page',
    VIEW,
    { first: { open: 'history' }, second: { open: 'none', month: '2026-03' } },
    '{"version":1,"view":[]}',
  ),
  sampleOf(
    'a month of the ledger',
    monthAt('2026-03'),
    {
      first: new Map([[sessionKey(MARCH), MARCH]]),
      second: new Map([MARCH, APRIL].map((record) => [sessionKey(record), record])),
    },
    '{"version":1,"records":["1 a"]}',
  ),
  sampleOf(
    'the preferences on the phone',
    MERGED,
    { first: { strength: ['strong', 1] }, second: { strength: ['normal', 2] } },
    '{"strength":["strong"]}',
  ),
];
