import { align, createWidget, deleteWidget, prop, text_style, widget } from '@zos/ui';

/** The part of `@zos/ui` that pages are drawn with. */
export interface Ui {
  createWidget(type: number, options: object): Widget;
  deleteWidget(widget: Widget): void;
  readonly widget: Readonly<
    Record<'TEXT' | 'BUTTON' | 'ARC' | 'FILL_RECT' | 'CIRCLE' | 'IMG' | 'PAGE_SCROLLBAR', number>
  >;
  readonly prop: Readonly<Record<'MORE' | 'TEXT', number>>;
  readonly align: Readonly<Record<'LEFT' | 'CENTER_H' | 'RIGHT' | 'CENTER_V', number>>;
  readonly text_style: Readonly<Record<'WRAP' | 'ELLIPSIS', number>>;
}

export interface Widget {
  setProperty(property: number, value: unknown): unknown;
}

/** The typings require what the docs make optional (`angle`) and lack what they require (`color` of ARC). */
export const watchUi = { align, createWidget, deleteWidget, prop, text_style, widget } as unknown as Ui;
