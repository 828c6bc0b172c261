import {
  ANSWER_NAMES,
  asksLeg,
  HARD_QUESTIONS,
  lacksLock,
  legsLockedByAnswer,
  openQuestions,
} from '../../../core/care/answers';
import { pack } from '../../../core/care/statement';
import { legsLockedBy, STOP_KINDS } from '../../../core/care/stop';
import { DEFAULT_PREFERENCES } from '../../../core/state/preferences';

test('each question is open until it was answered, whatever the answer', () => {
  expect(openQuestions(DEFAULT_PREFERENCES)).toEqual(HARD_QUESTIONS);
  const answered = { ...DEFAULT_PREFERENCES, clotAnswer: 'no', painAnswer: 'yes' } as const;
  expect(openQuestions(answered)).toEqual(['injury', 'pregnant', 'ill', 'skin']);
  const all = HARD_QUESTIONS.reduce(
    (values, question) => ({ ...values, [ANSWER_NAMES[question]]: 'no' as const }),
    DEFAULT_PREFERENCES,
  );
  expect(openQuestions(all)).toEqual([]);
});

test('a yes about one leg locks the named leg, or both if none was named; any other yes locks both', () => {
  for (const question of HARD_QUESTIONS) {
    expect(legsLockedByAnswer(question, undefined)).toEqual(['left', 'right']);
    expect(legsLockedByAnswer(question, 'right')).toEqual(asksLeg(question) ? ['right'] : ['left', 'right']);
  }
});

test('the reason of a stop locks the named leg, or both; a reason that is not a sign locks nothing', () => {
  const locked = STOP_KINDS.map((kind) => [
    kind,
    legsLockedBy(kind, 'left').join(),
    legsLockedBy(kind, undefined).join(),
  ]);
  expect(locked).toEqual([
    ['breath', 'left,right', 'left,right'],
    ['bleeding', 'left', 'left,right'],
    ['swelling', 'left', 'left,right'],
    ['warmth', 'left', 'left,right'],
    ['pain', 'left', 'left,right'],
    ['other', '', ''],
  ]);
});

test('a yes lacks its lock if nothing was said of a leg, and not if its lock was lifted', () => {
  const no = { ...DEFAULT_PREFERENCES, clotAnswer: 'no' } as const;
  const yes = { ...no, painAnswer: 'yes' } as const;
  const said = [pack({ kind: 'unlock', id: 'a-2', lifts: 'a-1', doctorOn: 20_600, at: 0 })];
  expect([lacksLock(no, []), lacksLock(yes, []), lacksLock(yes, said)]).toEqual([false, true, false]);
});
