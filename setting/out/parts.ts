import type { ImportPreview } from '../../phone/out/import';
import type { PartName } from '../../phone/out/parts';
import { listOf, pair } from '../history/day-words';
import type { Node } from '../node';
import { line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** What a backup has besides sessions: what is taken, what is not as the phone has its own, and what cannot be read. */
export function partNodes(
  { others, kept, unreadable, partly }: ImportPreview,
  voice: Voice,
): readonly Node[] {
  const told = (kind: 'text' | 'warning', words: string, names: readonly PartName[]): readonly Node[] =>
    names.length === 0 ? [] : [line(kind, pair(words, partNames(names, voice), voice))];
  return [
    ...told('text', say(voice, 'Besides, as there is none here'), others),
    ...told('text', say(voice, 'Kept as it is here, not taken from the backup'), kept),
    ...told('warning', say(voice, 'Cannot be read, and stays out'), unreadable),
    ...told('warning', say(voice, 'Can be read only in part, and the rest stays out'), partly),
  ];
}

/** A list of parts of a backup. */
export function partNames(names: readonly PartName[], voice: Voice): string {
  return listOf(
    names.map((name) => partName(name, voice)),
    voice,
  );
}

function partName(name: PartName, voice: Voice): string {
  switch (name) {
    case 'plan':
      return say(voice, 'the plan');
    case 'earlierPlans':
      return say(voice, 'plans before it');
    case 'schedule':
      return say(voice, 'what was planned when');
    case 'settings':
      return say(voice, 'when a day ends and a week starts');
    case 'preferences':
      return say(voice, 'preferences of the watch');
    case 'excuses':
      return say(voice, 'days that were left out');
    case 'deleted':
      return say(voice, 'which sessions were deleted');
    case 'diary':
      return say(voice, 'the diary');
    case 'said':
      return say(voice, 'locks of a leg');
  }
}
