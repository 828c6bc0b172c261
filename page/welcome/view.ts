import type { Signal } from '../../core/cue/cue';
import type { Text, TextId } from '../../device/text/ids';
import { signalName, signalShape } from '../../device/text/signals';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { pictureRow } from '../../device/ui/picture';
import { SEAT_SIZE } from '../../device/ui/legs-shape';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

export type WelcomeAction = 'card' | 'sit' | 'feel' | 'lotion' | 'useLotion' | 'done';

/**
 * What is explained now: what the app is for, how to sit, what a signal feels like, and what to do with lotion on the
 * fingers.
 */
export type WelcomeState =
  /** Whether the person has seen it before, and may look for how the card is put next to the watch face. */
  | { readonly step: 'what'; readonly isKnown: boolean }
  /** Whether there is a vein to go around. */
  | { readonly step: 'sit'; readonly hasVeins: boolean }
  | { readonly step: 'feel'; readonly signal: Signal }
  | { readonly step: 'lotion'; readonly isUnsaved: boolean };

/** The width of the longest title, in design units. */
const TITLED = 290;

/** One thing at a time, and a button to go on; the way out is below it. */
export function viewWelcome(
  state: WelcomeState,
  frame: Frame,
  text: Text,
): readonly Element<WelcomeAction>[] {
  const rows = rowsOfPage<WelcomeAction>(frame);
  const title = (words: string) => rows.line('title', words, { height: 50, size: 'body' });
  const words = (key: TextId, height: number) => rows.paragraph(key, text(key), { height, size: 'body' });
  // In large text a longer label would not fit at the foot.
  const size = frame.isLarge === true ? 'body' : 'label';
  const key = (action: WelcomeAction, label: TextId, look: 'plain' | 'key' = 'key') =>
    rows.button(action, text(label), { width: 340, height: 76, below: 10, size, look });
  const skip = inSight(key('done', 'Skip', 'plain'));
  const shown = (): readonly Row<WelcomeAction>[] => {
    switch (state.step) {
      case 'what':
        return [
          title(text('How it works')),
          words('Your watch buzzes to tell you when to move your hands up the leg. You need not look.', 140),
          key('sit', 'Next'),
          ...(state.isKnown ? [key('card', 'Quick start', 'plain')] : []),
          skip,
        ];
      case 'sit':
        return [
          pictureRow(frame, 'seat', SEAT_SIZE[frame.shape]),
          words(
            'Sit, one leg on a pillow. Stroke toward the heart, so lightly that only the skin moves.',
            140,
          ),
          ...(state.hasVeins ? [words('A vein that bulges: around it, never on it.', 80)] : []),
          key('feel', 'Next'),
          skip,
        ];
      case 'feel':
        return [
          title(text('This is what you feel')),
          rows.line('shape', signalShape(state.signal), { height: 60, size: 'zone', color: COLORS.warm }),
          rows.line('name', signalName(text, state.signal), { height: 60, size: 'title' }),
          key('feel', 'Play again', 'plain'),
          key('lotion', 'Next'),
        ];
      case 'lotion':
        return [
          title(text(frame.isLarge === true ? 'Greasy fingers?' : 'Lotion on your fingers?')),
          words('The glass ignores touches, and keys pause and resume.', 120),
          key('useLotion', state.isUnsaved ? 'Could not save' : 'Lotion mode', 'plain'),
          // Neither is better for everybody, so neither is bright.
          key('done', 'Not now', 'plain'),
        ];
    }
  };
  return pageOfRows(frame, frame.isLarge === true || state.step === 'sit' ? 220 : TITLED, shown());
}
