import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import type { Passage } from '../../device/ui/reading';
import { heading, reading } from '../../device/ui/reading';
import { COLORS } from '../../device/ui/theme';

/** When to call for help, when not to massage, whom to ask first, and what may be expected: the most urgent first. */
export function viewCare(frame: Frame, text: Text): readonly Element<'done'>[] {
  const passage = (words: TextId, color: number): Passage => ({ words, lines: 4.4, size: 'small', color });
  return reading(
    [
      heading('When not to massage'),
      passage('Chest pain or sudden breathlessness: call the emergency number now.', COLORS.warm),
      passage(
        'A vein bleeds: lie down, raise the leg, press firmly, call the emergency number.',
        COLORS.warm,
      ),
      passage(
        'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.',
        COLORS.warm,
      ),
      passage(
        'A hard, sore or red vein, or an open sore: do not massage this leg. See a doctor.',
        COLORS.warm,
      ),
      passage(
        'Ask a doctor first after a blood clot or surgery, when pregnant, ill or on blood thinners.',
        COLORS.text,
      ),
      passage('For comfort. It does not remove veins or treat disease.', COLORS.quiet),
    ],
    frame,
    text,
  );
}
