import type { PhoneState } from '../../phone/phone-state';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** Names the months that could not be read; no section where all could. */
export function damageSection({ ledger }: PhoneState, voice: Voice): readonly Node[] {
  if (ledger.damaged.length === 0) return [];
  return [
    card(say(voice, 'Could not be read'), [
      ...ledger.damaged.map((month) => line('warning', month)),
      line(
        'quiet',
        say(voice, 'What was stored for these months is kept aside. New sessions are stored as usual.'),
      ),
    ]),
  ];
}
