import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { DiaryProblem } from '../../phone/diary/change';
import type { Complaint, DiaryDay, Evening, Girth, HowAnswered, Ratings } from '../../phone/diary/evening';
import { COMPLAINTS } from '../../phone/diary/evening';
import { legName, listOf, pair } from '../history/day-words';
import type { Voice } from '../words';
import { say } from '../words';

export function complaintName(complaint: Complaint, voice: Voice): string {
  switch (complaint) {
    case 'heavy':
      return say(voice, 'Heavy');
    case 'aching':
      return say(voice, 'Aching');
    case 'swollen':
      return say(voice, 'Swollen');
    case 'throbbing':
      return say(voice, 'Throbbing');
    case 'itching':
      return say(voice, 'Itching');
  }
}

/** The leg that is asked about, or both. */
export function legsName(legs: readonly Leg[], voice: Voice): string {
  const [leg] = legs;
  return legs.length > 1 || leg === undefined ? say(voice, 'Both legs') : legName(leg, voice);
}

/** `Heavy 4, Aching 3, Swollen 0, Throbbing 0, Itching 1`. */
function ratingsWords(ratings: Ratings, voice: Voice): string {
  return listOf(
    COMPLAINTS.map((complaint, at) => `${complaintName(complaint, voice)} ${ratings[at] ?? 0}`),
    voice,
  );
}

/** The entries of an evening, a line for each leg. */
export function eveningLines(evening: Evening, voice: Voice): readonly string[] {
  switch (evening.state) {
    case 'open':
      return [];
    case 'skipped':
      return [say(voice, 'Diary: skipped')];
    case 'deleted':
      return [say(voice, 'Diary: deleted')];
    case 'answered':
      return [
        ...LEGS.map((leg) => pair(legName(leg, voice), ratingsWords(evening.legs[leg], voice), voice)),
        ...howLine(evening.how, voice),
      ];
  }
}

/** Marks answers that were not given for each leg separately. */
function howLine(how: HowAnswered, voice: Voice): readonly string[] {
  switch (how) {
    case 'each':
      return [];
    case 'alike':
      return [say(voice, 'Answered for both legs alike')];
    case 'asYesterday':
      return [say(voice, 'Taken over from the evening before')];
  }
}

/** `36.5 cm`. */
export function girthWords(mm: number, voice: Voice): string {
  return say(voice, '{length} cm', { length: (mm / 10).toFixed(1) });
}

function girthLines(girth: Girth, voice: Voice): readonly string[] {
  const legs = LEGS.flatMap((leg) => {
    const mm = girth[leg];
    return mm === undefined ? [] : [`${legName(leg, voice)} ${girthWords(mm, voice)}`];
  });
  return legs.length === 0 ? [] : [pair(say(voice, 'Calf girth'), listOf(legs, voice), voice)];
}

/** All entries of a day of the diary. */
export function diaryLines({ evening, girth }: DiaryDay, voice: Voice): readonly string[] {
  return [...eveningLines(evening, voice), ...girthLines(girth, voice)];
}

export function diaryProblem(problem: DiaryProblem, voice: Voice): string {
  switch (problem) {
    case 'noWeek':
      return say(voice, 'No diary week is under way: begin one first.');
    case 'over':
      return say(
        voice,
        'That evening is over: its answers were not kept. The diary asks again next evening.',
      );
    case 'answered':
      return say(voice, 'This evening is answered already.');
    case 'skipped':
      return say(voice, 'This evening was skipped, and is not asked for again.');
    case 'deleted':
      return say(voice, 'What this day held was deleted, and it stays empty.');
    case 'unfinished':
      return say(voice, 'Not all is answered yet.');
    case 'noGirth':
      return say(voice, 'Write the girth in centimetres, from 15 to 90, as 36.5.');
  }
}
