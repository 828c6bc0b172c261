/** Makes elements in one expression each, so that a part of the page reads as it looks. */

type Child = Node | string | undefined;

export interface Attributes {
  readonly class?: string;
  readonly [attribute: string]: string | number | boolean | undefined;
}

/** An element with attributes (`true` stands for an empty one, `false` and `undefined` for none) and children. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(attribute, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A button that does `press`. */
export function button(label: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', press);
  return made;
}

/** Writes a text only when it has changed, so that readers of the screen are not told again what they know. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
