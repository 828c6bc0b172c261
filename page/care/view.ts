import { ASK_FIRST, EXPECTATION, STOP_SIGNS } from '../../core/care/texts';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import type { Passage } from '../../device/ui/reading';
import { heading, reading } from '../../device/ui/reading';
import { COLORS } from '../../device/ui/theme';

/** When to call for help, when not to massage, whom to ask first, and what to expect. */
export function viewCare(frame: Frame, text: Text): readonly Element<'done'>[] {
  const size = readingSize(frame);
  const passage = (words: TextId, color: number): readonly Passage[] => [{ words, lines: 4.4, size, color }];
  return reading(
    [
      [heading('When not to massage', frame)],
      ...STOP_SIGNS.map((sign) => passage(sign, COLORS.warm)),
      passage(ASK_FIRST, COLORS.text),
      passage(EXPECTATION, COLORS.quiet),
    ],
    frame,
    text,
  );
}
