import type { WidgetEvent, WidgetType } from './widget-specs';

export type WidgetValues = Readonly<Record<string, unknown>>;

/** A widget with its current values, which were validated earlier. */
export interface Widget {
  readonly id: number;
  readonly type: WidgetType;
  readonly parent: Widget | undefined;
  readonly children: Widget[];
  readonly listeners: Map<WidgetEvent, Set<(info: unknown) => void>>;
  values: WidgetValues;
  visible: boolean;
  enabled: boolean;
  /** Set by `setAlpha`, 0 to 255. */
  alpha: number;
  pressed: boolean;
  deleted: boolean;
  dataset: unknown;
}

/** A call that changed a page's widgets; drawing is what costs time on a watch. */
export interface WidgetCall {
  /** ms since the watch was booted. */
  readonly at: number;
  readonly call: 'createWidget' | 'deleteWidget' | 'setProperty' | 'setAlpha';
  readonly widget: WidgetType;
  readonly id: number;
}

/** The widgets of one page, from back to front. */
export class WidgetTree {
  readonly #roots: Widget[] = [];
  #lastId = 0;

  get roots(): readonly Widget[] {
    return this.#roots;
  }

  add(type: WidgetType, values: WidgetValues, parent: Widget | undefined): Widget {
    const widget: Widget = {
      id: (this.#lastId += 1),
      type,
      parent,
      children: [],
      listeners: new Map(),
      values,
      visible: true,
      enabled: true,
      alpha: 255,
      pressed: false,
      deleted: false,
      dataset: undefined,
    };
    this.#siblings(widget).push(widget);
    return widget;
  }

  remove(widget: Widget): void {
    const siblings = this.#siblings(widget);
    const index = siblings.indexOf(widget);
    if (index >= 0) siblings.splice(index, 1);
    markDeleted(widget);
  }

  #siblings(widget: Widget): Widget[] {
    return widget.parent?.children ?? this.#roots;
  }
}

function markDeleted(widget: Widget): void {
  widget.deleted = true;
  for (const child of widget.children) markDeleted(child);
}

/** A numeric value of a widget, or a default. */
export function numberOf(widget: Widget, name: string, otherwise = 0): number {
  const value = widget.values[name];
  return typeof value === 'number' ? value : otherwise;
}

export function textOf(widget: Widget, name = 'text'): string {
  const value = widget.values[name];
  return typeof value === 'string' ? value : '';
}
