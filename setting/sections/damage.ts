import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** Names what could not be read; no section where all could. */
export function damageSection({ ledger }: PhoneState, voice: Voice): readonly Node[] {
  const lines = [
    ...months(ledger.damaged, voice),
    ...(ledger.deletionsDamaged ? [deletions(voice), kept(voice)] : []),
  ];
  return lines.length === 0 ? [] : [card(say(voice, 'Could not be read'), lines)];
}

function months(damaged: readonly string[], voice: Voice): readonly Node[] {
  if (damaged.length === 0) return [];
  return [
    ...damaged.map((month) => line('warning', month)),
    line(
      'quiet',
      say(voice, 'What was stored for these months is kept aside. New sessions are stored as usual.'),
    ),
  ];
}

function deletions(voice: Voice): Node {
  return line('warning', say(voice, 'Which sessions were deleted'));
}

function kept(voice: Voice): Node {
  return line(
    'quiet',
    say(voice, 'Deleted sessions may be here again; delete them once more. What was stored is kept.'),
  );
}
