import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** When to call for help, when not to massage, whom to ask first, and what may be expected: the most urgent first. */
export function careSection(voice: Voice): Node {
  return card(say(voice, 'When not to massage'), [
    line('warning', say(voice, 'Chest pain or sudden breathlessness: call the emergency number now.')),
    line(
      'warning',
      say(voice, 'A vein bleeds: lie down, raise the leg, press firmly, call the emergency number.'),
    ),
    line(
      'warning',
      say(voice, 'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.'),
    ),
    line(
      'warning',
      say(voice, 'A hard, sore or red vein, or an open sore: do not massage this leg. See a doctor.'),
    ),
    line(
      'text',
      say(
        voice,
        'Ask a doctor first after a blood clot or surgery, when pregnant, ill or on blood thinners.',
      ),
    ),
    line('quiet', say(voice, 'For comfort. It does not remove veins or treat disease.')),
  ]);
}
