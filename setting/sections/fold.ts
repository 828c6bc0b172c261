import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { fold } from '../node';

/** The sections, one of which is open. */
export type SectionName =
  'today' | 'history' | 'diary' | 'reminders' | 'care' | 'mend' | 'days' | 'out' | 'about';

export function isOpen(name: SectionName, { view }: Pick<PhoneState, 'view'>): boolean {
  return (view['open'] ?? 'today') === name;
}

/** A card whose heading opens and closes it. `folded` is always visible. */
export function foldingCard(
  name: SectionName,
  heading: string,
  state: PhoneState,
  actions: Actions,
  content: () => readonly Node[],
  folded: readonly Node[] = [],
): Node {
  const open = isOpen(name, state);
  const turn = fold(heading, open, () => actions.set({ open: open ? 'none' : name, problem: '' }));
  return { kind: 'card', children: [turn, ...folded, ...(open ? content() : [])] };
}
