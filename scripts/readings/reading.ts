/**
 * What a watch may do where it is undocumented, and what that does to a session. Each row is one answer to an open
 * question (`virtual-watch/machine/unknowns.ts`), or one behaviour of alarms and keys.
 */
import { DEFAULT_UNKNOWNS, type Unknowns } from '../../virtual-watch';
import type { VirtualWatch } from '../../virtual-watch/node';
import { SECOND } from '../../core/time';
import type { Course } from './course';

export interface Reading {
  /** A statement about the watch: "The motor ends with its service". */
  readonly assumption: string;
  readonly unknowns?: Partial<Unknowns>;
  /** Further settings of the watch before the session. */
  readonly prepare?: (watch: VirtualWatch) => void;
  /** What happens to the session. */
  readonly courses: readonly Course[];
}

const DARK: readonly Course[] = ['dark'];
const BOTH: readonly Course[] = ['lit', 'dark'];

export const READINGS: readonly Reading[] = [
  { assumption: 'As the virtual watch is by itself', courses: BOTH },
  ...ofMotor(),
  ...ofNotifications(),
  ...ofAlarms(),
  ...ofClock(),
  {
    assumption: 'Timers of a page go on in the dark',
    unknowns: { freezesPagesInTheDark: false },
    courses: BOTH,
  },
  {
    assumption: '`app.js` does not run for a service',
    unknowns: { runsAppForService: false },
    courses: DARK,
  },
  {
    assumption: 'An update of the app wipes its files',
    unknowns: { updateKeepsFiles: false },
    courses: ['updated'],
  },
  {
    assumption: 'Keys are heard and cannot be swallowed',
    unknowns: { keysCanBeSwallowed: false },
    courses: ['key'],
  },
];

function ofMotor(): readonly Reading[] {
  return [
    {
      assumption: 'A service ends when its code is done, and the motor with it',
      unknowns: { serviceEnds: 'whenDone', outlastsService: 'nothing' },
      courses: DARK,
    },
    {
      assumption: 'A service ends when its code is done, and only scenes go on',
      unknowns: { serviceEnds: 'whenDone', outlastsService: 'scenes' },
      courses: DARK,
    },
    {
      assumption: 'A service ends after 600 ms, and the motor with it',
      unknowns: { serviceEnds: 'atLimit', outlastsService: 'nothing' },
      courses: DARK,
    },
    {
      assumption: 'The motor plays on when its service has ended',
      unknowns: { serviceEnds: 'whenDone', outlastsService: 'everything' },
      courses: DARK,
    },
    { assumption: 'A list of pulses is refused', unknowns: { actionLists: 'refused' }, courses: BOTH },
    { assumption: 'A list of pulses is ignored', unknowns: { actionLists: 'ignored' }, courses: BOTH },
    {
      assumption: 'Lists are refused, and `start({ mode })` is ignored',
      unknowns: { actionLists: 'refused', startsWithMode: false },
      courses: BOTH,
    },
    ...(['scene', 'object'] as const).map((setModeTakes) => ({
      assumption: `Lists are refused, and \`setMode\` heeds only ${setModeTakes === 'scene' ? 'the scene itself' : 'an object'}`,
      unknowns: { actionLists: 'refused', setModeTakes } as const,
      courses: BOTH,
    })),
    {
      assumption: 'Lists are refused, and STRONG_REMINDER does not end by itself',
      unknowns: { actionLists: 'refused', endlessScenes: ['STRONG_REMINDER'] },
      courses: BOTH,
    },
    {
      assumption: 'Lists are refused, and no scene ends by itself',
      unknowns: { actionLists: 'refused', endlessScenes: ['STRONG_REMINDER', 'DURATION', 'DURATION_LONG'] },
      courses: BOTH,
    },
  ];
}

function ofNotifications(): readonly Reading[] {
  return [
    {
      assumption: 'The buzz of a notification cuts a pattern off',
      unknowns: { notificationBuzz: 'cuts' },
      courses: DARK,
    },
    {
      assumption: 'The buzz of a notification waits for the motor',
      unknowns: { notificationBuzz: 'waits' },
      courses: DARK,
    },
    { assumption: 'A notification does not buzz', unknowns: { notificationBuzz: 'silent' }, courses: DARK },
    {
      assumption: 'The buzz of a notification holds the motor for 1.3 s',
      unknowns: { notificationBuzz: 'cuts', notificationHoldsMotorMs: 1_300 },
      courses: DARK,
    },
  ];
}

function ofAlarms(): readonly Reading[] {
  return [
    ...[0, 1, 10, 18, 24].map((alarmSlots) => ({
      assumption: `The watch takes ${String(alarmSlots)} alarms`,
      unknowns: { alarmSlots },
      courses: DARK,
    })),
    ...([-10, -2, 2, 11, 60] as const).map((seconds) => ({
      assumption: `Alarms ring ${String(Math.abs(seconds))} s ${seconds < 0 ? 'early' : 'late'}`,
      prepare: (watch: VirtualWatch) => {
        watch.delayAlarms(seconds * SECOND);
      },
      courses: DARK,
    })),
    {
      assumption: 'Alarms ring at the minute before',
      unknowns: { alarmGrain: 'minuteBefore' },
      courses: DARK,
    },
    { assumption: 'Alarms ring at the minute after', unknowns: { alarmGrain: 'minuteAfter' }, courses: DARK },
    {
      assumption: 'Alarms ring at the nearest minute',
      unknowns: { alarmGrain: 'nearestMinute' },
      courses: DARK,
    },
    { assumption: 'Alarms stay listed after they rang', unknowns: { alarmsStayListed: true }, courses: BOTH },
    {
      assumption: '`cancel` does nothing',
      unknowns: { alarmsCanBeCancelled: false },
      courses: ['lit', 'dark', 'paused'],
    },
    {
      assumption: 'An alarm for a page does nothing to an open app',
      unknowns: { alarmOverOpenApp: 'nothing' },
      courses: BOTH,
    },
    {
      assumption: 'An alarm for a page opens the page over an open one',
      unknowns: { alarmOverOpenApp: 'opensSecond' },
      courses: BOTH,
    },
    {
      assumption: 'The parameter of an alarm for a page reaches the page only',
      unknowns: { alarmPageParam: 'page' },
      courses: DARK,
    },
    {
      assumption: 'The parameter of an alarm for a page is lost',
      unknowns: { alarmPageParam: 'lost' },
      courses: DARK,
    },
  ];
}

function ofClock(): readonly Reading[] {
  const kinds = [
    ['follow', 'Alarms follow a clock that is set'],
    ['keepWaiting', 'Alarms keep what is left of their wait when the clock is set'],
    ['dropped', 'Alarms are lost when the clock is set'],
  ] as const;
  return kinds.map(([alarmsOnClockSet, assumption]) => ({
    assumption,
    unknowns: { alarmsOnClockSet },
    courses: ['setBack', 'setForward'],
  }));
}

/** Every answer that differs from the default and is in no row. */
export function unreadAnswers(answers: {
  readonly [Question in keyof Unknowns]: readonly Unknowns[Question][];
}): readonly string[] {
  return (Object.keys(answers) as (keyof Unknowns)[]).flatMap((question) =>
    answers[question]
      .filter((answer) => !isSame(answer, DEFAULT_UNKNOWNS[question]))
      .filter((answer) => !READINGS.some(({ unknowns }) => isSame(unknowns?.[question], answer)))
      .map((answer) => `${question}: ${JSON.stringify(answer)}`),
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
