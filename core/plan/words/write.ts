import type { Sentence } from '../../sentence';
import { filled, LISTED } from '../../sentence';
import { fill } from '../../fill';
import type { LegPlan, Plan } from '../plan';
import { LEG_WORDS, ZONE_WORDS } from '../where';
import type { PlanPart } from './names';
import { LINE_TEXTS, OFF_WORD, ORDER_WORDS, PART_WORDS } from './names';

/**
 * Writes a plan in lines, as a person would (`Left leg: ankle 1:00, calf 1:30`), in the language of `translate`.
 * `readPlanText` reads it back in any language.
 */
export function planLines(plan: Plan, translate: (english: string) => string): readonly string[] {
  const part = (name: PlanPart, value: string): string =>
    filled({ text: LINE_TEXTS.line, values: { name: word(PART_WORDS[name]), value } }, translate);
  const { prepareSeconds, switchSeconds, reminderSeconds, zoneOrder } = plan;
  return [
    ...plan.legs.map((leg) => legLine(leg, translate)),
    part('prepareSeconds', timeOf(prepareSeconds)),
    part('switchSeconds', timeOf(switchSeconds)),
    part('reminderSeconds', reminderSeconds === 'off' ? translate(OFF_WORD) : timeOf(reminderSeconds)),
    part('zoneOrder', translate(ORDER_WORDS[zoneOrder])),
  ];
}

/** Whole seconds as minutes and seconds: `1:30`. */
export function timeOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function legLine({ leg, zones }: LegPlan, translate: (english: string) => string): string {
  const timed = zones.map(({ zone, seconds }) =>
    filled(
      { text: LINE_TEXTS.timed, values: { zone: word(ZONE_WORDS[zone]), time: timeOf(seconds) } },
      translate,
    ),
  );
  const value = timed.reduce((list, item) => fill(translate(LISTED), { list, item }));
  return filled({ text: LINE_TEXTS.line, values: { name: word(LEG_WORDS[leg]), value } }, translate);
}

function word(text: string): Sentence {
  return { text, values: {} };
}
