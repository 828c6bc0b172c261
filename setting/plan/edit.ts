import type { Leg, Zone } from '../../core/body';
import { ZONES } from '../../core/body';
import type { Strength } from '../../core/cue/pattern';
import { STRENGTHS } from '../../core/cue/pattern';
import {
  STEP,
  legsLeftOut,
  secondsOf,
  withOtherLegFirst,
  withOtherOrder,
  withPause,
  withReminder,
  withStep,
  withZone,
} from '../../core/plan/edit';
import type { Plan } from '../../core/plan/plan';
import { planSeconds } from '../../core/plan/plan';
import type { Preset } from '../../core/plan/presets';
import { presetPlan, PRESETS } from '../../core/plan/presets';
import { ZONE_WORDS } from '../../core/plan/where';
import { ORDER_WORDS } from '../../core/plan/words/names';
import { timeOf } from '../../core/plan/words/write';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import { legName, pair } from '../history/day-words';
import type { Node, Style } from '../node';
import { button, line } from '../node';
import type { Voice } from '../words';
import { duration, say } from '../words';

/** Editing the plan by touch: presets, each zone of each leg, pauses, reminder, order, and the strength of cues. */
export function editPart(plan: Plan, state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const legs = [...plan.legs.map(({ leg }) => leg), ...legsLeftOut(plan)];
  return [
    sideBySide(...PRESETS.map((preset) => presetButton(preset, plan, actions, voice))),
    line('strong', say(voice, 'In all: {time}', { time: duration(voice, planSeconds(plan)) })),
    ...legs.flatMap((leg) => aLeg(leg, plan, actions, voice)),
    ...pauses(plan, actions, voice),
    ...orders(plan, actions, voice),
    ...strength(state, actions, voice),
  ];
}

function presetButton(preset: Preset, plan: Plan, actions: Actions, voice: Voice): Node {
  return button(presetName(preset, voice), 'plain', () => actions.plan.use(presetPlan(preset, plan)));
}

function presetName(preset: Preset, voice: Voice): string {
  switch (preset) {
    case 'fiveMinutes':
      return say(voice, 'Five minutes a leg');
    case 'short':
      return say(voice, 'Short');
    case 'upperFirst':
      return say(voice, 'Upper zones first');
    case 'oneLeg':
      return say(voice, 'One leg');
  }
}

function aLeg(leg: Leg, plan: Plan, actions: Actions, voice: Voice): readonly Node[] {
  return [
    line('strong', legName(leg, voice)),
    ...ZONES.map((zone) => aZone(leg, zone, plan, actions, voice)),
  ];
}

/** A button is shown only if it would change the plan. */
function aZone(leg: Leg, zone: Zone, plan: Plan, actions: Actions, voice: Voice): Node {
  const seconds = secondsOf(plan, leg, zone);
  const name = voice.translate(ZONE_WORDS[zone]);
  if (seconds === undefined) {
    const added = touch(say(voice, 'Put in'), withZone(plan, leg, zone, true), actions);
    return withButtons(
      line('quiet', say(voice, '{zone} {time}', { zone: name, time: say(voice, 'off') })),
      ...added,
    );
  }
  return withButtons(
    line('text', say(voice, '{zone} {time}', { zone: name, time: timeOf(seconds) })),
    ...lessAndMore(withStep(plan, leg, zone, -1), withStep(plan, leg, zone, 1), actions, voice),
    ...touch(say(voice, 'Leave out'), withZone(plan, leg, zone, false), actions),
  );
}

function pauses(plan: Plan, actions: Actions, voice: Voice): readonly Node[] {
  const { prepareSeconds, switchSeconds, reminderSeconds } = plan;
  const told = (name: string, time: string): Node => line('text', pair(name, time, voice));
  const reminder = say(voice, 'Light touch');
  return [
    withButtons(
      told(say(voice, 'Get comfortable'), timeOf(prepareSeconds)),
      ...lessAndMore(
        withPause(plan, 'prepareSeconds', -1),
        withPause(plan, 'prepareSeconds', 1),
        actions,
        voice,
      ),
    ),
    withButtons(
      told(say(voice, 'Change legs'), timeOf(switchSeconds)),
      ...lessAndMore(
        withPause(plan, 'switchSeconds', -1),
        withPause(plan, 'switchSeconds', 1),
        actions,
        voice,
      ),
    ),
    reminderSeconds === 'off'
      ? withButtons(
          told(reminder, say(voice, 'off')),
          ...touch(say(voice, 'Put in'), withReminder(plan, 'on'), actions),
        )
      : withButtons(
          told(reminder, timeOf(reminderSeconds)),
          ...lessAndMore(withReminder(plan, -1), withReminder(plan, 1), actions, voice),
          ...touch(say(voice, 'Leave out'), withReminder(plan, 'off'), actions),
        ),
  ];
}

function orders(plan: Plan, actions: Actions, voice: Voice): readonly Node[] {
  const order = voice.translate(ORDER_WORDS[plan.zoneOrder]);
  return [
    withButtons(
      line('text', pair(say(voice, 'Order'), order, voice)),
      ...touch(say(voice, 'Turn round'), withOtherOrder(plan), actions),
    ),
    ...touch(say(voice, 'Begin with the other leg'), withOtherLegFirst(plan), actions),
  ];
}

/** Strength is a preference of the watches, not part of the plan, and is sent with the next exchange. */
function strength({ strength: chosen }: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  const others = STRENGTHS.filter((value) => value !== chosen);
  return [
    line('strong', say(voice, 'Strength of cues: {value}', { value: strengthName(chosen, voice) })),
    sideBySide(
      ...others.map((value) =>
        button(strengthName(value, voice), 'plain', () => actions.plan.strength(value)),
      ),
    ),
  ];
}

function strengthName(value: Strength, voice: Voice): string {
  switch (value) {
    case 'gentle':
      return say(voice, 'gentle');
    case 'normal':
      return say(voice, 'normal');
    case 'strong':
      return say(voice, 'strong');
  }
}

function lessAndMore(
  less: Plan | undefined,
  more: Plan | undefined,
  actions: Actions,
  voice: Voice,
): readonly Node[] {
  const step = duration(voice, STEP);
  return [...touch(`− ${step}`, less, actions), ...touch(`+ ${step}`, more, actions)];
}

function touch(label: string, plan: Plan | undefined, actions: Actions): readonly Node[] {
  return plan ? [button(label, 'plain', () => actions.plan.touch(plan))] : [];
}

/** A text with the buttons that change it below. */
function withButtons(told: Node, ...buttons: readonly Node[]): Node {
  return { kind: 'column', children: [told, sideBySide(...buttons)] };
}

/** Buttons that wrap onto the next line if the phone is narrow or its text is large. */
function sideBySide(...children: readonly Node[]): Node {
  return { kind: 'box', style: WRAPPED, children };
}

const WRAPPED: Style = { display: 'flex', flexDirection: 'row', flexWrap: 'wrap', margin: '4px 0 8px -8px' };
