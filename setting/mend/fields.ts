import { dayOf, dayText } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { REASON_LIMIT } from '../../phone/history/excuses';
import { NOTE_LIMIT } from '../../phone/history/mend';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { inALine } from '../history/in-a-line';
import { button, line, row } from '../node';
import type { Voice } from '../words';
import { say } from '../words';
import type { MendProblem } from './actions';
import { MEND_PROBLEMS } from './actions';

/** A field whose text is kept in the view. */
export function typedField(name: string, label: string, { view }: PhoneState, actions: Actions): Node {
  return {
    kind: 'field',
    label,
    value: view[name] ?? '',
    onChange: (text) => actions.set({ [name]: text, problem: '' }),
  };
}

/** Asks for confirmation before deleting many sessions, and says how many. */
export function sureToDelete(
  sessions: readonly SessionRecord[],
  actions: Actions,
  voice: Voice,
  remove: () => void,
): readonly Node[] {
  return [
    line('warning', say(voice, 'Sessions to delete: {count}', { count: sessions.length })),
    row(
      button(say(voice, 'Keep them'), 'plain', () => actions.set({ sure: '' })),
      button(say(voice, 'Delete them'), 'danger', remove),
    ),
  ];
}

/** What was wrong with the input in a part of the section. */
export function problems(part: string, { view }: PhoneState, voice: Voice): readonly Node[] {
  const problem = MEND_PROBLEMS.find((known) => known === view['problem']);
  return problem?.startsWith(part) === true ? [line('warning', problemWords(problem, voice))] : [];
}

/** Asks before a session is stored that other ones of the same time or leg may already tell. */
export function sureBeside(
  sessions: readonly SessionRecord[],
  actions: Actions,
  voice: Voice,
  [keep, goOn]: readonly [keep: string, goOn: string],
  then: () => void,
): readonly Node[] {
  return [
    ...sessions.map((session) => {
      const day = dayOf(session, 0);
      return line('quiet', `${dayText(day)} ${inALine(session, day, voice)}`);
    }),
    row(
      button(keep, 'plain', () => actions.set({ problem: '', moving: '' })),
      button(goOn, 'plain', then),
    ),
  ];
}

/** Whether the person is asked that. */
export function isAskedBeside(part: 'add' | 'move', { view }: PhoneState): boolean {
  return view['problem'] === `${part}.over`;
}

function problemWords(problem: MendProblem, voice: Voice): string {
  switch (problem) {
    case 'add.noDate':
    case 'range.noDate':
    case 'excuse.noDate':
      return say(voice, 'Write a day of the calendar as year, month and day: 2026-03-05.');
    case 'range.backwards':
      return say(voice, 'The last day must not be before the first.');
    case 'add.farAway':
    case 'excuse.farAway':
    case 'move.farAway':
      return say(voice, 'This day is too far away: check the year.');
    case 'add.longNote':
      return say(voice, 'That is too long to keep: shorten it. Characters at most: {count}', {
        count: NOTE_LIMIT,
      });
    case 'excuse.longReason':
      return say(voice, 'That is too long to keep: shorten it. Characters at most: {count}', {
        count: REASON_LIMIT,
      });
    case 'excuse.counts':
      return say(voice, 'This day was not left out: it counts already.');
    case 'add.noNumber':
      return say(voice, 'Write minutes as a whole number, or leave the field empty.');
    case 'add.future':
      return say(voice, 'This day has not come yet.');
    case 'add.nothing':
      return say(voice, 'Write the minutes of at least one leg.');
    case 'add.tooLong':
      return say(voice, 'A leg takes 120 minutes at most: write fewer.');
    case 'add.notYet':
      return say(
        voice,
        'So much time of this day has not passed yet: write fewer minutes, or the day before.',
      );
    case 'add.doneAlready':
      return say(
        voice,
        'A leg is done on this day already: delete that session first, or leave the leg out.',
      );
    case 'add.over':
      return say(voice, 'What stands below may be the same session. Add this one as well?');
    case 'range.none':
      return say(voice, 'There is no session on these days.');
    case 'move.noDate':
      return say(voice, 'Write the day as 2026-03-05 and the time as 08:14.');
    case 'move.future':
      return say(voice, 'This time has not come yet.');
    case 'move.taken':
      return say(voice, 'Another session began at this time: choose another minute.');
    case 'move.over':
      return say(voice, 'At that time there already is what stands below. Take this date all the same?');
  }
}
