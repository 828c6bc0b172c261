import type { PhoneState } from '../phone/phone-state';
import type { Actions } from './actions';
import { careNotesSection } from './care/section';
import { diarySection } from './diary/section';
import { historySection } from './history/section';
import { daysSection, mendSection, undoSection } from './mend/section';
import type { Node } from './node';
import { aboutSection } from './about/section';
import { remindersSection } from './reminders/section';
import { outSection } from './out/section';
import { careSection } from './sections/care';
import { damageSection } from './sections/damage';
import { failureSection } from './sections/failure';
import { planSection } from './plan/section';
import { todaySection } from './today/section';
import type { Voice } from './words';

/** The whole page. */
export function settingsPage(state: PhoneState, actions: Actions, voice: Voice): Node {
  const [today, history] = [todaySection(state, actions, voice), historySection(state, actions, voice)];
  return {
    kind: 'page',
    children: [
      ...failureSection(state, voice),
      ...undoSection(state, actions, voice),
      today,
      // Must come last: sections read months, and damage they find is shown here.
      ...damageSection(state, voice),
      history,
      diarySection(state, actions, voice),
      mendSection(state, actions, voice),
      planSection(state, actions, voice),
      remindersSection(state, actions, voice),
      daysSection(state, actions, voice),
      outSection(state, actions, voice),
      careNotesSection(state, actions, voice),
      careSection(voice),
      aboutSection(state, actions, voice),
    ],
  };
}
