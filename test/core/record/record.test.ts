import {
  howMade,
  leftOutLegsIn,
  planRevisionOf,
  stopCauseIn,
  timesTakenOffIn,
  touchedLegsIn,
  wasAsked,
  withheldLegsIn,
  watchOf,
} from '../../../core/record/extensions';
import { completionOf, isLittleDone, makeRecord, secondsDone } from '../../../core/record/record';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import type { EndedSession } from '../../../core/session/session';
import type { Command } from '../../../core/session/transition';
import { advance, begin, command } from '../../../core/session/transition';
import { cuesBy } from './records';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const START = 1_800_000_000_000;
const HERE = () => 60;

test('a record says which plan its session used', () => {
  const record = makeRecord({ ...ended([]), origin: { planRevision: START, utcOffset: 60 } }, HERE);
  expect([planRevisionOf(record), howMade(record), watchOf(record)]).toEqual([START, 'timed', 'k3f9xw2pqa']);
  const own = makeRecord({ ...ended([]), origin: { planRevision: 0, utcOffset: 60 } }, HERE);
  expect(planRevisionOf(own)).toBe(0);
  expect(planRevisionOf(makeRecord(ended([]), HERE))).toBeUndefined();
});

test('a record has the time zones at the start and at the end of its session', () => {
  const origin = { planRevision: 0, utcOffset: -570 };
  const travelled = makeRecord({ ...ended([]), origin }, HERE);
  // 60 minutes, in base 36.
  expect([travelled.utcOffset, travelled.extensions['endOffset']]).toEqual([-570, '1o']);
  const stayed = makeRecord({ ...ended([]), origin: { ...origin, utcOffset: 60 } }, HERE);
  // The same at both is written once.
  expect([stayed.utcOffset, stayed.extensions]).toEqual([60, { made: 'timed', plan: '0' }]);
});

test('a value that should be a number and is not is ignored', () => {
  expect(planRevisionOf({ extensions: { plan: 'the last one' } })).toBeUndefined();
  expect(howMade({ extensions: { made: 'byHand' } })).toBe('byHand');
  expect(howMade({ extensions: {} })).toBe('timed');
});

test('an ending of another version is shown as such', () => {
  const { zones } = makeRecord(ended([]), HERE);
  expect(completionOf({ ending: 'hurt', zones })).toBe('other');
  expect(completionOf({ ending: 'finished', zones })).toBe('finished');
});

test('a session that reached its end but left zones early is partly done', () => {
  const zones = [{ leg: 'left', zone: 'foot', plannedSeconds: 100, doneSeconds: 89 }];
  expect(completionOf({ ending: 'finished', zones })).toBe('partlyDone');
  expect(completionOf({ ending: 'stopped', zones })).toBe('stopped');
});

test('a session done from end to end is recorded as planned', () => {
  expect(makeRecord(ended([]), HERE)).toEqual({
    version: 2,
    id: 'k3f9xw2pqa-7',
    startedAt: START,
    endedAt: START + 635_000,
    utcOffset: 60,
    ending: 'finished',
    zones: FIVE_ZONES_A_LEG.legs.flatMap(({ leg, zones }) =>
      zones.map(({ zone }) => ({ leg, zone, plannedSeconds: 60, doneSeconds: 60 })),
    ),
    pauses: { count: 0, seconds: 0 },
    cues: cuesBy(22),
    extensions: { made: 'timed' },
  });
});

test('a zone done twice, one left early and one never reached are each recorded as they were', () => {
  const record = makeRecord(
    ended([
      [30.9, 'next'], // 10.9 s of the ankle
      [50, 'back'], // 19.1 s of the calf
      [60, 'pause'], // 10 s more of it
      [100.5, 'resume'],
      [110.5, 'end'], // and another 10 s
    ]),
    HERE,
  );
  expect(record.zones.map(({ doneSeconds }) => doneSeconds)).toEqual([10, 39, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(secondsDone(record)).toBe(49);
  expect([record.ending, record.pauses]).toEqual(['stopped', { count: 1, seconds: 40 }]);
});

test('more than planned is recorded as more', () => {
  const record = makeRecord(ended([[30, 'extend']]), HERE);
  expect(record.zones[0]).toEqual({ leg: 'left', zone: 'ankle', plannedSeconds: 60, doneSeconds: 75 });
});

test('a record keeps which carriers brought cues and why the others were missed', () => {
  const delivered = { outcome: 'played', by: 'page', late: 0 } as const;
  const book = [
    delivered,
    { ...delivered, by: 'alarm', late: 900 },
    { ...delivered, by: 'alarm', late: 2500 },
    { outcome: 'swallowed', by: 'doNotDisturb' },
    { outcome: 'missed', reason: 'watchOff' },
    { outcome: 'missed', reason: 'watchOff' },
  ] as const;
  expect(makeRecord({ ...ended([]), book }, HERE).cues).toMatchObject({
    ...{ due: 6, played: 2, late: 1, missed: 3, latest: 2500 },
    by: { page: 1, alarm: 2, timer: 0 },
    why: { doNotDisturb: 1, notArmed: 0, watchOff: 2, clockSet: 0, overtaken: 0, unknown: 0 },
  });
});

test('a record says how often the watch was taken off, if it was', () => {
  const off = makeRecord({ ...ended([]), timesTakenOff: 40 }, HERE);
  expect([off.extensions, timesTakenOffIn(off)]).toEqual([{ made: 'timed', takenOff: '14' }, 40]);
  const on = makeRecord(ended([]), HERE);
  expect([on.extensions, timesTakenOffIn(on)]).toEqual([{ made: 'timed' }, 0]);
});

test('a record says for which legs the sign was answered, and why the person stopped', () => {
  const touched = makeRecord({ ...ended([]), touched: ['right', 'left'], stop: 'hurts' }, HERE);
  expect(touched.extensions).toEqual({ made: 'timed', sign: 'right,left', stop: 'hurts' });
  expect([touchedLegsIn(touched), stopCauseIn(touched)]).toEqual([['right', 'left'], 'hurts']);
  const plain = makeRecord(ended([]), HERE);
  expect([touchedLegsIn(plain), stopCauseIn(plain)]).toEqual([[], undefined]);
  expect(stopCauseIn({ extensions: { stop: 'earthquake' } })).toBe('other');
});

test('unproven time does not count as done in its zones', () => {
  const whole = ended([[100, 'end']]);
  const doubted = {
    ...whole,
    unproven: [
      { from: 30_000, to: 35_000 },
      { from: 90_000, to: 200_000 },
    ],
  };
  const [before, after] = [makeRecord(whole, HERE), makeRecord(doubted, HERE)];
  expect(secondsDone(before) - secondsDone(after)).toBe(15);
  expect(after.zones[0]?.doneSeconds).toBe((before.zones[0]?.doneSeconds ?? 0) - 5);
});

test('an end in a pause counts the pause', () => {
  const record = makeRecord(
    ended([
      [30, 'pause'],
      [50, 'end'],
    ]),
    HERE,
  );
  expect([record.pauses, secondsDone(record)]).toEqual([{ count: 1, seconds: 20 }, 10]);
});

test('setting the clock back to before the start does not make a session end before it began', () => {
  const record = makeRecord(ended([[-3600, 'end']]), HERE);
  expect([record.endedAt, secondsDone(record)]).toEqual([START, 0]);
});

test('less than a minute of massage, without getting comfortable and pauses, counts as hardly begun', () => {
  const { session } = begin('k3f9xw2pqa-7', makeRoutine(FIVE_ZONES_A_LEG), START, AWAKE);
  expect([79_999, 80_000].map((after) => isLittleDone(session, START + after))).toEqual([true, false]);
  const paused = certain(command(session, 'pause', START + 50_000, AWAKE), 'it runs').session;
  expect(isLittleDone(paused, START + 600_000)).toBe(true);
});

// Helpers

/** The default session after these commands, each at its second, brought to its end. */
function ended(told: readonly (readonly [second: number, what: Command])[]): EndedSession {
  let session = begin('k3f9xw2pqa-7', makeRoutine(FIVE_ZONES_A_LEG), START, AWAKE).session;
  const bringTo = (from: number, to: number): void => {
    for (let now = from; now <= to; now += 1000) session = advance(session, START + now, AWAKE).session;
  };
  let second = 0;
  told.forEach(([at, what]) => {
    bringTo(second * 1000, at * 1000);
    session = certain(command(session, what, START + at * 1000, AWAKE), 'the story makes sense').session;
    second = at;
  });
  bringTo(Math.floor(second) * 1000, 2_000_000);
  if (session.phase !== 'ended') throw new Error('After half an hour the session has ended.');
  return session;
}

test('a record says which legs were left out because they are locked, and whether everything was asked before', () => {
  const origin = { planRevision: 7, utcOffset: 60, withheld: ['left', 'right'], isUnasked: true } as const;
  const withheld = makeRecord({ ...ended([]), origin }, HERE);
  expect(withheld.extensions).toMatchObject({ plan: '7', withheld: 'left,right', asked: 'no' });
  expect([withheldLegsIn(withheld), wasAsked(withheld)]).toEqual([['left', 'right'], false]);
  const plain = makeRecord(ended([]), HERE);
  expect([withheldLegsIn(plain), wasAsked(plain)]).toEqual([[], true]);
});

test('a leg that was locked after part of it was done is not recorded as left out', () => {
  const { extensions } = makeRecord(
    { ...ended([]), origin: { planRevision: 7, utcOffset: 60, withheld: ['left', 'right'] } },
    HERE,
  );
  const zone = (leg: string, doneSeconds: number) => ({
    ...{ leg, zone: 'calf', plannedSeconds: 60, doneSeconds },
  });
  expect(leftOutLegsIn({ extensions, zones: [zone('left', 20), zone('right', 0)] })).toEqual(['right']);
  expect(leftOutLegsIn({ extensions, zones: [zone('left', 0), zone('left', 1)] })).toEqual(['right']);
  expect(leftOutLegsIn({ extensions, zones: [] })).toEqual(['left', 'right']);
  expect(leftOutLegsIn({ extensions: {}, zones: [zone('left', 0)] })).toEqual([]);
});
