import type { Leg, Zone } from '../../core/body';
import { isLeg, isZone, LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText, weekdayOf } from '../../core/calendar/day';
import type { ExcuseReason } from '../../core/reminder/day-notes';
import type { Instant } from '../../core/time';
import { LEG_WORDS } from '../../core/plan/where';
import type { PhoneState } from '../../phone/phone-state';
import type { Excuse } from '../../phone/history/excuses';
import { dateOfPhone } from '../../phone/history/overview';
import type { DayStatus, LegState } from '../../phone/statistics/days';
import { counts, legsThatAre } from '../../phone/statistics/days';
import { LISTED } from '../../core/sentence';
import type { Voice } from '../words';
import { dateAndTime, say } from '../words';
import type { LegMark } from './leg-mark';
import { markOn } from './leg-mark';

export function legName(leg: Leg, voice: Voice): string {
  return voice.translate(LEG_WORDS[leg]);
}

/** The name of a leg in a record, which another version of Legato may have written. */
export function recordedLegName(leg: string, voice: Voice): string {
  return isLeg(leg) ? legName(leg, voice) : leg;
}

/** The name of a zone in a record. A session entered by hand has the whole leg as its zone. */
export function zoneName(zone: string, voice: Voice): string {
  if (zone === 'whole') return say(voice, 'Whole leg');
  return isZone(zone) ? knownZone(zone, voice) : zone;
}

/** Why a day was left out, as chosen on a watch. */
export function leftOutWord(reason: ExcuseReason, voice: Voice): string {
  switch (reason) {
    case 'unwell':
      return say(voice, 'Not well');
    case 'away':
      return say(voice, 'Away');
    case 'noTime':
      return say(voice, 'No time');
    case 'other':
      return say(voice, 'Another reason');
  }
}

function knownZone(zone: Zone, voice: Voice): string {
  switch (zone) {
    case 'ankle':
      return say(voice, 'Ankle');
    case 'calf':
      return say(voice, 'Calf');
    case 'knee':
      return say(voice, 'Knee');
    case 'lowerThigh':
      return say(voice, 'Lower thigh');
    case 'upperThigh':
      return say(voice, 'Upper thigh');
  }
}

export function weekdayName(day: Day, voice: Voice): string {
  return weekdayNames(voice)[weekdayOf(day) - 1] ?? '';
}

/** From Monday to Sunday. */
export function weekdayNames(voice: Voice): readonly string[] {
  return [
    say(voice, 'Mon'),
    say(voice, 'Tue'),
    say(voice, 'Wed'),
    say(voice, 'Thu'),
    say(voice, 'Fri'),
    say(voice, 'Sat'),
    say(voice, 'Sun'),
  ];
}

/** Days of the week: `Mon, Tue`, `every day`, or `none`. */
export function plannedDays(days: readonly number[], voice: Voice): string {
  if (days.length === 0) return say(voice, 'none');
  if (days.length === 7) return say(voice, 'every day');
  const names = weekdayNames(voice);
  return listOf(
    days.map((day) => names[day - 1] ?? ''),
    voice,
  );
}

/** `Left leg: 5 min`. */
export function pair(name: string, value: string, voice: Voice): string {
  return say(voice, '{name}: {value}', { name, value });
}

/** Joins items into a list. */
export function listOf(items: readonly string[], voice: Voice): string {
  return items.reduce((list, item) => (list === '' ? item : say(voice, LISTED, { list, item })), '');
}

/**
 * A moment relative to today: `today 08:14`, `yesterday 21:30`, `2026-03-05 08:14`. Next to a time by the clock, a day
 * is one of the calendar, which ends at midnight.
 */
export function whenWords(at: Instant, state: Pick<PhoneState, 'clock'>, voice: Voice): string {
  const words = dateAndTime(at, voice.offsetAt(at));
  const time = words.slice(-5);
  const ago = dateOfPhone(state.clock.now, state) - dateOfPhone(at, state);
  if (ago === 0) return say(voice, 'today {time}', { time });
  if (ago === 1) return say(voice, 'yesterday {time}', { time });
  return words;
}

/** Why a day was left out, with the person's words if there are any. */
export function excuseWords({ kind, reason, leg }: Excuse, voice: Voice): string {
  const left = kind === 'withheld' ? say(voice, 'Withheld') : say(voice, 'Excused');
  const word = leg === undefined ? left : pair(legName(leg, voice), left, voice);
  return reason === '' ? word : pair(word, reason, voice);
}

/** The state of a day, in a sentence, and of a leg that was left out of it. */
export function dayWords(status: DayStatus, voice: Voice): string {
  const of = (state: 'withheld' | 'excused', word: string): readonly string[] =>
    legsThatAre(status, state).map((leg) => pair(legName(leg, voice), word, voice));
  const out = [...of('withheld', say(voice, 'Withheld')), ...of('excused', say(voice, 'Excused'))];
  const isLeftOut = !LEGS.some((leg) => counts(status.legs[leg]));
  return [stateWords(status, voice), ...(isLeftOut ? [] : out)].join(' · ');
}

function stateWords(status: DayStatus, voice: Voice): string {
  const are = (...states: readonly LegState[]) => legsThatAre(status, ...states);
  const done = are('done');
  const missing = are('partly', 'open', 'missed');
  const [first] = missing;
  if (done.length > 0 && first !== undefined) {
    return halfDone(first, status.legs[first].done > 0, voice);
  }
  if (done.length > 0) return say(voice, 'Done today');
  if (are('partly').length > 0) return say(voice, 'Begun, not done');
  if (first !== undefined) return say(voice, 'Not done yet');
  if (are('withheld').length > 0) return say(voice, 'Withheld');
  if (are('excused').length > 0) return say(voice, 'Excused');
  return say(voice, 'Nothing is planned for today');
}

function halfDone(other: Leg, isBegun: boolean, voice: Voice): string {
  if (isBegun) {
    return other === 'left'
      ? say(voice, 'Half done: the left leg is begun, not done')
      : say(voice, 'Half done: the right leg is begun, not done');
  }
  return other === 'left'
    ? say(voice, 'Half done: the left leg is missing')
    : say(voice, 'Half done: the right leg is missing');
}

/** Days of a month by number, with consecutive days combined: `1 to 4, 6`. */
export function numbersInMonth(days: readonly Day[], voice: Voice): readonly string[] {
  const numberOf = (day: Day): number => Number(dayText(day).slice(-2));
  return days.flatMap((day, at) => {
    if (days[at - 1] === day - 1) return [];
    let last = day;
    while (days.includes(last + 1)) last += 1;
    const [from, to] = [numberOf(day), numberOf(last)];
    return [from === to ? String(from) : say(voice, '{from} to {to}', { from, to })];
  });
}

/** Days of a week by name: `Mon, Tue`. */
export function namesInWeek(days: readonly Day[], voice: Voice): readonly string[] {
  return days.map((day) => weekdayName(day, voice));
}

/**
 * The state of a leg by days: `done: Mon, Tue · missed: Wed`. Days that are still to come are left out, and so are those
 * before the first session.
 */
export function marksInWords(
  days: readonly DayStatus[],
  leg: Leg,
  today: Day,
  voice: Voice,
  namesOf: (days: readonly Day[], voice: Voice) => readonly string[],
): string {
  const byState = new Map<LegMark, Day[]>();
  days.forEach((status) => {
    const mark = markOn(status, leg, today);
    if (mark === undefined) return;
    const others = byState.get(mark);
    if (others) others.push(status.day);
    else byState.set(mark, [status.day]);
  });
  const named = (state: LegMark, sentenceWith: (days: string) => string): readonly string[] => {
    const own = byState.get(state);
    return own ? [sentenceWith(listOf(namesOf(own, voice), voice))] : [];
  };
  return [
    ...named('done', (days) => say(voice, 'done: {days}', { days })),
    ...named('partly', (days) => say(voice, 'partly done: {days}', { days })),
    ...named('open', (days) => say(voice, 'not yet: {days}', { days })),
    ...named('missed', (days) => say(voice, 'missed: {days}', { days })),
    ...named('withheld', (days) => say(voice, 'withheld: {days}', { days })),
    ...named('excused', (days) => say(voice, 'excused: {days}', { days })),
    ...named('besides', (days) => say(voice, 'besides the plan: {days}', { days })),
    ...named('free', (days) => say(voice, 'nothing planned: {days}', { days })),
  ].join(' · ');
}
