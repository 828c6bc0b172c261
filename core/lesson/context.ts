import { cuesOf } from '../plan/routine';
import type { Routine } from '../plan/routine';
import { signalOf } from '../cue/cue';
import type { Signal } from '../cue/cue';

/**
 * The signals that may come next in the step at `place` of a routine, whatever buttons the person presses: a reminder,
 * for which 15 s more may make room, and the cue that opens the next step.
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
