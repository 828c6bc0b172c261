import type { ReminderPlace, Rung } from '../../../core/alarm/reminder-alarm';
import { REMINDER_PLACES } from '../../../core/alarm/reminder-alarm';
import fc from 'fast-check';
import type { Leg } from '../../../core/body';
import type { Known } from '../../../core/reminder/coming';
import { comingOf, oneShotWanted } from '../../../core/reminder/coming';
import type { DayState } from '../../../core/reminder/decide';
import type { DayNotes } from '../../../core/reminder/day-notes';
import { delay, excuse, isExcused, NO_DAY_NOTES, waitsUntil } from '../../../core/reminder/day-notes';
import type { ReminderMark } from '../../../core/reminder/mark';
import { markAfter, memoryOf } from '../../../core/reminder/mark';
import type { Reminder } from '../../../core/reminder/reminder';
import { isQuietAt, NEW_REMINDER, remindersOn } from '../../../core/reminder/reminder';
import { NO_REMINDERS, remindersOf, setQuietHours, setReminder } from '../../../core/reminder/reminders-file';
import type { OneShot } from '../../../core/reminder/ring';
import type { Here } from '../../../core/calendar/day';
import { dailyAt, isItsDay, isSharedBy, ring } from '../../../core/reminder/ring';
import { dayAt } from '../../../core/calendar/day';
import type { Instant } from '../../../core/time';
import { HOUR, MINUTE } from '../../../core/time';
import { storyToRepeat } from '../../runs';
import { testStories } from '../../stories';

/*
 * Sixty days of reminders on a model that has nothing but their rules: its alarms repeat every 24 hours or at the same
 * local hour, get lost, do not ring while it is off, and ring late when it is on again; its clock changes with the
 * seasons and on flights.
 */

const DAYS = 60;
const START = Date.UTC(2026, 2, 1, 0, 0);
const END = START + DAYS * 24 * HOUR;
const DAY_END = 4;

type What =
  | { readonly kind: 'open' | 'loseOne' | 'loseAll' | 'off' | 'quietMode' }
  | { readonly kind: 'session'; readonly legs: readonly Leg[] }
  | { readonly kind: 'excuse' }
  | { readonly kind: 'delay'; readonly place: ReminderPlace; readonly minutes: number }
  | { readonly kind: 'move'; readonly offset: number };

type Happening = What & { readonly at: Instant; readonly minutes: number };

interface Story {
  readonly reminders: readonly (Reminder | undefined)[];
  readonly quiet: readonly [number, number];
  readonly firmware: 'everyDay' | 'localHour';
  readonly leavesMarks: boolean;
  readonly ringsLate: boolean;
  readonly happenings: readonly Happening[];
}

const minuteOfDay = fc.nat(24 * 60 - 1);
const reminder = fc.record<Reminder>({
  isOn: fc.constantFrom(true, true, true, false),
  words: fc.constant('After the shower'),
  minute: fc.oneof(minuteOfDay, fc.constantFrom(2 * 60 + 30, 7 * 60 + 30, 20 * 60, 3 * 60 + 59)),
  weekdays: fc.constantFrom(NEW_REMINDER.weekdays, NEW_REMINDER.weekdays, [1, 3, 5], [7]),
  repeats: fc.constantFrom(0, 1, 1, 2, 4),
  every: fc.constantFrom(15, 60, 60, 240),
});
const what = fc.oneof(
  fc.constantFrom<What>({ kind: 'open' }, { kind: 'loseOne' }, { kind: 'loseAll' }, { kind: 'off' }),
  fc.constant<What>({ kind: 'quietMode' }),
  fc.subarray<Leg>(['left', 'right'], { minLength: 1 }).map((legs): What => ({ kind: 'session', legs })),
  fc.constant<What>({ kind: 'excuse' }),
  fc
    .tuple(fc.constantFrom(...REMINDER_PLACES), fc.constantFrom(15, 60, 300))
    .map(([place, minutes]): What => ({ kind: 'delay', place, minutes })),
  fc.constantFrom(-600, -300, 0, 60, 120, 330, 780).map((offset): What => ({ kind: 'move', offset })),
);
const happening = fc
  .tuple(what, fc.nat(DAYS * 24 * 60 - 1), fc.integer({ min: 1, max: 26 * 60 }))
  .map(([each, at, minutes]): Happening => ({ minutes, ...each, at: START + at * MINUTE + 1 }));
const stories: fc.Arbitrary<Story> = fc.record({
  reminders: fc.tuple(
    reminder,
    fc.option(reminder, { nil: undefined }),
    fc.option(reminder, { nil: undefined }),
  ),
  quiet: fc.constantFrom([0, 0] as const, [22 * 60, 7 * 60] as const, [12 * 60, 14 * 60] as const),
  firmware: fc.constantFrom('everyDay', 'localHour'),
  leavesMarks: fc.boolean(),
  ringsLate: fc.boolean(),
  // Without a size, no story would have more than ten.
  happenings: fc.array(happening, { maxLength: 60, size: 'max' }),
});

/** The offset of local time, hour by hour: the flights of the story, and both changes of daylight saving in Europe. */
function offsetsOf({ happenings }: Story): readonly (readonly [from: Instant, offset: number])[] {
  const moves = happenings.flatMap((each) => (each.kind === 'move' ? [[each.at, each.offset] as const] : []));
  const summer = [START + 28 * 24 * HOUR + HOUR, 120] as const;
  const winter = [START + 45 * 24 * HOUR + HOUR, 60] as const;
  return [[-Infinity, 60] as const, ...[...moves, summer, winter].sort(([one], [other]) => one - other)];
}

interface Daily {
  /** Rings of a 24-hour alarm. */
  readonly base: Instant;
  /** And of an alarm at a local hour. */
  readonly minute: number;
  next: Instant;
}

interface Rang {
  readonly place: ReminderPlace;
  readonly at: Instant;
  readonly day: number;
  readonly why: Rung['why'];
}

class World {
  readonly reminders;
  readonly daily = new Map<ReminderPlace, Daily>();
  /** When each daily alarm was last set. */
  readonly setAt = new Map<ReminderPlace, Instant>();
  /** The first ring of each daily alarm since it was set for its hour. */
  readonly since = new Map<ReminderPlace, Instant>();
  readonly shots = new Map<ReminderPlace, OneShot>();
  readonly marks = new Map<ReminderPlace, ReminderMark>();
  readonly rang: Rang[] = [];
  readonly done = new Map<number, Set<Leg>>();
  notes: DayNotes = NO_DAY_NOTES;
  session: { readonly until: Instant; readonly legs: readonly Leg[] } | undefined;
  offUntil = -Infinity;
  quietUntil = -Infinity;
  readonly offsets;
  readonly story: Story;

  constructor(story: Story) {
    this.story = story;
    const [from, until] = story.quiet;
    const stored = story.reminders.reduce(
      (before, each, index) => setReminder(before, REMINDER_PLACES[index] ?? 1, each),
      setQuietHours(NO_REMINDERS, { from, until }),
    );
    this.reminders = remindersOf(stored);
    this.offsets = offsetsOf(story);
    this.open(START);
  }

  offsetAt(now: Instant): number {
    return this.offsets.reduce((offset, [from, next]) => (from <= now ? next : offset), 60);
  }

  here(now: Instant): Here {
    return { now, utcOffset: this.offsetAt(now), dayEnd: DAY_END };
  }

  today(now: Instant): Omit<DayState, 'isItsDay'> {
    const day = dayAt(this.here(now));
    return {
      planned: ['left', 'right'],
      done: [...(this.done.get(day) ?? [])],
      locked: [],
      isExcused: isExcused(this.notes, day),
      isSessionRunning: this.session !== undefined && this.session.until > now,
    };
  }

  /** As a page does when it is opened: sets lost alarms again. */
  open(now: Instant): void {
    remindersOn(this.reminders).forEach((place) => {
      this.setDaily(place, now);
      this.setShot(place, now);
    });
  }

  setShot(place: ReminderPlace, now: Instant): void {
    const known = this.known(place, now);
    const wanted = oneShotWanted(this.reminders, place, this.today(now), known, this.here(now));
    // Without marks, a page does not know what the last run has set, and leaves it.
    if (wanted) this.shots.set(place, wanted);
    else if (this.story.leavesMarks) this.shots.delete(place);
  }

  known(place: ReminderPlace, now: Instant): Known {
    const delayed = this.delayed();
    return {
      ...{ mark: this.marks.get(place), delayedUntil: delayed[place] },
      isShared: isSharedBy(place, this.reminders, delayed),
      setFrom: this.since.get(place) ?? Infinity,
      mode: now < this.quietUntil ? 'doNotDisturb' : undefined,
    };
  }

  /** Until when each reminder waits. */
  delayed(): Partial<Record<ReminderPlace, Instant>> {
    return Object.fromEntries(
      REMINDER_PLACES.map((place) => [
        place,
        waitsUntil(this.notes.delayed[place - 1], this.reminders.at[place]),
      ]),
    );
  }

  setDaily(place: ReminderPlace, now: Instant): void {
    const each = this.reminders.at[place];
    if (!each) return;
    this.setAt.set(place, now);
    const base = dailyAt(each.minute, this.here(now));
    // Its hour is that of the place, however often clocks were changed since.
    const days = Math.floor((base - (this.since.get(place) ?? base) + HOUR) / (24 * HOUR));
    this.since.set(place, base - Math.max(0, days) * 24 * HOUR);
    const daily = { base, minute: each.minute, next: 0 };
    daily.next = this.nextOf(daily, now);
    this.daily.set(place, daily);
  }

  /** When a daily alarm rings next after `now`. */
  nextOf({ base, minute }: Daily, now: Instant): Instant {
    const aDay = 24 * HOUR;
    if (this.story.firmware === 'everyDay') {
      return base > now ? base : base + (Math.floor((now - base) / aDay) + 1) * aDay;
    }
    for (let from = now; ;) {
      const offset = this.offsetAt(from + 1);
      const local = minute * MINUTE - offset * MINUTE;
      const at = from + 1 + ((((local - from - 1) % aDay) + aDay) % aDay);
      const change = this.offsets.find(([start]) => start > from);
      if (!change || at < change[0]) return at;
      const [start, next] = change;
      // A skipped hour rings at its end.
      const isLeapt = at < start + (next - offset) * MINUTE;
      if (isLeapt) return start;
      from = start;
    }
  }

  happen(each: Happening): void {
    const until = each.at + each.minutes * MINUTE;
    const isOff = each.at < this.offUntil;
    switch (each.kind) {
      case 'open':
        if (!isOff) this.open(each.at);
        return;
      case 'loseOne':
        this.daily.delete(REMINDER_PLACES[each.minutes % 3] ?? 1);
        return;
      case 'loseAll':
        this.daily.clear();
        this.shots.clear();
        return;
      case 'off':
        this.offUntil = Math.max(this.offUntil, until);
        return;
      case 'quietMode':
        this.quietUntil = Math.max(this.quietUntil, until);
        return;
      case 'session':
        if (isOff) return;
        this.open(each.at);
        this.session = { until: each.at + 11 * MINUTE, legs: each.legs };
        return;
      case 'excuse':
        if (!isOff) this.notes = excuse(this.notes, dayAt(this.here(each.at)), 'away');
        return;
      case 'delay':
        if (isOff) return;
        this.notes = delay(this.notes, [each.place], each.at + each.minutes * MINUTE, this.reminders);
        this.setShot(each.place, each.at);
        return;
      case 'move':
        return;
    }
  }

  endSession(): void {
    if (!this.session) return;
    const { until, legs } = this.session;
    this.session = undefined;
    const day = dayAt(this.here(until - 11 * MINUTE));
    this.done.set(day, new Set([...(this.done.get(day) ?? []), ...legs]));
    this.open(until);
  }

  /** The next alarm that rings: never before `now`. */
  nextAlarm(): { readonly at: Instant; readonly place: ReminderPlace; readonly rung: Rung } | undefined {
    const alarms = REMINDER_PLACES.flatMap((place) => {
      const daily = this.daily.get(place);
      const shot = this.shots.get(place);
      return [
        ...(daily ? [{ at: daily.next, place, rung: { why: 'first' } as const }] : []),
        ...(shot ? [{ at: shot.at, place, rung: shot }] : []),
      ];
    });
    return alarms.sort((one, other) => one.at - other.at)[0];
  }

  ringAlarm(at: Instant, place: ReminderPlace, rung: Rung): void {
    const daily = this.daily.get(place);
    if (rung.why !== 'first') this.shots.delete(place);
    else if (daily) daily.next = this.nextOf(daily, Math.max(at, daily.next));
    if (at < this.offUntil) {
      if (this.story.ringsLate) this.ringNow(this.offUntil, place, rung);
      return;
    }
    this.ringNow(at, place, rung);
  }

  ringNow(now: Instant, place: ReminderPlace, rung: Rung): void {
    const here = this.here(now);
    const mark = this.marks.get(place);
    const outcome = ring({
      ...{ reminders: this.reminders, place, rung, here, today: this.today(now) },
      isSilenced: now < this.quietUntil ? 'yes' : 'no',
      memory: memoryOf(here, place, mark, { reminders: this.reminders, delayed: this.delayed() }),
    });
    if (outcome.next !== 'asBefore') this.shots.delete(place);
    if (typeof outcome.next === 'object') this.shots.set(place, outcome.next);
    if (this.story.leavesMarks) this.marks.set(place, markAfter(place, outcome, here, mark, 'rang'));
    if (outcome.isAstray) this.setDaily(place, now);
    // Each run looks after the alarms of all reminders.
    remindersOn(this.reminders)
      .filter((other) => !this.daily.has(other))
      .forEach((other) => this.setDaily(other, now));
    if (outcome.decision.act === 'ring') this.rang.push({ place, at: now, day: outcome.day, why: rung.why });
  }

  /** Whether a reminder has to ring at its hour, and nothing prevented it. */
  must(place: ReminderPlace, now: Instant): boolean {
    const each = this.reminders.at[place];
    const here = this.here(now);
    const today = this.today(now);
    const until = this.delayed()[place];
    const minute = each?.minute ?? 0;
    return (
      each !== undefined &&
      isItsDay(each, dayAt(here)) &&
      now >= this.offUntil &&
      now >= this.quietUntil &&
      !today.isExcused &&
      !today.isSessionRunning &&
      (today.done.length === 0 || (today.done.length === 1 && isEveningAt(now, here.utcOffset))) &&
      (until === undefined || until <= now) &&
      !isQuietAt(this.reminders.quiet, minute)
    );
  }
}

/** Whether it is evening, from eight o'clock until the day ends. */
function isEveningAt(now: Instant, offset: number): boolean {
  const local = (now / MINUTE + offset) % (24 * 60);
  return local >= 20 * 60 || local < DAY_END * 60;
}

function tell(story: Story): void {
  const world = new World(story);
  const happenings = [...story.happenings].sort((one, other) => one.at - other.at);
  let place = 0;
  for (;;) {
    const alarm = world.nextAlarm();
    const happening = happenings[place];
    const ends = world.session?.until ?? Infinity;
    const now = Math.min(alarm?.at ?? Infinity, happening?.at ?? Infinity, ends);
    if (now >= END) break;
    if (now === ends) world.endSession();
    else if (alarm?.at === now) ringAndLook(world, alarm);
    else if (happening) {
      place += 1;
      world.happen(happening);
    }
  }
  lookBack(world);
  lookForMissing(world);
  lookForOtherLeg(world);
}

function ringAndLook(world: World, { at, place, rung }: NonNullable<ReturnType<World['nextAlarm']>>): void {
  const reminder = world.reminders.at[place];
  const here = world.here(at);
  // A watch that is off at two of its rings in a row has not set an alarm right after a change of the clock.
  const isRight = (from: Instant): boolean =>
    world.story.firmware === 'localHour' || from <= (world.setAt.get(place) ?? 0);
  const isSteady = world.offsets.every(
    ([from]) => from > at + HOUR || (from < at - 49 * HOUR && isRight(from)),
  );
  const rangToday = world.rang.some((each) => each.place === place && each.day === dayAt(here));
  const must = rung.why === 'first' && isSteady && !rangToday && world.must(place, at);
  const before = world.rang.length;
  world.ringAlarm(at, place, rung);
  const rang = world.rang.slice(before);
  if (must) {
    expect(rang).toEqual([{ place, at, day: dayAt(here), why: 'first' }]);
    // Within a minute of the hour that was set.
    expect(
      Math.abs(dailyAt((reminder ?? NEW_REMINDER).minute, { ...here, now: at - 1 }) - at),
    ).toBeLessThanOrEqual(MINUTE);
  }
  rang.forEach((each) => {
    // An alarm that a watch brings late, after it was off, may ring on another day.
    const then = world.today(each.at);
    expect(then.done.length).toBeLessThan(2);
    expect([then.isExcused, then.isSessionRunning, each.at < world.quietUntil]).toEqual([
      false,
      false,
      false,
    ]);
    // With a leg done, only what the person asked for and the other leg in the evening.
    const isEvening = isEveningAt(each.at, world.offsetAt(each.at));
    expect(then.done.length === 0 || isEvening || ['later', 'look'].includes(each.why)).toBe(true);
  });
  if (rang.length > 0 && reminder) {
    const known = world.known(place, at);
    const coming = comingOf(world.reminders, place, world.today(at), known, world.here(at));
    if (coming) expect(coming.at).toBeGreaterThan(at);
  }
}

/** No reminder twice, none more often than was asked for, and at most six alarms. */
function lookBack(world: World): void {
  expect(world.daily.size + world.shots.size).toBeLessThanOrEqual(6);
  const { happenings, leavesMarks } = world.story;
  REMINDER_PLACES.forEach((place) => {
    const own = world.rang.filter((each) => each.place === place);
    const byDay = new Map<number, Rang[]>();
    own.forEach((each) => byDay.set(each.day, [...(byDay.get(each.day) ?? []), each]));
    byDay.forEach((rings) => {
      const repeats = world.reminders.at[place]?.repeats ?? 0;
      const delays = happenings.filter((each) => each.kind === 'delay').length;
      // A watch on which no marks can be left may ring twice for a repeated hour.
      const twice = leavesMarks ? 1 : 3;
      // Putting it off starts anew: it rings at that moment, and repeats as often as was set.
      expect(rings.length).toBeLessThanOrEqual((twice + delays) * (1 + repeats) + 1);
      if (leavesMarks) expect(rings.filter(({ why }) => why === 'first').length).toBeLessThanOrEqual(1);
    });
    own.slice(1).forEach((each, index) => {
      const before = own[index];
      const isDelayed = each.why === 'later' || before?.why === 'later';
      if (before && leavesMarks && !isDelayed)
        expect(each.at - before.at).toBeGreaterThanOrEqual(10 * MINUTE);
    });
  });
}

/** From when to when something is in the way of a reminder, besides its quiet hours. */
type Stretch = readonly [from: Instant, until: Instant];

/** How many reminders were due in all stories with nothing in the way. */
let due = 0;

/**
 * Walks through all days and looks at the reminders that had to ring, whether an alarm did or not: the app was opened
 * since anything happened to alarms or clocks, and the person did and said nothing on that day. Reckons for itself, by
 * what is written of reminders, when they were due: at the hour, and again as often as set, before the day ends.
 */
function lookForMissing(world: World): void {
  const { happenings, quiet } = world.story;
  const aDay = 24 * HOUR;
  const stretchesOf = (...kinds: readonly What['kind'][]): readonly Stretch[] =>
    happenings
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ at, minutes }) => [at, at + minutes * MINUTE] as const);
  const offs = stretchesOf('off');
  const troubles = [...offs, ...stretchesOf('loseOne', 'loseAll').map(([at]) => [at, at] as const)];
  const moves = world.offsets.map(([at]) => [at, at + 2 * aDay] as const);
  const said = stretchesOf('session', 'excuse', 'delay').map(([at]) => [at, at] as const);
  const isOff = (at: Instant): boolean => offs.some(([from, until]) => from <= at && at <= until);
  const opened = [START, ...stretchesOf('open', 'session').flatMap(([at]) => (isOff(at) ? [] : [at]))];
  const meets = (stretches: readonly Stretch[], from: Instant, until: Instant): boolean =>
    stretches.some(([begins, ends]) => begins <= until && ends >= from);
  const isQuiet = (at: Instant, offset: number): boolean => {
    const [from, until] = quiet.map((minute) => minute * MINUTE) as [number, number];
    const local = (at + offset * MINUTE) % aDay;
    return from > until ? local >= from || local < until : local >= from && local < until;
  };
  REMINDER_PLACES.forEach((place) => {
    const reminder = world.story.reminders[place - 1];
    if (reminder?.isOn !== true) return;
    const { minute, repeats, every, weekdays } = reminder;
    for (let day = START / aDay + 1; (day + 2) * aDay < END; day += 1) {
      if (!weekdays.includes(((day + 3) % 7) + 1)) continue;
      const offset = world.offsetAt(day * aDay + 12 * HOUR);
      const [begins, ends] = [0, 1].map((later) => (day + later) * aDay + (DAY_END * 60 - offset) * MINUTE);
      const hour = day * aDay + ((minute < DAY_END * 60 ? 24 * 60 : 0) + minute - offset) * MINUTE;
      if (begins === undefined || ends === undefined) continue;
      const times = Array.from({ length: repeats + 1 }, (_, turn) => hour + turn * every * MINUTE);
      const rings = times.filter((at) => at < ends);
      const last = rings[rings.length - 1] ?? hour;
      const open = opened.filter((at) => at < hour).sort((one, other) => other - one)[0];
      const isKept = open !== undefined && !meets(troubles, open, last) && !isOff(hour);
      const isFree =
        !meets(moves, begins - 6 * HOUR, ends) &&
        !meets(said, begins - 6 * HOUR, ends) &&
        !meets(stretchesOf('quietMode'), hour, last) &&
        !rings.some((at) => isQuiet(at, offset));
      if (!isKept || !isFree) continue;
      due += rings.length;
      const rang = world.rang.filter((each) => each.place === place && each.at >= begins && each.at < ends);
      const late = rang.map(({ at }, index) => Math.abs(at - (rings[index] ?? 0)) <= MINUTE);
      expect([day, place, late]).toEqual([day, place, rings.map(() => true)]);
    }
  });
}

/** How many reminders of the other leg were due in the evenings of all stories with nothing in the way. */
let evenings = 0;

/**
 * Walks through the days on which one leg was done before the evening, and nothing was in the way since: in the evening
 * each reminder of the day rings at its own hour and as often as set, and if none has its hour then, the first rings at
 * eight. What falls into the quiet hours is silent.
 */
function lookForOtherLeg(world: World): void {
  const { happenings, quiet, reminders } = world.story;
  const aDay = 24 * HOUR;
  const isQuiet = (minute: number): boolean => {
    const [from, until] = quiet;
    return from > until ? minute >= from || minute < until : minute >= from && minute < until;
  };
  for (let day = START / aDay + 1; (day + 2) * aDay < END; day += 1) {
    const offset = world.offsetAt(day * aDay + 12 * HOUR);
    const atMinute = (minute: number): Instant =>
      day * aDay + ((minute < DAY_END * 60 ? 24 * 60 : 0) + minute - offset) * MINUTE;
    const [begins, ends] = [atMinute(DAY_END * 60), atMinute(DAY_END * 60) + aDay];
    const own = happenings.filter(
      ({ at, minutes, kind }) => kind !== 'open' && at < ends && at + minutes * MINUTE >= begins - 6 * HOUR,
    );
    const legs = new Set(own.flatMap((each) => (each.kind === 'session' ? each.legs : [])));
    const isEarly = own.every(({ at }) => at >= begins && at + 11 * MINUTE < atMinute(20 * 60));
    const isSteady = world.offsets.every(([from]) => from < begins - 2 * aDay || from > ends);
    const isSession = own.every(({ kind }) => kind === 'session');
    if (own.length === 0 || legs.size !== 1 || !isSession || !isEarly || !isSteady) continue;
    const today = REMINDER_PLACES.filter((place) => {
      const each = reminders[place - 1];
      return each?.isOn === true && each.weekdays.includes(((day + 3) % 7) + 1);
    });
    const isOwn = (place: ReminderPlace): boolean => {
      const { minute } = reminders[place - 1] ?? NEW_REMINDER;
      return minute >= 20 * 60 || minute < DAY_END * 60;
    };
    const first = today.some((place) => isOwn(place) && !isQuiet(reminders[place - 1]?.minute ?? 0))
      ? undefined
      : today[0];
    today.forEach((place) => {
      const { minute, repeats, every } = reminders[place - 1] ?? NEW_REMINDER;
      const times = Array.from(
        { length: repeats + 1 },
        (_, turn) => atMinute(minute) + turn * every * MINUTE,
      );
      const wanted = [...(isOwn(place) ? times : []), ...(place === first ? [atMinute(20 * 60)] : [])]
        .filter((at) => at < ends && !isQuiet(Math.round(at / MINUTE + offset) % (24 * 60)))
        .sort((one, other) => one - other);
      // One that has said it at eight does not at its own hour, and a repeat of an earlier hour may come.
      const isExact = isOwn(place) ? place !== first : times.every((at) => at < atMinute(20 * 60));
      if (!isExact) return;
      evenings += wanted.length;
      const rang = world.rang.filter(
        (each) => each.place === place && each.at >= atMinute(20 * 60) && each.at < ends,
      );
      const near = rang.map(({ at }, index) => Math.abs(at - (wanted[index] ?? 0)) <= MINUTE);
      expect([day, place, near]).toEqual([day, place, wanted.map(() => true)]);
    });
  }
}

afterAll(() => {
  // A story that is told again has few of its own.
  if (storyToRepeat() !== undefined) return;
  // A busy computer tells few stories in the allotted time, besides the fixed ones.
  expect(due).toBeGreaterThan(0);
  expect(evenings).toBeGreaterThan(0);
});

testStories('each reminder rings when it is due and something is to do, once, and at no other time', {
  name: 'reminders by their rules',
  path: 'core/reminder/stories',
  stories,
  tell,
  found: [139683633],
  ingredients: ({ firmware, happenings }) => [
    firmware,
    ...happenings.map((each) => (each.kind === 'session' ? `session ${each.legs.join()}` : each.kind)),
  ],
  long: 2000,
});
