/** The layout of the system's dialog. The docs show two round buttons below the text; the numbers are our own. */
import type { Box, Modal, Picture, PictureNode } from './picture';

export interface ModalBoxes {
  readonly text: Box;
  readonly cancel: Box;
  readonly confirm: Box;
}

type Screen = Pick<Picture, 'width' | 'height' | 'shape'>;

const TEXT_COLOR = 0xffffff;
const CAPSULE = { normalColor: 0x333333, pressColor: 0x242424 } as const;
const ROUND = {
  cancel: { normalColor: 0x333333, pressColor: 0x242424 },
  confirm: { normalColor: 0x0a6cd6, pressColor: 0x074d99 },
} as const;

/** The boxes of a dialog with the two icon buttons of `createModal`. */
export function modalBoxes({ width, height, shape }: Screen): ModalBoxes {
  const side = Math.round(width * 0.21);
  const gap = Math.round(width * 0.08);
  const top = Math.round(height * (shape === 'round' ? 0.63 : 0.7));
  const left = Math.round(width / 2 - side - gap / 2);
  const margin = Math.round(width * (shape === 'round' ? 0.14 : 0.08));
  const textTop = Math.round(height * (shape === 'round' ? 0.2 : 0.16));
  return {
    text: { x: margin, y: textTop, w: width - 2 * margin, h: top - textTop - Math.round(height * 0.04) },
    cancel: { x: left, y: top, w: side, h: side },
    confirm: { x: left + side + gap, y: top, w: side, h: side },
  };
}

/** The size of the dialog's text in pixels. */
function modalTextSize(width: number): number {
  return Math.round(width * 0.067);
}

/** The dialog as nodes in screen pixels: a black sheet, the text, and the buttons without their icons. */
export function modalNodes(modal: Modal, screen: Screen): PictureNode[] {
  const { width, height } = screen;
  const highest = Math.min(height, ...modal.buttons.map((button) => button.y));
  const box = modalBoxes(screen).text;
  const textSize = modalTextSize(width);
  return [
    { kind: 'fillRect', x: 0, y: 0, w: width, h: height, color: 0, radius: 0, alpha: 255 },
    {
      kind: 'text',
      ...box,
      h: Math.min(box.h, highest - box.y - Math.round(height * 0.02)),
      text: modal.text,
      textSize,
      color: TEXT_COLOR,
      alignH: 'center',
      alignV: 'center',
      textStyle: 'wrap',
      lineSpace: 0,
      charSpace: 0,
      alpha: 255,
    },
    ...modal.buttons.map((button): PictureNode => {
      const { x, y, w, h, label, icon, pressed } = button;
      const colors = icon === undefined ? CAPSULE : ROUND[icon];
      const text = icon === undefined ? label : '';
      const shape = { radius: Math.min(w, h) / 2, textSize, color: TEXT_COLOR };
      return { kind: 'button', x, y, w, h, text, pressed, ...shape, ...colors };
    }),
  ];
}
