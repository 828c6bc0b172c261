import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import { eveningsOf, firstAndLast, girthsOf, middleOf } from '../../phone/diary/compare';
import { COMPLAINTS } from '../../phone/diary/evening';
import type { Diary } from '../../phone/diary/weeks';
import { complaintName, girthWords } from '../diary/words';
import { legName, listOf, pair } from '../history/day-words';
import type { Voice } from '../words';
import { say } from '../words';

/**
 * The diary in a report: for each complaint the middle evening with the lowest and the highest, in the first and the
 * last week.
 */
export function diaryLines(diary: Diary, voice: Voice): readonly string[] {
  const weeks = firstAndLast(diary);
  const [first, last] = weeks;
  if (first === undefined) return [];
  const days = last === undefined ? dayText(first) : `${dayText(first)} → ${dayText(last)}`;
  return [
    '',
    pair(say(voice, 'Diary, 0 to 10, middle evening and range'), days, voice),
    ...LEGS.map((leg) => `  ${pair(legName(leg, voice), ratings(diary, weeks, leg, voice), voice)}`),
    ...LEGS.flatMap((leg) => girth(diary, weeks, leg, voice)),
  ];
}

function ratings(diary: Diary, weeks: readonly Day[], leg: Leg, voice: Voice): string {
  const words = COMPLAINTS.map((complaint) => {
    const values = weeks.map((first) => spread(eveningsOf(diary, first, leg, complaint)));
    return `${complaintName(complaint, voice)} ${values.join(' → ')}`;
  });
  return listOf(words, voice);
}

/** `4 (2–6)`, or `4` if all values are equal. */
function spread(values: readonly (number | undefined)[]): string {
  const known = values.flatMap((value) => (value === undefined ? [] : [value]));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const middle = middleOf(known);
  if (middle === undefined) return '–';
  return low === high ? String(middle) : `${middle} (${low}–${high})`;
}

/** The first and the last measurement, with their days. */
function girth(diary: Diary, weeks: readonly Day[], leg: Leg, voice: Voice): readonly string[] {
  const measured = girthsOf(diary, weeks, leg);
  const [first, last] = [measured[0], measured[measured.length - 1]];
  if (!first || !last) return [];
  const told = first === last ? [first] : [first, last];
  const words = told.map(({ day, mm }) => `${girthWords(mm, voice)} (${dayText(day)})`).join(' → ');
  const name = listOf([say(voice, 'Calf girth'), legName(leg, voice)], voice);
  return [`  ${pair(name, words, voice)}`];
}
