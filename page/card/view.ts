import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import { pictureRow } from '../../device/ui/picture';
import { SIZES } from '../../device/ui/theme';

export type CardLessonAction = 'next' | 'done';

/** The pictures of the steps, by their names among the images of the package, and what is said of each. */
const STEPS = {
  'card-swipe': 'On the watch face, swipe right to see your cards.',
  'card-add': 'At the end of the list touch the gear, then +, and choose Legato.',
  'card-start': 'From then on: swipe right, touch Start.',
} as const satisfies Readonly<Record<string, TextId>>;

export type CardPicture = keyof typeof STEPS;

export const CARD_PICTURES = Object.keys(STEPS) as readonly CardPicture[];

/** The size of each picture in design units. */
export const CARD_PICTURE_SIZE = { w: 240, h: 132 } as const;

/** How the card is put next to the watch face, one picture at a time; the way out is below. */
export function viewCardLesson(
  picture: CardPicture,
  frame: Frame,
  text: Text,
): readonly Element<CardLessonAction>[] {
  const rows = rowsOfPage<CardLessonAction>(frame);
  const key = (action: CardLessonAction, label: TextId, look: 'plain' | 'key') =>
    rows.button(action, text(label), { width: 340, height: 76, below: 10, size: 'label', look });
  const isLast = picture === CARD_PICTURES[CARD_PICTURES.length - 1];
  return pageOfRows(frame, CARD_PICTURE_SIZE.w, [
    pictureRow(frame, picture, CARD_PICTURE_SIZE),
    rows.paragraph('words', text(STEPS[picture]), { height: 3 * SIZES.body * 1.3, size: 'body' }),
    ...(isLast ? [key('done', 'Done', 'key')] : [key('next', 'Next', 'key'), key('done', 'Skip', 'plain')]),
  ]);
}
