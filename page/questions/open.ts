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
import { MINUTE } from '../../core/time';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import { openStored } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import { singleTouch } from '../../device/ui/single-touch';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { QuestionsAction, QuestionsState } from './view';
import { viewQuestions } from './view';

/** How long the page stays lit without a touch. */
const TO_READ = MINUTE;

/**
 * Asks the questions that are open, or whose locks may be lost, one at a time; shows all answers if none is open. A yes
 * locks before it is stored, so after an interruption the question is asked again.
 */
export function openQuestionsPage(watch: Watch): Undo {
  const { disk, display, launch, router, scroll } = watch;
  const preferences = openStored(disk, PREFERENCES_FILE);
  const care = openCareStore(disk, launch.memory());
  const isDoubtful = care.book().mayLack;
  const open = isDoubtful ? HARD_QUESTIONS : openQuestions(preferences.value().values);
  const { saidYes } = launch.memory();
  launch.memory().saidYes = undefined;
  let left = open.filter((question) => question !== saidYes);
  /** Whether an answer is being changed, after which all answers are shown again. */
  let isChange = open.length === 0 && saidYes === undefined;
  let state: QuestionsState;

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
    return isAnswered && lockLost() && care.clearDoubt() ? { step: 'over' } : { step: 'unsaved' };
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
    return isKept ? { step: 'locked', legs } : { step: 'unsaved' };
  };
  const yes = (question: HardQuestion): QuestionsState => {
    if (!asksLeg(question)) return lock(question, undefined);
    // Whoever leaves the page without naming a leg is asked again before the next session.
    care.doubt();
    return { step: 'which', question };
  };
  const answered = (action: QuestionsAction): QuestionsState => {
    if (state.step === 'ask' && action === 'yes') return yes(state.question);
    if (state.step === 'ask' && action === 'no')
      return note(state.question, 'no') ? next() : { step: 'unsaved' };
    if (state.step === 'which')
      return lock(
        state.question,
        LEGS.find((leg) => leg === action),
      );
    const again = HARD_QUESTIONS.find((question) => action === `again.${question}`);
    if (!again) return next();
    isChange = true;
    return ask(again);
  };
  const act = singleTouch(watch.clock, (action: QuestionsAction) => {
    display.stayLit(TO_READ);
    if (action === 'done') router.goBack();
    else if (action === 'why') router.goInto('lock');
    else if (action === 'learn') router.goInto('welcome');
    else {
      state = answered(action);
      page.show();
      scroll.toTop();
    }
  });
  if (saidYes !== undefined) state = yes(saidYes);
  else if (isChange) state = all();
  else state = open.length === HARD_QUESTIONS.length ? { step: 'what' } : next();
  const page = makePage(watch, (frame, text) => viewQuestions(state, frame, text), act);
  display.stayLit(TO_READ);
  page.show();
  return page.close;
}
