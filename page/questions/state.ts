import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Answer, HardQuestion } from '../../core/care/answers';
import {
  ANSWER_NAMES,
  asksLeg,
  HARD_QUESTIONS,
  legsLockedByAnswer,
  openQuestions,
} from '../../core/care/answers';
import { changePreference, PREFERENCES_FILE } from '../../core/state/preferences';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import { openStored } from '../../device/store/stored-file';
import type { Watch } from '../../device/watch/watch';
import type { QuestionsAction, QuestionsState } from './view';

/** The questions, one after the other. A yes locks before it is stored, so after an interruption it is asked again. */
export interface QuestionsScreen {
  /** What the page begins with: a question that was answered with yes elsewhere, the first open one, or all answers. */
  begin(): QuestionsState;
  /** What follows a touch in this state. */
  after(state: QuestionsState, action: QuestionsAction): QuestionsState;
}

const UNSAVED: QuestionsState = { step: 'unsaved' };

export function questionsScreen(watch: Watch): QuestionsScreen {
  const { disk, launch } = watch;
  const preferences = openStored(disk, PREFERENCES_FILE);
  const care = openCareStore(disk, launch.memory());
  const isDoubtful = care.book().mayLack;
  const open = isDoubtful ? HARD_QUESTIONS : openQuestions(preferences.value().values);
  const { saidYes } = launch.memory();
  launch.memory().saidYes = undefined;
  let left = open.filter((question) => question !== saidYes);
  /** Whether an answer is being changed, after which all answers are shown again. */
  let isChange = open.length === 0 && saidYes === undefined;

  const ask = (question: HardQuestion): QuestionsState => {
    const [number, total] = isChange ? [1, 1] : [open.indexOf(question) + 1, open.length];
    return { step: 'ask', question, number, total };
  };
  const all = (): QuestionsState => ({ step: 'all', answers: preferences.value().values });
  const next = (): QuestionsState => {
    const [question] = left;
    if (isChange) return all();
    if (question !== undefined) return ask(question);
    const isAnswered = openQuestions(preferences.value().values).length === 0;
    return isAnswered && lockLost() && care.clearDoubt() ? { step: 'over' } : UNSAVED;
  };
  /** A leg that may have been locked is locked from now on, whatever was answered. */
  const lockLost = (): boolean => {
    const legs = care.lost().filter((leg) => !care.locked().includes(leg));
    return legs.length === 0 || lockLegs(watch, care, legs, { by: 'lost' });
  };
  const note = (question: HardQuestion, answer: Answer): boolean => {
    left = left.filter((other) => other !== question);
    return preferences.write(changePreference(preferences.value(), ANSWER_NAMES[question], answer));
  };
  const lock = (question: HardQuestion, leg: Leg | undefined): QuestionsState => {
    const legs = legsLockedByAnswer(question, leg);
    const isKept = lockLegs(watch, care, legs, { by: 'ask', question }) && note(question, 'yes');
    if (isKept && !isDoubtful) care.clearDoubt();
    return isKept ? { step: 'locked', legs } : UNSAVED;
  };
  const yes = (question: HardQuestion): QuestionsState => {
    if (!asksLeg(question)) return lock(question, undefined);
    // Whoever leaves the page without naming a leg is asked again before the next session.
    care.doubt();
    return { step: 'which', question };
  };
  return {
    begin() {
      if (saidYes !== undefined) return yes(saidYes);
      if (isChange) return all();
      return open.length === HARD_QUESTIONS.length ? { step: 'what' } : next();
    },
    after(state, action) {
      if (state.step === 'ask' && action === 'yes') return yes(state.question);
      if (state.step === 'ask' && action === 'no') return note(state.question, 'no') ? next() : UNSAVED;
      const named = LEGS.find((leg) => leg === action);
      if (state.step === 'which') return lock(state.question, named);
      const again = HARD_QUESTIONS.find((question) => action === `again.${question}`);
      if (!again) return next();
      isChange = true;
      return ask(again);
    },
  };
}
