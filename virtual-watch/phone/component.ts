import { checkOption, type Shape } from '../zos/options';
import type { PhoneWorld } from './phone-world';

const STYLED: Shape = { style: 'object?' };

/** The components of a settings page and their props (Zepp OS docs, Settings App API, UI). `Auth` is not modelled. */
const SHAPES = {
  View: { ...STYLED, onClick: 'function?' },
  Section: { ...STYLED, title: 'string?', description: 'string?' },
  Text: { ...STYLED, align: 'string?', bold: 'boolean?', italic: 'boolean?', paragraph: 'boolean?' },
  Button: { ...STYLED, color: 'string?', label: 'string?', onClick: 'function?' },
  Image: { ...STYLED, src: 'string', alt: 'string?', width: 'any?', height: 'any?' },
  Link: { source: 'string?' },
  TextImageRow: {
    label: 'string?',
    sublabel: 'string?',
    icon: 'string?',
    iconColor: 'string?',
    rounded: 'boolean?',
    iconRight: 'boolean?',
  },
  TextInput: {
    label: 'string?',
    disabled: 'boolean?',
    multiline: 'boolean?',
    placeholder: 'string?',
    rows: 'any?',
    bold: 'boolean?',
    value: 'string?',
    onChange: 'function?',
    settingsKey: 'string?',
    labelStyle: 'object?',
    subStyle: 'object?',
  },
  Toggle: { label: 'string?', settingsKey: 'string?', value: 'boolean?', onChange: 'function?' },
  Select: {
    label: 'string?',
    title: 'string?',
    options: 'array?',
    multiple: 'boolean?',
    value: 'any?',
    onChange: 'function?',
  },
  Slider: {
    label: 'string?',
    max: 'number?',
    min: 'number?',
    step: 'number?',
    value: 'number?',
    onChange: 'function?',
    settingsKey: 'string?',
  },
  Toast: {
    duration: 'number?',
    horizontal: 'string?',
    message: 'string?',
    vertical: 'string?',
    visible: 'boolean?',
    onClose: 'function?',
  },
} as const satisfies Readonly<Record<string, Shape>>;

export type ComponentName = keyof typeof SHAPES;

const NAMES = Object.keys(SHAPES) as readonly ComponentName[];

/** Components that may contain others. */
const PARENTS: readonly ComponentName[] = ['View', 'Section', 'Text', 'Link', 'Toast', 'Toggle'];

/** What a script gets for a component; only the Zepp app looks inside. */
export class Component {
  readonly name: ComponentName;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly (Component | string)[];

  constructor(
    name: ComponentName,
    props: Readonly<Record<string, unknown>>,
    children: readonly (Component | string)[],
  ) {
    this.name = name;
    this.props = props;
    this.children = children;
  }

  text(prop: string): string {
    const value = this.props[prop];
    return typeof value === 'string' ? value : '';
  }

  is(prop: string): boolean {
    return this.props[prop] === true;
  }

  /** The handler for a prop, if there is one. */
  handler(prop: string): ((...args: readonly unknown[]) => unknown) | undefined {
    const value = this.props[prop];
    return typeof value === 'function' ? (value as (...args: readonly unknown[]) => unknown) : undefined;
  }
}

/** Adds the functions that create components to a world. */
export function giveComponents(world: PhoneWorld): void {
  for (const name of NAMES) {
    world.realm.global[name] = (props: unknown = {}, children: unknown = []) =>
      new Component(name, checkOption(world, name, props, SHAPES[name]), childrenOf(world, name, children));
  }
  world.realm.global['Auth'] = () => world.notModelled('Auth');
}

function childrenOf(
  world: PhoneWorld,
  parent: ComponentName,
  given: unknown,
): readonly (Component | string)[] {
  const children: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (children.length > 0 && !PARENTS.includes(parent)) world.misuse(`${parent} takes nothing inside it`);
  return children.map((child) => {
    if (child instanceof Component || (typeof child === 'string' && parent === 'Text')) return child;
    return world.misuse(`${parent} cannot have ${describe(child)} inside it`);
  });
}

function describe(value: unknown): string {
  return value === null ? 'null' : typeof value === 'string' ? 'a bare text' : typeof value;
}
