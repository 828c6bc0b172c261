import { THICKER } from '../../core/care/words';
import type { PhoneState } from '../../phone/phone-state';
import type { Actions } from '../actions';
import { lockingNodes } from '../care/locks';
import { typedField } from '../mend/fields';
import type { Node } from '../node';
import { button, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';
import { DIARY_FIELDS } from './actions';
import { diaryProblems } from './evening';

/** The girth of the calves, for those who want to measure it, with instructions. */
export function girthNodes(state: PhoneState, actions: Actions, voice: Voice): readonly Node[] {
  return [
    line('strong', say(voice, 'Calf girth, if you like')),
    line(
      'quiet',
      say(
        voice,
        'Measure 10 cm below the bump of the shinbone, at the same time of day, the tape flat and loose. A line drawn with a pen helps.',
      ),
    ),
    typedField(DIARY_FIELDS.left, say(voice, 'Left calf, cm'), state, actions),
    typedField(DIARY_FIELDS.right, say(voice, 'Right calf, cm'), state, actions),
    ...diaryProblems(state, voice, (code) => code === 'noGirth'),
    button(say(voice, 'Note the girth'), 'plain', actions.diary.measure),
    line('warning', voice.translate(THICKER)),
    ...lockingNodes('girth', state, actions, voice),
  ];
}
