import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { button } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** Where answers, locks, stops and the diary are shown, unless the person leaves them out there. */
export type CarePlace = 'history' | 'report' | 'csv' | 'json';

export function isCareTold(place: CarePlace, { view }: Pick<PhoneState, 'view'>): boolean {
  return view[keyOf(place)] !== 'off';
}

/** A single switch that leaves all of it out of a place. */
export function careSwitch(
  place: CarePlace,
  state: Pick<PhoneState, 'view'>,
  actions: Actions,
  voice: Voice,
): Node {
  const isTold = isCareTold(place, state);
  return button(
    isTold ? say(voice, 'Locks, stops and diary: told') : say(voice, 'Locks, stops and diary: left out'),
    'row',
    () => actions.set({ [keyOf(place)]: isTold ? 'off' : '', copied: '' }),
  );
}

function keyOf(place: CarePlace): string {
  return `care.${place}`;
}
