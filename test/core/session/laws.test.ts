import fc from 'fast-check';
import type { Cue } from '../../../core/cue/cue';
import { makeRecord, secondsDone } from '../../../core/record/record';
import type { makeRoutine } from '../../../core/plan/routine';
import { CUE_GAP } from '../../../core/plan/routine';
import { replay } from '../../../core/session/apply';
import type { Course } from '../../../core/session/course';
import { courseLength, cuesOfCourse, EXTENSION, stretchAt } from '../../../core/session/course';
import { PLAYABLE_FOR } from '../../../core/session/delivery';
import { EARLY, earlySignalAt } from '../../../core/session/early-signal';
import type { EndedSession, Session } from '../../../core/session/session';
import { canTakeBack, elapsedAt, openCues, startSession } from '../../../core/session/session';
import { advance, COMMANDS, command, ENDS } from '../../../core/session/transition';
import { view } from '../../../core/session/view';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { testStories } from '../../stories';
import { plans, steadyBeats, unsteadyBeats, wildBeats } from '../arbitraries';
import type { Beat, Moment } from './story';
import { outcome, STORY_ID, STORY_START, tell, vouched } from './story';

const EACH = { numRuns: runs(1000, 30) };

/** What must be true of every story made of these beats. */
interface Law {
  readonly name: string;
  readonly beats: fc.Arbitrary<readonly Beat[]>;
  readonly check: (moments: Story, beats: readonly Beat[]) => void;
}

const LAWS: Law[] = [];

describe('in every session, whatever happens to it and however its clock is set', () => {
  law('the course covers its time without gaps', wildBeats(), (moments) => {
    expect(moments.filter(({ session }) => !isTiled(session.course))).toEqual([]);
  });

  law('a booking never changes, and stays with its cue', wildBeats(), (moments) => {
    moments.forEach(({ before, session }) => {
      const count = before.book.length;
      expect(session.book.slice(0, count)).toEqual(before.book);
      expect(cues(session).slice(0, count)).toEqual(cues(before).slice(0, count));
      expect(session.book.length).toBeLessThanOrEqual(cues(session).length);
    });
  });

  law(
    'an early tick keeps the gap to every cue except the change or the end that it announces',
    wildBeats(),
    (moments) => {
      for (const { session } of moments) {
        const early = earlySignalAt(session);
        if (early === undefined || session.phase !== 'running') continue;
        const [next, ...others] = openCues(session);
        expect(['switchLeg', 'finish']).toContain(next?.cue.kind);
        expect(next?.due).toBe(early + EARLY);
        expect(others.every(({ due }) => due - early >= CUE_GAP)).toBe(true);
        const at = session.from + early - session.since;
        const past = cuesOfCourse(session.course).slice(0, session.book.length);
        expect(past.every((cue) => at - cue.at >= CUE_GAP)).toBe(true);
      }
    },
  );

  law('no cue is played twice', wildBeats(), (moments) => {
    const played = moments
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.kind === 'play' ? [effect.number] : []));
    expect(played).toEqual([...new Set(played)].sort((a, b) => a - b));
  });

  law('the proven time never decreases', wildBeats(), (moments) => {
    moments.forEach(({ before, session }) => {
      expect(vouched(session)).toBeGreaterThanOrEqual(vouched(before));
      expect(vouched(session)).toBeLessThanOrEqual(courseLength(session.course));
    });
  });

  law('the time done is never more than the clock went forward while it ran', unsteadyBeats(), (moments) => {
    let passed = 0;
    let last = STORY_START;
    moments.forEach(({ before, session, now }) => {
      if (before.phase === 'running') passed += Math.max(0, now - last);
      last = now;
      expect(elapsedAt(session, now)).toBeLessThanOrEqual(passed);
    });
  });

  law('a replayed journal gives the very same session', wildBeats(), (moments) => {
    const session = outcome(moments);
    const fresh = startSession(STORY_ID, session.routine, STORY_START);
    expect(replay(fresh, session.journal)).toEqual({ ok: true, value: session });
  });

  law('an ended session refuses every command and does not change', wildBeats(), (moments) => {
    const ended = endOf(moments);
    COMMANDS.forEach((what) => {
      expect(command(ended, what, ended.endedAt, AWAKE)).toEqual({ ok: false, error: 'ended' });
    });
    expect(advance(ended, ended.endedAt + SECOND, AWAKE)).toEqual({ session: ended, effects: [] });
  });

  law('a record never claims more than was done, and is the same each time', wildBeats(), (moments) => {
    const ended = endOf(moments);
    const record = makeRecord(ended, () => 60);
    expect(makeRecord(ended, () => 60)).toEqual(record);
    expect(secondsDone(record) * SECOND).toBeLessThanOrEqual(ended.elapsed);
    expect(record.endedAt).toBeGreaterThanOrEqual(record.startedAt);
    expect(record.pauses.seconds).toBeGreaterThanOrEqual(0);
    expect(record.cues.due).toBe(ended.book.length);
    expect(record.cues.played + record.cues.late + record.cues.missed).toBe(record.cues.due);
  });

  law('viewing it shows times that add up, and changes nothing', wildBeats(), (moments) => {
    moments.forEach(({ session, now }) => {
      const seen = view(session, now);
      const addsUp = [seen.step, seen.whole].every(({ done, left, length }) => {
        return done + left === length && done >= 0 && left >= 0;
      });
      expect([addsUp, seen.whole.done, seen.delivery.due]).toEqual([
        true,
        elapsedAt(session, now),
        session.book.length,
      ]);
    });
    const { session, now } = moments[0];
    expect(view(session, now)).toEqual(view(session, now));
  });

  law('it is saved before anything can be seen or felt', wildBeats(), (moments) => {
    moments.forEach(({ before, session, effects, act }) => {
      if (act.kind !== 'advance' && act.kind !== 'command') return;
      const kinds = effects.map(({ kind }) => kind);
      const saves = kinds.filter((kind) => kind === 'save').length;
      if (session === before) {
        expect(saves).toBe(0);
        return;
      }
      // Of a session that a person ends, only the record is kept.
      const isEnded = act.kind === 'command' && ENDS.includes(act.what);
      expect(isEnded ? ['save', 'record'] : ['save']).toContain(kinds[0]);
      expect(isEnded ? kinds.filter((kind) => kind === 'record').length : saves).toBe(1);
    });
  });

  law('it is recorded once, when it ends', unsteadyBeats(), (moments) => {
    const records = moments.filter(({ effects }) => effects.some(({ kind }) => kind === 'record'));
    expect(records.length).toBe(outcome(moments).phase === 'ended' ? 1 : 0);
    records.forEach(({ before, session }) => {
      expect([before.phase === 'ended', session.phase]).toEqual([false, 'ended']);
    });
  });
});

describe('in every session that a page keeps going', () => {
  law('every due cue is delivered, or missed with a reason', unsteadyBeats(), (moments) => {
    moments.forEach(({ session, now, refusal }) => {
      if (session.phase === 'running' && refusal === undefined) {
        expect(openCues(session).filter(({ due }) => due <= now)).toEqual([]);
      }
      if (session.phase === 'ended' && session.ending === 'finished') {
        expect(session.book.length).toBe(cues(session).length);
      }
    });
  });

  law(
    'a cue is booked as delivered when it was played in time to be felt',
    unsteadyBeats(),
    (moments, beats) => {
      moments.forEach(({ before, session, effects, refusal }, index) => {
        if (index === 0 || refusal !== undefined) return;
        const silenced = beats[index - 1]?.quiet !== undefined;
        const played = effects.filter(({ kind }) => kind === 'play').length;
        const fresh = session.book.slice(before.book.length);
        const delivered = fresh.filter(({ outcome }) => outcome === 'played').length;
        const swallowed = fresh.filter(({ outcome }) => outcome === 'swallowed').length;
        expect([delivered, swallowed]).toEqual(silenced ? [0, played] : [played, 0]);
        fresh.forEach((delivery) => {
          if (delivery.outcome !== 'played') return;
          expect(delivery.late).toBeGreaterThanOrEqual(0);
          expect(delivery.late).toBeLessThanOrEqual(PLAYABLE_FOR);
        });
      });
    },
  );

  law('+15 s makes the course exactly 15 s longer', unsteadyBeats(), (moments) => {
    each(moments, 'extend', ({ before, session }) => {
      expect(courseLength(session.course)).toBe(courseLength(before.course) + EXTENSION);
    });
  });

  law('next goes to the next step, or to the end after the last', unsteadyBeats(), (moments) => {
    each(moments, 'next', ({ before, session, now }) => {
      const { steps } = session.routine;
      const left = stretchAt(before.course, elapsedAt(before, now)).step;
      const seen = view(session, now);
      if (left + 1 < steps.length) {
        expect(seen.activity).toEqual(steps[left + 1]?.activity);
        expect(seen.step.done).toBe(0);
        expect(seen.whole.left).toBe(totalOf(steps.slice(left + 1)));
      } else {
        expect(seen.whole.left).toBe(0);
        expect(session.phase).toBe(before.phase === 'running' ? 'ended' : before.phase);
      }
    });
  });

  law(
    'back right after next continues the previous step at the second where it was left',
    unsteadyBeats(),
    (moments) => {
      each(moments, 'back', ({ before, session, now }) => {
        const left = before.stepLeft;
        if (!left || !canTakeBack(before, now)) return;
        expect(elapsedAt(session, now)).toBe(left.elapsed);
        expect(courseLength(session.course)).toBe(courseLength(left.course));
        const seen = view(session, now);
        expect(seen.activity).toEqual(stretchAt(left.course, left.elapsed).activity);
        expect(session.book.slice(0, before.book.length)).toEqual(before.book);
      });
    },
  );

  law('back at any other time restarts the step', unsteadyBeats(), (moments) => {
    each(moments, 'back', ({ before, session, now }) => {
      if (canTakeBack(before, now)) return;
      const { steps } = session.routine;
      const there = stretchAt(before.course, elapsedAt(before, now)).step;
      const seen = view(session, now);
      expect(seen.activity).toEqual(steps[there]?.activity);
      expect(seen.step.done).toBe(0);
      expect(seen.whole.left).toBe(totalOf(steps.slice(there)));
    });
  });

  law('a pause stops the time until the session is resumed', unsteadyBeats(), (moments) => {
    moments.forEach(({ before, session, now, act, refusal }) => {
      if (before.phase !== 'paused') return;
      const isBack = act.kind === 'command' && act.what === 'back' && refusal === undefined;
      const takenBack = isBack && canTakeBack(before, now) ? before.stepLeft?.elapsed : undefined;
      expect(elapsedAt(session, now)).toBe(takenBack ?? before.elapsed);
      if (act.kind === 'advance') expect(session).toBe(before);
    });
  });
});

describe('on a clock that only goes forward', () => {
  law('the time done never decreases, except when a next is undone', steadyBeats(), (moments) => {
    moments.forEach(({ before, session, now, act }, index) => {
      if (act.kind === 'command' && act.what === 'back' && canTakeBack(before, now)) return;
      const then = moments[index - 1]?.now ?? STORY_START;
      expect(elapsedAt(session, now)).toBeGreaterThanOrEqual(elapsedAt(before, then));
    });
  });

  test('advancing a session more or less often changes only which carrier delivered what', () => {
    const brought: Beat['act'] = { kind: 'advance' };
    fc.assert(
      fc.property(plans(), steadyBeats(), (plan, beats) => {
        const busy = beats.flatMap(({ after, quiet, act }) => {
          const half = Math.floor(after / 2);
          return [
            { after: half, quiet, act: brought },
            { after: after - half, quiet, act: brought },
            { after: 0, quiet, act },
          ];
        });
        const [lazy, eager] = [outcome(tell(plan, [...beats, LAST])), outcome(tell(plan, [...busy, LAST]))];
        expect(withoutDeliveries(eager)).toEqual(withoutDeliveries(lazy));
      }),
      EACH,
    );
  });
});

testStories('every law of a session holds', {
  name: 'core',
  path: 'test/core/session/laws',
  stories: fc
    .nat({ max: LAWS.length - 1 })
    .chain((index) => fc.tuple(fc.constant(index), plans(), LAWS[index]?.beats ?? wildBeats())),
  tell: ([index, plan, beats]) => LAWS[index]?.check(tell(plan, beats), beats),
  found: [],
  long: 20_000,
  perSeed: 50,
});

// Helpers

const AWAKE = { quiet: undefined };
const LAST: Beat = { after: 0, quiet: undefined, act: { kind: 'advance' } };

type Story = readonly [Moment, ...Moment[]];

function law(name: string, beats: fc.Arbitrary<readonly Beat[]>, check: Law['check']): void {
  LAWS.push({ name, beats, check });
  test(name, () => {
    fc.assert(
      fc.property(plans(), beats, (plan, told) => {
        check(tell(plan, told), told);
      }),
      EACH,
    );
  });
}

/** The session after its story, ended by the person if nothing else has ended it. */
function endOf(moments: Story): EndedSession {
  const { session, now } = moments[moments.length - 1] ?? moments[0];
  const told = command(session, 'end', now, AWAKE);
  const ended = told.ok ? told.value.session : advance(session, now, AWAKE).session;
  if (ended.phase !== 'ended') throw new Error('A session can always be ended.');
  return ended;
}

/** Every moment in which the session did what it was told. */
function each(moments: Story, what: string, check: (moment: Moment) => void): void {
  moments.forEach((moment) => {
    const { act, refusal } = moment;
    if (act.kind === 'command' && act.what === what && refusal === undefined) check(moment);
  });
}

function cues(session: Session): readonly Cue[] {
  return cuesOfCourse(session.course).map(({ cue }) => cue);
}

function isTiled(course: Course): boolean {
  return course.every(({ from, to, cues: own }, place) => {
    const begins = from === (place === 0 ? 0 : course[place - 1]?.to);
    return begins && to >= from && own.every(({ at }) => from <= at && at <= to);
  });
}

function totalOf(steps: ReturnType<typeof makeRoutine>['steps']): number {
  return steps.reduce((sum, { from, to }) => sum + to - from, 0);
}

function withoutDeliveries(session: Session): unknown {
  const { journal, book, ...rest } = session;
  return {
    ...rest,
    since: undefined,
    from: undefined,
    booked: book.length,
    journal: journal.filter(({ kind }) => kind !== 'booked' && kind !== 'finished'),
  };
}
