import { align, createWidget, deleteWidget, prop, text_style, widget } from '@zos/ui';

/** What of `@zos/ui` a page is drawn with. */
export interface Ui {
  createWidget(type: number, options: object): Widget;
  deleteWidget(widget: Widget): void;
  readonly widget: Readonly<Record<'TEXT' | 'BUTTON' | 'ARC' | 'FILL_RECT' | 'CIRCLE' | 'IMG', number>>;
  readonly prop: Readonly<Record<'MORE' | 'TEXT', number>>;
  readonly align: Readonly<Record<'LEFT' | 'CENTER_H' | 'RIGHT' | 'CENTER_V', number>>;
  readonly text_style: Readonly<Record<'WRAP' | 'ELLIPSIS', number>>;
}

export interface Widget {
  setProperty(property: number, value: unknown): unknown;
}

/** The typings demand what the documents leave free (`angle`) and lack what they demand (`color` of ARC). */
export const watchUi = { align, createWidget, deleteWidget, prop, text_style, widget } as unknown as Ui;
