import { LEGS } from '../../core/body';
import type { Leg } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayOf, dayText } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { monthBeside, monthShown, sessionsOn, todayOf } from '../../phone/history/overview';
import type { PhoneState } from '../../phone/phone-state';
import { sessionKey } from '../../phone/session-key';
import {
  daysOfMonth,
  lastWeeks,
  monthNameOf,
  weeksOfMonth,
  weekStartOf,
} from '../../phone/statistics/calendar';
import type { DiaryDay } from '../../phone/diary/evening';
import type { WeekDays } from '../../phone/diary/weeks';
import { weeksWithin } from '../../phone/diary/weeks';
import type { DayRange, DayStatus } from '../../phone/statistics/days';
import { countDays, habitScore, sumSeconds } from '../../phone/statistics/figures';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button, line, row } from '../node';
import { sureToDelete } from '../mend/fields';
import { answerLines } from '../care/words';
import { diaryLines } from '../diary/words';
import { foldingCard } from '../sections/fold';
import { careSwitch, daysTold, excusesTold, isCareTold } from '../sections/told';
import type { Voice } from '../words';
import { say } from '../words';
import { excuseWords, legName, listOf, marksInWords, numbersInMonth, pair, weekdayName } from './day-words';
import { drawDays, drawWeeks } from './drawing';
import { inALine } from './in-a-line';
import { sessionNodes } from './session';

/** How many weeks charts and figures cover. */
const WEEKS = 12;

/** The score covers more weeks; anything older has almost no weight. */
const SCORE_WEEKS = 26;

/** How many days are listed at first. */
const LIST_LENGTH = 10;

/** How the weeks went for each leg, and what was done on which day. */
export function historySection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const count = state.library.count();
  const words =
    count === 0 && state.deletions.size === 0
      ? say(voice, 'No session has arrived yet.')
      : say(voice, 'On this phone: {count}', { count });
  const content = (): readonly Node[] => [
    ...figures(state, voice),
    ...calendar(state, actions, voice),
    ...dayList(state, actions, voice),
    ...(isCareTold('history', state) ? answers(state, voice) : []),
    careSwitch('history', state, actions, voice),
  ];
  return foldingCard('history', say(voice, 'History'), state, actions, content, [line('text', words)]);
}

function answers(state: PhoneState, voice: Voice): readonly Node[] {
  const lines = answerLines(state, voice).map((each) => line('quiet', each));
  return lines.length === 0 ? [] : [line('strong', say(voice, 'Your answers')), ...lines];
}

function figures(state: PhoneState, voice: Voice): readonly Node[] {
  const today = todayOf(state);
  const weeks = lastWeeks(today, WEEKS, state.settings.weekStart);
  const from = today - 7 * SCORE_WEEKS + 1;
  const days = daysTold('history', state, { from, to: today });
  const within = (first: Day, last: Day) => days.filter(({ day }) => day >= first && day <= last);
  const thisWeek = weekStartOf(today, state.settings.weekStart);
  const [week, all] = [within(thisWeek, today), within(thisWeek - 7 * (WEEKS - 1), today)];
  const legs = LEGS.filter((leg) => countDays(all, leg).planned > 0);
  if (legs.length === 0) return [];
  const bars = weeks.map((range) => {
    const own = within(range.from, range.to);
    return { from: range.from, left: countDays(own, 'left'), right: countDays(own, 'right') };
  });
  return [
    ...legs.flatMap((leg) => legFigures(leg, week, all, days, voice)),
    line('quiet', say(voice, 'The habit score forgives: one miss after a good month costs little.')),
    line('strong', say(voice, 'The last 12 weeks')),
    drawWeeks(bars, state.settings.charts),
    line('quiet', barsWords(legs, voice)),
    ...bars.flatMap((bar) => {
      const told = legs.filter((leg) => bar[leg].planned > 0);
      if (told.length === 0) return [];
      const words = told.map((leg) =>
        say(voice, '{leg} {done} of {planned}', { ...bar[leg], leg: legName(leg, voice) }),
      );
      return [line('quiet', pair(dayText(bar.from), listOf(words, voice), voice))];
    }),
  ];
}

/** What the bars of the weeks mean. Their place tells the legs apart, and not only their colour. */
function barsWords(legs: readonly Leg[], voice: Voice): string {
  return legs.length > 1
    ? say(
        voice,
        'A week has two bars: the left leg on the left, in blue, the right leg on the right, in green. The frame is the days planned, the filled part those done.',
      )
    : say(voice, 'A bar is a week. The frame is the days planned, the filled part those done.');
}

function legFigures(
  leg: Leg,
  week: readonly DayStatus[],
  all: readonly DayStatus[],
  days: readonly DayStatus[],
  voice: Voice,
): readonly Node[] {
  const [now, before] = [countDays(week, leg), countDays(all, leg)];
  const minutes = sumSeconds(all, leg);
  const inMinutes = (seconds: number): number => Math.floor(seconds / 60);
  return [
    line('strong', legName(leg, voice)),
    line('text', say(voice, 'Days done this week: {done} of {planned}', { ...now })),
    line('text', say(voice, 'Days done in 12 weeks: {done} of {planned}', { ...before })),
    line(
      'quiet',
      [
        say(voice, 'Minutes in 12 weeks: {done} of {planned}', {
          done: inMinutes(minutes.done),
          planned: inMinutes(minutes.planned),
        }),
        say(voice, 'Habit: {percent} %', { percent: Math.round(100 * habitScore(days, leg)) }),
      ].join(' · '),
    ),
    ...leftOut(before, voice),
  ];
}

function leftOut({ withheld, excused }: ReturnType<typeof countDays>, voice: Voice): readonly Node[] {
  const words = [
    ...(withheld > 0 ? [say(voice, 'Withheld: {count}', { count: withheld })] : []),
    ...(excused > 0 ? [say(voice, 'Excused: {count}', { count: excused })] : []),
  ];
  return words.length === 0 ? [] : [line('quiet', words.join(' · '))];
}

function calendar(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const month = monthShown(state, state.view['month']);
  const { from, to } = daysOfMonth(month);
  const weeks = weeksOfMonth(month, state.settings.weekStart);
  const first = weekStartOf(from, state.settings.weekStart);
  const days = daysTold('history', state, { from, to });
  const go = (count: -1 | 1) => () =>
    actions.set({ month: monthBeside(state, month, count), day: '', list: '', sure: '' });
  // There may be later months, since the clock of a watch may have been ahead.
  const isLast = month >= monthNameOf(todayOf(state)) && !state.library.months.some((each) => each > month);
  return [
    line('strong', month),
    row(
      button(say(voice, 'Earlier month'), 'plain', go(-1)),
      ...(isLast ? [] : [button(say(voice, 'Later month'), 'plain', go(1))]),
    ),
    drawDays(
      {
        weeks: weeks.map((week) => Array.from({ length: 7 }, (_, at) => days[week.from + at - from])),
        today: todayOf(state),
        names: Array.from({ length: 7 }, (_, at) => weekdayName(first + at, voice)),
      },
      state.settings.charts,
    ),
    line(
      'quiet',
      isCareTold('history', state)
        ? say(
            voice,
            'The left mark is the left leg. Full: done; lower half: partly done; empty: not yet; red line: missed; yellow, line upright: withheld; upper half: excused; small: besides the plan; dot: nothing planned.',
          )
        : say(
            voice,
            'The left mark is the left leg. Full: done; lower half: partly done; empty: not yet; red line: missed; upper half: excused; small: besides the plan; dot: nothing planned.',
          ),
    ),
    ...LEGS.flatMap((leg) => {
      const { done, planned } = countDays(
        days.filter(({ day }) => day <= todayOf(state)),
        leg,
      );
      const marks = marksInWords(days, leg, todayOf(state), voice, numbersInMonth);
      if (marks === '') return [];
      const count = say(voice, '{leg}, days done this month: {done} of {planned}', {
        ...{ leg: legName(leg, voice), done, planned },
      });
      // If the leg was withheld or excused throughout, no day counts as planned, so there is no count to show.
      return [line('quiet', planned === 0 ? legName(leg, voice) : count), line('quiet', marks)];
    }),
  ];
}

/** The days of the month on which something was done or that were left out; the open one with all details. */
function dayList(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const month = monthShown(state, state.view['month']);
  const range = daysOfMonth(month);
  const sessions = sessionsOn(state, range);
  const byDay = new Map<Day, SessionRecord[]>();
  sessions.forEach((session) => {
    const day = dayOf(session, state.settings.dayEnd);
    byDay.set(day, [...(byDay.get(day) ?? []), session]);
  });
  [...state.excuses.keys()].forEach((day) => {
    if (day >= range.from && day <= range.to && !byDay.has(day)) byDay.set(day, []);
  });
  const diary = diaryDays(state, range);
  diary.forEach((_, day) => {
    if (!byDay.has(day)) byDay.set(day, []);
  });
  const days = [...byDay.keys()].sort((a, b) => b - a);
  if (days.length === 0) return [line('quiet', say(voice, 'Nothing was done in this month.'))];
  const open = dayFrom(state.view['day'] ?? '');
  const asked = sessions.find((each) => sessionKey(each) === state.asking);
  const opened = asked && open === undefined ? dayOf(asked, state.settings.dayEnd) : open;
  const isAll = state.view['list'] === 'all';
  const shown = days.filter((day, at) => isAll || at < LIST_LENGTH || day === opened);
  return [
    line('strong', say(voice, 'Day by day')),
    ...shown.flatMap((day) =>
      aDay(day, byDay.get(day) ?? [], diary.get(day), day === opened, state, actions, voice),
    ),
    ...(days.length > LIST_LENGTH
      ? [
          isAll
            ? button(say(voice, 'Show fewer'), 'plain', () => actions.set({ list: '' }))
            : button(say(voice, 'Show more'), 'plain', () => actions.set({ list: 'all' })),
        ]
      : []),
  ];
}

function aDay(
  day: Day,
  sessions: readonly SessionRecord[],
  diary: DiaryDay | undefined,
  isOpened: boolean,
  state: PhoneState,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  const excuse = excusesTold('history', state).get(day);
  const words = [
    `${weekdayName(day, voice)} ${dayText(day)}`,
    ...sessions.map((session) => inALine(session, day, voice)),
    ...(excuse ? [excuseWords(excuse, voice)] : []),
    ...(diary ? [say(voice, 'Diary')] : []),
  ].join(' · ');
  const turn = button(words, 'row', () =>
    actions.set({ day: isOpened ? '' : dayText(day), problem: '', sure: '' }),
  );
  if (!isOpened) return [turn];
  return [
    turn,
    ...sessions.flatMap((session) => sessionNodes(session, state, actions, voice, true)),
    ...(diary ? diaryLines(diary, voice).map((each) => line('quiet', each)) : []),
    ...(sessions.length > 1 ? deletingDay(sessions, state, actions, voice) : []),
  ];
}

/** The diary entries of a range of days, unless the history leaves them out. */
function diaryDays(state: PhoneState, { from, to }: DayRange): WeekDays {
  if (!isCareTold('history', state)) return new Map();
  const { weeks, daysOf } = state.diary;
  const held = weeksWithin(weeks, from, to).flatMap((first) => [...daysOf(first)]);
  return new Map(held.filter(([day]) => day >= from && day <= to));
}

/** Deletes all sessions of the open day at once; each also has its own button. */
function deletingDay(
  sessions: readonly SessionRecord[],
  { view }: PhoneState,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  if (view['sure'] !== 'day') {
    return [button(say(voice, 'Delete this day'), 'plain', () => actions.set({ sure: 'day' }))];
  }
  return sureToDelete(sessions, actions, voice, () => actions.mend.removeDay(sessions));
}
