import fc from 'fast-check';
import { zoneNamed, type Unknowns, type VirtualWatch, type Zone } from '../../../virtual-watch';
import { reach, watchWith } from '../app';
import { close, open } from './visit';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DAYS = 60;

/** Places on both sides of the date line; all but two change their clocks, not all in the same week. */
const PLACES = [
  ...(['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'] as const),
  ...(['Pacific/Honolulu', 'Asia/Kolkata', 'Atlantic/Azores'] as const),
] as const;
type Place = (typeof PLACES)[number];
/** In the sixty days from each of these on, clocks are changed in Europe, America and New Zealand. */
const STARTS = [Date.UTC(2026, 1, 9, 4), Date.UTC(2026, 8, 14, 4)] as const;

/** Days of one reminder with the default settings. */
export interface Abroad {
  readonly start: (typeof STARTS)[number];
  readonly dailyAlarms: Unknowns['dailyAlarms'];
  readonly notificationLightsScreen: boolean;
  readonly days: readonly { readonly kind: Kind; readonly flight: Place | undefined }[];
}

/**
 * What a day has, beside its reminder: the app is opened, a session is done before or after it rings, the day is left
 * out, the watch is off at its hour, is started again before, or is in do-not-disturb at it, the app is updated and
 * opened, or updated only.
 */
const KINDS = [
  ...(['plain', 'opened', 'doneBefore', 'doneAfter', 'leftOut'] as const),
  ...(['off', 'restarted', 'quiet', 'updated', 'lost'] as const),
] as const;
type Kind = (typeof KINDS)[number];

/** The minutes after its hour at which it rings that day, if its alarm exists: again after an hour, by default. */
const RINGS: Readonly<Record<Kind, readonly number[]>> = {
  ...{ plain: [0, 60], opened: [0, 60], restarted: [0, 60], updated: [0, 60] },
  ...{ doneBefore: [], leftOut: [], off: [], lost: [] },
  doneAfter: [0],
  // It tries again every quarter of an hour.
  quiet: [45, 105],
};

/** After these days the alarm exists, whatever happened before. */
const OPENED: readonly Kind[] = ['opened', 'doneBefore', 'leftOut', 'updated'];

function session(watch: VirtualWatch): void {
  open(watch);
  reach(watch, 'Start');
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  close(watch);
}

function reminders(watch: VirtualWatch): void {
  open(watch);
  reach(watch, 'Preferences');
  reach(watch, 'Reminders');
}

/** Lives a day, from an hour before the reminder's hour on. */
function live(watch: VirtualWatch, kind: Kind, hour: number): void {
  const until = (minutes: number): void => {
    watch.advance(Math.max(0, hour + minutes * MINUTE - watch.wall()));
  };
  switch (kind) {
    case 'plain':
      break;
    case 'opened':
      open(watch);
      close(watch);
      break;
    case 'doneBefore':
      session(watch);
      break;
    case 'doneAfter':
      until(10);
      session(watch);
      break;
    case 'leftOut':
      reminders(watch);
      reach(watch, 'Not today');
      reach(watch, 'Away');
      close(watch);
      break;
    case 'off':
      watch.powerOff();
      until(90);
      watch.powerOn();
      break;
    case 'restarted':
      watch.powerOff();
      until(-20);
      watch.powerOn();
      break;
    case 'quiet':
      watch.setMode({ DND: true });
      until(40);
      watch.setMode({ DND: false });
      break;
    case 'updated':
      watch.updateApp();
      open(watch);
      close(watch);
      break;
    case 'lost':
      watch.updateApp();
      break;
  }
}

/** When it is this minute of a local day; days are counted since 1970, in local time. */
function hourOn(day: number, minute: number, zone: Zone): number {
  const local = day * DAY + minute * MINUTE;
  const near = local - zone(local) * MINUTE;
  return local - zone(near) * MINUTE;
}

const localDay = (at: number, zone: Zone): number => Math.floor((at + zone(at) * MINUTE) / DAY);

/** Where the person is, and what is known of the reminder's alarm. */
interface State {
  zone: Zone;
  /** The last local day that was lived. */
  day: number;
  /** Whether the alarm is there: an update may lose it until the app is opened. */
  isThere: boolean;
  /** Whether the alarm keeps the hour of this place: it is set right at each opening, and by its own service. */
  isSettled: boolean;
  /** Whether something was left to do, and to ring for, at the end of the last day. */
  isOpen: boolean;
}

export function tellAbroad({ start, dailyAlarms, notificationLightsScreen, days }: Abroad): void {
  const state: State = {
    zone: zoneNamed('Europe/Berlin'),
    day: 0,
    isThere: true,
    isSettled: true,
    isOpen: false,
  };
  const watch = watchWith({ startAt: start, zone: state.zone, dailyAlarms, notificationLightsScreen });
  reminders(watch);
  reach(watch, 'Add a reminder');
  const first = (watch.alarms()[0]?.time ?? 0) * SECOND;
  const minute = Math.round(((first + state.zone(first) * MINUTE) % DAY) / MINUTE);
  close(watch);
  state.day = localDay(first, state.zone) - 1;
  days.forEach(({ kind, flight }, index) => {
    const hour = untilBefore(watch, state, minute);
    const before = watch.everNotified().length;
    live(watch, kind, hour);
    watch.advance(hour + 6 * HOUR - watch.wall());
    const rang = watch.everNotified().slice(before);
    expectRings(
      [index, kind],
      rang.map(({ wall }) => (wall - hour) / MINUTE),
      state,
      kind,
    );
    expect(watch.notifications().length).toBeLessThanOrEqual(1);
    afterDay(state, kind, rang.length);
    if (flight) fly(watch, state, zoneNamed(flight), dailyAlarms);
  });
}

/** Lets the time pass until an hour before the next day's reminder, in which nothing may ring, and answers with its hour. */
function untilBefore(watch: VirtualWatch, state: State, minute: number): number {
  let day = state.day + 1;
  while (hourOn(day, minute, state.zone) - HOUR < watch.wall()) day += 1;
  const hour = hourOn(day, minute, state.zone);
  const yesterday = hour - DAY;
  if (state.zone(yesterday) !== state.zone(hour)) state.isSettled = false;
  const before = watch.everNotified().length;
  watch.advance(hour - HOUR - watch.wall());
  const rang = watch.everNotified().length - before;
  // Who flies over the date line lives the same day again, and what was not told then may be told now.
  expect(rang).toBeLessThanOrEqual(state.isOpen ? 2 : 0);
  state.day = day;
  return hour;
}

function expectRings(at: readonly unknown[], minutes: readonly number[], state: State, kind: Kind): void {
  const isThere = OPENED.includes(kind) || (state.isThere && kind !== 'lost');
  const due = isThere ? RINGS[kind] : [];
  if (state.isSettled || OPENED.includes(kind)) {
    expect([...at, minutes.map(Math.floor)]).toEqual([...at, due]);
    return;
  }
  // Where clocks were changed or the watch was carried, it rings within an hour of the hour of the place, or is set for the next day.
  expect(minutes.length).toBeLessThanOrEqual(due.length);
  const [first = 0] = minutes;
  expect(first).toBeGreaterThanOrEqual(0);
  expect(first).toBeLessThanOrEqual((due[0] ?? 0) + 61);
}

function afterDay(state: State, kind: Kind, rang: number): void {
  // Who has come for a session has opened the app.
  const wasOpened = OPENED.includes(kind) || kind === 'doneAfter';
  state.isThere = wasOpened || (state.isThere && kind !== 'lost');
  state.isSettled = state.isSettled || wasOpened || (state.isThere && kind !== 'off');
  state.isOpen = rang === 0 && kind !== 'doneBefore' && kind !== 'leftOut';
}

function fly(watch: VirtualWatch, state: State, zone: Zone, dailyAlarms: Unknowns['dailyAlarms']): void {
  watch.travelTo(zone);
  state.isOpen = state.isOpen && zone(watch.wall()) < state.zone(watch.wall());
  state.isSettled = dailyAlarms === 'atLocalTime';
  state.zone = zone;
}

const days = fc.record({
  kind: fc.constantFrom(...KINDS),
  flight: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...PLACES) },
  ),
});

export const abroad = fc.record<Abroad>({
  start: fc.constantFrom(...STARTS),
  dailyAlarms: fc.constantFrom('every24Hours', 'atLocalTime'),
  notificationLightsScreen: fc.boolean(),
  days: fc.array(days, { minLength: DAYS, maxLength: DAYS }),
});
