import type { AlignH, AlignV, PictureNode, TextStyle } from '../face/picture';
import type { Placed } from './layout';
import { ALIGN_IDS, TEXT_STYLE_IDS } from './widget-specs';
import { numberOf, textOf, type Widget } from './widgets';

/** Defaults for values the page did not give. The docs state only that text scrolls by default. */
const DEFAULT_TEXT_SIZE = 30;
const DEFAULT_TEXT_COLOR = 0xffffff;
const DEFAULT_BUTTON_COLOR = 0x333333;
const DEFAULT_LINE_WIDTH = 1;

/** A placed widget as the face draws it. */
export function pictureNode({ widget, box, alpha }: Placed): PictureNode {
  const own = (numberOf(widget, 'alpha', 255) * alpha) / 255;
  const color = numberOf(widget, 'color', DEFAULT_TEXT_COLOR);
  const radius = numberOf(widget, 'radius');
  switch (widget.type) {
    case 'FILL_RECT':
      return { kind: 'fillRect', ...box, color, radius, alpha: own };
    case 'STROKE_RECT':
      return { kind: 'strokeRect', ...box, color, radius, lineWidth: lineWidthOf(widget), alpha: own };
    case 'CIRCLE':
      return { kind: 'circle', centerX: box.x + radius, centerY: box.y + radius, radius, color, alpha: own };
    case 'ARC':
      return { kind: 'arc', ...box, ...anglesOf(widget), color, lineWidth: lineWidthOf(widget), alpha: own };
    case 'TEXT':
      return { kind: 'text', ...box, ...lettering(widget), color, alpha: own };
    case 'IMG':
      return { kind: 'image', ...box, ...imagePlace(widget), src: textOf(widget, 'src'), alpha: own };
    case 'BUTTON':
      return { kind: 'button', ...box, ...buttonLook(widget), color, radius };
    case 'GROUP':
    case 'PAGE_SCROLLBAR':
      throw new Error(
        'it is no node: of a group there is what is in it, and the scroll bar is of the system',
      );
  }
}

function lineWidthOf(widget: Widget): number {
  return numberOf(widget, 'line_width', DEFAULT_LINE_WIDTH);
}

function anglesOf(widget: Widget): { readonly startAngle: number; readonly endAngle: number } {
  return { startAngle: numberOf(widget, 'start_angle'), endAngle: numberOf(widget, 'end_angle') };
}

function imagePlace(widget: Widget): {
  readonly posX: number;
  readonly posY: number;
  readonly angle: number;
} {
  return {
    posX: numberOf(widget, 'pos_x'),
    posY: numberOf(widget, 'pos_y'),
    angle: numberOf(widget, 'angle'),
  };
}

const ALIGN_H_OF: Readonly<Record<number, AlignH>> = {
  [ALIGN_IDS.LEFT]: 'left',
  [ALIGN_IDS.CENTER_H]: 'center',
  [ALIGN_IDS.RIGHT]: 'right',
};
const ALIGN_V_OF: Readonly<Record<number, AlignV>> = {
  [ALIGN_IDS.TOP]: 'top',
  [ALIGN_IDS.CENTER_V]: 'center',
  [ALIGN_IDS.BOTTOM]: 'bottom',
};
const TEXT_STYLE_OF: Readonly<Record<number, TextStyle>> = {
  [TEXT_STYLE_IDS.NONE]: 'none',
  [TEXT_STYLE_IDS.WRAP]: 'wrap',
  [TEXT_STYLE_IDS.CHAR_WRAP]: 'charWrap',
  [TEXT_STYLE_IDS.ELLIPSIS]: 'ellipsis',
};

function lettering(widget: Widget) {
  return {
    text: textOf(widget),
    textSize: numberOf(widget, 'text_size', DEFAULT_TEXT_SIZE),
    alignH: ALIGN_H_OF[numberOf(widget, 'align_h')] ?? 'left',
    alignV: ALIGN_V_OF[numberOf(widget, 'align_v')] ?? 'top',
    textStyle: TEXT_STYLE_OF[numberOf(widget, 'text_style')] ?? 'none',
    lineSpace: numberOf(widget, 'line_space'),
    charSpace: numberOf(widget, 'char_space'),
  };
}

function buttonLook(widget: Widget) {
  const normalSrc = widget.values['normal_src'];
  const pressSrc = widget.values['press_src'];
  const normalColor = numberOf(widget, 'normal_color', DEFAULT_BUTTON_COLOR);
  return {
    text: textOf(widget),
    textSize: numberOf(widget, 'text_size', DEFAULT_TEXT_SIZE),
    normalColor,
    pressColor: numberOf(widget, 'press_color', normalColor),
    pressed: widget.pressed,
    ...(typeof normalSrc === 'string' ? { normalSrc } : {}),
    ...(typeof pressSrc === 'string' ? { pressSrc } : {}),
  };
}
