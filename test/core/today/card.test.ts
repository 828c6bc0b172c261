import fc from 'fast-check';
import { pack } from '../../../core/care/statement';
import { makeRoutine } from '../../../core/plan/routine';
import { glanceAt, GLANCE_LENGTH } from '../../../core/state/session-glance';
import { SESSION_FILE, UNARMED } from '../../../core/state/session-file';
import { storedText } from '../../../core/state/stored';
import { startSession } from '../../../core/session/session';
import { command } from '../../../core/session/transition';
import { HOUR, MINUTE } from '../../../core/time';
import type { CardState } from '../../../core/today/card';
import { cardState } from '../../../core/today/card';
import { isToStart, startParam } from '../../../core/today/start-param';
import type { TodayNote } from '../../../core/today/today';
import { NOTHING_NOTED } from '../../../core/today/today';
import { isNoted, withCare, withSession, withSessions } from '../../../core/today/noting';
import { TWO_ZONES_A_LEG } from '../plans';

const EIGHT = Date.UTC(2026, 2, 2, 8);
const DAY = 24 * HOUR;
const at = (startedAt: number, utcOffset = 0) => ({ startedAt, utcOffset });

const session = (left: number, right: number, startedAt = EIGHT) => ({
  ...{ id: `a-${startedAt}`, startedAt, utcOffset: 0, endedAt: startedAt + 10 * MINUTE },
  zones: [
    { leg: 'left', zone: 'calf', plannedSeconds: 300, doneSeconds: left },
    { leg: 'right', zone: 'calf', plannedSeconds: 300, doneSeconds: right },
  ],
});

const NOTED: TodayNote = { ...NOTHING_NOTED, isKnown: true };
const legsOf = (state: CardState) => ('legs' in state ? [state.legs.left, state.legs.right] : state.kind);

test('if nothing is noted, or something has to be asked first, the card claims nothing', () => {
  expect(cardState(undefined, undefined, at(EIGHT))).toEqual({ kind: 'open' });
  expect(cardState({ ...NOTED, isBarred: true }, undefined, at(EIGHT))).toEqual({ kind: 'open' });
});

test('each leg is shown as it is today, without what was done before four in the morning', () => {
  const note = withSession(NOTED, session(300, 60));
  expect(legsOf(cardState(note, undefined, at(EIGHT + HOUR)))).toEqual(['done', 'partly']);
  expect(legsOf(cardState(note, undefined, at(EIGHT + 19 * HOUR)))).toEqual(['done', 'partly']);
  expect(legsOf(cardState(note, undefined, at(EIGHT + 20 * HOUR)))).toEqual(['notYet', 'notYet']);
});

test('a leg that is not in the plan is not shown as left to do', () => {
  expect(legsOf(cardState({ ...NOTED, planned: ['right'] }, undefined, at(EIGHT)))).toEqual([
    'notPlanned',
    'notYet',
  ]);
});

test('a locked leg is shown as locked, whatever was done of it; if the whole plan is locked, nothing can begin', () => {
  const one = withSession({ ...NOTED, locked: ['left'] }, session(300, 0));
  expect(legsOf(cardState(one, undefined, at(EIGHT)))).toEqual(['locked', 'notYet']);
  expect(cardState(one, undefined, at(EIGHT)).kind).toBe('ready');
  expect(cardState({ ...one, planned: ['left'] }, undefined, at(EIGHT)).kind).toBe('locked');
  expect(cardState({ ...one, locked: ['left', 'right'] }, undefined, at(EIGHT)).kind).toBe('locked');
});

test('all is done once no leg of the plan that may be massaged is left to do', () => {
  const kindOf = (note: TodayNote) => cardState(note, undefined, at(EIGHT)).kind;
  const left = withSession(NOTED, session(300, 60));
  expect([kindOf(left), kindOf(withSession(NOTED, session(300, 300)))]).toEqual(['ready', 'done']);
  expect(kindOf({ ...left, planned: ['left'] })).toBe('done');
  expect(kindOf({ ...left, locked: ['right'] })).toBe('done');
});

test('a reminder can be put off while a leg of the plan is left to do', () => {
  const canPutOff = (note: TodayNote): boolean => {
    const state = cardState(note, undefined, at(EIGHT));
    return 'canPutOff' in state && state.canPutOff;
  };
  const reminded = { ...NOTED, reminds: true };
  expect([canPutOff(NOTED), canPutOff(reminded)]).toEqual([false, true]);
  expect(canPutOff(withSession(reminded, session(300, 60)))).toBe(true);
  expect(canPutOff(withSession(reminded, session(300, 300)))).toBe(false);
  expect(canPutOff({ ...withSession(reminded, session(300, 0)), locked: ['right'] })).toBe(false);
});

test('the last seven days are marked for each leg, today last', () => {
  const note = [session(300, 0, EIGHT - 6 * DAY), session(300, 300, EIGHT - DAY), session(0, 300)].reduce(
    withSession,
    withSession(NOTED, session(300, 300, EIGHT - 7 * DAY)),
  );
  const state = cardState(note, undefined, at(EIGHT));
  const week = 'week' in state ? (state.week ?? []) : [];
  expect(week.map(({ left }) => left)).toEqual([true, false, false, false, false, true, false]);
  expect(week.map(({ right }) => right)).toEqual([false, false, false, false, false, true, true]);
});

test('a session in progress is shown with its remaining time, whatever is noted', () => {
  const left = (ends: number): CardState => cardState(undefined, { ends }, at(EIGHT));
  expect(left(EIGHT + 9 * MINUTE + 1)).toEqual({ kind: 'going', minutesLeft: 10, week: undefined });
  expect(left(EIGHT)).toMatchObject({ minutesLeft: undefined });
  expect(left(0)).toMatchObject({ minutesLeft: undefined });
  expect(cardState(NOTED, { ends: 0 }, at(EIGHT))).toMatchObject({ kind: 'going', week: { length: 7 } });
});

test('the first bytes of a session file say when it is over', () => {
  const running = startSession('k3f9xw2pqa-1', makeRoutine(TWO_ZONES_A_LEG), EIGHT);
  const start = (text: string) => glanceAt(text.slice(0, GLANCE_LENGTH));
  const text = storedText(SESSION_FILE, { session: running, arming: UNARMED });
  expect(start(text)).toEqual({ ends: EIGHT + running.routine.length });
  const paused = command(running, 'pause', EIGHT + MINUTE, { quiet: undefined });
  if (!paused.ok) throw new Error('it can be paused');
  expect(start(storedText(SESSION_FILE, { session: paused.value.session, arming: UNARMED }))).toEqual({
    ends: 0,
  });
  expect(start('{"version":1,"id":"abc"')).toEqual({ ends: 0 });
  expect(glanceAt('')).toBeUndefined();
});

test('what the card passes on is valid for ten seconds', () => {
  const param = startParam(EIGHT);
  expect([0, 10_000, 10_001, -10_001].map((later) => isToStart(param, EIGHT + later))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([undefined, '', 'start', 'start x', 7].map((odd) => isToStart(odd, EIGHT))).toEqual(
    Array(5).fill(false),
  );
});

test('rebuilding the note from all sessions gives the same note as updating it', () => {
  const sessions = fc.array(fc.record({ day: fc.nat(20), left: fc.nat(400), right: fc.nat(400) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(sessions, (made) => {
      const records = made.map(({ day, left, right }, index) =>
        session(left, right, EIGHT + day * DAY + index),
      );
      const grown = records.reduce(withSession, NOTED);
      expect(withSessions({ ...NOTED, days: [] }, [...records].reverse())).toEqual(grown);
      const last = records[records.length - 1];
      if (last) expect([isNoted(grown, last), isNoted(NOTED, last)]).toEqual([true, false]);
    }),
  );
});

test('the note contains the locks, and whether something has to be asked first', () => {
  const lock = pack({ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: 1 });
  expect(withCare(NOTED, { said: [lock], mayLack: false }).locked).toEqual(['left']);
  expect(withCare(NOTED, { said: [], mayLack: false })).toEqual(NOTED);
  expect(withCare(NOTED, { said: [], mayLack: true }).isBarred).toBe(true);
  expect(withCare(NOTED, { said: [], mayLack: false, stopped: 'left' }).isBarred).toBe(true);
});
