/**
 * The modelled widgets, with their properties as in the docs' tables (Zepp OS docs, newAPI/ui/widget).
 * `text_style.CHAR_WRAP` is in no document, only in the typings. A name or type that is not listed is refused, where a
 * watch ignores it silently.
 */

export const WIDGET_TYPES = [
  'GROUP',
  'IMG',
  'TEXT',
  'ARC',
  'FILL_RECT',
  'STROKE_RECT',
  'BUTTON',
  'CIRCLE',
  'PAGE_SCROLLBAR',
] as const;
export type WidgetType = (typeof WIDGET_TYPES)[number];

export type ValueType =
  | 'number'
  | 'length'
  | 'size'
  | 'color'
  | 'alpha'
  | 'string'
  | 'boolean'
  | 'function'
  | 'alignH'
  | 'alignV'
  | 'style';

export interface PropertySpec {
  readonly type: ValueType;
  readonly required?: true;
  /** Set only at creation; `setProperty` does not accept it. */
  readonly fixed?: true;
}

export type WidgetSpec = Readonly<Record<string, PropertySpec>>;

const PLACE = { x: { type: 'number', required: true }, y: { type: 'number', required: true } } as const;
const SIZE = { w: { type: 'length', required: true }, h: { type: 'length', required: true } } as const;
const BOX = { ...PLACE, ...SIZE } as const;

export const WIDGET_SPECS: Readonly<Record<WidgetType, WidgetSpec>> = {
  GROUP: BOX,
  TEXT: {
    ...BOX,
    color: { type: 'color' },
    align_h: { type: 'alignH' },
    align_v: { type: 'alignV' },
    text: { type: 'string' },
    text_size: { type: 'size' },
    text_style: { type: 'style' },
    line_space: { type: 'number' },
    char_space: { type: 'number' },
  },
  BUTTON: {
    ...BOX,
    text: { type: 'string' },
    color: { type: 'color' },
    text_size: { type: 'size' },
    radius: { type: 'number' },
    normal_color: { type: 'color', fixed: true },
    press_color: { type: 'color', fixed: true },
    normal_src: { type: 'string', fixed: true },
    press_src: { type: 'string', fixed: true },
    click_func: { type: 'function', fixed: true },
    longpress_func: { type: 'function', fixed: true },
  },
  FILL_RECT: {
    ...BOX,
    color: { type: 'color', required: true },
    radius: { type: 'number' },
    alpha: { type: 'alpha' },
  },
  STROKE_RECT: {
    ...BOX,
    color: { type: 'color', required: true },
    radius: { type: 'number' },
    line_width: { type: 'size' },
  },
  CIRCLE: {
    center_x: { type: 'number', required: true },
    center_y: { type: 'number', required: true },
    radius: { type: 'number', required: true },
    color: { type: 'color', required: true },
    alpha: { type: 'alpha' },
  },
  // The docs mark `radius` as required, but no example there gives it, and box and width leave nothing for it to
  // determine.
  ARC: {
    ...BOX,
    radius: { type: 'number', fixed: true },
    start_angle: { type: 'number', required: true },
    end_angle: { type: 'number', required: true },
    line_width: { type: 'size', required: true },
    color: { type: 'color', required: true },
  },
  IMG: {
    ...PLACE,
    w: { type: 'length' },
    h: { type: 'length' },
    src: { type: 'string', required: true },
    pos_x: { type: 'number' },
    pos_y: { type: 'number' },
    angle: { type: 'number' },
    center_x: { type: 'number' },
    center_y: { type: 'number' },
    alpha: { type: 'alpha' },
  },
  PAGE_SCROLLBAR: {},
};

const TURNED = ['angle', 'pos_x', 'pos_y', 'rect_width', 'rect_height'] as const;

/** Properties in the docs' tables that are not modelled. */
export const DOCUMENTED_ONLY: Readonly<Partial<Record<WidgetType, readonly string[]>>> = {
  TEXT: ['font', 'text_i18n', 'start_angle', 'end_angle', 'mode', 'radius'],
  BUTTON: ['font', 'text_w'],
  FILL_RECT: [...TURNED, 'center_x', 'center_y'],
  STROKE_RECT: TURNED,
  IMG: ['auto_scale', 'auto_scale_obj_fit'],
  PAGE_SCROLLBAR: ['target'],
};

/** Members of `prop` that stand for one property each. `MORE`, `VISIBLE` and `DATASET` are handled separately. */
export const SINGLE_PROPS = {
  X: 'x',
  Y: 'y',
  W: 'w',
  H: 'h',
  POS_X: 'pos_x',
  POS_Y: 'pos_y',
  ANGLE: 'angle',
  CENTER_X: 'center_x',
  CENTER_Y: 'center_y',
  SRC: 'src',
  TEXT: 'text',
  TEXT_SIZE: 'text_size',
  COLOR: 'color',
  START_ANGLE: 'start_angle',
  END_ANGLE: 'end_angle',
  LINE_WIDTH: 'line_width',
} as const;

const ALIGN_H_VALUES = ['LEFT', 'RIGHT', 'CENTER_H'] as const;
const ALIGN_V_VALUES = ['TOP', 'BOTTOM', 'CENTER_V'] as const;
const TEXT_STYLE_VALUES = ['WRAP', 'CHAR_WRAP', 'ELLIPSIS', 'NONE'] as const;
export const EVENT_VALUES = ['MOVE', 'CLICK_DOWN', 'CLICK_UP', 'MOVE_IN', 'MOVE_OUT'] as const;
export type WidgetEvent = (typeof EVENT_VALUES)[number];

/**
 * Numbers for the constants above. The docs publish none, so these are made up. Each list has its own range, so that a
 * constant of the wrong kind is detected.
 */
function numberNames<const Names extends readonly string[]>(
  first: number,
  names: Names,
): Readonly<Record<Names[number], number>> {
  const numbered = Object.fromEntries(names.map((name, index) => [name, first + index]));
  return numbered as Record<Names[number], number>;
}

export const WIDGET_IDS = numberNames(101, WIDGET_TYPES);
export const ALIGN_IDS = numberNames(201, [...ALIGN_H_VALUES, ...ALIGN_V_VALUES] as const);
export const TEXT_STYLE_IDS = numberNames(301, TEXT_STYLE_VALUES);
export const EVENT_IDS = numberNames(401, EVENT_VALUES);
export const PROP_IDS = {
  MORE: 500,
  VISIBLE: 501,
  DATASET: 502,
  ...numberNames(510, Object.keys(SINGLE_PROPS) as readonly (keyof typeof SINGLE_PROPS)[]),
};

/** Why a value does not match a type, or `undefined` if it does. */
export function objectionTo(type: ValueType, value: unknown): string | undefined {
  switch (type) {
    case 'number':
      return isFiniteNumber(value) ? undefined : 'a number';
    case 'length':
      return isFiniteNumber(value) && value >= 0 ? undefined : 'a number from 0';
    case 'size':
      return isFiniteNumber(value) && value > 0 ? undefined : 'a number above 0';
    case 'color':
      return isWithin(value, 0xffffff) ? undefined : 'a colour from 0 to 0xFFFFFF';
    case 'alpha':
      return isWithin(value, 255) ? undefined : 'a number from 0 to 255';
    case 'alignH':
      return isOneOf(value, ALIGN_H_VALUES, ALIGN_IDS) ? undefined : 'one of align.LEFT, RIGHT, CENTER_H';
    case 'alignV':
      return isOneOf(value, ALIGN_V_VALUES, ALIGN_IDS) ? undefined : 'one of align.TOP, BOTTOM, CENTER_V';
    case 'style':
      return isOneOf(value, TEXT_STYLE_VALUES, TEXT_STYLE_IDS) ? undefined : 'one of text_style';
    case 'string':
    case 'boolean':
    case 'function':
      return typeof value === type ? undefined : `a ${type}`;
  }
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isWithin(value: unknown, largest: number): boolean {
  return isFiniteNumber(value) && Number.isInteger(value) && value >= 0 && value <= largest;
}

function isOneOf<Name extends string>(
  value: unknown,
  names: readonly Name[],
  ids: Readonly<Record<Name, number>>,
): boolean {
  return names.some((name) => ids[name] === value);
}
