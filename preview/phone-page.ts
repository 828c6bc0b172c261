/** Draws the settings page: the app's component tree, with each component as the Zepp app draws it. */
import type { Component } from '../virtual-watch/index';
import { button, el } from './dom';

/** Taps a component, or gives it a value. */
export type Use = (component: Component, value?: unknown) => void;

export function drawComponent(component: Component, use: Use): HTMLElement {
  const drawn = drawBare(component, use);
  const { style } = component.props;
  if (typeof style === 'object' && style !== null) Object.assign(drawn.style, style);
  return drawn;
}

function drawBare(component: Component, use: Use): HTMLElement {
  const { name } = component;
  const inside = component.children.map((child) =>
    typeof child === 'string' ? document.createTextNode(child) : drawComponent(child, use),
  );
  switch (name) {
    case 'View':
      return drawView(component, inside, use);
    case 'Section':
      return el('section', {}, heading(component), ...inside);
    case 'Text':
      return drawText(component, inside);
    case 'Link':
      return el('div', { class: 'link' }, ...inside);
    case 'Button':
      return button(component.text('label'), () => use(component));
    case 'Image':
      return el('img', { src: component.text('src'), alt: component.text('alt') });
    case 'TextImageRow':
      return el('div', {}, component.text('label'), el('small', {}, component.text('sublabel')));
    case 'TextInput':
      return drawInput(component, use);
    case 'Toggle':
      return drawToggle(component, use);
    case 'Select':
      return drawSelect(component, use);
    case 'Slider':
      return drawSlider(component, use);
    case 'Toast':
      return el('div', { role: 'status', hidden: !component.is('visible') }, component.text('message'));
  }
}

function heading(component: Component): HTMLElement | undefined {
  const [title, description] = [component.text('title'), component.text('description')];
  if (title === '' && description === '') return undefined;
  return el('header', {}, el('strong', {}, title), el('small', {}, description));
}

function drawView(component: Component, inside: readonly Node[], use: Use): HTMLElement {
  if (component.handler('onClick') === undefined) return el('div', {}, ...inside);
  const made = el('div', { role: 'button', tabindex: 0 }, ...inside);
  made.addEventListener('click', () => use(component));
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    // Otherwise the space key would scroll the page.
    event.preventDefault();
    use(component);
  });
  return made;
}

function drawText(component: Component, inside: readonly Node[]): HTMLElement {
  const made = component.is('paragraph') ? el('p', {}, ...inside) : el('span', {}, ...inside);
  if (component.is('bold')) made.style.fontWeight = '600';
  if (component.is('italic')) made.style.fontStyle = 'italic';
  made.style.textAlign = component.text('align');
  return made;
}

/** The value is passed on when the person has finished, as the Zepp app does after its own dialog. */
function drawInput(component: Component, use: Use): HTMLElement {
  const attributes = { placeholder: component.text('placeholder'), disabled: component.is('disabled') };
  const field = component.is('multiline')
    ? el('textarea', { ...attributes, rows: 2 })
    : el('input', { ...attributes, type: 'text' });
  let given = component.text('value');
  field.defaultValue = given;
  const give = (): void => {
    if (field.value === given) return;
    given = field.value;
    use(component, given);
  };
  field.addEventListener('change', give);
  // The browser sees no change in a value that was restored after a redraw.
  field.addEventListener('blur', give);
  return el('label', {}, el('span', {}, component.text('label')), field);
}

function drawToggle(component: Component, use: Use): HTMLElement {
  const box = el('input', { type: 'checkbox', checked: component.is('value') });
  box.addEventListener('change', () => use(component, box.checked));
  return el('label', { class: 'row' }, el('span', {}, component.text('label')), box);
}

function drawSelect(component: Component, use: Use): HTMLElement {
  const options = (component.props['options'] ?? []) as readonly { name?: string; value?: string }[];
  const chosen = component.props['value'];
  const made = el(
    'select',
    {},
    ...options.map(({ name = '', value = '' }) => el('option', { value, selected: value === chosen }, name)),
  );
  made.addEventListener('change', () => use(component, made.value));
  return el('label', {}, el('span', {}, component.text('label')), made);
}

function drawSlider(component: Component, use: Use): HTMLElement {
  const { min, max, step, value } = component.props as Readonly<Record<string, number | undefined>>;
  const made = el('input', { type: 'range', min, max, step, value });
  made.addEventListener('change', () => use(component, made.valueAsNumber));
  return el('label', {}, el('span', {}, component.text('label')), made);
}
