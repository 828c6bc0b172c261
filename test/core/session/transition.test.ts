import { makeRoutine } from '../../../core/plan/routine';
import type { Session } from '../../../core/session/session';
import type { Command, Effect, Transition } from '../../../core/session/transition';
import { advance, begin, command, withRefused } from '../../../core/session/transition';
import { view } from '../../../core/session/view';
import { SECOND } from '../../../core/time';
import { certain } from '../../../core/result';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const SILENCED = { quiet: 'doNotDisturb' as const };

describe('the effects of a transition, in their order', () => {
  test('a session begins with a save and arms what carries its cues', () => {
    expect(names(begin('id', makeRoutine(FIVE_ZONES_A_LEG), 0, AWAKE))).toEqual(['save', 'arm']);
  });

  test('without time to get comfortable, it begins with its first cue', () => {
    const plan = { ...FIVE_ZONES_A_LEG, prepareSeconds: 0 };
    expect(names(begin('id', makeRoutine(plan), 0, AWAKE))).toEqual(['save', 'play begin', 'arm']);
  });

  test('before the next cue is due there is nothing to do', () => {
    expect(names(advance(started(), 19_999, AWAKE))).toEqual([]);
  });

  test('a cue that is due is saved as played, then played', () => {
    expect(names(advance(started(), 20_000, AWAKE))).toEqual(['save', 'play begin']);
  });

  test('at the end the finish is played, alarms are cancelled and the record is made', () => {
    const before = advance(started(), 634_999, AWAKE).session;
    expect(names(advance(before, 635_000, AWAKE))).toEqual(['save', 'play finish', 'record', 'arm']);
  });

  test('next plays the opening cue of the zone it moves to', () => {
    expect(names(told(started(), 'next', 5_000))).toEqual(['save', 'play begin', 'arm']);
  });

  test('next in the last zone finishes the session', () => {
    const last = advance(started(), 600_000, AWAKE).session;
    expect(names(told(last, 'next', 601_000))).toEqual(['save', 'play finish', 'record', 'arm']);
  });

  test('an end by the person plays nothing', () => {
    expect(names(told(started(), 'end', 5_000))).toEqual(['record', 'arm']);
  });
});

describe('back', () => {
  const at = (session: Session, now: number) => {
    const { activity, step, whole } = view(session, now);
    return [activity.kind === 'zone' ? activity.zone : activity.kind, step.left, whole.left];
  };
  const after = (session: Session, ...orders: readonly (readonly [Command, number])[]): Session =>
    orders.reduce((before, [what, now]) => told(before, what, now).session, session);
  const ankle = (): Session => advance(started(), 30_000, AWAKE).session;

  test('within six seconds of next continues at the same second, with the same time planned', () => {
    expect(at(ankle(), 30_000)).toEqual(['ankle', 50_000, 605_000]);
    const moved = after(ankle(), ['next', 30_000]);
    expect(at(moved, 36_000)).toEqual(['calf', 54_000, 549_000]);
    const back = after(moved, ['back', 36_000]);
    expect(at(back, 36_000)).toEqual(['ankle', 50_000, 605_000]);
    expect(back.book).toHaveLength(2);
    const calf = advance(back, 86_000, AWAKE);
    expect([names(calf), at(calf.session, 86_000)]).toEqual([
      ['save', 'play moveUp'],
      ['calf', 60_000, 555_000],
    ]);
  });

  test('later, or without a next before it, restarts the step', () => {
    expect(at(after(ankle(), ['next', 30_000], ['back', 36_001]), 36_001)).toEqual(['calf', 60_000, 555_000]);
    expect(at(after(ankle(), ['back', 31_000]), 31_000)).toEqual(['ankle', 60_000, 615_000]);
  });

  test('undoes a next in a pause as well, and only the last of two', () => {
    const paused = after(ankle(), ['pause', 30_000], ['next', 31_000], ['back', 33_000], ['resume', 40_000]);
    expect(at(paused, 40_000)).toEqual(['ankle', 50_000, 605_000]);
    const two = after(ankle(), ['next', 30_000], ['next', 31_000], ['back', 32_000]);
    expect(at(two, 32_000)).toEqual(['calf', 59_000, 554_000]);
    expect(at(after(two, ['back', 33_000]), 33_000)).toEqual(['calf', 60_000, 555_000]);
  });
});

describe('a cue that is overdue', () => {
  test('is played while it is still useful, and booked with its delay', () => {
    const late = advance(started(), 30_000, AWAKE);
    expect(names(late)).toEqual(['save', 'play begin']);
    expect(late.session.book).toEqual([{ outcome: 'played', by: 'page', late: 10_000 }]);
  });

  test('is no longer played after ten seconds', () => {
    const late = advance(started(), 30_001, AWAKE);
    expect(names(late)).toEqual(['save']);
    expect(late.session.book).toEqual([{ outcome: 'unknown' }]);
  });

  test('never comes in a burst: only the newest is played, the one just before it is overtaken', () => {
    const dense = makeRoutine({
      ...FIVE_ZONES_A_LEG,
      prepareSeconds: 0,
      switchSeconds: 5,
      reminderSeconds: 55,
    });
    const late = advance(begin('id', dense, 0, AWAKE).session, 61_000, AWAKE);
    expect(names(late)).toEqual(['save', 'play moveUp']);
    expect(late.session.book.slice(1)).toEqual([
      { outcome: 'missed', reason: 'overtaken' },
      { outcome: 'played', by: 'page', late: 1_000 },
    ]);
  });

  test('yields to a successor closer than the gap, and does not count as played', () => {
    const dense = makeRoutine({
      ...FIVE_ZONES_A_LEG,
      prepareSeconds: 0,
      switchSeconds: 5,
      reminderSeconds: 55,
    });
    const at = (now: number) => advance(begin('id', dense, 0, AWAKE).session, now, AWAKE);
    expect(names(at(57_000))).toEqual(['save', 'play lightTouch']);
    expect(names(at(57_001))).toEqual(['save']);
    expect(at(57_001).session.book.slice(1)).toEqual([{ outcome: 'missed', reason: 'overtaken' }]);
  });

  test('that the motor refuses is missed, and a swallowed one stays swallowed', () => {
    const at = (wrist: typeof AWAKE | typeof SILENCED) =>
      withRefused(advance(started(), 20_000, wrist).session, 20_000).book;
    expect(at(AWAKE)).toEqual([{ outcome: 'missed', reason: 'refused' }]);
    expect(at(SILENCED)).toEqual([{ outcome: 'swallowed', by: 'doNotDisturb' }]);
  });

  test('yields to a cue caused by a command at the same moment, because one pattern cuts off another', () => {
    const moved = told(started(), 'next', 20_400);
    expect(names(moved)).toEqual(['save', 'play moveUp', 'arm']);
    expect(moved.session.book).toEqual([
      { outcome: 'missed', reason: 'overtaken' },
      { outcome: 'played', by: 'page', late: 0 },
    ]);
    expect(told(started(), 'next', 31_000).session.book[0]).toEqual({ outcome: 'unknown' });
    expect(told(started(), 'pause', 20_400).session.book).toMatchObject([{ outcome: 'played' }]);
  });

  test('is played and booked as missed while the watch swallows vibrations', () => {
    const silent = advance(started(), 20_000, SILENCED);
    expect(names(silent)).toEqual(['save', 'play begin']);
    expect(silent.session.book).toEqual([{ outcome: 'swallowed', by: 'doNotDisturb' }]);
  });
});

/** An invalid command, when it is given, and its code. */
const senseless: readonly (readonly [string, Session, Command, number, string])[] = [
  ['resuming what runs', started(), 'resume', 1_000, 'notPaused'],
  ['pausing what is paused', told(started(), 'pause', 1_000).session, 'pause', 2_000, 'alreadyPaused'],
  ['extending what has ended', told(started(), 'end', 1_000).session, 'extend', 2_000, 'ended'],
  ['pausing in the moment of the end', started(), 'pause', 635_000, 'ended'],
];

test.each(senseless)('%s is refused and named', (_name, session, what, now, error) => {
  expect(command(session, what, now, AWAKE)).toEqual({ ok: false, error });
});

test('a session ends when its routine ended, however late it is advanced', () => {
  const late = advance(started(), 900_000, AWAKE).session;
  expect(late.phase === 'ended' && [late.ending, late.endedAt, late.elapsed]).toEqual([
    'finished',
    635_000,
    635_000,
  ]);
});

test('advancing to the same moment twice changes nothing', () => {
  const once = advance(started(), 20_000, AWAKE).session;
  expect(advance(once, 20_000, AWAKE)).toEqual({ session: once, effects: [] });
});

// Helpers

function started(): Session {
  return begin('id', makeRoutine(FIVE_ZONES_A_LEG), 0, AWAKE).session;
}

function told(session: Session, what: Command, now: number): Transition {
  return certain(command(session, what, now, AWAKE), `${what} makes sense after ${now / SECOND} s`);
}

function names({ effects }: Transition): readonly string[] {
  return effects.map((effect: Effect) => (effect.kind === 'play' ? `play ${effect.cue.kind}` : effect.kind));
}
