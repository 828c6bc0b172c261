import fc from 'fast-check';
import { totals } from '../../core/session/delivery';
import { SECOND, HOUR } from '../../core/time';
import { parseCueParam } from '../../core/state/cue-param';
import type { VirtualWatch } from '../../virtual-watch/node';
import { plans } from '../core/arbitraries';
import { runs } from '../runs';
import { givePlan, loadPackage, newWatch, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

/** One thing that happens to a watch with a session on it. */
type Beat =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'press'; readonly label: string }
  | { readonly kind: 'step'; readonly ms: number }
  | { readonly kind: 'refuse'; readonly alarms: number }
  | { readonly kind: 'tear'; readonly bytes: number; readonly then: 'crash' | 'power' }
  | { readonly kind: 'leave' | 'return' | 'screenOff' | 'wake' | 'palm' | 'wristDown' | 'crash' | 'reboot' };

function beats(): fc.Arbitrary<Beat> {
  const kind = fc.constantFrom(
    'leave',
    'return',
    'screenOff',
    'wake',
    'palm',
    'wristDown',
    'crash',
    'reboot',
  );
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.integer({ min: 0, max: 60 * SECOND }) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('press'),
        label: fc.constantFrom('Pause', 'Resume', 'Next', '+15 s'),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('step'), ms: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('refuse'), alarms: fc.integer({ min: 1, max: 30 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('tear'),
        bytes: fc.integer({ min: 0, max: 2500 }),
        then: fc.constantFrom('crash', 'power'),
      }),
    },
  ) as fc.Arbitrary<Beat>;
}

test('whatever happens to the watch, no cue comes twice, every due cue is accounted for, and one record is kept', () => {
  fc.assert(
    fc.property(plans(300), fc.array(beats(), { maxLength: 24 }), (plan, story) => {
      const watch = newWatch();
      givePlan(watch, plan);
      const witness = watchOver(watch);
      startSession(watch);
      for (const beat of story) live(watch, beat, witness);
      bringToEnd(watch, witness);
      const records = recordsOn(watch);
      expect(records.map(({ id }) => id)).toEqual([...witness.sessions]);
      expect(witness.twice).toEqual([]);
      expect(witness.late).toEqual([]);
      const [record] = records;
      if (!record) throw new Error('no record');
      const { due, played, late, missed } = record.cues;
      expect(played + late + missed).toBe(due);
      // What is booked as delivered was felt. What was felt may be booked as missed after the watch was off.
      expect(played + late).toBeLessThanOrEqual(witness.felt.size);
      const done = record.zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
      expect(done * SECOND).toBeLessThanOrEqual(
        Math.max(watch.now() - witness.start, watch.wall() - witness.wallStart) + SECOND,
      );
    }),
    { numRuns: runs(2000, 40) },
  );
});

interface Witness {
  start: number;
  wallStart: number;
  readonly sessions: Set<string>;
  /** Cues that were felt, by session and number. */
  readonly felt: Set<string>;
  readonly twice: string[];
  readonly late: string[];
  clockWasSet: boolean;
}

/** Notes who was cued when, from what is on the disk at that moment. */
function watchOver(watch: VirtualWatch): Witness {
  const witness: Witness = {
    start: watch.now(),
    wallStart: watch.wall(),
    sessions: new Set(),
    felt: new Set(),
    twice: [],
    late: [],
    clockWasSet: false,
  };
  watch.onFelt((felt) => {
    const stored = sessionOn(watch);
    if (!stored) throw new Error('something was felt without a session');
    witness.sessions.add(stored.session.id);
    const run = watch.serviceRuns().at(-1);
    const number =
      felt.carrier === 'page' ? stored.session.book.length - 1 : parseCueParam(run?.param)?.number;
    const cue = `${stored.session.id}:${String(number)}`;
    if (witness.felt.has(cue)) witness.twice.push(cue);
    witness.felt.add(cue);
    const armed = stored.arming.cues.find((each) => each.number === number);
    const isLate = felt.carrier !== 'page' && armed !== undefined && watch.wall() - armed.due > 2 * SECOND;
    if (isLate && !witness.clockWasSet) witness.late.push(`${cue} ${String(watch.wall() - armed.due)} ms`);
  });
  return witness;
}

function live(watch: VirtualWatch, beat: Beat, witness: Witness): void {
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'press':
      if (watch.texts().includes(beat.label)) watch.tap(beat.label);
      return;
    case 'step':
      witness.clockWasSet = true;
      watch.stepClock(beat.ms);
      return;
    case 'refuse':
      watch.refuseAlarms(beat.alarms);
      return;
    case 'tear':
      watch.tearNextWrite(beat.bytes, beat.then);
      return;
    case 'leave':
      if (watch.screen().lit) watch.swipe('right');
      return;
    case 'return':
      watch.openApp();
      return;
    case 'screenOff':
    case 'wake':
    case 'palm':
    case 'wristDown':
    case 'crash':
    case 'reboot':
      watch[beat.kind]();
      return;
  }
}

/** Opens the app until the session is over, whatever still goes wrong on the way. */
function bringToEnd(watch: VirtualWatch, witness: Witness): void {
  const stored = sessionOn(watch);
  if (stored) witness.sessions.add(stored.session.id);
  for (let tries = 0; tries < 30 && (recordsOn(watch).length === 0 || sessionOn(watch)); tries += 1) {
    if (watch.screen().shows === 'off') watch.powerOn();
    watch.openApp();
    watch.advance(SECOND);
    const label = ['Resume', 'Continue', 'Start'].find((each) => watch.texts().includes(each));
    if (label !== undefined && label !== 'Start') watch.tap(label);
    watch.advance(400 * SECOND);
  }
}
