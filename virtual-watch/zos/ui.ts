import type * as Zos from '@zos/ui';

import { pageOf, type Scope } from '../machine/scope';
import {
  ALIGN_IDS,
  DOCUMENTED_ONLY,
  EVENT_IDS,
  EVENT_VALUES,
  objectionTo,
  PROP_IDS,
  SINGLE_PROPS,
  TEXT_STYLE_IDS,
  WIDGET_IDS,
  WIDGET_SPECS,
  WIDGET_TYPES,
  type WidgetEvent,
  type WidgetSpec,
  type WidgetType,
} from '../machine/widget-specs';
import type { Widget, WidgetValues } from '../machine/widgets';
import type { CardArea } from '../machine/card-area';
import { boxOf } from '../machine/layout';
import { intoRealm } from '../machine/realm';
import { requireAlive, type ZosModule } from './module';
import { checkOption, checkValue } from './options';

// The typings have a signature of `createWidget` for each widget type; the model uses the general one for all. They
// know `updateStatusBarTitle`, `redraw` and the size of a card, but not as members of the module.
type HmUi = Zos.HmWearableProgram.DeviceSide.HmUI.IHmUI;
type Functions = Pick<typeof Zos, 'setStatusBarVisible'> &
  Pick<HmUi, 'updateStatusBarTitle' | 'redraw' | 'getAppWidgetSize' | 'setAppWidgetSize'> & {
    readonly createWidget: (type: number, options?: unknown) => unknown;
    readonly deleteWidget: (widget: unknown) => boolean;
  };

export const ui: ZosModule = {
  name: '@zos/ui',
  inService: 'none',
  // The bar above the cards belongs to the system.
  inCard: (member) => /^(create|delete|getApp|setApp)/.test(member),
  make: (scope) => {
    const handles = new Map<unknown, Widget>();
    return {
      widget: named(scope, 'widget', WIDGET_IDS),
      prop: named(scope, 'prop', PROP_IDS),
      align: named(scope, 'align', ALIGN_IDS),
      text_style: named(scope, 'text_style', TEXT_STYLE_IDS),
      event: named(scope, 'event', EVENT_IDS),
      ...({
        createWidget: (type, options) => createWidget(scope, handles, type, options, undefined),
        deleteWidget: (handle) => deleteWidget(scope, handles, handle),
        redraw: () => undefined,
        getAppWidgetSize() {
          const { width, margin, radius, ownHeight } = cardOf(scope, 'getAppWidgetSize');
          return intoRealm(scope.realm, { w: width, h: ownHeight, margin, radius }) as ReturnType<
            HmUi['getAppWidgetSize']
          >;
        },
        setAppWidgetSize(option) {
          const { h } = checkOption(scope, 'setAppWidgetSize', option, { h: 'number' });
          if (!cardOf(scope, 'setAppWidgetSize').setHeight(h))
            scope.misuse(`setAppWidgetSize: a card is not ${h} px high`);
        },
        setStatusBarVisible(visible) {
          pageOf(scope, 'setStatusBarVisible').statusBarVisible = checkValue(
            scope,
            'setStatusBarVisible',
            visible,
            'boolean',
          );
        },
        updateStatusBarTitle(title) {
          pageOf(scope, 'updateStatusBarTitle').statusBarTitle = checkValue(
            scope,
            'updateStatusBarTitle',
            title,
            'string',
          );
        },
      } satisfies Functions),
    };
  },
};

/** The area of the card; only a card has one. */
function cardOf(scope: Scope, api: string): CardArea {
  return scope.page?.card ?? scope.misuse(`${api} is called where there is no card`);
}

/** A list of constants that refuses names that are not modelled. */
function named(scope: Scope, list: string, constants: Readonly<Record<string, number>>): unknown {
  return new Proxy(constants, {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      return target[name] ?? scope.notModelled(`@zos/ui.${list}.${name}`);
    },
  });
}

type Handles = Map<unknown, Widget>;

function createWidget(
  scope: Scope,
  handles: Handles,
  id: unknown,
  options: unknown,
  group: Widget | undefined,
): unknown {
  const page = pageOf(scope, 'createWidget');
  const type = WIDGET_TYPES.find((name) => WIDGET_IDS[name] === id);
  if (type === undefined) return scope.misuse(`createWidget: ${String(id)} is no widget type`);
  if (group !== undefined && type === 'GROUP')
    return scope.misuse('createWidget: a GROUP cannot hold a GROUP');
  if (page.card !== undefined && type === 'GROUP') return scope.misuse('createWidget: a card has no GROUP');
  const values = checkValues(scope, type, options ?? {}, 'createWidget');
  for (const [name, spec] of Object.entries(WIDGET_SPECS[type])) {
    if (spec.required === true && values[name] === undefined)
      scope.misuse(`createWidget: ${type} needs ${name}`);
  }
  checkWhole(scope, type, values, 'createWidget');
  const widget = page.tree.add(type, values, group);
  checkInCard(scope, widget, 'createWidget');
  scope.system.countWidgetCall({ call: 'createWidget', widget: type, id: widget.id });
  const handle = makeHandle(scope, handles, widget);
  handles.set(handle, widget);
  return handle;
}

function deleteWidget(scope: Scope, handles: Handles, handle: unknown): boolean {
  const page = pageOf(scope, 'deleteWidget');
  const widget = handles.get(handle);
  if (widget === undefined) return scope.misuse('deleteWidget: not a widget of this page');
  if (widget.deleted) return scope.misuse(`deleteWidget: this ${widget.type} has been deleted before`);
  page.tree.remove(widget);
  scope.system.countWidgetCall({ call: 'deleteWidget', widget: widget.type, id: widget.id });
  return true;
}

/** What `createWidget` returns to the page. */
function makeHandle(scope: Scope, handles: Handles, widget: Widget): unknown {
  const living = (method: string): Widget => {
    requireAlive(scope);
    return widget.deleted ? scope.misuse(`${method}: this ${widget.type} has been deleted`) : widget;
  };
  const methods: Readonly<Record<string, unknown>> = {
    setProperty: (prop: unknown, value: unknown) => setProperty(scope, living('setProperty'), prop, value),
    getProperty: (prop: unknown) => getProperty(scope, living('getProperty'), prop),
    setAlpha(alpha: unknown) {
      const objection = objectionTo('alpha', alpha);
      if (objection !== undefined) scope.misuse(`setAlpha takes ${objection}`);
      if (widget.type === 'BUTTON') scope.notModelled('setAlpha of a BUTTON');
      living('setAlpha').alpha = alpha as number;
      scope.system.countWidgetCall({ call: 'setAlpha', widget: widget.type, id: widget.id });
    },
    setEnable(enabled: unknown) {
      living('setEnable').enabled = checkValue(scope, 'setEnable', enabled, 'boolean');
    },
    addEventListener(event: unknown, listener: unknown) {
      const name = eventName(scope, event);
      const run = checkValue(scope, 'addEventListener: callback', listener, 'function');
      const listeners = living('addEventListener').listeners;
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(run));
      return true;
    },
    removeEventListener(event: unknown, listener: unknown) {
      const known = living('removeEventListener').listeners.get(eventName(scope, event));
      known?.delete(checkValue(scope, 'removeEventListener: callback', listener, 'function'));
      return true;
    },
    getType: () => WIDGET_IDS[widget.type],
    getId: () => widget.id,
    ...(widget.type === 'GROUP'
      ? {
          createWidget: (type: unknown, options: unknown) =>
            createWidget(scope, handles, type, options, living('createWidget')),
        }
      : {}),
  };
  return new Proxy(methods, {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      return target[name] ?? scope.notModelled(`@zos/ui widget.${name}`);
    },
    set(_, name) {
      return scope.notModelled(`@zos/ui widget.${String(name)} as a setter (API 4.0)`);
    },
  });
}

function eventName(scope: Scope, id: unknown): WidgetEvent {
  const name = EVENT_VALUES.find((candidate) => EVENT_IDS[candidate] === id);
  return name ?? scope.misuse(`${String(id)} is no widget event`);
}

function setProperty(scope: Scope, widget: Widget, prop: unknown, value: unknown): boolean {
  scope.system.countWidgetCall({ call: 'setProperty', widget: widget.type, id: widget.id });
  if (prop === PROP_IDS.VISIBLE) widget.visible = checkValue(scope, 'setProperty: VISIBLE', value, 'boolean');
  else if (prop === PROP_IDS.DATASET) widget.dataset = value;
  else if (prop === PROP_IDS.MORE) change(scope, widget, value);
  else change(scope, widget, { [singleProperty(scope, prop)]: value });
  return true;
}

function getProperty(scope: Scope, widget: Widget, prop: unknown): unknown {
  if (prop === PROP_IDS.VISIBLE) return widget.visible;
  if (prop === PROP_IDS.DATASET) return widget.dataset;
  if (prop === PROP_IDS.MORE) return intoRealm(scope.realm, widget.values);
  return widget.values[singleProperty(scope, prop)];
}

function singleProperty(scope: Scope, id: unknown): string {
  const names = Object.keys(SINGLE_PROPS) as readonly (keyof typeof SINGLE_PROPS)[];
  const name = names.find((candidate) => PROP_IDS[candidate] === id);
  return name === undefined ? scope.misuse(`${String(id)} is no prop`) : SINGLE_PROPS[name];
}

function change(scope: Scope, widget: Widget, value: unknown): void {
  const changes = checkValues(scope, widget.type, value, 'setProperty');
  for (const name of Object.keys(changes)) {
    if (WIDGET_SPECS[widget.type][name]?.fixed === true) {
      scope.misuse(`setProperty: ${name} of ${widget.type} is set at creation only`);
    }
  }
  if (widget.type === 'BUTTON') requirePlace(scope, changes);
  const values = { ...widget.values, ...changes };
  checkWhole(scope, widget.type, values, 'setProperty');
  widget.values = values;
  checkInCard(scope, widget, 'setProperty');
}

/** Anything outside a card is not drawn, so it is refused; an image must give its size. */
function checkInCard(scope: Scope, widget: Widget, api: string): void {
  const card = scope.page?.card;
  if (card === undefined || card.holds(boxOf(widget, { x: 0, y: 0 }, () => undefined))) return;
  scope.misuse(`${api}: this ${widget.type} reaches out of the card`);
}

/** A BUTTON loses its position when an update leaves it out (seen by app authors). */
function requirePlace(scope: Scope, changes: WidgetValues): void {
  const missing = ['x', 'y', 'w', 'h'].filter((name) => changes[name] === undefined);
  if (missing.length > 0)
    scope.misuse(`setProperty: a BUTTON is updated with ${missing.join(', ')} in prop.MORE`);
}

function checkValues(scope: Scope, type: WidgetType, values: unknown, api: string): WidgetValues {
  const spec: WidgetSpec = WIDGET_SPECS[type];
  if (typeof values !== 'object' || values === null) return scope.misuse(`${api}: ${type} takes an object`);
  for (const [name, value] of Object.entries(values)) {
    if (DOCUMENTED_ONLY[type]?.includes(name) === true) scope.notModelled(`${type} with ${name}`);
    if (type === 'BUTTON' && (name === 'w' || name === 'h') && value === -1)
      scope.notModelled('a BUTTON as large as its image');
    const property = spec[name];
    if (property === undefined) return scope.misuse(`${api}: ${type} has no ${name}`);
    const objection = objectionTo(property.type, value);
    if (objection !== undefined)
      scope.misuse(`${api}: ${name} of ${type} has to be ${objection}, not ${String(value)}`);
  }
  return { ...values };
}

/** Checks conditions that concern several values together. */
function checkWhole(scope: Scope, type: WidgetType, values: WidgetValues, api: string): void {
  if (type === 'ARC' && values['start_angle'] === values['end_angle']) {
    scope.misuse(`${api}: an ARC that ends where it starts is drawn differently from watch to watch`);
  }
  if (type === 'IMG' && !turnsAboutItsMiddle(values))
    scope.notModelled('an IMG that turns about another point than its middle');
  for (const name of ['src', 'normal_src', 'press_src']) {
    const src = values[name];
    if (typeof src === 'string' && scope.package.asset(src) === undefined) {
      scope.misuse(`${api}: the package has no image ${src}`);
    }
  }
  for (const [one, other] of [
    ['normal_color', 'press_color'],
    ['normal_src', 'press_src'],
  ] as const) {
    if (type === 'BUTTON' && (values[one] === undefined) !== (values[other] === undefined)) {
      scope.misuse(`${api}: a BUTTON takes ${one} and ${other} together`);
    }
  }
}

function turnsAboutItsMiddle({ angle = 0, w, h, center_x: x, center_y: y }: WidgetValues): boolean {
  const isMiddle = (centre: unknown, size: unknown): boolean =>
    centre === undefined || (typeof size === 'number' && centre === size / 2);
  return angle === 0 || (isMiddle(x, w) && isMiddle(y, h));
}
