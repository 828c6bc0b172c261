import { lockedLegs } from '../../core/care/locks';
import { LOCKED_WORDS } from '../../core/care/words';
import type { Plan } from '../../core/plan/plan';
import { DEFAULT_PLAN, planSeconds } from '../../core/plan/plan';
import type { PlanTextProblem } from '../../core/plan/paste/problem';
import type { Repair } from '../../core/plan/paste/repair';
import { REPAIR_NAMES } from '../../core/plan/paste/repair';
import { pasteSentence } from '../../core/plan/paste/sentence';
import { planLines } from '../../core/plan/words/write';
import { filled } from '../../core/sentence';
import type { SeenWatch } from '../../phone/exchange';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import { legName, pair, plannedDays } from '../history/day-words';
import { daysOf } from '../../phone/history/schedule';
import type { Node } from '../node';
import { button, card, fold, line } from '../node';
import type { Voice } from '../words';
import { duration, nameOf, say } from '../words';
import { editPart } from './edit';

/** The parts of the section, one of which is open. */
type Part = 'edit' | 'earlier' | 'text';

/**
 * The plan for the watch in words; a button for the standard plan; the plan by touch and as text, and earlier plans; a
 * field to paste another, and what is wrong with one that was refused.
 */
export function planSection(state: PhoneState, actions: Actions, voice: Voice): Node {
  const shown = state.plan.state === 'ready' ? state.plan.plan : DEFAULT_PLAN;
  const standard = button(say(voice, 'Use the standard plan'), 'plain', () => actions.plan.use(DEFAULT_PLAN));
  const part = (name: Part, label: string, content: () => readonly Node[]): readonly Node[] => {
    const open = state.view['plan'] === name;
    const turn = fold(label, open, () => actions.set({ plan: open ? '' : name }));
    return [turn, ...(open ? content() : [])];
  };
  return card(say(voice, 'Plan'), [
    ...present(state, shown, voice),
    ...lockedIn(state, shown, voice),
    standard,
    ...part('edit', say(voice, 'Change the plan by touch'), () => editPart(shown, state, actions, voice)),
    ...part('earlier', say(voice, 'Plans before this one'), () => earlierPart(state, actions, voice)),
    ...part('text', say(voice, 'The plan as text'), () => [textField(shown, actions, voice)]),
    ...warnings(say(voice, 'The last text was not taken:'), state.planRefusal, voice),
    {
      kind: 'input',
      label: say(voice, 'Paste a plan'),
      value: state.refusedText ?? '',
      onChange: actions.putPlan,
    },
  ]);
}

/** The parts of the plan that are locked and not massaged. */
function lockedIn({ said }: PhoneState, plan: Plan, voice: Voice): readonly Node[] {
  const locked = lockedLegs(said);
  const planned = plan.legs.map(({ leg }) => leg).filter((leg) => locked.includes(leg));
  if (planned.length === 0) return [];
  const isAll = planned.length === plan.legs.length;
  return [
    ...planned.map((leg) => line('warning', voice.translate(LOCKED_WORDS[leg]))),
    line(
      'quiet',
      isAll
        ? say(voice, 'A watch that knows of this begins no session of this plan as long as that is so.')
        : say(voice, 'A watch that knows of the lock leaves the leg out of this plan as long as that is so.'),
    ),
  ];
}

function inWords(plan: Plan, voice: Voice): readonly string[] {
  return planLines(plan, voice.translate);
}

/** A text field with the plan, to copy or to edit. */
function textField(plan: Plan, actions: Actions, voice: Voice): Node {
  return {
    kind: 'field',
    label: say(voice, 'To copy, or to change here'),
    value: inWords(plan, voice).join('\n'),
    rows: 8,
    onChange: actions.putPlan,
  };
}

function earlierPart({ earlierPlans }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  if (earlierPlans.length === 0) return [line('text', say(voice, 'There was no other plan yet.'))];
  return earlierPlans.flatMap((plan) => [
    line('strong', summary(plan, voice)),
    ...inWords(plan, voice).map((words) => line('quiet', words)),
    button(say(voice, 'Use this plan again'), 'plain', () => actions.plan.use(plan)),
  ]);
}

/** The state of the plan, and its content: the standard plan if there is none. */
function present(
  { plan, planRefusal, exchange, schedule }: PhoneState,
  shown: Plan,
  voice: Voice,
): readonly Node[] {
  const days = pair(say(voice, 'Planned days'), plannedDays(daysOf(schedule), voice), voice);
  const lines = [summary(shown, voice), ...inWords(shown, voice), days].map((words) => line('text', words));
  switch (plan.state) {
    case 'none': {
      const head = line('text', withoutPlan(exchange.watches, voice));
      // Next to a refused text, the standard plan must not be mistaken for it.
      if (planRefusal.length > 0) return [head];
      return [head, line('quiet', say(voice, 'The standard plan:')), ...lines];
    }
    case 'ready':
      return [
        ...lines,
        ...putRight(plan.repairs ?? [], voice),
        line('quiet', whereItIs(plan.revision, exchange.watches, voice)),
      ];
    case 'damaged':
      return [
        ...warnings(
          say(voice, 'The stored plan cannot be used; the watch keeps the one it has.'),
          plan.problems,
          voice,
        ),
        line('quiet', say(voice, 'The standard plan:')),
        ...lines,
      ];
  }
}

/** A watch may still use a plan from another phone, and a phone that has not heard from any watch cannot know. */
function withoutPlan(watches: readonly SeenWatch[], voice: Voice): string {
  if (watches.length === 0) return say(voice, 'No plan was made on this phone.');
  return watches.some(({ planRevision }) => planRevision > 0)
    ? say(voice, 'The watch goes by a plan that this phone does not have yet.')
    : say(voice, 'The watch uses its own plan.');
}

/** Which watches reported using the plan, and which were sent it since. */
function whereItIs(revision: number, watches: readonly SeenWatch[], voice: Voice): string {
  const having = watches.filter(({ planRevision }) => planRevision === revision);
  if (having.length === 0) {
    return watches.some(({ planSent }) => planSent === revision)
      ? say(voice, 'Sent to the watch, not confirmed yet.')
      : say(voice, 'The watch takes it over at the next sync.');
  }
  if (having.length === watches.length) return say(voice, 'The watch has taken it over.');
  return say(voice, 'Taken over by {names}; other watches follow at their next sync.', {
    names: having.map((watch) => nameOf(watch, voice)),
  });
}

function summary(plan: Plan, voice: Voice): string {
  const legs = plan.legs.map(({ leg }) => legName(leg, voice)).join(' → ');
  return `${legs} · ${duration(voice, planSeconds(plan))}`;
}

function warnings(heading: string, problems: readonly PlanTextProblem[], voice: Voice): readonly Node[] {
  if (problems.length === 0) return [];
  return [line('warning', heading), ...problems.map((problem) => line('quiet', sentence(problem, voice)))];
}

function sentence(problem: PlanTextProblem, voice: Voice): string {
  return filled(pasteSentence(problem), voice.translate);
}

/** The repairs made to the text of the plan. */
function putRight(repairs: readonly Repair[], voice: Voice): readonly Node[] {
  if (repairs.length === 0) return [];
  const list = repairs.map((repair) => voice.translate(REPAIR_NAMES[repair]));
  return [line('quiet', say(voice, 'Put right in the text: {list}.', { list }))];
}
