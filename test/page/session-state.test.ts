import type { Press } from '../../core/session/keys';
import { makeRoutine } from '../../core/plan/routine';
import { startSession } from '../../core/session/session';
import { view } from '../../core/session/view';
import type { Preferences } from '../../core/state/preferences';
import { UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import type { Cares, SessionScreen, Told } from '../../page/session/state';
import { sessionScreen } from '../../page/session/state';
import { TWO_ZONES_A_LEG } from '../core/plans';

const SESSION = view(startSession('id', makeRoutine(TWO_ZONES_A_LEG), 0), 0);
const TOLD: Told = { session: SESSION, saved: true, bare: 0, isOff: false };
const NOTHING_ASKED: Cares = {
  askFor: () => undefined,
  hasQuestion: () => false,
  veins: { left: [], right: [] },
};
const HOLD: Press = { kind: 'hold' };

function screenIn(lotionMode: boolean): SessionScreen {
  return darkScreen({ lotionMode }).screen;
}

/** A session screen, and a clock that `pass` advances. */
function darkScreen(chosen: Partial<Preferences> = {}, launch: { knowsWayBack?: boolean } = {}) {
  const preferences = { ...UNCHANGED_PREFERENCES.values, ...chosen };
  let now = 1_000_000;
  const screen = sessionScreen(preferences, ['home', 'shortcut'], { now: () => now }, launch, NOTHING_ASKED);
  return {
    screen,
    launch,
    look: (told: Partial<Told> = {}) => screen.state({ ...TOLD, ...told }).look,
    pass: (time: number): void => {
      now += time;
    },
  };
}

test('tapping End session asks first, and any other tap dismisses the question', () => {
  const screen = screenIn(false);
  screen.askEnd(false);
  expect(screen.state(TOLD).asking).toBe('end');
  expect(screen.touched('keepGoing')).toBeUndefined();
  expect(screen.state(TOLD).asking).toBeUndefined();
  screen.askEnd(true);
  expect(screen.state(TOLD).asking).toBe('endOrDiscard');
  expect(screen.touched('end')).toBe('end');
  expect(screen.state(TOLD).asking).toBeUndefined();
});

test('tapping the time shows that of the whole session, and tapping again that of the step, with a caption for a while', () => {
  const { screen, pass } = darkScreen();
  const seen = () => {
    const { showsAll, saysStep } = screen.state(TOLD);
    return [showsAll, saysStep];
  };
  expect(seen()).toEqual([false, false]);
  expect(screen.touched('switchTime')).toBeUndefined();
  expect(seen()).toEqual([true, false]);
  pass(600 * SECOND);
  expect(seen()).toEqual([true, false]);
  screen.touched('switchTime');
  expect(seen()).toEqual([false, true]);
  pass(3 * SECOND);
  expect(seen()).toEqual([false, false]);
});

describe('a swipe that would leave the session', () => {
  const asks = (screen: SessionScreen) => screen.state(TOLD).asking === 'leave';

  test('asks first, and a second one within five seconds leaves', () => {
    const { screen, pass } = darkScreen();
    screen.state(TOLD);
    expect(screen.swipedBack()).toBe(true);
    expect(asks(screen)).toBe(true);
    pass(4_999);
    expect(asks(screen)).toBe(true);
    expect(screen.swipedBack()).toBe(false);
  });

  test.each([
    ['five seconds', 5 * SECOND],
    ['a clock that was set back', -SECOND],
  ])('asks again after %s', (_, passed) => {
    const { screen, pass } = darkScreen();
    screen.state(TOLD);
    screen.swipedBack();
    pass(passed);
    expect(asks(screen)).toBe(false);
    expect(screen.swipedBack()).toBe(true);
  });

  test('asks again after any touch', () => {
    const { screen } = darkScreen();
    screen.state(TOLD);
    screen.swipedBack();
    screen.touched('next');
    expect(asks(screen)).toBe(false);
    expect(screen.swipedBack()).toBe(true);
  });

  test('leaves at once if the question was turned off, in a pause, and when the session is over', () => {
    const unasked = darkScreen({ askToLeave: false }).screen;
    unasked.state(TOLD);
    expect(unasked.swipedBack()).toBe(false);
    for (const phase of ['paused', 'ended'] as const) {
      const { screen } = darkScreen();
      screen.state(TOLD);
      screen.swipedBack();
      expect(screen.state({ ...TOLD, session: { ...SESSION, phase } }).asking).toBeUndefined();
      expect(screen.swipedBack()).toBe(false);
    }
  });
});

test('a session that could not be discarded says so until the next touch', () => {
  const screen = screenIn(false);
  screen.notDiscarded();
  expect(screen.state(TOLD).unsaved).toBe(true);
  screen.touched('keepGoing');
  expect(screen.state(TOLD).unsaved).toBe(false);
});

test('without lotion mode holding a key pauses and resumes, and short presses are left to the watch', () => {
  const screen = screenIn(false);
  expect([false, true].map((isPaused) => screen.pressed(HOLD, isPaused))).toEqual(['pause', 'resume']);
  expect(screen.meaningOf({ kind: 'click', key: 'home' }, false)).toBe('system');
});

test.each(['pause', 'resume', 'next', 'extend'] as const)('tapping %s gives that command', (action) => {
  expect(screenIn(false).touched(action)).toBe(action);
});

test('in lotion mode the touch screen is locked from the start, and key hints replace the buttons', () => {
  expect(screenIn(true).isDeaf()).toBe(true);
  expect(screenIn(true).state(TOLD).locked).toEqual({ keys: ['home', 'shortcut'], flipPauses: false });
  expect(screenIn(false).state(TOLD).locked).toBeUndefined();
});

test.each([
  ['home', false, 'pause'],
  ['home', true, 'resume'],
  ['shortcut', false, 'extend'],
  ['down', false, 'next'],
  ['back', false, undefined],
] as const)(
  'with the touch screen locked, pressing %s (paused: %p) gives the command %s',
  (key, isPaused, command) => {
    const screen = screenIn(true);
    expect(screen.pressed({ kind: 'click', key }, isPaused)).toBe(command);
    expect(screen.isDeaf()).toBe(true);
  },
);

test('holding a key unlocks the touch screen and gives no command', () => {
  const screen = screenIn(true);
  expect(screen.pressed(HOLD, false)).toBeUndefined();
  expect(screen.isDeaf()).toBe(false);
  expect(screen.state(TOLD).locked).toBeUndefined();
});

test('a session whose record was not stored says so, and unlocks the touch screen so that the person can leave', () => {
  const screen = screenIn(true);
  screen.over(false);
  expect(screen.state(TOLD).unsaved).toBe(true);
  expect(screen.isDeaf()).toBe(false);
  screen.over(true);
  expect(screen.state(TOLD).unsaved).toBe(false);
});

test('what is not on disk is shown as not saved', () => {
  expect(screenIn(false).state({ ...TOLD, saved: false }).unsaved).toBe(true);
});

describe('the dark look', () => {
  test('is one tap away, first says how to get the picture back, and then is black', () => {
    const { screen, look, pass } = darkScreen();
    expect([look(), screen.isDeaf()]).toEqual(['picture', false]);
    expect(screen.touched('dark')).toBeUndefined();
    expect([look(), screen.isDeaf()]).toEqual(['word', true]);
    pass(5 * SECOND);
    expect(look()).toBe('black');
  });

  test('says so once in a launch', () => {
    const { screen, look, launch } = darkScreen();
    screen.touched('dark');
    expect(look()).toBe('word');
    expect(darkScreen({ darkLook: true }, launch).look()).toBe('black');
  });

  test.each([
    ['one touch', [0], 'black'],
    ['two touches', [0, 700], 'picture'],
    ['two touches that are far from each other', [0, 801], 'black'],
    ['a touch before and one after a clock that was set back', [0, -5_000], 'black'],
  ] as const)('after %s: %s', (_, pauses, expected) => {
    const { screen, look, pass } = darkScreen({}, { knowsWayBack: true });
    screen.touched('dark');
    look();
    pauses.forEach((pause) => {
      pass(pause);
      expect(screen.touched('touchDark')).toBeUndefined();
    });
    pass(10 * SECOND);
    expect(look()).toBe(expected);
  });

  test.each([
    [{ kind: 'click', key: 'back' }, 'picture'],
    [{ kind: 'hold' }, 'picture'],
    [{ kind: 'turn' }, 'black'],
  ] as const)('a key brings the picture back and gives no command: %j', (press, expected) => {
    const { screen, look } = darkScreen({ darkLook: true }, { knowsWayBack: true });
    look();
    expect(screen.pressed(press, false)).toBeUndefined();
    expect(look()).toBe(expected);
  });

  test('in lotion mode the first press only shows the screen, and the next one acts', () => {
    const { screen, look } = darkScreen({ darkLook: true, lotionMode: true }, { knowsWayBack: true });
    expect(look()).toBe('black');
    expect(screen.pressed({ kind: 'click', key: 'home' }, false)).toBeUndefined();
    expect([look(), screen.isLocked()]).toEqual(['picture', true]);
    expect(screen.pressed({ kind: 'click', key: 'home' }, false)).toBe('pause');
    expect(screen.pressed({ kind: 'click', key: 'home' }, true)).toBe('resume');
    expect(look()).toBe('black');
  });

  test('is on from the start and after each pause if chosen, and otherwise off', () => {
    for (const darkLook of [true, false]) {
      const { screen, look } = darkScreen({ darkLook }, { knowsWayBack: true });
      expect(look()).toBe(darkLook ? 'black' : 'picture');
      screen.pressed({ kind: 'click', key: 'home' }, false);
      screen.touched('pause');
      screen.touched('resume');
      expect(look()).toBe(darkLook ? 'black' : 'picture');
    }
  });

  test('yields to anything that has to be shown, and comes back afterwards', () => {
    const { screen, look } = darkScreen({ darkLook: true }, { knowsWayBack: true });
    const { session } = TOLD;
    expect(look({ session: { ...session, phase: 'paused' } })).toBe('picture');
    expect(look({ session: { ...session, phase: 'ended' } })).toBe('picture');
    expect(look({ session: { ...session, swallowedBy: 'sleep' } })).toBe('picture');
    expect(look({ saved: false })).toBe('picture');
    screen.askEnd(false);
    expect(look()).toBe('picture');
    screen.touched('keepGoing');
    expect(look()).toBe('black');
  });

  test('yields once to the report that the watch is off the wrist, because that report may be wrong', () => {
    const { screen, look } = darkScreen({ darkLook: true }, { knowsWayBack: true });
    expect(look({ isOff: true })).toBe('picture');
    screen.touched('dark');
    expect([look({ isOff: true }), look(), look({ isOff: true })]).toEqual(['black', 'black', 'picture']);
  });

  test('is not offered if the screen may sleep, unless it was chosen', () => {
    const offers = (chosen: Partial<Preferences>) => darkScreen(chosen).screen.state(TOLD).canDarken;
    expect(offers({})).toBe(true);
    expect(offers({ letScreenSleep: true })).toBe(false);
    expect(offers({ letScreenSleep: true, darkLook: true })).toBe(true);
  });
});

test('lotion mode locks the touch screen once no question is open, but not in a pause', () => {
  let isOpen = true;
  const cares: Cares = { ...NOTHING_ASKED, hasQuestion: () => isOpen };
  const chosen = { ...UNCHANGED_PREFERENCES.values, lotionMode: true };
  const screen = sessionScreen(chosen, ['home'], { now: () => 0 }, {}, cares);
  const isLocked = (phase: 'running' | 'paused'): boolean => {
    screen.state({ ...TOLD, session: { ...SESSION, phase } });
    return screen.isLocked();
  };
  expect([screen.isLocked(), isLocked('running')]).toEqual([false, false]);
  isOpen = false;
  expect([isLocked('paused'), isLocked('running')]).toEqual([false, true]);
  screen.pressed(HOLD, false);
  expect(isLocked('running')).toBe(false);
});
