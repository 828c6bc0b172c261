import type { Component } from './component';

/** The texts of a component itself, without its children. */
function ownTexts(component: Component): readonly string[] {
  const { name } = component;
  switch (name) {
    case 'View':
    case 'Link':
      return [];
    case 'Section':
      return [component.text('title'), component.text('description')];
    case 'Text':
      return [component.children.filter((child) => typeof child === 'string').join('')];
    case 'Button':
    case 'Toggle':
    case 'Slider':
      return [component.text('label')];
    case 'Image':
      return [component.text('alt')];
    case 'TextImageRow':
      return [component.text('label'), component.text('sublabel')];
    case 'TextInput':
      return [component.text('label'), component.text('value') || component.text('placeholder')];
    case 'Select':
      return [component.text('label') || component.text('title')];
    case 'Toast':
      return component.is('visible') ? [component.text('message')] : [];
  }
}

/** All texts of a component and its children, in reading order. */
export function textsOf(component: Component): readonly string[] {
  const inside = component.children.flatMap((child) => (typeof child === 'string' ? [] : textsOf(child)));
  return [...ownTexts(component), ...inside].filter((text) => text !== '');
}

/** The same texts on one line. */
export function wordsOf(component: Component): string {
  return textsOf(component).join(' ');
}
