import fc from 'fast-check';
import type { VirtualWatch } from '../../virtual-watch';
import { testStories } from '../stories';
import { loadPackage, reach, watchWith } from './app';

beforeAll(loadPackage);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAYS = 60;

/**
 * What a day has, beside its reminder: the app is opened, a session is done before or after it rings, the day is left out, the watch
 * is off at its hour, is started again before, or is in do-not-disturb at it, the app is updated and opened, or updated only.
 */
const KINDS = [
  ...(['plain', 'opened', 'doneBefore', 'doneAfter', 'leftOut'] as const),
  ...(['off', 'restarted', 'quiet', 'updated', 'lost'] as const),
] as const;
type Kind = (typeof KINDS)[number];

/** At which minutes after its hour it rings that day, where its alarm is there: again after an hour, as is the default. */
const RINGS: Readonly<Record<Kind, readonly number[]>> = {
  ...{ plain: [0, 60], opened: [0, 60], restarted: [0, 60], updated: [0, 60] },
  ...{ doneBefore: [], leftOut: [], off: [], lost: [] },
  doneAfter: [0],
  // It looks again every quarter of an hour.
  quiet: [45, 105],
};

/** After these days' first hours the alarm is there, whatever was before. */
const OPENED: readonly Kind[] = ['opened', 'doneBefore', 'leftOut', 'updated'];

function open(watch: VirtualWatch): void {
  watch.openApp();
  watch.advance(SECOND);
}

function close(watch: VirtualWatch): void {
  watch.advance(SECOND);
  watch.crash();
}

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

function tell(days: readonly Kind[]): void {
  const watch = watchWith({ startAt: Date.UTC(2026, 0, 5, 5) });
  reminders(watch);
  reach(watch, 'Add a reminder');
  const first = (watch.alarms()[0]?.time ?? 0) * SECOND;
  close(watch);
  let isThere = true;
  days.forEach((kind, day) => {
    const hour = first + day * 24 * HOUR;
    watch.advance(hour - HOUR - watch.wall());
    const before = watch.everNotified().length;
    live(watch, kind, hour);
    watch.advance(hour + 6 * HOUR - watch.wall());
    isThere = OPENED.includes(kind) || (isThere && kind !== 'lost');
    const due = isThere ? RINGS[kind] : [];
    const rang = watch.everNotified().slice(before);
    const minutes = rang.map(({ wall }) => Math.floor((wall - hour) / MINUTE));
    expect([day, kind, minutes]).toEqual([day, kind, due]);
    expect(watch.notifications().length).toBeLessThanOrEqual(1);
    // Who has come for a session has opened the app.
    isThere = isThere || kind === 'doneAfter';
  });
}

testStories('in sixty days a reminder rings when it is due, within a minute, and at no other time', {
  name: 'days of reminders',
  path: 'package/reminder-stories',
  stories: fc.array(fc.constantFrom(...KINDS), { minLength: DAYS, maxLength: DAYS }),
  tell,
  found: [],
  long: 60,
});
