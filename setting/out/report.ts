import type { Leg } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import { isByHand } from '../../phone/history/gist';
import { dayOfPhone, firstCounted, sessionsOn, todayOf } from '../../phone/history/overview';
import { onePage } from '../../phone/out/report';
import type { PhoneState } from '../../phone/phone-state';
import { weekStartOf } from '../../phone/statistics/calendar';
import type { DayRange, DayStatus } from '../../phone/statistics/days';
import { legsThatAre } from '../../phone/statistics/days';
import { countDays, sumSeconds } from '../../phone/statistics/figures';
import type { SessionRecord } from '../../core/record/record';
import { completionOf } from '../../core/record/record';
import type { ScheduleEntry } from '../../phone/history/schedule';
import { excuseWords, legName, listOf, pair, plannedDays, zoneName } from '../history/day-words';
import type { Voice } from '../words';
import { daysTold, excusesTold, isCareTold } from '../sections/told';
import { duration, say } from '../words';
import { allLocks } from '../../phone/care/days';
import { answerLines, lockLine } from '../care/words';
import { stopLines } from '../history/session';
import { diaryLines } from './diary-lines';

/** The most weeks a report covers. */
const WEEKS = 12;

/** A page for a therapist: plain text, at most 40 lines of 72 characters. */
export function reportText(state: PhoneState, voice: Voice): string {
  const today = todayOf(state);
  const weeks = { from: weekStartOf(today, state.settings.weekStart) - 7 * (WEEKS - 1), to: today };
  // Nothing was planned before the first session: a longer period would claim weeks that nobody knows anything about.
  const first = firstCounted(state, weeks);
  const range: DayRange = { from: first ?? weeks.from, to: today };
  const days = daysTold('report', state, range);
  const isTold = isCareTold('report', state);
  const sessions = sessionsOn(state, range);
  const legs = LEGS.filter((leg) => {
    const { planned, withheld, excused } = countDays(days, leg);
    return planned + withheld + excused > 0;
  });
  const head = [
    say(voice, 'Legato: leg massage, a report'),
    say(voice, 'Period: {from} to {to}', { from: dayText(range.from), to: dayText(today) }),
    ...(first === undefined ? [] : plans(state, range, voice)),
    ...(legs.length === 0 && sessions.length === 0
      ? [say(voice, 'Nothing was planned or done in this time.')]
      : []),
    ...legs.flatMap((leg) => legLines(leg, days, sessions, isTold, voice)),
    ...sessionLines(sessions, voice),
  ];
  const left = excuses(state, days, voice);
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

/** The days that were left out, for the legs that count so: what was done all the same is not listed as left out. */
function excuses(state: PhoneState, days: readonly DayStatus[], voice: Voice): readonly string[] {
  const told = excusesTold('report', state);
  return days.flatMap((status) => {
    const excuse = told.get(status.day);
    if (!excuse) return [];
    const { kind, reason } = excuse;
    const legs = legsThatAre(status, kind);
    if (legs.length === 0) return [];
    const isOfAll = LEGS.every((leg) => legs.includes(leg) || status.legs[leg].state === 'free');
    const words = isOfAll
      ? [excuseWords({ kind, reason }, voice)]
      : legs.map((leg) => excuseWords({ kind, reason, leg }, voice));
    return words.map((each) => `  ${dayText(status.day)} ${each}`);
  });
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
  return inForce.slice(-MOST_PLANS).map((entry) => {
    const days = plannedDays(entry.days, voice);
    const legs = LEGS.filter((leg) => entry.legs[leg] > 0).map(
      (leg) => `${legName(leg, voice)} ${duration(voice, entry.legs[leg])}`,
    );
    const day = dayText(Math.max(from, dayOfEntry(entry)));
    if (entry.days.length === 0) return say(voice, 'Planned from {day}: nothing', { day });
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
  const shares = [
    say(voice, 'Days done of days planned: {done} of {planned}, {percent} %', withShare(done, planned)),
    say(
      voice,
      'Days with at least 85 % of the length: {done} of {planned}, {percent} %',
      withShare(full, planned),
    ),
    say(
      voice,
      'Minutes done of minutes planned: {done} of {planned}, {percent} %',
      withShare(length.done, length.planned),
    ),
  ];
  const zones = zoneShares(leg, sessions, voice);
  return [
    '',
    legName(leg, voice),
    // If no day counts as planned, there is no share to show.
    ...(planned === 0 ? [] : shares).map((each) => `  ${each}`),
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
    const words = { zone: zoneName(zone, voice), percent: percentOf(done, planned) };
    return planned === 0 ? [] : [say(voice, '{zone} {percent} %', words)];
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
    ...(due === 0
      ? []
      : [
          say(voice, 'Cues played of cues due: {played} of {due}, {percent} %', {
            ...{ played, due, percent: percentOf(played, due) },
          }),
        ]),
  ];
}
