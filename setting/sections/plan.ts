import type { Leg } from '../../core/body';
import type { Plan } from '../../core/plan/plan';
import { planSeconds } from '../../core/plan/plan';
import type { PlanTextProblem } from '../../core/plan/paste/problem';
import type { Repair } from '../../core/plan/paste/repair';
import { REPAIR_NAMES } from '../../core/plan/paste/repair';
import { pasteSentence } from '../../core/plan/paste/sentence';
import { filled } from '../../core/sentence';
import type { SeenWatch } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { duration, nameOf, say } from '../words';

/** The plan that the watch fetches, a field to paste another, and what is wrong with one that was not taken. */
export function planSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  return card(say(voice, 'Plan'), [
    ...present(state, voice),
    ...warnings(say(voice, 'The last text was not taken:'), state.planRefusal, voice),
    {
      kind: 'input',
      label: say(voice, 'Paste a plan'),
      value: state.refusedText ?? '',
      onChange: actions.putPlan,
    },
  ]);
}

function present({ plan, exchange }: PhoneState, voice: Voice): readonly Node[] {
  switch (plan.state) {
    case 'none':
      return [line('text', withoutPlan(exchange.watches, voice))];
    case 'ready':
      return [
        line('text', `${legsOf(plan.plan, voice)} · ${duration(voice, planSeconds(plan.plan))}`),
        ...putRight(plan.repairs ?? [], voice),
        line('quiet', whereItIs(plan.revision, exchange.watches, voice)),
      ];
    case 'damaged':
      return warnings(
        say(voice, 'The stored plan cannot be used; the watch keeps the one it has.'),
        plan.problems,
        voice,
      );
  }
}

/** A watch may go by a plan that it has from a phone before, and a phone that has heard of no watch knows nothing of it. */
function withoutPlan(watches: readonly SeenWatch[], voice: Voice): string {
  if (watches.length === 0) return say(voice, 'No plan was made on this phone.');
  return watches.some(({ planRevision }) => planRevision > 0)
    ? say(voice, 'The watch goes by a plan that this phone does not have yet.')
    : say(voice, 'The watch uses its own plan.');
}

/** Which watches go by the plan, as they have said, and whether one was sent it since. */
function whereItIs(revision: number, watches: readonly SeenWatch[], voice: Voice): string {
  const having = watches.filter(({ planRevision }) => planRevision === revision);
  if (having.length === 0) {
    return watches.some(({ planSent }) => planSent === revision)
      ? say(voice, 'Sent to the watch, which has not said yet that it took it over.')
      : say(voice, 'The watch takes it over at the next exchange.');
  }
  if (having.length === watches.length) return say(voice, 'The watch has taken it over.');
  return say(voice, 'Taken over by {names}; other watches follow at their next exchange.', {
    names: having.map((watch) => nameOf(watch, voice)),
  });
}

function legsOf({ legs }: Plan, voice: Voice): string {
  const names: Readonly<Record<Leg, string>> = {
    left: say(voice, 'Left leg'),
    right: say(voice, 'Right leg'),
  };
  return legs.map(({ leg }) => names[leg]).join(' → ');
}

function warnings(heading: string, problems: readonly PlanTextProblem[], voice: Voice): readonly Node[] {
  if (problems.length === 0) return [];
  return [line('warning', heading), ...problems.map((problem) => line('quiet', sentence(problem, voice)))];
}

function sentence(problem: PlanTextProblem, voice: Voice): string {
  return filled(pasteSentence(problem), voice.translate);
}

/** What was put right in the text of the plan. */
function putRight(repairs: readonly Repair[], voice: Voice): readonly Node[] {
  if (repairs.length === 0) return [];
  const list = repairs.map((repair) => voice.translate(REPAIR_NAMES[repair]));
  return [line('quiet', say(voice, 'Put right in the text: {list}.', { list }))];
}
