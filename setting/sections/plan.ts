import type { Leg } from '../../core/body';
import type { Plan } from '../../core/plan/plan';
import { planSeconds } from '../../core/plan/plan';
import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Actions } from '../page';
import type { Voice } from '../words';
import { lengthOfTime, say } from '../words';

/** The plan that the watch fetches, a field to paste another, and what is wrong with one that was not taken. */
export function planSection({ plan, planRefusal }: PhoneState, actions: Actions, voice: Voice): Node {
  return card(say(voice, 'Plan'), [
    ...present(plan, voice),
    ...warnings(say(voice, 'The last text was not taken:'), planRefusal),
    { kind: 'input', label: say(voice, 'Paste a plan'), onChange: actions.putPlan },
  ]);
}

function present(plan: PhoneState['plan'], voice: Voice): readonly Node[] {
  switch (plan.state) {
    case 'none':
      return [line('text', say(voice, 'The watch uses its own plan.'))];
    case 'ready':
      return [
        line('text', `${legsOf(plan.plan, voice)} · ${lengthOfTime(voice, planSeconds(plan.plan))}`),
        line('quiet', say(voice, 'The watch takes it over at the next exchange.')),
      ];
    case 'damaged':
      return warnings(
        say(voice, 'The stored plan cannot be used; the watch keeps the one it has.'),
        plan.sentences,
      );
  }
}

function legsOf({ legs }: Plan, voice: Voice): string {
  const names: Readonly<Record<Leg, string>> = {
    left: say(voice, 'Left leg'),
    right: say(voice, 'Right leg'),
  };
  return legs.map(({ leg }) => names[leg]).join(' → ');
}

/** Sentences about a plan name places in its text and stand as they are, in English. */
function warnings(heading: string, sentences: readonly string[]): readonly Node[] {
  if (sentences.length === 0) return [];
  return [line('warning', heading), ...sentences.map((sentence) => line('quiet', sentence))];
}
