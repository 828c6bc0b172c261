import type { Element, RectElement } from '../device/ui/element';
import type { Ui, Widget } from '../device/watch/ui';

/** The elements that a card can contain. */
export type CardElement<Action> = Exclude<
  Element<Action>,
  { readonly kind: 'arc' | 'circle' | 'image' | 'scrollBar' }
>;

/**
 * Draws a card, and redraws it with calls for the differences only. A card usually has the same few widgets; if they
 * differ, all are recreated. It is lighter than the code that draws pages.
 */
export function drawOn<Action>(
  ui: Ui,
  act: (action: Action) => void,
): (elements: readonly CardElement<Action>[]) => void {
  let shown: { element: CardElement<Action>; readonly widget: Widget }[] = [];
  return (elements) => {
    const isAlike =
      elements.length === shown.length &&
      elements.every((element, at) => isSameWidget(element, shown[at]?.element));
    if (isAlike) {
      shown.forEach((drawn, at) => {
        const element = elements[at];
        if (element) change(ui, drawn, element);
      });
      return;
    }
    shown.forEach(({ widget }) => {
      ui.deleteWidget(widget);
    });
    shown = elements.map((element) => {
      const press = (): void => {
        if (drawn.element.kind === 'button') act(drawn.element.action);
      };
      const drawn = { element, widget: make(ui, element, press) };
      return drawn;
    });
  };
}

/** Of a text or button only the words and the place can be changed; of a mark, everything. */
function isSameWidget(element: CardElement<unknown>, before: CardElement<unknown> | undefined): boolean {
  if (before?.kind !== element.kind) return false;
  return (
    element.kind === 'rect' ||
    (before.kind !== 'rect' && before.size === element.size && before.color === element.color)
  );
}

function change<Action>(
  ui: Ui,
  drawn: { element: CardElement<Action>; readonly widget: Widget },
  element: CardElement<Action>,
): void {
  const { element: before, widget } = drawn;
  drawn.element = element;
  if (element.kind === 'rect') {
    if (
      before.kind === 'rect' &&
      (before.h !== element.h || before.y !== element.y || before.color !== element.color)
    )
      widget.setProperty(ui.prop.MORE, rect(element));
    return;
  }
  if (before.kind !== 'rect' && before.text === element.text) return;
  const { x, y, w, h, text } = element;
  if (element.kind === 'text') widget.setProperty(ui.prop.TEXT, text);
  else widget.setProperty(ui.prop.MORE, { x, y, w, h, text });
}

function rect({ x, y, w, h, radius, color }: RectElement): object {
  return { x, y, w, h, radius, color };
}

function make(ui: Ui, element: CardElement<unknown>, click_func: () => void): Widget {
  if (element.kind === 'rect') return ui.createWidget(ui.widget.FILL_RECT, rect(element));
  const { x, y, w, h, text, size, color } = element;
  const said = { x, y, w, h, text, color, text_size: size };
  if (element.kind === 'button') {
    const look = { radius: h / 2, normal_color: element.fill, press_color: element.pressedFill };
    return ui.createWidget(ui.widget.BUTTON, { ...said, ...look, click_func });
  }
  const place = { align_h: ui.align.CENTER_H, align_v: ui.align.CENTER_V };
  return ui.createWidget(ui.widget.TEXT, { ...said, ...place, text_style: ui.text_style.ELLIPSIS });
}
