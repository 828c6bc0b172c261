import { zoneNumber } from '../../../core/body';
import { parsePlan } from '../../../core/plan/parse-plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import type { Arming } from '../../../core/session/arming';
import { NOTHING_ARMED } from '../../../core/session/arming';
import type { Mark } from '../../../core/session/mark';
import type { Session } from '../../../core/session/session';
import { openCues, startSession } from '../../../core/session/session';
import { advance as advanceTo } from '../../../core/session/transition';
import { SECOND } from '../../../core/time';
import type { Stage } from '../../../device/session/stage';
import { conduct } from '../../../device/session/conductor';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';

/** How the signal of a zone is noted when it is played. */
const PLAY_ANKLE = `play ${zoneNumber('ankle')}`;
const PLAY_CALF = `play ${zoneNumber('calf')}`;

const AWAKE = { quiet: undefined };
const START = 1_000_000;
const ZONE = 20 * SECOND;

/** Two zones of a leg and nothing else: a cue at the start, after 20 s, and at the end. */
const PLAN = certain(
  parsePlan({
    ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 'off', zoneOrder: 'upward' },
    legs: [{ leg: 'left', zones: ['ankle', 'calf'].map((zone) => ({ zone, seconds: ZONE / SECOND })) }],
  }),
  'the plan keeps to all limits',
);

/** A test setup that notes every action in `done`; `on` is how it is configured. */
function stageOn(fake: FakeWatch, on: Partial<Stage> = {}): Stage & { sessions: Session[] } {
  const { done, watch, disk } = fake;
  const sessions: Session[] = [];
  let isSaved = true;
  const silent = {
    forget: () => done.push('forget'),
    release: () => done.push('release'),
  };
  return {
    sessions,
    clock: watch.clock,
    haptics: watch.vibrator,
    touch: { set: 'standard', strength: 'normal' },
    wrist: () => AWAKE,
    evidence: () => ({
      now: fake.now(),
      alarmsLeft: [],
      quiet: undefined,
      marks: [],
      leavesMarks: true,
      proof: 'notTried',
    }),
    arming: () => NOTHING_ARMED,
    carriers: [{ ...silent, arm: (_, cues) => done.push(`carry ${cues.length}`) }],
    save(session) {
      sessions.push(session);
      isSaved = disk.takes;
      done.push(isSaved ? 'save' : 'refused');
    },
    isSaved: () => isSaved,
    record: () => done.push('record'),
    show: ({ phase }, _saved, _bare, isOff) => done.push(`show ${phase}${isOff ? ' off the wrist' : ''}`),
    isOff: () => false,
    hasReminded: () => false,
    signalsEarly: false,
    motorMaySleep: false,
    patience: 0,
    ...on,
  };
}

/** A session that begins at `START` on this stage. */
function begin(fake: FakeWatch, on: Partial<Stage> = {}) {
  const stage = stageOn(fake, on);
  const session = startSession('id', makeRoutine(PLAN), START);
  const conductor = conduct(stage, session, () => advanceTo(session, fake.now(), AWAKE));
  return { stage, conductor };
}

/** What was done since the last call. */
function news({ done }: FakeWatch): readonly string[] {
  return done.splice(0);
}

test('a due cue is on disk before it is felt, and felt before the screen shows what comes next', () => {
  const fake = fakeWatch(START);
  begin(fake);
  fake.advance(ZONE - SECOND);
  news(fake);
  fake.advance(SECOND);
  expect(news(fake)).toEqual(['save', PLAY_CALF, 'release', 'save', 'show running']);
});

test('a second in which nothing is due costs one update of the screen and no write', () => {
  const fake = fakeWatch(START);
  begin(fake);
  fake.advance(SECOND / 2);
  news(fake);
  fake.advance(SECOND);
  expect(news(fake)).toEqual(['show running']);
});

test.each([
  [true, ['show running', 'play lightTouch', 'show running']],
  [false, ['show running', 'show running']],
])('three seconds before the end a light tick is felt if chosen: %p', (signalsEarly, expected) => {
  const fake = fakeWatch(START);
  begin(fake, { signalsEarly });
  fake.advance(2 * ZONE - 4_500);
  news(fake);
  fake.advance(2 * SECOND);
  expect(news(fake)).toEqual(expected);
});

test.each([
  ['in time', 0, ['play lightTouch']],
  ['two seconds late, which leaves less than the gap', 2 * SECOND, []],
])('the light tick before the end keeps the gap after a reminder that came %s', (_, late, expected) => {
  const fake = fakeWatch(START);
  const plan = certain(
    parsePlan({
      ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 30, zoneOrder: 'upward' },
      legs: [{ leg: 'left', zones: [{ zone: 'ankle', seconds: 38 }] }],
    }),
    'the plan keeps to all limits',
  );
  const stage = stageOn(fake, {
    signalsEarly: true,
    // An alarm is armed for the reminder; a page whose screen may sleep leaves the cue to it for this long.
    arming: () => ({
      ...NOTHING_ARMED,
      cues: [{ number: 1, alarm: 7, rings: START + 40 * SECOND }],
    }),
    evidence: () => ({ ...stageOn(fake).evidence(0), alarmsLeft: [7] }),
    patience: late,
  });
  const session = startSession('id', makeRoutine(plan), START);
  conduct(stage, session, () => advanceTo(session, START, AWAKE));
  fake.advance(30 * SECOND + late + 100);
  expect(news(fake)).toContain('play lightTouch');
  fake.advance(7 * SECOND - late);
  expect(news(fake).filter((each) => each.startsWith('play'))).toEqual(expected);
});

test('a command drops what was armed, and the changed session is saved, armed and shown', () => {
  const fake = fakeWatch(START);
  const { conductor, stage } = begin(fake);
  fake.advance(5 * SECOND);
  news(fake);
  expect(conductor.tell('pause')).toEqual({ ok: true, value: undefined });
  expect(news(fake)).toEqual(['forget', 'save', 'carry 0', 'show paused']);
  expect(stage.sessions[stage.sessions.length - 1]?.journal).toContainEqual({
    ...{ kind: 'paused', at: START + 5 * SECOND },
  });
  fake.advance(60 * SECOND);
  expect(news(fake)).toEqual([]);
  conductor.tell('resume');
  expect(news(fake)).toEqual(['forget', 'save', 'carry 2', 'show running']);
});

test('an invalid command is refused with the reason and changes nothing', () => {
  const fake = fakeWatch(START);
  const { conductor } = begin(fake);
  news(fake);
  expect(conductor.tell('resume').ok).toBe(false);
  expect(news(fake)).toEqual(['show running']);
});

test('a page that is left cancels its timer: it no longer saves, plays or shows anything', () => {
  const fake = fakeWatch(START);
  const { conductor } = begin(fake);
  news(fake);
  conductor.leave();
  fake.advance(2 * ZONE);
  expect(news(fake)).toEqual([]);
});

test('the end of the routine is saved, felt, recorded and shown, and then nothing more happens', () => {
  const fake = fakeWatch(START);
  begin(fake);
  fake.advance(2 * ZONE - SECOND);
  news(fake);
  fake.advance(SECOND);
  const done = news(fake);
  expect(done).toEqual(expect.arrayContaining(['save', 'play finish', 'record', 'show ended']));
  expect(done.indexOf('save')).toBeLessThan(done.indexOf('play finish'));
  expect(done.indexOf('record')).toBeLessThan(done.indexOf('show ended'));
  fake.advance(60 * SECOND);
  expect(news(fake)).toEqual([]);
});

test('a cue that the motor refuses is booked as refused, on disk and in the record if it ends the session', () => {
  const fake = fakeWatch(START);
  const ended: Session[] = [];
  const { stage } = begin(fake, { record: (session) => ended.push(session) });
  fake.motor.takes = false;
  fake.advance(ZONE);
  expect(news(fake)).toEqual(expect.arrayContaining(['refuse 2', 'release', 'save']));
  const refused = { outcome: 'missed', reason: 'refused' };
  expect(stage.sessions[stage.sessions.length - 1]?.book[1]).toEqual(refused);
  fake.motor.takes = true;
  fake.advance(ZONE - SECOND);
  fake.motor.takes = false;
  fake.advance(SECOND);
  expect(ended.map(({ book }) => book.slice(1))).toEqual([[refused, refused]]);
});

describe('a forgotten pause', () => {
  const paused = (on: Partial<Stage> = {}) => {
    const fake = fakeWatch(START);
    const { conductor } = begin(fake, on);
    conductor.tell('pause');
    news(fake);
    return { fake, conductor };
  };

  it('is signalled once after three minutes by the lightest signal, and its alarm is cancelled', () => {
    const { fake } = paused();
    fake.advance(3 * 60 * SECOND - 1);
    expect(news(fake)).toEqual([]);
    fake.advance(1);
    expect(news(fake)).toEqual(['play lightTouch', 'forget', 'save', 'carry 0', 'show paused']);
    fake.advance(60 * 60 * SECOND);
    expect(news(fake)).toEqual([]);
  });

  it('is not signalled by a page if an alarm has done it', () => {
    const { fake } = paused({ hasReminded: () => true });
    fake.advance(10 * 60 * SECOND);
    expect(news(fake)).not.toContain('play lightTouch');
  });

  it('ends when the session goes on, and the next pause has its own signal', () => {
    const { fake, conductor } = paused();
    fake.advance(179 * SECOND);
    conductor.tell('resume');
    fake.advance(SECOND);
    conductor.tell('pause');
    fake.advance(179 * SECOND);
    expect(news(fake)).not.toContain('play lightTouch');
    fake.advance(SECOND);
    expect(news(fake)).toContain('play lightTouch');
  });

  it('is signalled even if the disk refused to store the pause', () => {
    const fake = fakeWatch(START);
    const { conductor } = begin(fake);
    fake.disk.takes = false;
    conductor.tell('pause');
    fake.advance(180 * SECOND);
    fake.advance(60 * SECOND);
    expect(news(fake).filter((what) => what === 'play lightTouch')).toHaveLength(1);
  });
});

describe('a watch that is taken off', () => {
  const OFF = 'show running off the wrist';

  it('shows at the next second, and is noted on disk once if it is still off a second later', () => {
    const fake = fakeWatch(START);
    let isOff = false;
    const { stage } = begin(fake, { isOff: () => isOff });
    fake.advance(5 * SECOND);
    news(fake);
    isOff = true;
    fake.advance(SECOND);
    expect(news(fake)).toEqual([OFF]);
    fake.advance(5 * SECOND);
    expect(news(fake)).toEqual(['save', OFF, OFF, OFF, OFF, OFF]);
    isOff = false;
    fake.advance(SECOND);
    expect(news(fake)).toEqual(['show running']);
    expect(stage.sessions[stage.sessions.length - 1]?.timesTakenOff).toBe(1);
  });

  it('for one second only counts as a sensor error, and during a pause is ignored', () => {
    const fake = fakeWatch(START);
    const { stage, conductor } = begin(fake, { isOff: () => fake.now() >= START + 5 * SECOND });
    fake.advance(5 * SECOND);
    conductor.tell('pause');
    expect(news(fake).slice(-1)).toEqual(['show paused']);
    fake.advance(60 * SECOND);
    expect(stage.sessions[stage.sessions.length - 1]?.timesTakenOff).toBe(0);
  });
});

describe('what the disk refuses', () => {
  it('is written again at every second shown', () => {
    const fake = fakeWatch(START);
    begin(fake);
    fake.advance(ZONE - SECOND);
    fake.disk.takes = false;
    fake.advance(SECOND);
    expect(news(fake)).toContain(PLAY_CALF);
    fake.advance(2 * SECOND);
    expect(news(fake)).toEqual(['refused', 'show running', 'refused', 'show running']);
    fake.disk.takes = true;
    fake.advance(2 * SECOND);
    expect(news(fake)).toEqual(['save', 'show running', 'show running']);
  });

  it('is written again every five seconds in a pause, until it succeeds', () => {
    const fake = fakeWatch(START);
    const { conductor } = begin(fake);
    fake.disk.takes = false;
    conductor.tell('pause');
    news(fake);
    fake.advance(5 * SECOND);
    expect(news(fake)).toEqual(['refused', 'show paused']);
    fake.disk.takes = true;
    fake.advance(5 * SECOND);
    expect(news(fake)).toEqual(['save', 'show paused']);
    fake.advance(60 * SECOND);
    expect(news(fake)).toEqual([]);
  });
});

describe('a motor that may sleep', () => {
  it('gets half a second before a cue that is due at once, and the cue is booked at that time', () => {
    const fake = fakeWatch(START);
    const { stage } = begin(fake, { motorMaySleep: true });
    fake.advance(499);
    expect(news(fake)).toEqual(['show running']);
    fake.advance(1);
    expect(news(fake)).toEqual(['save', PLAY_ANKLE, 'release', 'save', 'show running']);
    expect(stage.sessions[0]?.book[0]).toMatchObject({ outcome: 'played', late: 500 });
    fake.advance(ZONE);
    expect(news(fake).filter((each) => each.startsWith('play'))).toEqual([PLAY_CALF]);
  });

  it('is used at once, and once only, if the person gives a command meanwhile', () => {
    const fake = fakeWatch(START);
    const { conductor } = begin(fake, { motorMaySleep: true });
    fake.advance(100);
    expect(conductor.tell('pause').ok).toBe(true);
    fake.advance(5 * SECOND);
    expect(news(fake).filter((each) => each.startsWith('play'))).toEqual([PLAY_ANKLE]);
  });

  it('is not started by a page that has been left', () => {
    const fake = fakeWatch(START);
    begin(fake, { motorMaySleep: true }).conductor.leave();
    fake.advance(SECOND);
    expect(news(fake).filter((each) => each.startsWith('play'))).toEqual([]);
  });
});

describe('a cue with an alarm', () => {
  const ARMED: Arming = {
    ...{ guard: 9, guardRings: START + 1_000 * SECOND },
    cues: openCues(startSession('id', makeRoutine(PLAN), START)).map(({ number, due }) => ({
      ...{ number, alarm: number + 1, rings: due + SECOND },
    })),
  };
  const left = (ids: readonly number[], fake: FakeWatch, marks: readonly Mark[] = []): Stage['evidence'] => {
    return () => ({
      now: fake.now(),
      alarmsLeft: ids,
      quiet: undefined,
      marks,
      leavesMarks: true,
      proof: 'notTried',
    });
  };

  it('is left to the alarm for a while, and then played by the page', () => {
    const fake = fakeWatch(START);
    begin(fake, { arming: () => ARMED, evidence: left([9, 2, 3], fake), patience: 3 * SECOND });
    fake.advance(ZONE + 2 * SECOND);
    expect(news(fake)).not.toContain(PLAY_CALF);
    fake.advance(SECOND);
    expect(news(fake)).toContain(PLAY_CALF);
  });

  it('that has rung meanwhile is booked by its mark, and not played again', () => {
    const fake = fakeWatch(START);
    const began = START + ZONE + SECOND;
    const mark: Mark = { session: 'id', revision: 1, number: 1, began, did: 'brief', quiet: undefined };
    const { stage } = begin(fake, {
      arming: () => ARMED,
      evidence: left([9, 3], fake, [mark]),
      patience: 3 * SECOND,
    });
    fake.advance(ZONE + 4 * SECOND);
    expect(news(fake)).not.toContain(PLAY_CALF);
    const book = stage.sessions[stage.sessions.length - 1]?.book ?? [];
    expect(book[1]).toEqual({ outcome: 'played', by: 'alarm', late: SECOND });
  });

  it('whose service may be running is not played', () => {
    const fake = fakeWatch(START);
    const ringsOnTime: Stage['evidence'] = (until) =>
      left(fake.now() < START + ZONE ? [9, 2, 3] : [9, 3], fake)(until);
    begin(fake, { arming: () => ARMED, evidence: ringsOnTime });
    fake.advance(ZONE + SECOND);
    expect(news(fake)).not.toContain(PLAY_CALF);
  });

  it('that was gone before the cue was due is played by the page, because its service stayed silent', () => {
    const fake = fakeWatch(START);
    begin(fake, { arming: () => ARMED, evidence: left([9, 3], fake) });
    fake.advance(ZONE);
    // That it was played is written to disk, because an alarm that is gone does not show it.
    expect(news(fake).slice(-5)).toEqual(['save', PLAY_CALF, 'release', 'save', 'show running']);
  });

  it.each([
    ['gone', [9, 3], []],
    ['still there, which tells nothing', [9, 2, 3], ['save']],
  ] as const)('is played by a page that opens in time; after that its alarm is %s', (_, ids, noted) => {
    const fake = fakeWatch(START);
    const evidence: Stage['evidence'] = (until) =>
      left(fake.done.includes(PLAY_CALF) ? ids : [9, 2, 3], fake)(until);
    begin(fake, { arming: () => ARMED, evidence });
    fake.advance(ZONE - SECOND);
    news(fake);
    fake.advance(SECOND);
    expect(news(fake)).toEqual(['save', PLAY_CALF, 'release', ...noted, 'show running']);
  });
});
