import type { Day } from '../../core/calendar/day';
import { dayText } from '../../core/calendar/day';
import { asYesterday, DIARY_PROBLEMS } from '../../phone/diary/change';
import type { EveningDraft } from '../../phone/diary/draft';
import { answersIn, draftIn, nextQuestion } from '../../phone/diary/draft';
import { EMPTY_DAY, RATING_MOST } from '../../phone/diary/evening';
import { isEvening } from '../../phone/diary/offer';
import { weekOf } from '../../phone/diary/weeks';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button, line, row } from '../node';
import type { Voice } from '../words';
import { say } from '../words';
import { DIARY_FIELDS } from './actions';
import { complaintName, diaryProblem, eveningLines, legsName } from './words';

/** This evening's questions: one complaint at a time, answered with large number keys. */
export function eveningNodes(state: PhoneState, today: Day, actions: Actions, voice: Voice): readonly Node[] {
  return [
    ...asked(state, today, actions, voice),
    ...diaryProblems(state, voice, (code) => code !== 'noGirth'),
  ];
}

function asked(state: PhoneState, today: Day, actions: Actions, voice: Voice): readonly Node[] {
  const { diary, clock, settings } = state;
  const first = weekOf(diary.weeks, today);
  const { evening } = (first === undefined ? undefined : diary.daysOf(first).get(today)) ?? EMPTY_DAY;
  switch (evening.state) {
    case 'answered':
      return [line('text', say(voice, 'This evening is answered.'))];
    case 'skipped':
      return [line('text', diaryProblem('skipped', voice))];
    case 'deleted':
      return [line('text', diaryProblem('deleted', voice))];
    case 'open':
      break;
  }
  const draft = draftIn(state.view[DIARY_FIELDS.draft] ?? '');
  if (draft) return draftNodes(draft, today, actions, voice);
  if (!isEvening(clock.now, clock.offsetAt(clock.now), settings.dayEnd)) {
    return [line('text', say(voice, 'The diary asks in the evening, from 17:00.'))];
  }
  const yesterday = asYesterday(diary, today);
  return [
    line('strong', say(voice, 'The last 24 hours')),
    ...(yesterday
      ? [button(say(voice, 'As yesterday'), 'row', () => actions.diary.answer('asYesterday'))]
      : []),
    button(say(voice, 'Both legs alike'), 'row', () => actions.diary.answer('alike')),
    button(say(voice, 'Each leg by itself'), 'row', () => actions.diary.answer('each')),
    skipButton(actions, voice),
  ];
}

function skipButton({ diary }: Actions, voice: Voice): Node {
  return button(say(voice, 'Skip this evening'), 'row', diary.skip);
}

function draftNodes(draft: EveningDraft, today: Day, actions: Actions, voice: Voice): readonly Node[] {
  const question = nextQuestion(draft);
  const answers = answersIn(draft);
  const isOld = draft.day !== today ? [line('quiet', dayText(draft.day))] : [];
  if (!question || answers) {
    return [
      line('strong', say(voice, 'The last 24 hours')),
      ...isOld,
      ...(answers ? eveningLines(answers, voice).map((words) => line('text', words)) : []),
      row(
        button(say(voice, 'Change'), 'plain', () => actions.set({ [DIARY_FIELDS.draft]: '' })),
        button(say(voice, 'Keep these answers'), 'plain', actions.diary.keep),
      ),
    ];
  }
  const rate = (from: number, to: number): Node =>
    row(
      ...Array.from({ length: to - from + 1 }, (_, at) =>
        button(String(from + at), 'key', () => actions.diary.rate(from + at)),
      ),
    );
  return [
    ...isOld,
    line(
      'strong',
      say(voice, '{leg}, the last 24 hours: {word}?', {
        leg: legsName(question.legs, voice),
        word: complaintName(question.complaint, voice),
      }),
    ),
    line('quiet', say(voice, '0 is not at all, 10 as much as you can imagine.')),
    rate(0, 5),
    rate(6, RATING_MOST),
    line(
      'quiet',
      say(voice, 'Question {number} of {total}', { number: question.number, total: question.of }),
    ),
    draft.ratings.length === 0
      ? button(say(voice, 'Answer in another way'), 'plain', () => actions.set({ [DIARY_FIELDS.draft]: '' }))
      : button(say(voice, 'One question back'), 'plain', actions.diary.back),
    skipButton(actions, voice),
  ];
}

/** What was wrong with the last input in this section. */
export function diaryProblems(
  { view }: Pick<PhoneState, 'view'>,
  voice: Voice,
  isToldHere: (code: (typeof DIARY_PROBLEMS)[number]) => boolean,
): readonly Node[] {
  const problem = DIARY_PROBLEMS.find((code) => view['problem'] === `diary.${code}`);
  return problem && isToldHere(problem) ? [line('warning', diaryProblem(problem, voice))] : [];
}
