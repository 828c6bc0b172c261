import fc from 'fast-check';
import type { Cue } from '../../../core/cue/cue';
import type { Plan } from '../../../core/plan/plan';
import { planSeconds } from '../../../core/plan/plan';
import { makeRecord } from '../../../core/record/record';
import { makeRoutine } from '../../../core/plan/routine';
import type { Session } from '../../../core/session/session';
import type { Transition } from '../../../core/session/transition';
import { advance, begin, COMMANDS, command, ENDS } from '../../../core/session/transition';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import type { Order, Protocol } from './oracle';
import { actOut } from './oracle';
import { FIVE_ZONES_A_LEG } from '../plans';

test('a plan of five zones a leg, simulated second by second, takes 635 s and has 22 cues', () => {
  const { felt, ending, over } = actOut(FIVE_ZONES_A_LEG, [{ after: 635, what: 'end' }]);
  expect([felt.length, ending, over]).toEqual([22, 'finished', 635]);
});

test('a session does what somebody with a stopwatch would write down', () => {
  fc.assert(
    fc.property(plans(600), orders(), (plan, told) => {
      const all = [...told, { after: planSeconds(plan), what: 'pause' as const }];
      expect(protocolOf(plan, all)).toEqual(actOut(plan, all));
    }),
    { numRuns: runs(1000, 200) },
  );
});

// Helpers

function orders(): fc.Arbitrary<readonly Order[]> {
  const what = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...COMMANDS.filter((command) => !ENDS.includes(command))) },
    fc.constantFrom(...ENDS),
  );
  const after = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 100 }));
  return fc.array(fc.record({ after, what }), { maxLength: 25 });
}

/** The same protocol, made by a real session on a page that reads the clock once a second. */
function protocolOf(plan: Plan, told: readonly Order[]): Protocol {
  const wrist = { quiet: undefined };
  const felt: string[] = [];
  const refused: number[] = [];
  let second = 0;
  const take = ({ session: next, effects }: Transition): Session => {
    effects.forEach((effect) => {
      if (effect.kind === 'play') felt.push(`${second} ${nameOf(effect.cue)}`);
    });
    return next;
  };
  let session = take(begin('id', makeRoutine(plan), 0, wrist));
  told.forEach(({ after, what }, place) => {
    const until = second + after;
    while (second < until) {
      second += 1;
      session = take(advance(session, second * SECOND, wrist));
    }
    const answer = command(session, what, second * SECOND, wrist);
    if (answer.ok) session = take(answer.value);
    else refused.push(place);
  });
  return { felt, refused, ...summaryOf(session, second), over: second };
}

function summaryOf(session: Session, second: number): Omit<Protocol, 'felt' | 'refused' | 'over'> {
  const ended =
    session.phase === 'ended' ? session : command(session, 'end', second * SECOND, { quiet: undefined });
  const last = 'phase' in ended ? ended : ended.ok ? ended.value.session : session;
  if (last.phase !== 'ended') throw new Error('A session that has not ended can be ended.');
  const { zones, pauses } = makeRecord(last, () => 0);
  const done: Record<string, number> = {};
  zones.forEach(({ leg, zone, doneSeconds }) => {
    if (doneSeconds > 0) done[`${leg} ${zone}`] = doneSeconds;
  });
  const ending = session.phase === 'ended' ? session.ending : session.phase;
  if (ending === 'interrupted') throw new Error('Nothing interrupts this session.');
  return { done, pauses: pauses.count, pausedSeconds: pauses.seconds, ending };
}

function nameOf(cue: Cue): string {
  switch (cue.kind) {
    case 'begin':
    case 'moveUp':
    case 'lightTouch':
      return `${cue.kind} ${cue.leg} ${cue.zone}`;
    case 'switchLeg':
      return `${cue.kind} ${cue.leg}`;
    case 'finish':
      return cue.kind;
  }
}
