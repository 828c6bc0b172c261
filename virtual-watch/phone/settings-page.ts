import { checkValue } from '../zos/options';
import { makeTimers } from '../zos/timer';
import { Component, giveComponents, type ComponentName } from './component';
import { giveTranslations } from './hm-utils';
import { intoRealm } from '../machine/realm';
import { openWorld, type PhoneWorld, type WorldParts } from './phone-world';
import { textsOf, wordsOf } from './seen';
import { makeSettingsStorage, type PhoneStorage } from './storage';

export interface SettingsPageParts extends Omit<WorldParts, 'by'> {
  readonly storage: PhoneStorage;
  readonly language: string;
  /** Runs a person's action, and throws the faults it causes. */
  readonly act: (run: () => void) => void;
}

/**
 * The app's open settings page in the Zepp app, to be read and touched. It is rebuilt after every change of the
 * storage.
 */
export class SettingsPage {
  readonly #parts: SettingsPageParts;
  readonly #world: PhoneWorld;
  readonly #props: unknown;
  #page: Readonly<Record<string, unknown>> | undefined;
  #tree: Component | undefined;
  #builds = 0;
  #isBuilding = false;
  #isStale = false;

  constructor(parts: SettingsPageParts) {
    this.#parts = parts;
    this.#world = openWorld({ ...parts, by: 'setting' });
    this.#props = this.#makeProps();
    this.#furnish();
  }

  /** Runs the page's file, which builds it. */
  open(): void {
    this.#world.run();
  }

  get isOpen(): boolean {
    return this.#world.lifetime.alive;
  }

  /** How often it was built. */
  get builds(): number {
    return this.#builds;
  }

  /** The component tree as the app built it; `undefined` when building it failed. */
  tree(): Component | undefined {
    return this.#tree;
  }

  /** The texts in reading order: headings, lines, labels, typed text. */
  texts(): readonly string[] {
    return this.#tree === undefined ? [] : textsOf(this.#tree);
  }

  /** Taps the button (or view, or toggle) whose label contains `label`: the `nth` of them, counting from 1. */
  tap(label: string, nth = 1): void {
    const found = this.#find(label, ['Button', 'View', 'Toggle'], nth);
    this.use(found, found.name === 'Toggle' ? !this.#isOn(found) : undefined);
  }

  /** Replaces the text of the input labelled `label`. */
  type(label: string, text: string, nth = 1): void {
    this.use(this.#find(label, ['TextInput'], nth), text);
  }

  /** Chooses an option of a select by its name. */
  choose(label: string, option: string, nth = 1): void {
    const select = this.#find(label, ['Select'], nth);
    const options = (select.props['options'] ?? []) as readonly { name?: string; value?: string }[];
    const chosen = options.find(({ name }) => name === option);
    if (chosen === undefined) throw new Error(`"${label}" has no option "${option}"`);
    this.use(select, chosen.value);
  }

  slide(label: string, value: number, nth = 1): void {
    this.use(this.#find(label, ['Slider'], nth), value);
  }

  /** Taps a component of the tree, or gives it a value. */
  use(component: Component, value?: unknown): void {
    if (!this.isOpen) throw new Error('the settings page is closed');
    const key = component.text('settingsKey');
    this.#parts.act(() => {
      this.#world.enter(`${component.name} "${wordsOf(component)}"`, () => {
        if (key !== '') this.#parts.storage.put(key, String(value), 'settings-page');
        if (value === undefined) component.handler('onClick')?.();
        else component.handler('onChange')?.(intoRealm(this.#world.realm, value));
      });
    });
  }

  /** Rebuilds the page after a change of the storage, once the running code has returned. */
  refresh(): void {
    if (this.#isStale || !this.isOpen) return;
    this.#isStale = true;
    this.#parts.vicinity.kernel.later(() => {
      this.#isStale = false;
      this.#build();
    });
  }

  close(): void {
    this.#world.lifetime.end();
    this.#tree = undefined;
  }

  #furnish(): void {
    const world = this.#world;
    const { global } = world.realm;
    const { language, vicinity } = this.#parts;
    giveComponents(world);
    giveTranslations(world, language);
    Object.assign(global, makeTimers({ ...world, kind: 'app', hardware: vicinity }));
    global['fetch'] = () => world.notModelled('fetch');
    global['AppSettingsPage'] = (options: unknown) => {
      if (this.#page !== undefined) world.misuse('AppSettingsPage is called a second time');
      this.#page = checkValue(world, 'AppSettingsPage', options, 'object');
      this.#build();
    };
  }

  #makeProps(): unknown {
    const world = this.#world;
    const props = new world.realm.global.Object() as unknown as Record<string, unknown>;
    props['settingsStorage'] = makeSettingsStorage({
      ...{ world, storage: this.#parts.storage, writer: 'settings-page', listeners: [] },
      beforeWrite: (api) => {
        if (this.#isBuilding) world.misuse(`${api} in build: it would be built again, and again`);
      },
    });
    return props;
  }

  #build(): void {
    const build = this.#page?.['build'];
    if (typeof build !== 'function') return;
    this.#builds += 1;
    this.#isBuilding = true;
    const built = this.#world.enter('build', () => Reflect.apply(build, this.#page, [this.#props]));
    this.#isBuilding = false;
    this.#tree = built instanceof Component ? built : undefined;
  }

  #isOn(toggle: Component): boolean {
    const key = toggle.text('settingsKey');
    return toggle.is('value') || (key !== '' && this.#parts.storage.items().get(key) === 'true');
  }

  #find(label: string, names: readonly ComponentName[], nth: number): Component {
    const found = listed(this.#tree).filter(
      (component) =>
        names.includes(component.name) && isTouchable(component) && wordsOf(component).includes(label),
    );
    const chosen = found[nth - 1];
    if (chosen !== undefined) return chosen;
    throw new Error(`no ${names.join(' or ')} ${nth} says "${label}"; there is: ${this.texts().join(' | ')}`);
  }
}

function isTouchable(component: Component): boolean {
  if (component.name === 'View') return component.handler('onClick') !== undefined;
  return !component.is('disabled');
}

/** A component and all its descendants, innermost first, so that a tap hits what is on top. */
function listed(component: Component | undefined): readonly Component[] {
  if (component === undefined) return [];
  const inside = component.children.flatMap((child) => (typeof child === 'string' ? [] : listed(child)));
  return [...inside, component];
}
