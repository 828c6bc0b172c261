import { zoneNamed, type Unknowns, type VirtualWatch } from '../../virtual-watch';
import { endAfterOneLeg } from './reminders/days-at-home';
import { loadPackage, reach, see, watchWith } from './app';

beforeAll(loadPackage);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Opens the app on its page of reminders. */
const reminders = (watch: VirtualWatch): void => {
  watch.crash();
  watch.openApp();
  watch.advance(SECOND);
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
};

/** A watch with a reminder, whose app is closed; and how long it is until it rings. */
const withReminder = (unknowns: Parameters<typeof watchWith>[0] = {}) => {
  const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 6), ...unknowns });
  watch.openApp();
  reminders(watch);
  reach(watch, 'Add a reminder');
  expect(see(watch, 'Remind: on')).toBe(true);
  reach(watch, 'Done');
  const [alarm] = watch.alarms();
  watch.crash();
  return { watch, untilRing: (alarm?.time ?? 0) * SECOND - watch.wall() };
};

const centre = (watch: VirtualWatch): readonly string[] => watch.notifications().map(({ title }) => title);

const daily = (watch: VirtualWatch): number => watch.alarms().filter((alarm) => alarm.daily === true).length;

const openFor = (watch: VirtualWatch, time: number): void => {
  watch.crash();
  watch.openApp();
  watch.advance(time);
};

const session = (watch: VirtualWatch): void => {
  openFor(watch, SECOND);
  reach(watch, 'Start');
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  watch.crash();
};

const shows = (watch: VirtualWatch): string => watch.screen().shows;

/** Does one leg and ends the session there; the watch goes dark on the summary. */
const doOneLegAndGo = (watch: VirtualWatch): void => {
  openFor(watch, SECOND);
  reach(watch, 'Start');
  endAfterOneLeg(watch);
  watch.advanceUntil(() => shows(watch).startsWith('page/summary'), MINUTE);
  watch.advance(SECOND);
  watch.crash();
};

describe('a reminder', () => {
  test('rings at its hour, once more after an hour, and again the next day', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing - SECOND);
    expect(watch.everNotified()).toHaveLength(0);
    watch.advance(2 * SECOND);
    expect(centre(watch)).toEqual(['Time for your legs']);
    watch.advance(HOUR);
    expect([watch.everNotified().length, centre(watch).length]).toEqual([2, 1]);
    watch.advance(5 * HOUR);
    expect(watch.everNotified()).toHaveLength(2);
    watch.advance(DAY - 6 * HOUR);
    expect(watch.everNotified()).toHaveLength(3);
  });

  test('stays silent once everything is done, even if the app is closed right after, and says why', () => {
    const { watch, untilRing } = withReminder();
    session(watch);
    watch.advance(untilRing);
    watch.advance(3 * HOUR);
    expect(watch.everNotified()).toHaveLength(0);
    reminders(watch);
    expect(watch.texts().some((words) => /^Silent at .*: all was done\.$/.test(words))).toBe(true);
  });

  test('says once in the evening that the other leg is to come, even if the watch goes dark after the first', () => {
    const { watch, untilRing } = withReminder();
    // It has rung for the last time on this day.
    watch.advance(untilRing + 2 * HOUR);
    const before = watch.everNotified().length;
    doOneLegAndGo(watch);
    watch.advance(12 * HOUR);
    const rang = watch.everNotified().slice(before);
    const said = rang.map(({ wall, content }) => [new Date(wall).getUTCHours(), content]);
    expect(said).toEqual([[20, 'The right leg is still to come.']]);
  });

  test.each([
    ['+', 10, [18, 19]],
    ['Again: ', 4, []],
  ])(
    'changed after it rang (%s) rings as it is set then, and no longer as it was',
    (label, touches, hours) => {
      const { watch, untilRing } = withReminder();
      watch.advance(untilRing + 6 * MINUTE);
      reminders(watch);
      expect(see(watch, '8:00')).toBe(true);
      reach(watch, watch.texts().find((words) => words.includes('8:00')) ?? '');
      for (let touch = 0; touch < touches; touch += 1) {
        see(watch, label);
        reach(watch, watch.texts().find((words) => words.startsWith(label)) ?? label);
      }
      reach(watch, 'Done');
      watch.crash();
      watch.advance(15 * HOUR);
      const rang = watch.everNotified().slice(1);
      expect(rang.map(({ wall }) => new Date(wall).getUTCHours())).toEqual(hours);
    },
  );

  test('stays silent during a session', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing - MINUTE);
    openFor(watch, SECOND);
    reach(watch, 'Start');
    watch.advance(2 * MINUTE);
    expect(watch.everNotified()).toHaveLength(0);
    expect(daily(watch)).toBe(1);
  });

  test('stays silent on a day that is left out, until that is undone', () => {
    const { watch, untilRing } = withReminder();
    reminders(watch);
    reach(watch, 'Not today');
    reach(watch, 'Not well');
    expect(see(watch, 'Today is left out.')).toBe(true);
    watch.crash();
    watch.advance(untilRing);
    expect(watch.everNotified()).toHaveLength(0);
    reminders(watch);
    reach(watch, 'Take back');
    expect(see(watch, 'Not today')).toBe(true);
    watch.crash();
    watch.advance(DAY);
    expect(watch.everNotified()).toHaveLength(1);
  });

  test('tries again every quarter of an hour in a quiet mode, and rings once when that is over', () => {
    const { watch, untilRing } = withReminder();
    watch.setMode({ DND: true });
    watch.advance(untilRing + 40 * MINUTE);
    expect(watch.everNotified()).toHaveLength(0);
    watch.setMode({ DND: false });
    watch.advance(15 * MINUTE);
    expect(watch.everNotified()).toHaveLength(1);
  });

  test('survives a restart, and, once the app was opened, an update that loses alarms', () => {
    const { watch, untilRing } = withReminder();
    watch.powerOff();
    watch.powerOn();
    watch.advance(untilRing);
    watch.advance(SECOND);
    expect(watch.everNotified()).toHaveLength(1);
    watch.updateApp();
    expect(watch.alarms()).toEqual([]);
    openFor(watch, SECOND);
    expect(daily(watch)).toBe(1);
  });
});

describe('two reminders put off to one moment', () => {
  test('ring then as one if the first is turned off meanwhile: the second, and again after an hour', () => {
    const { watch, untilRing } = withReminder();
    reminders(watch);
    reach(watch, 'Add a reminder');
    reach(watch, 'Done');
    watch.advance(untilRing - 5 * MINUTE);
    reminders(watch);
    reach(watch, 'Remind in 15 min');
    watch.scroll(-10_000);
    reach(watch, '08:00');
    reach(watch, 'Remind: on');
    reach(watch, 'Done');
    watch.crash();
    const from = watch.wall();
    watch.advance(5 * HOUR);
    expect(watch.everNotified().map(({ wall }) => Math.round((wall - from) / MINUTE))).toEqual([15, 75]);
  });
});

describe('its notification', () => {
  const STAYS = { notificationsCanBeCancelled: false } as const;
  /** It has rung a second ago. */
  const rung = (unknowns: Partial<Unknowns> = {}): VirtualWatch => {
    const { watch, untilRing } = withReminder(unknowns);
    watch.advance(untilRing + SECOND);
    return watch;
  };
  const touch = (watch: VirtualWatch, button: string): void => {
    watch.tapNotification(button);
    watch.advance(SECOND);
  };

  test.each(['app', 'page', 'lost'] as const)(
    'begins the session with one tap (the parameter of the button goes to: %s)',
    (actionPageParam) => {
      const watch = rung({ actionPageParam });
      touch(watch, 'Start');
      expect([shows(watch), watch.notifications().length]).toEqual(['page/session/index', 0]);
      watch.advanceUntil(() => shows(watch).startsWith('page/summary'), 900_000);
      expect(see(watch, 'Session done')).toBe(true);
    },
  );

  test('does not begin another session with a second tap', () => {
    const watch = rung(STAYS);
    touch(watch, 'Start');
    watch.advance(2 * MINUTE);
    touch(watch, 'Start');
    expect(shows(watch)).toBe('page/session/index');
    watch.advanceUntil(() => shows(watch).startsWith('page/summary'), 540_000);
  });

  test('does not begin a session if today is done', () => {
    const watch = rung(STAYS);
    session(watch);
    touch(watch, 'Start');
    expect(shows(watch)).toBe('page/start/index');
    expect(see(watch, 'Today is done already.')).toBe(true);
  });

  test.each(['page', 'lost'] as const)('does not begin a session the day after (%s)', (actionPageParam) => {
    const watch = rung({ actionPageParam });
    watch.advance(DAY - 2 * HOUR);
    touch(watch, 'Start');
    expect(shows(watch)).toBe('page/start/index');
    expect(see(watch, 'That was for another day.')).toBe(true);
  });

  test('does no harm on a watch whose buttons open only services: Start is two taps away', () => {
    const watch = rung({ actionsOpen: 'services' });
    touch(watch, 'Start');
    expect(watch.files().has('session.a')).toBe(false);
    openFor(watch, SECOND);
    watch.tap('Start');
    watch.advance(SECOND);
    expect(shows(watch)).toBe('page/session/index');
  });

  test('puts it off by a quarter of an hour, and it then rings once', () => {
    const watch = rung();
    touch(watch, 'Later, or not today');
    reach(watch, 'Remind in 15 min');
    expect(watch.notifications()).toHaveLength(0);
    watch.crash();
    watch.advance(14 * MINUTE);
    expect(watch.everNotified()).toHaveLength(1);
    watch.advance(2 * MINUTE);
    expect(watch.everNotified()).toHaveLength(2);
  });

  test('leaves the day out', () => {
    const watch = rung();
    touch(watch, 'Later, or not today');
    reach(watch, 'Not today');
    // Above the reasons it says what they are for.
    expect(watch.texts().slice(0, 2)).toEqual(['Not today', 'Not well']);
    reach(watch, 'No time');
    watch.crash();
    watch.advance(12 * HOUR);
    expect(watch.everNotified()).toHaveLength(1);
    watch.advance(DAY);
    expect(watch.everNotified().length).toBeGreaterThan(1);
  });
});

describe('while the screen is lit, when a service cannot write,', () => {
  /** It has rung or stayed silent while somebody looked at the watch; six minutes later the app is opened and left. */
  const rungLit = (isSilenced = false, isOverBefore = false): VirtualWatch => {
    const { watch, untilRing } = withReminder();
    watch.setMode({ DND: isSilenced });
    watch.advance(untilRing - 3 * SECOND);
    watch.wake();
    watch.advance(5 * MINUTE);
    if (isOverBefore) watch.setMode({ DND: false });
    watch.advance(MINUTE);
    reminders(watch);
    watch.crash();
    watch.setMode({ DND: false });
    return watch;
  };
  const minutes = (watch: VirtualWatch): readonly number[] =>
    watch.everNotified().map(({ wall }) => Math.floor((wall - Date.UTC(2026, 0, 5, 8)) / MINUTE));

  test('a reminder rings, and once more, though the app was opened in between, and the page does not know', () => {
    const watch = rungLit();
    reminders(watch);
    expect(watch.texts()).toContain('Not known if it reminded you today; it may remind you again.');
    expect(watch.texts()).toContain('Reminds today 09:00, unless all is done');
    watch.crash();
    watch.advance(5 * HOUR);
    expect(minutes(watch)).toEqual([0, 60]);
  });

  test('a reminder whose hour comes during a session does not promise to ring again once all is done', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing - 5 * MINUTE);
    session(watch);
    reminders(watch);
    expect(watch.texts().filter((words) => /reminded|Reminds/.test(words))).toEqual([
      'Reminds tomorrow 08:00, unless all is done',
      'Not known if it reminded you today.',
    ]);
  });

  test('a reminder repeats as well if it has rung since the app was last opened before', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing + DAY - 3 * SECOND);
    watch.wake();
    watch.advance(5 * SECOND);
    // Its hour has only just passed.
    reminders(watch);
    expect(watch.texts().filter((words) => /reminded|Reminds/.test(words))).toEqual([
      'Reminds today 09:00, unless all is done',
    ]);
    watch.crash();
    watch.advance(5 * HOUR);
    expect(minutes(watch)).toEqual([0, 60, 24 * 60, 25 * 60]);
  });

  test('a reminder that falls due during a session of one leg in the evening repeats for the other', () => {
    const { watch } = withReminder({ startAt: Date.UTC(2026, 0, 5, 18) });
    reminders(watch);
    reach(watch, '08:00');
    for (let touch = 0; touch < 12; touch += 1) reach(watch, '+');
    reach(watch, 'Done');
    watch.crash();
    watch.advance(Date.UTC(2026, 0, 5, 19, 58) - watch.wall());
    doOneLegAndGo(watch);
    watch.advance(4 * HOUR);
    const rang = watch.everNotified().map(({ wall, content }) => [new Date(wall).getUTCHours(), content]);
    expect(rang).toEqual([[21, 'The right leg is still to come.']]);
  });

  test('a chosen moment is repeated, though the app was opened in between', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing - 5 * MINUTE);
    reminders(watch);
    reach(watch, 'Remind in 15 min');
    watch.crash();
    watch.advance(15 * MINUTE - 8 * SECOND);
    watch.wake();
    watch.advance(6 * MINUTE);
    reminders(watch);
    watch.crash();
    watch.advance(5 * HOUR);
    expect(minutes(watch)).toEqual([10, 70]);
  });

  test.each([
    [Date.UTC(2026, 2, 27, 19), Date.UTC(2026, 2, 29, 6)],
    [Date.UTC(2026, 9, 23, 18), Date.UTC(2026, 9, 25, 7)],
  ])('a reminder repeats on the day of a change of the clock too (%d)', (startAt, eight) => {
    const zone = zoneNamed('Europe/Berlin');
    const { watch } = withReminder({ startAt, zone, dailyAlarms: 'atLocalTime' });
    watch.advance(eight - 3 * SECOND - watch.wall());
    const before = watch.everNotified().length;
    watch.wake();
    watch.advance(6 * MINUTE);
    reminders(watch);
    expect(see(watch, 'Reminds today 09:00, unless all is done')).toBe(true);
    watch.crash();
    watch.advance(5 * HOUR);
    const rang = watch.everNotified().slice(before);
    expect(rang.map(({ wall }) => Math.floor((wall - eight) / MINUTE))).toEqual([0, 60]);
  });

  test('one that a quiet mode has silenced looks again, though the app was opened in between', () => {
    const watch = rungLit(true);
    watch.advance(5 * HOUR);
    expect(minutes(watch)).toEqual([15, 75]);
  });

  test('one that a quiet mode has silenced rings once, at its repeat, if that mode was over at an opening', () => {
    // Nothing tells this opening what the run came to (docs/architecture.md, Reminders).
    const watch = rungLit(true, true);
    reminders(watch);
    expect(watch.texts()).toContain('Not known if it reminded you today; it may remind you again.');
    expect(watch.texts()).toContain('Reminds today 09:00, unless all is done');
    watch.crash();
    watch.advance(5 * HOUR);
    expect(minutes(watch)).toEqual([60]);
  });

  test('a daily alarm is set right after a flight, and rings once a day', () => {
    const { watch, untilRing } = withReminder();
    watch.travelTo(() => -60);
    // At eight where it was set, seven here.
    watch.advance(untilRing - 3 * SECOND);
    watch.wake();
    watch.advance(2 * DAY);
    expect(minutes(watch)).toEqual([60, 120, 60 + 24 * 60, 120 + 24 * 60]);
    expect(daily(watch)).toBe(1);
  });

  test('as it is from each notification on, a reminder rings when it should, and puts off and begins as ever', () => {
    const { watch, untilRing } = withReminder({ notificationLightsScreen: true });
    watch.advance(untilRing + MINUTE);
    reminders(watch);
    expect(watch.texts().filter((words) => /reminded|Reminds/.test(words))).toEqual([
      'Reminds today 09:00, unless all is done',
      // The notification was there.
      'It reminded you at 08:00.',
    ]);
    reach(watch, 'Remind in 15 min');
    watch.crash();
    watch.advance(5 * HOUR);
    // It repeats from then on.
    expect(minutes(watch)).toEqual([0, 16, 76]);
    watch.tapNotification('Start');
    watch.advance(SECOND);
    expect(shows(watch)).toBe('page/session/index');
  });
});

describe('touched on its notification within a minute,', () => {
  const WAYS = [
    ['in the dark', false, {}],
    ['on a lit screen', true, { actionPageParam: 'page' }],
    ['and lighting the screen', false, { notificationLightsScreen: true }],
  ] as const;
  const touched = (isLit: boolean, unknowns: Partial<Unknowns>, button: string): VirtualWatch => {
    const { watch, untilRing } = withReminder(unknowns);
    watch.advance(untilRing - 3 * SECOND);
    if (isLit) watch.wake();
    watch.advance(13 * SECOND);
    watch.tapNotification(button);
    watch.advance(2 * SECOND);
    return watch;
  };
  const minutes = (watch: VirtualWatch): readonly number[] => {
    watch.crash();
    watch.advance(5 * HOUR);
    return watch.everNotified().map(({ wall }) => Math.floor((wall - Date.UTC(2026, 0, 5, 8)) / MINUTE));
  };

  test.each(WAYS)('a reminder that rang %s repeats if the session is discarded', (_, isLit, unknowns) => {
    const watch = touched(isLit, unknowns, 'Start');
    for (const label of ['Pause', 'End session', 'Discard']) {
      reach(watch, label);
      watch.advance(SECOND);
    }
    expect(minutes(watch)).toEqual([0, 60]);
  });

  test.each(WAYS)('a reminder that rang %s is put off, and repeats from then on', (_, isLit, unknowns) => {
    const watch = touched(isLit, unknowns, 'Later, or not today');
    reach(watch, 'Remind in 15 min');
    expect(minutes(watch)).toEqual([0, 15, 75]);
  });
});

describe('on a watch that takes no alarm,', () => {
  /** It takes as many alarms as this. The app is closed. */
  const short = (alarmSlots: number): VirtualWatch => {
    const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 6), alarmSlots });
    reminders(watch);
    reach(watch, 'Add a reminder');
    reach(watch, 'Done');
    return watch;
  };
  const told = (watch: VirtualWatch): readonly string[] =>
    watch.texts().filter((words) => /[Rr]emind(s|ed)?\b|took/.test(words));
  const REFUSED = 'The watch took no alarm. Restart it, then open Legato again: that may help.';

  test('a reminder says that it cannot ring, why, and what may help, until the watch takes its alarm', () => {
    const watch = short(0);
    const cannot = [REFUSED, 'Cannot remind today 08:00'];
    expect(told(watch)).toEqual(cannot);
    reminders(watch);
    expect(told(watch)).toEqual(cannot);
    watch.crash();
    watch.advance(3 * HOUR);
    reminders(watch);
    expect(told(watch)).toEqual([REFUSED, 'Cannot remind tomorrow 08:00']);
    watch.limitAlarms(Infinity);
    reminders(watch);
    expect(told(watch)).toContain('Reminds tomorrow 08:00, unless all is done');
    expect([daily(watch), see(watch, REFUSED)]).toEqual([1, false]);
  });

  test('its settings say so too, and not that they could not be saved', () => {
    const watch = short(0);
    reach(watch, '08:00');
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['Reminder 1', 'It cannot remind you: the watch took no alarm.']),
    );
    expect(watch.texts()).not.toContain('Silent once all is done.');
  });

  test('start screen and card offer nothing that would need one, and the warning tells of reminders', () => {
    const watch = short(0);
    watch.addCard();
    openFor(watch, SECOND);
    expect(see(watch, 'Remind me later')).toBe(false);
    reach(watch, '! The watch takes no alarms.');
    watch.advance(SECOND);
    expect(watch.texts().join(' ')).toContain('Reminders may stay silent');
    watch.crash();
    watch.wake();
    watch.swipe('right');
    expect(watch.texts()).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start']);
  });

  test('one that cannot be put off says so, and rings at its hour', () => {
    const watch = short(1);
    reminders(watch);
    expect(told(watch)).toContain('Reminds today 08:00, unless all is done');
    reach(watch, 'Remind in 15 min');
    watch.scroll(-10_000);
    expect(told(watch)).toEqual([REFUSED, 'Reminds today 08:00, unless all is done']);
    watch.crash();
    watch.advance(2 * HOUR + MINUTE);
    expect(watch.everNotified()).toHaveLength(1);
  });
});

describe('the page of reminders', () => {
  test.each([
    ['begins', Date.UTC(2026, 2, 28, 19), 'every24Hours'],
    ['begins', Date.UTC(2026, 2, 28, 19), 'atLocalTime'],
    ['ends', Date.UTC(2026, 9, 24, 18), 'every24Hours'],
    ['ends', Date.UTC(2026, 9, 24, 18), 'atLocalTime'],
  ] as const)(
    'on the eve of the day on which daylight saving %s promises the hour of that day (%d, %s)',
    (_, startAt, dailyAlarms) => {
      const zone = zoneNamed('Europe/Berlin');
      const { watch } = withReminder({ startAt, zone, dailyAlarms });
      reminders(watch);
      expect(see(watch, 'Reminds tomorrow 08:00, unless all is done')).toBe(true);
      watch.crash();
      watch.advance(DAY);
      const hours = watch.everNotified().map(({ wall }) => (wall / HOUR + zone(wall) / 60) % 24);
      expect(hours.map(Math.floor)).toEqual([8, 9]);
    },
  );

  test('says nothing about the day on which a reminder was added after its hour', () => {
    const { watch } = withReminder({ startAt: Date.UTC(2026, 0, 5, 15) });
    const seen = (): readonly string[] => {
      reminders(watch);
      return watch.texts().filter((words) => /reminded|[Ss]ilent/.test(words));
    };
    expect(seen()).toEqual([]);
    expect(see(watch, 'Reminds tomorrow')).toBe(true);
    // Nor if the watch has lost the alarm meanwhile; but the next day it says that nothing is known.
    watch.updateApp();
    expect(seen()).toEqual([]);
    watch.crash();
    watch.updateApp();
    watch.advance(DAY);
    expect(seen()).toEqual(['Not known if it reminded you today; it may remind you again.']);
  });
});

describe('the start screen', () => {
  test('puts a reminder off before it rings: silent at its hour, it rings once at the chosen moment', () => {
    const { watch, untilRing } = withReminder();
    watch.advance(untilRing - 5 * MINUTE);
    openFor(watch, SECOND);
    reach(watch, 'Remind me later');
    // The choices for today come first there.
    expect(watch.texts()).toContain('Remind in 15 min');
    reach(watch, 'Remind in an hour');
    watch.crash();
    watch.advance(50 * MINUTE);
    expect(watch.everNotified()).toHaveLength(0);
    watch.advance(10 * MINUTE);
    expect(centre(watch)).toEqual(['Time for your legs']);
  });

  test('does not offer that without a reminder', () => {
    const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 6) });
    openFor(watch, SECOND);
    expect(see(watch, 'Remind me later')).toBe(false);
  });
});

describe('the card', () => {
  /** Looks at the card, next to the watch face. */
  const look = (watch: VirtualWatch): readonly string[] => {
    watch.crash();
    watch.wake();
    watch.swipe('right');
    return watch.texts();
  };

  test.each(['page', 'lost'] as const)(
    'puts a reminder off before it rings, with one touch to the choices for today, parameters %s',
    (cardParams) => {
      const { watch, untilRing } = withReminder({ cardParams });
      watch.addCard();
      watch.advance(untilRing - 5 * MINUTE);
      expect(look(watch)).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start', 'Later']);
      watch.tap('Later');
      watch.advance(SECOND);
      expect(shows(watch)).toBe('page/reminders/index');
      expect(watch.texts()).toContain('Remind in 15 min');
      reach(watch, 'Remind in an hour');
      look(watch);
      watch.advance(50 * MINUTE);
      expect(watch.everNotified()).toHaveLength(0);
      watch.advance(10 * MINUTE);
      expect(centre(watch)).toEqual(['Time for your legs']);
    },
  );

  test('does not offer that once all is done, nor without a reminder', () => {
    const { watch } = withReminder();
    watch.addCard();
    openFor(watch, SECOND);
    reach(watch, 'Start');
    watch.advanceUntil(() => shows(watch).startsWith('page/summary'), 900_000);
    watch.advance(SECOND);
    expect(look(watch)).toEqual(['Done today', 'Both legs', 'Start again']);
    watch.advance(DAY);
    expect(look(watch)).toContain('Later');
    reminders(watch);
    expect(see(watch, '8:00')).toBe(true);
    reach(watch, watch.texts().find((words) => words.includes('8:00')) ?? '');
    reach(watch, 'Remind: on');
    expect(look(watch)).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start']);
  });
});

describe('a reminder before which all was done on most of the last days', () => {
  const OFFER = 'Lately all was done before the reminder.';
  /** A session each day, before the reminder rings. */
  const doneEachDay = (days: number): VirtualWatch => {
    const { watch } = withReminder();
    for (let day = 0; day < days; day += 1) {
      session(watch);
      watch.advance(DAY - 11 * MINUTE);
    }
    reminders(watch);
    return watch;
  };

  test('offers nothing if it was added after those days', () => {
    const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 6) });
    for (let day = 0; day < 12; day += 1) {
      session(watch);
      watch.advance(DAY - 11 * MINUTE);
    }
    reminders(watch);
    reach(watch, 'Add a reminder');
    reach(watch, 'Done');
    reminders(watch);
    expect(see(watch, 'Not today')).toBe(true);
    expect(see(watch, OFFER)).toBe(false);
  });

  test('offers to be turned off, which a touch does; it does not ring again', () => {
    const watch = doneEachDay(10);
    expect(see(watch, OFFER)).toBe(true);
    reach(watch, 'Turn off');
    expect([see(watch, OFFER), daily(watch)]).toEqual([false, 0]);
    watch.crash();
    watch.advance(3 * DAY);
    expect(watch.everNotified()).toHaveLength(0);
  });

  test('stays if the person wants it, and does not ask again the next day', () => {
    const watch = doneEachDay(10);
    reach(watch, 'Keep it');
    expect([see(watch, OFFER), daily(watch)]).toEqual([false, 1]);
    watch.advance(DAY);
    reminders(watch);
    expect(see(watch, OFFER)).toBe(false);
  });

  test('offers it after a session, when the other offers have been made, and not again after an answer', () => {
    const { watch } = withReminder();
    const offered: number[] = [];
    for (let day = 0; day < 15; day += 1) {
      openFor(watch, SECOND);
      reach(watch, 'Start');
      watch.advanceUntil(() => shows(watch).startsWith('page/summary'), 900_000);
      watch.advance(3 * SECOND);
      if (see(watch, OFFER)) {
        offered.push(day);
        reach(watch, 'Reminders');
        watch.advance(SECOND);
        expect(shows(watch)).toBe('page/reminders/index');
        reach(watch, 'Keep it');
      }
      watch.crash();
      watch.advance(DAY - 11 * MINUTE);
    }
    expect(offered).toHaveLength(1);
    expect(offered[0]).toBeGreaterThanOrEqual(10);
  });

  test('offers nothing after a few days', () => {
    expect(see(doneEachDay(3), OFFER)).toBe(false);
  });
});
