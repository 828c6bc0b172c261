import type { Fields } from '../../core/json';
import { isFields } from '../../core/json';
import { NO_LEDGER } from '../../core/link/ledger-file';
import type { Shared, SyncStep } from '../../core/link/sync';
import { answered, startSync } from '../../core/link/sync';
import type { PlanShape } from '../../core/plan/plan';
import { addRecord, EMPTY_OUTBOX, waitingRecords } from '../../core/record/outbox';
import { changePreference, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { answer } from '../../phone/answer';
import { readLedger } from '../../phone/ledger';
import { putPlan, readPlan } from '../../phone/plan-store';
import { readPreferences } from '../../phone/preferences';
import { TWO_ZONES_A_LEG } from '../core/plans';
import { dailyRecord, packed } from '../core/record/records';
import { phoneAt } from './fake-phone';
import { MemoryStorage } from './memory-storage';

/*
 * A later version may add a small field to a plan without another version of the plan. A half of today does not use such a
 * plan, because it cannot know what it would leave out; everything else in the talk has to arrive all the same.
 */

const NOW = Date.UTC(2026, 4, 1);
const WATCH = 'abcdefghjk';

/** A watch with a session that waits, a plan of its own, and a preference that was changed. */
const SHARED: Shared = {
  outbox: addRecord(EMPTY_OUTBOX, packed(1)),
  preferences: changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong'),
  others: {},
  plan: { revision: 5, plan: TWO_ZONES_A_LEG },
  ledger: NO_LEDGER,
  said: [],
};

/** Where a plan may have one field more. */
const PLACES: readonly (readonly [where: string, add: (plan: PlanShape) => object])[] = [
  ['the plan', (plan) => ({ ...plan, breathe: 4 })],
  ['each leg', (plan) => ({ ...plan, legs: plan.legs.map((leg) => ({ ...leg, breathe: 4 })) })],
  [
    'each zone',
    (plan) => ({
      ...plan,
      legs: plan.legs.map((leg) => ({ ...leg, zones: leg.zones.map((zone) => ({ ...zone, breathe: 4 })) })),
    }),
  ],
];

describe.each(PLACES)('a plan with one more field in %s', (_, add) => {
  test('from a newer phone is not used by the watch, which sends what waits and asks again at the next talk', () => {
    const storage = new MemoryStorage();
    putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
    const newer = {
      reply: (message: Fields) => withPlan(message, add),
      // The phone cannot store the preferences that come with the hello, so that they have to be sent after the plan.
      request(message: Fields) {
        storage.mood = message['method'] === 'hello' ? 'silent' : 'good';
        return message;
      },
    };
    const { sync, shared } = talk(SHARED, storage, newer);
    expect(sync).toMatchObject({ phase: 'ended', outcome: 'planUnusable' });
    expect(shared.plan).toBe(SHARED.plan);
    expectEverythingElse(shared, storage);
    const updated = talk(shared, storage);
    expect(updated.sync).toMatchObject({ phase: 'ended', outcome: 'done' });
    expect(updated.shared.plan.plan.prepareSeconds).toBe(5);
  });

  test('from a newer watch is not kept by the phone, which takes everything else of the talk', () => {
    const storage = new MemoryStorage();
    const newer = { request: (message: Fields) => withPlan(message, add) };
    const { sync, shared } = talk(SHARED, storage, newer);
    expect(sync).toMatchObject({ phase: 'ended', outcome: 'done' });
    expect(shared.plan).toBe(SHARED.plan);
    expectEverythingElse(shared, storage);
    expect(readPlan(storage)).toEqual({ state: 'none' });
    // Once the phone can read it, the next talk brings it.
    expect(talk(shared, storage).sync).toMatchObject({ phase: 'ended', outcome: 'done' });
    expect(readPlan(storage)).toMatchObject({ state: 'ready', revision: 5 });
  });
});

function expectEverythingElse(shared: Shared, storage: MemoryStorage): void {
  expect(waitingRecords(shared.outbox)).toEqual([]);
  expect(readLedger(storage).sessions).toEqual([dailyRecord(1)]);
  expect(readPreferences(storage)).toEqual({ strength: ['strong', 1] });
}

interface Later {
  readonly request?: (message: Fields) => Fields;
  readonly reply?: (message: Fields) => Fields;
}

/** A whole talk, in which one half may say what a later version would. */
function talk(
  shared: Shared,
  storage: MemoryStorage,
  { request = same, reply = same }: Later = {},
): SyncStep {
  const caller = { watch: WATCH, name: 'Balance 2', firstNumber: 100, whole: true };
  let step: SyncStep = { sync: startSync(caller, shared), shared };
  while (step.sync.phase === 'asking') {
    const heard = answer(request(overTheLink(step.sync.message)), phoneAt(storage, NOW + 1));
    step = answered(step.sync, step.shared, reply(overTheLink(heard)));
  }
  return step;
}

const same = (message: Fields): Fields => message;

/** The message with the plan in it, if there is one, as a later version would write it. */
function withPlan(message: Fields, add: (plan: PlanShape) => object): Fields {
  const { plan } = message;
  if (!isFields(plan)) return message;
  // A watch gives its plan together with its revision.
  const isGiven = isFields(plan['plan']);
  const later = isGiven
    ? { ...plan, plan: add(plan['plan'] as PlanShape) }
    : add(plan as unknown as PlanShape);
  return { ...message, plan: later };
}

function overTheLink(message: unknown): Fields {
  return JSON.parse(JSON.stringify(message)) as Fields;
}
