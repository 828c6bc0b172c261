import { parsePlan } from '../../../core/plan/parse-plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { EARLY, earlySignalAt, isEarlySignalDue } from '../../../core/session/early-signal';
import type { Session } from '../../../core/session/session';
import { startSession } from '../../../core/session/session';
import type { Command } from '../../../core/session/transition';
import { advance, command } from '../../../core/session/transition';
import { SECOND } from '../../../core/time';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };

/** A session that was looked at each second, or told something, until `seconds` after its start. */
function at(seconds: number, told: Readonly<Record<number, Command>> = {}, plan = FIVE_ZONES_A_LEG): Session {
  let session: Session = startSession('id', makeRoutine(plan), 0);
  for (let second = 0; second <= seconds; second += 1) {
    session = advance(session, second * SECOND, AWAKE).session;
    const what = told[second];
    if (what) session = certain(command(session, what, second * SECOND, AWAKE), 'it runs').session;
  }
  return session;
}

const planWith = (reminderSeconds: number, seconds: number) =>
  certain(
    parsePlan({
      ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds, zoneOrder: 'upward' },
      legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds }] }],
    }),
    'the plan keeps to all limits',
  );

test.each([
  ['a move to the next zone', 60, undefined],
  ['a reminder, even in the last zone of a leg', 270, undefined],
  ['the change of legs', 300, 317],
  ['the end', 620, 632],
])('before %s: at %s s it is due at %s s', (_, seconds, due) => {
  expect(earlySignalAt(at(seconds))).toBe(due === undefined ? undefined : due * SECOND);
});

test('a pause has none, and after it the tick keeps its distance to the end', () => {
  expect(earlySignalAt(at(610, { 610: 'pause' }))).toBeUndefined();
  expect(earlySignalAt(at(630, { 610: 'pause', 630: 'resume' }))).toBe((635 + 20) * SECOND - EARLY);
});

test('a tick that would come within the gap after a cue is left out', () => {
  expect(earlySignalAt(at(30, {}, planWith(30, 37)))).toBeUndefined();
  expect(earlySignalAt(at(30, {}, planWith(30, 38)))).toBe(35 * SECOND);
});

test('it is due once, and no longer when it is a second late', () => {
  const session = at(625);
  const due = 632 * SECOND;
  const isDue = (since: number, now: number) => isEarlySignalDue(session, due + since, due + now);
  expect([isDue(-SECOND, -1), isDue(-SECOND, 0), isDue(0, SECOND), isDue(-SECOND, SECOND - 1)]).toEqual([
    ...[false, true, false, true],
  ]);
  expect(isDue(-SECOND, SECOND)).toBe(false);
  expect(isEarlySignalDue(at(60), 0, 60 * SECOND)).toBe(false);
});
