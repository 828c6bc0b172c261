import type { Leg } from '../../../core/body';
import { ANSWER_NAMES, HARD_QUESTIONS } from '../../../core/care/answers';
import type { Lock } from '../../../core/care/statement';
import { OWN_PLAN } from '../../../core/state/plan-file';
import { wasAsked, withheldLegsIn } from '../../../core/record/extensions';
import { asciiBytes } from '../../../core/ascii';
import type { Preferences } from '../../../core/state/preferences';
import { DEFAULT_PREFERENCES } from '../../../core/state/preferences';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import type { Begun } from '../../../device/session/begin';
import { beginOnDisk } from '../../../device/session/begin';
import type { Hosted } from '../../../device/session/host';
import { hostSession } from '../../../device/session/host';
import { openCareStore } from '../../../device/store/care-store';
import { openOutbox } from '../../../device/store/outbox-store';
import { openSessionStore } from '../../../device/store/session-store';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';

const START = Date.UTC(2026, 4, 1);
const ANSWERED: Preferences = HARD_QUESTIONS.reduce(
  (values, question) => ({ ...values, [ANSWER_NAMES[question]]: 'no' as const }),
  DEFAULT_PREFERENCES,
);

const lock = (leg: Leg, id = `${leg}-1`): Lock => ({ kind: 'lock', id, leg, why: 'hand', at: START });

function lockOn({ watch }: FakeWatch, ...legs: readonly Leg[]): void {
  openCareStore(watch.disk).add(legs.map((leg) => lock(leg)));
}

function beginOn({ watch }: FakeWatch, answers = ANSWERED): Begun {
  const care = openCareStore(watch.disk).book();
  return beginOnDisk(watch, openSessionStore(watch.disk), OWN_PLAN, care, answers);
}

/** The session page of a new launch. */
function open(
  fake: FakeWatch,
  preferences = DEFAULT_PREFERENCES,
): { readonly session: Hosted | undefined; readonly over: readonly boolean[] } {
  const over: boolean[] = [];
  const session = hostSession(fake.watch, {
    preferences,
    titleOf: ({ kind }) => kind,
    show: () => undefined,
    over: (_, kept) => over.push(kept),
  });
  return { session, over };
}

const sessionOn = ({ watch }: FakeWatch) => openSessionStore(watch.disk).value()?.session;
const recordOn = ({ watch }: FakeWatch) => openOutbox(watch.disk).newest();
const plays = ({ done }: FakeWatch) => done.filter((what) => what.startsWith('play'));

describe('a session that begins', () => {
  test('leaves a locked leg out, and its record names it', () => {
    const fake = fakeWatch(START);
    lockOn(fake, 'left');
    expect(beginOn(fake)).toBe('begun');
    expect(sessionOn(fake)?.routine.plan.legs.map(({ leg }) => leg)).toEqual(['right']);
    open(fake);
    fake.advance(6 * MINUTE);
    const record = recordOn(fake);
    if (!record) throw new Error('the session has a record');
    expect([record.ending, withheldLegsIn(record), wasAsked(record)]).toEqual(['finished', ['left'], true]);
    expect(new Set(record.zones.map(({ leg }) => leg))).toEqual(new Set(['right']));
  });

  test('does not begin while both legs are locked, and takes no id', () => {
    const fake = fakeWatch(START);
    lockOn(fake, 'left', 'right');
    expect([beginOn(fake), sessionOn(fake)]).toEqual(['locked', undefined]);
    expect(fake.disk.files.has('identity.b')).toBe(false);
  });

  test('is discarded without a record where the lock of a yes is lost, as long as nothing was done', () => {
    const fake = fakeWatch(START);
    const answers = { ...ANSWERED, painAnswer: 'yes' as const };
    expect(beginOn(fake, answers)).toBe('begun');
    expect(open(fake, answers)).toEqual({ session: undefined, over: [] });
    expect([sessionOn(fake), recordOn(fake), plays(fake)]).toEqual([undefined, undefined, []]);
    expect(beginOn(fake, answers)).toBe('careUnreadable');
  });

  test('is recorded where the disk does not let it be discarded', () => {
    const fake = fakeWatch(START);
    const answers = { ...ANSWERED, painAnswer: 'yes' as const };
    beginOn(fake, answers);
    fake.disk.takes = false;
    expect(open(fake, answers).over).toEqual([false]);
    fake.disk.takes = true;
    fake.advance(MINUTE);
    expect([sessionOn(fake), plays(fake)]).toEqual([undefined, []]);
  });

  test('does not replace a session in progress', () => {
    const fake = fakeWatch(START);
    expect([beginOn(fake), beginOn(fake)]).toEqual(['begun', 'running']);
  });

  test('does not begin if statements may be lost, until the questions are answered', () => {
    const fake = fakeWatch(START);
    fake.disk.files.set('care.a', asciiBytes('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'));
    expect(beginOn(fake)).toBe('careUnreadable');
    openCareStore(fake.watch.disk).clearDoubt();
    expect(beginOn(fake)).toBe('begun');
  });

  test('does not begin if the disk refuses writes', () => {
    const fake = fakeWatch(START);
    fake.disk.takes = false;
    expect(beginOn(fake)).toBe('noRoom');
  });

  test('notes that some questions were not answered', () => {
    const fake = fakeWatch(START);
    beginOn(fake, { ...ANSWERED, illAnswer: 'open' });
    open(fake);
    fake.advance(11 * MINUTE);
    const record = recordOn(fake);
    expect(record && [wasAsked(record), withheldLegsIn(record)]).toEqual([false, []]);
  });
});

describe('a session whose leg is locked when it is resumed', () => {
  /** A watch on which a session ran for a while and its page is gone. */
  function left(ms: number): FakeWatch {
    const fake = fakeWatch(START);
    beginOn(fake);
    const { session } = open(fake);
    fake.advance(ms);
    session?.leave();
    return fake;
  }

  test('is over at once, with nothing played, no alarm left, and its record keeps what was done', () => {
    const fake = left(100 * SECOND);
    lockOn(fake, 'right');
    const before = plays(fake).length;
    const { over } = open(fake);
    expect([over, sessionOn(fake), fake.alarms.left.size]).toEqual([[true], undefined, 0]);
    fake.advance(HOUR);
    expect(plays(fake)).toHaveLength(before);
    const record = recordOn(fake);
    if (!record) throw new Error('what was done is kept');
    expect([record.ending, withheldLegsIn(record)]).toEqual(['stopped', ['right']]);
    const done = record.zones.map(({ doneSeconds }) => doneSeconds).reduce((sum, each) => sum + each, 0);
    expect(done).toBeGreaterThan(60);
  });

  test('plays nothing that is due at that moment', () => {
    const fake = left(20 * SECOND);
    lockOn(fake, 'left');
    const before = plays(fake).length;
    // The cue of the next zone and what would have followed.
    fake.alarms.left.clear();
    fake.advance(51 * SECOND);
    open(fake);
    expect(plays(fake)).toHaveLength(before);
    expect(recordOn(fake)).toMatchObject({ extensions: { withheld: 'left' } });
  });

  test('is over as well in a pause, and if the clock was set back to before the lock', () => {
    const fake = fakeWatch(START);
    beginOn(fake);
    const { session } = open(fake);
    fake.advance(100 * SECOND);
    session?.tell('pause');
    session?.leave();
    lockOn(fake, 'left', 'right');
    fake.setClock(START - 40 * HOUR);
    open(fake);
    expect([sessionOn(fake), fake.alarms.left.size]).toEqual([undefined, 0]);
    expect(recordOn(fake)).toMatchObject({ ending: 'stopped', extensions: { withheld: 'left,right' } });
  });

  test('is over without naming a leg if statements may be lost', () => {
    const fake = left(100 * SECOND);
    fake.disk.files.set('care.a', asciiBytes('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'));
    open(fake);
    expect([sessionOn(fake), fake.alarms.left.size]).toEqual([undefined, 0]);
    const record = recordOn(fake);
    expect(record && withheldLegsIn(record)).toEqual([]);
  });

  test('counts as interrupted if nothing has carried it on since', () => {
    const fake = left(MINUTE);
    fake.alarms.left.clear();
    lockOn(fake, 'left');
    fake.advance(3 * HOUR);
    open(fake);
    expect([sessionOn(fake), recordOn(fake)?.ending]).toEqual([undefined, 'interrupted']);
  });

  test('goes on if the locked leg is not part of it', () => {
    const fake = fakeWatch(START);
    lockOn(fake, 'left');
    beginOn(fake);
    open(fake).session?.leave();
    const { session, over } = open(fake);
    expect([over, session?.isPaused()]).toEqual([[], false]);
  });
});
