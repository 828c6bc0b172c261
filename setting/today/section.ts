import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { PhoneState } from '../../phone/phone-state';
import { hasBegun, lastSessions, todayBeforeAny, todayOf } from '../../phone/history/overview';
import { weekStartOf } from '../../phone/statistics/calendar';
import type { DayStatus } from '../../phone/statistics/days';
import { countDays } from '../../phone/statistics/figures';
import type { Actions } from '../actions';
import { dayWords, legName, marksInWords, namesInWeek, pair, weekdayName } from '../history/day-words';
import { drawDays } from '../history/drawing';
import { sessionNodes } from '../history/session';
import type { Node } from '../node';
import { line } from '../node';
import { exchangeNodes } from '../sections/exchange';
import { foldingCard, isOpen } from '../sections/fold';
import { asTold, daysTold } from '../sections/told';
import type { Voice } from '../words';
import { duration, say } from '../words';

/** The state of today, of the week, and of watch and phone. */
export function todaySection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const today = todayOf(state);
  const from = weekStartOf(today, state.settings.weekStart);
  const week = isOpen('today', state)
    ? daysTold('history', state, { from, to: from + 6 })
    : daysTold('history', state, { from: today, to: today });
  const now = week.find(({ day }) => day === today);
  // Statistics begin with the first session, but it is planned all the same.
  const told = hasBegun(state) ? now : asTold('history', state, todayBeforeAny(state))[0];
  const words = told ? [line('strong', dayWords(told, voice))] : [];
  const content = (): readonly Node[] => [
    ...(now ? LEGS.flatMap((leg) => legLine(now, leg, voice)) : []),
    ...sessions(state, actions, voice),
    ...weekNodes(week, state, voice),
    ...exchangeNodes(state, voice),
  ];
  return foldingCard('today', say(voice, 'Today'), state, actions, content, words);
}

function legLine(status: DayStatus, leg: Leg, voice: Voice): readonly Node[] {
  const { planned, done } = status.legs[leg];
  if (planned === 0 && done === 0) return [];
  // On a day that is not planned there is nothing to compare with.
  const length =
    planned === 0
      ? duration(voice, done)
      : say(voice, '{done} of {planned}', {
          done: duration(voice, done),
          planned: duration(voice, planned),
        });
  return [line('text', pair(legName(leg, voice), length, voice))];
}

/** At least this many sessions are listed, if there are so many. */
const LISTED_SESSIONS = 3;

function sessions(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const last = lastSessions(state, LISTED_SESSIONS);
  if (last.length === 0) return [];
  return [
    line('quiet', say(voice, 'Last sessions:')),
    ...last.flatMap((each) => sessionNodes(each, state, actions, voice)),
  ];
}

function weekNodes(week: readonly DayStatus[], state: PhoneState, voice: Voice): readonly Node[] {
  const today = todayOf(state);
  const passed = week.filter(({ day }) => day <= today);
  const legs = LEGS.map((leg) => ({ leg, marks: marksInWords(passed, leg, today, voice, namesInWeek) }));
  const told = legs.filter(({ marks }) => marks !== '');
  if (told.length === 0) return [];
  const names = week.map(({ day }) => weekdayName(day, voice));
  return [
    drawDays({ weeks: [week], today, names }, state.settings.charts),
    ...told.flatMap(({ leg, marks }) => {
      const { done, planned } = countDays(passed, leg);
      const count = say(voice, '{leg}, days done this week: {done} of {planned}', {
        ...{ leg: legName(leg, voice), done, planned },
      });
      // If the leg was withheld or excused throughout, no day counts as planned, so there is no count to show.
      return [line('text', planned === 0 ? legName(leg, voice) : count), line('quiet', marks)];
    }),
  ];
}
