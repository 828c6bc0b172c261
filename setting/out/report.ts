import type { Leg } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import { isByHand } from '../../phone/history/gist';
import { dayOfPhone, sessionsOn, todayOf } from '../../phone/history/overview';
import { onePage } from '../../phone/out/report';
import type { PhoneState } from '../../phone/phone-state';
import { weekStartOf } from '../../phone/statistics/calendar';
import type { DayRange, DayStatus } from '../../phone/statistics/days';
import { countDays, sumSeconds } from '../../phone/statistics/figures';
import type { SessionRecord } from '../../core/record/record';
import { completionOf } from '../../core/record/record';
import type { ScheduleEntry } from '../../phone/history/schedule';
import { excuseWords, legName, listOf, pair, weekdayNames, zoneName } from '../history/day-words';
import type { Voice } from '../words';
import { daysTold, excusesTold, isCareTold } from '../sections/told';
import { duration, say } from '../words';
import { allLocks } from '../../phone/care/days';
import { answerLines, lockLine } from '../care/words';
import { stopLines } from '../history/session';
import { diaryLines } from './diary-lines';

/** How many weeks a report covers. */
const WEEKS = 12;

/** A page for a therapist: plain text, at most 40 lines of 72 characters. */
export function reportText(state: PhoneState, voice: Voice): string {
  const today = todayOf(state);
  const from = weekStartOf(today, state.settings.weekStart) - 7 * (WEEKS - 1);
  const range: DayRange = { from, to: today };
  const days = daysTold('report', state, range);
  const isTold = isCareTold('report', state);
  const sessions = sessionsOn(state, range);
  const legs = LEGS.filter((leg) => {
    const { planned, withheld, excused } = countDays(days, leg);
    return planned + withheld + excused > 0;
  });
  const head = [
    say(voice, 'Legato: leg massage, a report'),
    say(voice, 'Period: {from} to {to}', { from: dayText(from), to: dayText(today) }),
    ...plans(state, range, voice),
    ...(legs.length === 0 ? [say(voice, 'Nothing was planned or done in this time.')] : []),
    ...legs.flatMap((leg) => legLines(leg, days, sessions, isTold, voice)),
    ...sessionLines(sessions, voice),
  ];
  const left = [...excusesTold('report', state)]
    .filter(([day]) => day >= from && day <= today)
    .sort(([one], [other]) => one - other)
    .map(([day, excuse]) => `  ${dayText(day)} ${excuseWords(excuse, voice)}`);
  const middle = [
    ...(isTold
      ? [
          ...locks(state, voice),
          ...answers(state, voice),
          ...stops(sessions, voice),
          ...diaryLines(state.diary, voice),
        ]
      : []),
    ...(left.length > 0 ? ['', say(voice, 'Days that were left out'), ...left] : []),
  ];
  const foot = ['', say(voice, 'Self-reported; timed by a watch; not a medical device.')];
  return onePage(head, middle, foot, `  ${say(voice, 'There is more than this page has room for.')}`);
}

/** The latest locks, those that hold first: date, reason, and who lifted them. */
function locks(state: PhoneState, voice: Voice): readonly string[] {
  const all = allLocks(state.everSaid);
  const told = [...all.filter(({ lifted }) => !lifted), ...all.filter(({ lifted }) => lifted)];
  if (told.length === 0) return [];
  const words = told.slice(0, MOST_LOCKS).map((each) => lockLine(each, state, voice));
  return ['', say(voice, 'Legs that were locked'), ...words.map((each) => `  ${each}`)];
}

function answers(state: PhoneState, voice: Voice): readonly string[] {
  const lines = answerLines(state, voice).map((each) => `  ${each}`);
  return lines.length === 0 ? [] : ['', say(voice, 'Your answers'), ...lines];
}

/** The most locks shown. */
const MOST_LOCKS = 4;

/** The sessions that were stopped because something was wrong. */
function stops(sessions: readonly SessionRecord[], voice: Voice): readonly string[] {
  const told = stopLines(sessions, voice);
  return told.length === 0
    ? []
    : ['', pair(say(voice, 'Sessions that were stopped'), listOf(told.slice(0, MOST_STOPS), voice), voice)];
}

/** The most stops shown; the latest ones are kept. */
const MOST_STOPS = 6;

/** The plans and the days of their changes. Of several changes on one day only the last counts and is shown. */
function plans(state: PhoneState, { from, to }: DayRange, voice: Voice): readonly string[] {
  const dayOfEntry = ({ since }: ScheduleEntry): Day => (since === 0 ? from : dayOfPhone(since, state));
  const known = state.schedule.filter((entry) => dayOfEntry(entry) <= to);
  const inForce = known.filter((entry, at) => {
    const next = known[at + 1];
    return next === undefined || dayOfEntry(next) > Math.max(from, dayOfEntry(entry));
  });
  const names = weekdayNames(voice);
  return inForce.slice(-MOST_PLANS).map((entry) => {
    const days =
      entry.days.length === 7
        ? say(voice, 'every day')
        : listOf(
            entry.days.map((day) => names[day - 1] ?? ''),
            voice,
          );
    const legs = LEGS.filter((leg) => entry.legs[leg] > 0).map(
      (leg) => `${legName(leg, voice)} ${duration(voice, entry.legs[leg])}`,
    );
    const day = dayText(Math.max(from, dayOfEntry(entry)));
    return say(voice, 'Planned from {day}: {legs}; {days}', { day, legs: listOf(legs, voice), days });
  });
}

/** The most changes shown; the latest ones are kept. */
const MOST_PLANS = 4;

function legLines(
  leg: Leg,
  days: readonly DayStatus[],
  sessions: readonly SessionRecord[],
  isTold: boolean,
  voice: Voice,
): readonly string[] {
  const { done, planned, withheld, excused, full } = countDays(days, leg);
  const minutes = sumSeconds(days, leg);
  const length = { done: Math.floor(minutes.done / 60), planned: Math.floor(minutes.planned / 60) };
  const withShare = (part: number, whole: number) => ({
    done: part,
    planned: whole,
    percent: percentOf(part, whole),
  });
  const zones = zoneShares(leg, sessions, voice);
  return [
    '',
    legName(leg, voice),
    `  ${say(voice, 'Days done of days planned: {done} of {planned}, {percent} %', withShare(done, planned))}`,
    `  ${say(voice, 'Days with at least 85 % of the length: {done} of {planned}, {percent} %', withShare(full, planned))}`,
    `  ${say(voice, 'Minutes done of minutes planned: {done} of {planned}, {percent} %', withShare(length.done, length.planned))}`,
    `  ${[
      ...(isTold ? [say(voice, 'Withheld: {count}', { count: withheld })] : []),
      say(voice, 'Excused: {count}', { count: excused }),
    ].join(' · ')}`,
    ...(zones === '' ? [] : [`  ${pair(say(voice, 'Length done by zone'), zones, voice)}`]),
  ];
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** Shows skipped zones. A session entered by hand has no zones. */
function zoneShares(leg: Leg, sessions: readonly SessionRecord[], voice: Voice): string {
  const shares = ZONES.flatMap((zone) => {
    const own = sessions.flatMap(({ zones }) =>
      zones.filter((each) => each.leg === leg && each.zone === zone),
    );
    const planned = own.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
    const done = own.reduce((sum, { doneSeconds }) => sum + doneSeconds, 0);
    return planned === 0 ? [] : [`${zoneName(zone, voice)} ${percentOf(done, planned)} %`];
  });
  return listOf(shares, voice);
}

function sessionLines(sessions: readonly SessionRecord[], voice: Voice): readonly string[] {
  if (sessions.length === 0) return [];
  const timed = sessions.filter((session) => !isByHand(session));
  const are = (...kinds: readonly string[]): number =>
    timed.filter((session) => kinds.includes(completionOf(session))).length;
  const ended = {
    done: are('finished'),
    part: are('partlyDone'),
    stopped: are('stopped'),
    interrupted: are('interrupted', 'other'),
  };
  const [due, played] = [
    timed.reduce((sum, { cues }) => sum + cues.due, 0),
    timed.reduce((sum, { cues }) => sum + cues.played + cues.late, 0),
  ];
  return [
    '',
    say(voice, 'Sessions timed by a watch: {timed}; entered or dated by hand: {hand}', {
      timed: timed.length,
      hand: sessions.length - timed.length,
    }),
    say(
      voice,
      'To the end: {done}; in part: {part}; ended early: {stopped}; interrupted: {interrupted}',
      ended,
    ),
    say(voice, 'Cues played of cues due: {played} of {due}, {percent} %', {
      ...{ played, due, percent: percentOf(played, due) },
    }),
  ];
}
