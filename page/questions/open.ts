import { MINUTE } from '../../core/time';
import { makePage } from '../../device/ui/page';
import { singleTouch } from '../../device/ui/single-touch';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { questionsScreen } from './state';
import type { QuestionsAction } from './view';
import { viewQuestions } from './view';

/** How long the page stays lit without a touch. */
const TO_READ = MINUTE;

/** Asks the questions that are open, or whose locks may be lost, one at a time; shows all answers if none is open. */
export function openQuestionsPage(watch: Watch): Undo {
  const { display, router, scroll } = watch;
  const screen = questionsScreen(watch);
  let state = screen.begin();
  const act = singleTouch(watch.clock, (action: QuestionsAction) => {
    display.stayLit(TO_READ);
    if (action === 'done') router.goBack();
    else if (action === 'why') router.goInto('lock');
    else if (action === 'learn') router.goInto('welcome');
    else {
      state = screen.after(state, action);
      page.show();
      scroll.toTop();
    }
  });
  const page = makePage(watch, (frame, text) => viewQuestions(state, frame, text), act);
  display.stayLit(TO_READ);
  page.show();
  return page.close;
}
