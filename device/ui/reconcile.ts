import type { Ui, Widget } from '../watch/ui';
import type { ButtonElement, Element } from './element';
import type { Box } from './frame';

/** A page on the screen. */
export interface Mounted<Action> {
  /** Makes the screen show these elements, calling the platform only for differences. */
  update(elements: readonly Element<Action>[]): void;
  /** Removes everything from the screen. */
  unmount(): void;
}

/** Puts a page on the screen; `act` is called with the action of each touched button. */
export function mountOn<Action>(
  ui: Ui,
  elements: readonly Element<Action>[],
  act: (action: Action) => void,
): Mounted<Action> {
  let shown: readonly Shown<Action>[] = [];

  /**
   * Widgets lie above those created before them. So an element can be changed in place as long as everything behind it
   * already exists; after the first new one, the rest is recreated.
   */
  const update = (wanted: readonly Element<Action>[]): void => {
    const before = shown;
    let last = -1;
    let inPlace = true;
    shown = wanted.map((element) => {
      if (!inPlace) return create(ui, element, act);
      let index = last + 1;
      while (index < before.length && before[index]?.element.key !== element.key) index += 1;
      const old = before[index];
      if (old && change(ui, old, element)) {
        last = index;
        return old;
      }
      inPlace = false;
      return create(ui, element, act);
    });
    if (shown.length === before.length && shown.every((item, place) => item === before[place])) return;
    before.forEach((old) => {
      if (!shown.includes(old)) ui.deleteWidget(old.widget);
    });
  };

  update(elements);
  return {
    update,
    unmount() {
      update([]);
    },
  };
}

interface Shown<Action> {
  element: Element<Action>;
  readonly widget: Widget;
}

function create<Action>(ui: Ui, element: Element<Action>, act: (action: Action) => void): Shown<Action> {
  const type = ui.widget[TYPES[element.kind]];
  const options = optionsOf(ui, element);
  if (element.kind !== 'button') return { element, widget: ui.createWidget(type, options) };
  const click_func = (): void => {
    if (shown.element.kind === 'button') act(shown.element.action);
  };
  const shown: Shown<Action> = { element, widget: ui.createWidget(type, { ...options, click_func }) };
  return shown;
}

const TYPES = {
  text: 'TEXT',
  button: 'BUTTON',
  arc: 'ARC',
  rect: 'FILL_RECT',
  circle: 'CIRCLE',
  image: 'IMG',
  scrollBar: 'PAGE_SCROLLBAR',
} as const;

/** Makes a widget show `to`; returns false, without changing anything, if that is not possible. */
function change<Action>(ui: Ui, shown: Shown<Action>, to: Element<Action>): boolean {
  const { element: from, widget } = shown;
  if (from === to) return true;
  const difference = differenceOf(from, to);
  if (difference === 'unchangeable') return false;
  shown.element = to;
  if (difference === 'none') return true;
  if (to.kind === 'text') widget.setProperty(ui.prop.TEXT, to.text);
  else if (to.kind === 'button') {
    const { x, y, w, h, text } = to;
    widget.setProperty(ui.prop.MORE, { x, y, w, h, text });
  } else widget.setProperty(ui.prop.MORE, optionsOf(ui, to));
  return true;
}

type Difference = 'none' | 'changeable' | 'unchangeable';

/**
 * Whether a widget that shows `from` has to be changed to show `to`, and whether it can be, according to the docs'
 * tables. Of a text only its `text` can be changed, because one watch is reported to show nothing of a text changed by
 * `prop.MORE`. A button's action does not concern the widget. This runs for every element each second, so fields are
 * compared by name.
 */
function differenceOf(from: Element<unknown>, to: Element<unknown>): Difference {
  switch (to.kind) {
    case 'text': {
      const isSame =
        from.kind === 'text' &&
        isSameBox(from, to) &&
        from.size === to.size &&
        from.color === to.color &&
        from.align === to.align &&
        from.overflow === to.overflow;
      return isSame ? changed(from.text !== to.text) : 'unchangeable';
    }
    case 'button': {
      const isSame =
        from.kind === 'button' &&
        isSameBox(from, to) &&
        from.size === to.size &&
        from.color === to.color &&
        from.fill === to.fill &&
        from.pressedFill === to.pressedFill &&
        from.radius === to.radius &&
        from.src === to.src;
      return isSame ? changed(from.text !== to.text) : 'unchangeable';
    }
    case 'arc':
      if (from.kind !== 'arc') return 'unchangeable';
      return changed(
        from.from !== to.from ||
          from.to !== to.to ||
          from.line !== to.line ||
          from.color !== to.color ||
          !isSameBox(from, to),
      );
    case 'rect':
      if (from.kind !== 'rect') return 'unchangeable';
      return changed(from.radius !== to.radius || from.color !== to.color || !isSameBox(from, to));
    case 'circle':
      if (from.kind !== 'circle') return 'unchangeable';
      return changed(
        from.x !== to.x || from.y !== to.y || from.radius !== to.radius || from.color !== to.color,
      );
    case 'image': {
      const isSame = from.kind === 'image' && from.x === to.x && from.y === to.y && from.src === to.src;
      return isSame ? 'none' : 'unchangeable';
    }
    case 'scrollBar':
      return from.kind === 'scrollBar' ? 'none' : 'unchangeable';
  }
}

function changed(isChanged: boolean): Difference {
  return isChanged ? 'changeable' : 'none';
}

function isSameBox(from: Box, to: Box): boolean {
  return from.x === to.x && from.y === to.y && from.w === to.w && from.h === to.h;
}

/** The platform's options for an element. Copied field by field, which costs the engine less than destructuring. */
function optionsOf(ui: Ui, element: Element<unknown>): object {
  switch (element.kind) {
    case 'text':
      return {
        x: element.x,
        y: element.y,
        w: element.w,
        h: element.h,
        text: element.text,
        color: element.color,
        text_size: element.size,
        align_h: ui.align[ALIGN_H[element.align]],
        align_v: ui.align.CENTER_V,
        text_style: ui.text_style[element.overflow === 'wrap' ? 'WRAP' : 'ELLIPSIS'],
      };
    case 'button':
      return buttonOptions(element);
    case 'arc':
      return {
        x: element.x,
        y: element.y,
        w: element.w,
        h: element.h,
        color: element.color,
        start_angle: element.from,
        end_angle: element.to,
        line_width: element.line,
      };
    case 'rect': {
      const { x, y, w, h, radius, color } = element;
      return { x, y, w, h, radius, color };
    }
    case 'circle': {
      const { x, y, radius, color } = element;
      return { center_x: x, center_y: y, radius, color };
    }
    case 'image': {
      const { x, y, src } = element;
      return { x, y, src };
    }
    case 'scrollBar':
      return {};
  }
}

function buttonOptions(element: ButtonElement<unknown>): object {
  const options = {
    x: element.x,
    y: element.y,
    w: element.w,
    h: element.h,
    text: element.text,
    color: element.color,
    text_size: element.size,
    radius: element.radius ?? element.h / 2,
    normal_color: element.fill,
    press_color: element.pressedFill,
  };
  const { src } = element;
  return src === undefined ? options : { ...options, normal_src: src, press_src: src };
}

const ALIGN_H = { left: 'LEFT', center: 'CENTER_H', right: 'RIGHT' } as const;
