import type { PhoneState } from '../phone/phone-state';
import type { Actions } from './actions';
import type { Node } from './node';
import { careSection } from './sections/care';
import { damageSection } from './sections/damage';
import { exchangeSection } from './sections/exchange';
import { failureSection } from './sections/failure';
import { planSection } from './sections/plan';
import { sessionsSection } from './sections/sessions';
import type { Voice } from './words';

/** The whole page. */
export function settingsPage(state: PhoneState, actions: Actions, voice: Voice): Node {
  return {
    kind: 'page',
    children: [
      ...failureSection(state, voice),
      exchangeSection(state, voice),
      ...damageSection(state, voice),
      sessionsSection(state, actions, voice),
      planSection(state, actions, voice),
      careSection(voice),
    ],
  };
}
