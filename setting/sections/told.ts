import type { Excuses } from '../../phone/history/excuses';
import { lookAt } from '../../phone/history/overview';
import { withoutSigns, withoutWithheld } from '../../phone/out/without-care';
import type { PhoneState } from '../../phone/phone-state';
import type { DayRange, DayStatus } from '../../phone/statistics/days';
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

/** The status of each day of a range, as a place may show it. */
export function daysTold(place: CarePlace, state: PhoneState, range: DayRange): readonly DayStatus[] {
  return asTold(place, state, lookAt(state, range));
}

/** These days, as a place may show them. */
export function asTold(
  place: CarePlace,
  state: Pick<PhoneState, 'view'>,
  days: readonly DayStatus[],
): readonly DayStatus[] {
  return isCareTold(place, state) ? days : withoutWithheld(days);
}

/** The days that were left out and why, as a place may show it. */
export function excusesTold(place: CarePlace, state: Pick<PhoneState, 'excuses' | 'view'>): Excuses {
  return isCareTold(place, state) ? state.excuses : withoutSigns(state.excuses);
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
