import type { ReminderParam } from '../alarm/param';
import { makeAlarmParam } from '../alarm/param';
import type { ReminderPlace } from '../alarm/reminder-alarm';
import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Day } from '../calendar/day';
import { bytesSum } from '../session/mark';
import { asciiBytes, asciiJson, asciiText } from '../ascii';
import type { Instant } from '../time';
import type { DayState } from './decide';
import type { DiaryDays } from './diary';
import { NO_DIARY } from './diary';
import type { Reminder, Reminders } from './reminder';
import type { OneShot } from './ring';

/**
 * Everything the service of a reminder has to know. Pages write it whenever any of it changes, because a service has no
 * time to read the source files and has no texts of its own.
 */
export interface ReminderSheet {
  /**
   * The reminders as set. Their words are the texts of the notifications, in the language the watch had at the time.
   */
  readonly reminders: Reminders;
  /** Until when each reminder waits at the person's request. */
  readonly delayed: Readonly<Record<ReminderPlace, Instant | undefined>>;
  /** Days that are left out. */
  readonly excused: readonly Day[];
  /** The hour after midnight at which the person's day ends. */
  readonly dayEnd: number;
  readonly planned: readonly Leg[];
  readonly locked: readonly Leg[];
  /** The legs done on the last day with any. */
  readonly done: { readonly day: Day; readonly legs: readonly Leg[] };
  readonly words: SheetWords;
  readonly diary: DiaryDays;
  /** The alarms that a page has set for reminders. */
  readonly alarms: readonly SetAlarm[];
}

export interface SheetWords {
  readonly left: string;
  readonly right: string;
  readonly start: string;
  readonly later: string;
  readonly diary: string;
}

/** The texts of notifications. */
export interface ReminderTexts {
  /** For a reminder without words of its own. */
  readonly title: string;
  readonly words: SheetWords;
}

/** An alarm that a reminder should have: a daily one, or one that rings once. */
export interface ReminderAlarm {
  readonly param: ReminderParam;
  /** When it rings next. */
  readonly rings: Instant;
}

/** The daily alarm of a reminder, ringing next at this time. */
export function dailyOf(place: ReminderPlace, rings: Instant): ReminderAlarm {
  return { param: { kind: 'reminder', place, rung: { why: 'first' } }, rings };
}

export function onceOf(place: ReminderPlace, shot: OneShot): ReminderAlarm {
  return { param: { kind: 'reminder', place, rung: shot }, rings: shot.at };
}

/** The alarm as the sheet names it, once the watch has given it this id. */
export function setAs(id: number, { param, rings }: ReminderAlarm): SetAlarm {
  return { param: makeAlarmParam(param), at: rings, daily: param.rung.why === 'first', id };
}

/** An alarm that was set for a reminder. */
export interface SetAlarm {
  /** The text it carries, which begins with the reminder's place. */
  readonly param: string;
  /** When it rings next. */
  readonly at: Instant;
  readonly daily: boolean;
  /** 0 if the watch refused it. */
  readonly id: number;
}

/** The place of the reminder that an alarm was set for. */
export function placeOf({ param }: Pick<SetAlarm, 'param'>): ReminderPlace {
  return Number(param.charAt(0)) as ReminderPlace;
}

/** The state of a day according to the sheet. */
export function dayOn(
  { planned, locked, done, excused }: ReminderSheet,
  day: Day,
  isSessionRunning: boolean,
): Omit<DayState, 'isItsDay'> {
  return {
    ...{ planned, locked, isSessionRunning },
    done: done.day === day ? done.legs : [],
    isExcused: excused.includes(day),
  };
}

/** A sheet as ASCII text: its checksum, a space, and a list of words and numbers. */
export function sheetText(sheet: ReminderSheet): string {
  const { reminders, delayed, excused, dayEnd, planned, locked, done, words, diary, alarms } = sheet;
  const { at, quiet, evening } = reminders;
  const flat: Flat = [
    ...([VERSION, dayEnd, initials(planned), initials(locked), done.day, initials(done.legs)] as const),
    ...([evening, quiet.from, quiet.until, excused] as const),
    [words.left, words.right, words.start, words.later, words.diary],
    alarms.map(({ param, at: time, daily, id }): FlatAlarm => [param, time, daily ? 1 : 0, id]),
    [flatOf(at[1], delayed[1]), flatOf(at[2], delayed[2]), flatOf(at[3], delayed[3])],
    diary,
  ];
  const text = asciiJson(JSON.stringify(flat));
  return `${bytesSum(asciiBytes(text))} ${text}`;
}

/**
 * Parses the bytes of a sheet; undefined if it is cut off, damaged, or from a later version of Legato. The content is not
 * validated further, since a matching checksum means that this app wrote it.
 */
export function sheetFrom(bytes: Uint8Array): ReminderSheet | undefined {
  const text = asciiText(bytes);
  const json = text.indexOf(' ') + 1;
  if (json < 1 || Number(text.slice(0, json)) !== bytesSum(bytes.subarray(json))) return undefined;
  const flat = JSON.parse(text.slice(json)) as Flat;
  const [
    version,
    dayEnd,
    planned,
    locked,
    day,
    legs,
    evening,
    from,
    until,
    excused,
    words,
    alarms,
    set,
    diary = NO_DIARY,
  ] = flat;
  if (version !== VERSION) return undefined;
  const [one, two, three] = set;
  const [left, right, start, later, asks = ''] = words;
  return {
    reminders: {
      at: { 1: reminderOf(one), 2: reminderOf(two), 3: reminderOf(three) },
      ...{ quiet: { from, until }, evening },
    },
    delayed: { 1: delayOf(one), 2: delayOf(two), 3: delayOf(three) },
    excused,
    dayEnd,
    planned: legsOf(planned),
    locked: legsOf(locked),
    done: { day, legs: legsOf(legs) },
    words: { left, right, start, later, diary: asks },
    diary,
    alarms: alarms.map(([param, at, daily, id]) => ({ param, at, daily: daily === 1, id })),
  };
}

const VERSION = 1;

type Flat = readonly [
  ...days: [version: number, dayEnd: number, planned: string, locked: string, day: Day, done: string],
  ...hours: [evening: number, quietFrom: number, quietUntil: number, excused: readonly Day[]],
  words: readonly [left: string, right: string, start: string, later: string, diary?: string],
  alarms: readonly FlatAlarm[],
  reminders: readonly [FlatReminder, FlatReminder, FlatReminder],
  // An older Legato wrote none.
  diary?: DiaryDays,
];

type FlatAlarm = readonly [param: string, at: Instant, daily: number, id: number];

/** Undefined if there is no reminder at a place. */
type FlatReminder =
  | readonly []
  | readonly [
      ...when: [isOn: number, minute: number, weekdays: string, repeats: number, every: number],
      ...more: [words: string, delayedUntil: Instant, added?: number],
    ];

function flatOf(reminder: Reminder | undefined, delayedUntil: Instant = 0): FlatReminder {
  if (!reminder) return [];
  const { isOn, minute, weekdays, repeats, every, words, added } = reminder;
  const flat = [isOn ? 1 : 0, minute, weekdays.join(''), repeats, every, words, delayedUntil] as const;
  return added === undefined ? flat : [...flat, added];
}

function reminderOf(flat: FlatReminder): Reminder | undefined {
  if (flat.length === 0) return undefined;
  const [isOn, minute, weekdays, repeats, every, words, , added] = flat;
  return { isOn: isOn === 1, minute, weekdays: Array.from(weekdays, Number), repeats, every, words, added };
}

function delayOf([, , , , , , until]: FlatReminder): Instant | undefined {
  return until === 0 ? undefined : until;
}

/** `lr`, `l`, `r`, or an empty text. */
function initials(legs: readonly Leg[]): string {
  return legs.map((leg) => leg.charAt(0)).join('');
}

function legsOf(text: string): readonly Leg[] {
  return LEGS.filter((leg) => text.includes(leg.charAt(0)));
}
