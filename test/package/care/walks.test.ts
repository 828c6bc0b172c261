import fc from 'fast-check';
import type { Leg } from '../../../core/body';
import { ANSWER_NAMES, HARD_QUESTIONS } from '../../../core/care/answers';
import { lockedLegs } from '../../../core/care/locks';
import type { Said } from '../../../core/care/statement';
import { mergeSaid } from '../../../core/care/statement';
import { CARE_FILE } from '../../../core/state/care-file';
import { PREFERENCES_FILE } from '../../../core/state/preferences';
import { readStored } from '../../../core/state/stored';
import { SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch/node';
import { testStories } from '../../stories';
import { readSaid } from '../../../phone/care/said';
import { loadPackage, makePair, payloadOn, sessionOn, storageOn } from '../link/pair';
import type { Beat, Cast } from './walk';
import { AGAIN, beats, ingredientsOf, live } from './walk';

beforeAll(loadPackage);

testStories(
  'whatever is tapped, locked, pasted, restored, damaged or set, no routine goes on with a locked leg in it',
  {
    name: 'locked legs',
    path: 'test/package/care/walks',
    stories: fc.array(beats(), { minLength: 15, maxLength: 40 }),
    tell,
    found: [],
    ingredients: (walk) => walk.flatMap(ingredientsOf),
    long: 5000,
  },
);

function tell(walk: readonly Beat[]): void {
  const cast: Cast = { ...makePair(), drawer: [], backups: [] };
  cast.watch.addCard();
  const witness = watchOver(cast);
  live(cast, { kind: 'openApp' });
  for (const beat of walk) {
    witness.before();
    live(cast, beat);
    witness.after(beat);
  }
  expect(witness.faults).toEqual([]);
  expect([...cast.drawer, cast.watch].flatMap((watch) => watch.errors())).toEqual([]);
}

/** Checks after each beat what is locked and what is done of each leg. */
function watchOver(cast: Cast) {
  const faults: string[] = [];
  /** What was on the disk of a watch and still counts, whether it is there or lost. */
  const known = new Map<VirtualWatch, readonly Said[]>();
  let doubted = false;
  let session: string | undefined;
  const heard = new WeakSet<VirtualWatch>();

  const lockedOnPhone = (): readonly Leg[] => lockedLegs(readSaid(storageOn(cast.phone)));
  let onPhone: readonly Leg[] = [];

  const locked = (): readonly Leg[] => lockedLegs(known.get(cast.watch) ?? []);
  const legsInHand = (): readonly Leg[] =>
    sessionOn(cast.watch)?.routine.plan.legs.map(({ leg }) => leg) ?? [];
  const clashes = (): boolean => legsInHand().some((leg) => locked().includes(leg));

  return {
    faults,
    before(): void {
      const { watch } = cast;
      session = sessionOn(watch)?.id;
      onPhone = lockedOnPhone();
      if (heard.has(watch)) return;
      heard.add(watch);
      watch.onFelt((felt) => {
        if (felt.by === 'page/session/index' && clashes()) faults.push(`felt ${felt.by} on a locked leg`);
      });
    },
    after(beat: Beat): void {
      const { watch } = cast;
      const told = `after ${JSON.stringify(beat)} on ${watch.screen().shows}`;
      const unlocked = onPhone.filter((leg) => !lockedOnPhone().includes(leg));
      if (beat.kind === 'restore' && unlocked.length > 0) faults.push(`a backup has unlocked ${told}`);
      if (beat.kind === 'oldWord' && unlocked.length > 0) faults.push(`an old word has unlocked ${told}`);
      const isStart = watch.screen().shows === 'page/start/index' && watch.screen().lit;
      const isAsked = isStart && watch.texts().includes(AGAIN);
      const isNear = cast.phone.isInRange() && cast.phone.isZeppAppRunning();
      // A watch with a session that is not over does not talk, and hears of it afterwards.
      const talks = isStart && isNear && sessionOn(watch) === undefined;
      if (beat.kind === 'lockAndSpoil' && talks && !isAsked) faults.push(`not asked again ${told}`);
      const goesOn = watch.screen().shows === 'page/session/index' && sessionOn(watch)?.phase === 'running';
      if (goesOn && saysYes(watch) && readStored(CARE_FILE, payloadOn(watch, 'care')).value.said.length === 0)
        faults.push(`begun with a yes of which the lock is lost ${told}`);
      if (beat.kind === 'otherWatch') {
        known.set(watch, readStored(CARE_FILE, payloadOn(watch, 'care')).value.said);
        return;
      }
      const { said, mayLack } = readStored(CARE_FILE, payloadOn(watch, 'care')).value;
      // After the questions were answered again, only what is there counts.
      const isCleared = doubted && !mayLack;
      doubted = mayLack;
      known.set(watch, isCleared ? said : mergeSaid(known.get(watch) ?? [], said));
      const now = sessionOn(watch);
      const isUnheard = beat.kind === 'lockAndBegin' && now?.phase === 'running' && now.id !== session;
      if (
        isUnheard &&
        cast.phone.isInRange() &&
        cast.phone.isZeppAppRunning() &&
        legsInHand().includes(beat.leg)
      )
        faults.push(`a lock was not heard ${told}`);
      // A damaged file may show an earlier session: it has not begun, and ends when the app resumes it.
      const isOfBefore = beat.kind === 'damage' || beat.kind === 'tear';
      const hasBegun = now !== undefined && now.id !== session && !isOfBefore;
      if (hasBegun && clashes()) faults.push(`begun with a locked leg ${told}`);
      if (hasBegun && mayLack) faults.push(`begun in doubt ${told}`);
      const isShown = watch.screen().shows === 'page/session/index' && watch.screen().lit;
      if (isShown && now?.phase === 'running' && clashes()) {
        watch.advance(SECOND);
        if (sessionOn(watch)?.phase === 'running') faults.push(`goes on with a locked leg ${told}`);
      }
    },
  };
}

/** Whether a yes to a hard question is on the disk of a watch. */
function saysYes(watch: VirtualWatch): boolean {
  const { values } = readStored(PREFERENCES_FILE, payloadOn(watch, 'preferences')).value;
  return HARD_QUESTIONS.some((question) => values[ANSWER_NAMES[question]] === 'yes');
}
