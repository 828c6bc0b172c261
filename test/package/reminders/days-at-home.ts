import fc from 'fast-check';
import { shortBytes } from '../../../core/ascii';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { NO_DIARY } from '../../../core/reminder/diary';
import {
  NO_REMINDERS,
  REMINDERS_FILE,
  remindersOf,
  setQuietHours,
  setReminder,
} from '../../../core/reminder/reminders-file';
import { sheetText } from '../../../core/reminder/sheet';
import { storedText } from '../../../core/state/stored';
import { zoneNamed, type VirtualWatch } from '../../../virtual-watch';
import { givePlan, lockLegs, press, putPayload, reach, watchWith } from '../app';
import type { Delay, Leg, Settings } from './expected';
import { Expected } from './expected';
import { close, open } from './visit';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const A_DAY = 24 * 60;
const DAYS = 60;
/** A Monday, at midnight in Tokyo, where clocks are never changed. */
const MIDNIGHT = Date.UTC(2026, 0, 4, 15);
const MORNING = 5 * 60;

/**
 * What a person does on a day: a session, of one leg or of all that may be massaged; put off what comes; leave the day
 * out; switch do-not-disturb on for a while; open the app; or hear from a doctor that legs are not to be massaged.
 */
type Deed =
  | { readonly kind: 'session' | 'oneLeg' | 'leaveOut' | 'open' }
  | { readonly kind: 'delay'; readonly by: Delay }
  | { readonly kind: 'silence'; readonly minutes: number }
  | { readonly kind: 'lock'; readonly legs: readonly Leg[] };

export interface AtHome {
  readonly settings: Settings;
  /** Whether a notification lights the screen, after which the service of another that rings at once cannot write. */
  readonly lights: boolean;
  /** What is done on each day, and at which minute of it. */
  readonly days: readonly (readonly (readonly [minute: number, deed: Deed])[])[];
}

export function tellAtHome({ settings, lights, days }: AtHome): void {
  const watch = watchWith({
    startAt: MIDNIGHT + MORNING * MINUTE,
    zone: zoneNamed('Asia/Tokyo'),
    notificationLightsScreen: lights && settings.reminders.length === 1,
  });
  const expected = new Expected(settings, MORNING);
  remind(watch, settings);
  givePlan(watch, DEFAULT_PLAN);
  open(watch);
  close(watch);
  days.forEach((deeds, day) => {
    const told: unknown[] = [];
    deeds.forEach(([minute, deed]) => {
      rings(watch, expected, day * A_DAY + minute, [day, told]);
      told.push([clock(minute), does(watch, expected, deed) ? deed : 'nothing']);
    });
    rings(watch, expected, (day + 1) * A_DAY + MORNING, [day, told]);
  });
}

/** Lets time pass on both, and compares what rang within a minute. */
function rings(watch: VirtualWatch, expected: Expected, until: number, place: readonly unknown[]): void {
  const before = watch.everNotified().length;
  advanceTo(watch, until);
  const due = expected.until(until);
  const rang = watch.everNotified().slice(before);
  const told = rang.map(({ wall, title, content }) => {
    const at = (wall - MIDNIGHT) / MINUTE;
    const near = due.find((each) => WORDS[each.of] === title && Math.abs(each.at - at) <= 1);
    return tellRing(near?.at ?? at, title, content.endsWith('is still to come.'));
  });
  const wanted = due.map(({ of, at, isOther }) => tellRing(at, WORDS[of] ?? '', isOther));
  // Of two that are due at once, either may come first.
  expect([place, told.sort()]).toEqual([place, wanted.sort()]);
}

const tellRing = (at: number, words: string, isOther: boolean): string =>
  `${clock(at)} ${words}${isOther ? ', the other leg' : ''}`;

const clock = (at: number): string =>
  `${String(Math.floor(at / 60) % 24)}:${(at % 60).toFixed(0).padStart(2, '0')}`;

/**
 * Lets time pass, and looks at the notification centre every now and then: it never holds two. Each of three reminders
 * has two alarms at most.
 */
function advanceTo(watch: VirtualWatch, until: number): void {
  const end = MIDNIGHT + until * MINUTE;
  while (watch.wall() < end) {
    watch.advance(Math.min(60 * MINUTE, end - watch.wall()));
    expect(watch.notifications().length).toBeLessThanOrEqual(1);
    expect(watch.alarms().filter(({ url }) => url === 'app-service/remind').length).toBeLessThanOrEqual(6);
  }
}

/** Returns whether it could be done. */
function does(watch: VirtualWatch, expected: Expected, deed: Deed): boolean {
  switch (deed.kind) {
    case 'open':
      open(watch);
      close(watch);
      return true;
    case 'session':
    case 'oneLeg':
      if (!expected.isUntouched()) return false;
      massages(watch, expected, deed.kind === 'oneLeg' && !expected.isLocked());
      return true;
    case 'leaveOut':
      if (!expected.isOpen()) return false;
      choose(watch, 'Not today', 'Away');
      expected.leaveOut();
      return true;
    case 'delay':
      if (!expected.canDelay(deed.by)) return false;
      choose(watch, DELAYS[deed.by]);
      expected.delay(deed.by);
      return true;
    case 'silence': {
      const from = now(watch);
      expected.silence(from, from + deed.minutes);
      watch.setMode({ DND: true });
      rings(watch, expected, from + deed.minutes, ['silenced']);
      watch.setMode({ DND: false });
      return true;
    }
    case 'lock':
      lockLegs(watch, ...deed.legs);
      open(watch);
      close(watch);
      expected.lock(deed.legs);
      return true;
  }
}

const DELAYS: Readonly<Record<Delay, string>> = {
  ...{ quarter: 'Remind in 15 min', hour: 'Remind in an hour', evening: 'Remind this evening' },
};

const now = (watch: VirtualWatch): number => Math.floor((watch.wall() - MIDNIGHT) / MINUTE);

function massages(watch: VirtualWatch, expected: Expected, isOneLeg: boolean): void {
  const from = now(watch);
  open(watch);
  reach(watch, 'Start');
  const before = watch.everNotified().length;
  if (isOneLeg) endAfterOneLeg(watch);
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  const until = (watch.wall() - MIDNIGHT) / MINUTE;
  expect(watch.everNotified()).toHaveLength(before);
  close(watch);
  expected.massage(from, until);
  expect(expected.until(until)).toEqual([]);
  expected.massaged(isOneLeg ? ['left'] : ['left', 'right']);
}

/** Ends a session during its second leg, so that the first one counts as done. */
export function endAfterOneLeg(watch: VirtualWatch): void {
  watch.advance(5 * MINUTE + 20 * SECOND);
  watch.wake();
  press(watch, 'Pause');
  watch.advance(SECOND);
  reach(watch, 'End session');
  watch.advance(SECOND);
  reach(watch, 'End');
}

function choose(watch: VirtualWatch, ...labels: readonly string[]): void {
  open(watch);
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
  labels.forEach((label) => reach(watch, label));
  close(watch);
}

const WORDS = ['After the shower', 'After lunch', 'At the news'] as const;
const PLACES = [1, 2, 3] as const;

/** Sets reminders as if the phone had sent them before. */
export function remind(watch: VirtualWatch, { reminders, quiet }: Settings): void {
  const set = reminders.reduce(
    (before, each, index) =>
      setReminder(before, PLACES[index] ?? 1, { ...each, isOn: true, words: WORDS[index] ?? '' }),
    setQuietHours(NO_REMINDERS, quiet),
  );
  putPayload(watch, 'reminders', storedText(REMINDERS_FILE, set));
  // Only a watch that has had reminders looks for them at each opening.
  const blank = sheetText({
    reminders: remindersOf(NO_REMINDERS),
    delayed: { 1: undefined, 2: undefined, 3: undefined },
    ...{ excused: [], dayEnd: 4, planned: [], locked: [], done: { day: 0, legs: [] }, alarms: [] },
    words: { left: '', right: '', start: '', later: '', diary: '' },
    diary: NO_DIARY,
  });
  watch.putFile('remind.a', shortBytes(blank));
}

/** Hours are at five minutes. */
const minutes = fc.integer({ min: 72, max: 275 }).map((fives) => fives * 5);
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('session', 'oneLeg', 'oneLeg', 'leaveOut', 'open') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('delay'), by: fc.constantFrom('quarter', 'hour', 'evening') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('silence'),
      minutes: fc.integer({ min: 2, max: 30 }).map((fives) => fives * 5),
    }),
  },
);
const weekdays = fc.oneof(
  { weight: 2, arbitrary: fc.constant([1, 2, 3, 4, 5, 6, 7]) },
  { weight: 1, arbitrary: fc.constantFrom([1, 2, 3, 4, 5], [6, 7], [1], [2, 4]) },
);
const lock: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constant('lock'),
  legs: fc.constantFrom<readonly Leg[]>(['left'], ['right'], ['left', 'right']),
});

export const atHome: fc.Arbitrary<AtHome> = fc
  .record({
    settings: fc.record<Settings>({
      reminders: fc.uniqueArray(
        fc.record({
          minute: minutes,
          weekdays,
          repeats: fc.integer({ min: 0, max: 3 }),
          every: fc.constantFrom(15, 30, 60, 120),
        }),
        { minLength: 1, maxLength: 3, selector: ({ minute }) => minute },
      ),
      quiet: fc.oneof(
        fc.constant({ from: 0, until: 0 }),
        fc.constantFrom(
          { from: 22 * 60, until: 7 * 60 },
          { from: 13 * 60, until: 15 * 60 },
          { from: 19 * 60, until: 21 * 60 },
        ),
      ),
    }),
    lights: fc.boolean(),
    days: fc.array(
      fc.uniqueArray(fc.tuple(minutes, deeds), {
        maxLength: 3,
        // Far enough apart for a session, or for do-not-disturb to be over.
        comparator: ([one], [other]) => Math.abs(one - other) < 155,
      }),
      { minLength: DAYS, maxLength: DAYS },
    ),
    locked: fc.option(fc.tuple(fc.integer({ min: DAYS / 2, max: DAYS - 1 }), lock), { nil: undefined }),
  })
  .map(({ settings, lights, days, locked }) => ({
    ...{ settings, lights },
    days: days.map((day, index) => {
      // A minute later each, so that nothing is done at the moment when something rings.
      const sorted = [...day]
        .sort(([one], [other]) => one - other)
        .map(([minute, deed], place) => [minute + place + 1, deed] as const);
      return index === locked?.[0] ? [[MORNING + 1, locked[1]] as const, ...sorted] : sorted;
    }),
  }));
