import { cuesOf } from '../plan/routine';
import type { Routine } from '../plan/routine';
import { signalOf } from '../cue/cue';
import type { Signal } from '../cue/cue';

/**
 * What may be felt next by a person who is in the step at `place` of a routine, whatever they do with its buttons: a
 * reminder, for which 15 s more may make room, and what opens the next step.
 */
export function mayComeNext({ plan, steps }: Routine, place: number): readonly Signal[] {
  const reminds = plan.reminderSeconds !== 'off' && steps[place]?.activity.kind === 'zone';
  const openings = steps
    .slice(place + 1)
    .reduce<readonly Signal[]>(
      (before, step) =>
        before.concat(cuesOf(step.activity, step, 'off').map(({ cue }): Signal => signalOf(cue))),
      [],
    );
  return [...(reminds ? (['lightTouch'] as const) : []), openings[0] ?? 'finish'];
}
