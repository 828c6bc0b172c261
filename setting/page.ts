import type { SessionRecord } from '../core/record';
import type { PhoneState } from '../phone/phone-state';
import type { Node } from './node';
import { damageSection } from './sections/damage';
import { exchangeSection } from './sections/exchange';
import { failureSection } from './sections/failure';
import { planSection } from './sections/plan';
import { sessionsSection } from './sections/sessions';
import type { Voice } from './words';

/** What a person can do on the page. */
export interface Actions {
  /** Asks whether to delete a session. */
  readonly ask: (session: SessionRecord) => void;
  readonly keep: () => void;
  readonly remove: (session: SessionRecord) => void;
  readonly putPlan: (text: string) => void;
}

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
    ],
  };
}
