import { ASK_FIRST, EXPECTATION, STOP_SIGNS } from '../../core/care/texts';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** When to call for help, when not to massage, whom to ask first, and what to expect. */
export function careSection(voice: Voice): Node {
  return card(say(voice, 'When not to massage'), [
    ...STOP_SIGNS.map((sign) => line('warning', say(voice, sign))),
    line('text', say(voice, ASK_FIRST)),
    line('quiet', say(voice, EXPECTATION)),
  ]);
}
