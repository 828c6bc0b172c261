/**
 * What `@zos/ui` offers and the typings leave out (Zepp OS docs, newAPI/ui).
 */

declare module '@zos/ui' {
  function deleteWidget(widget: object): void;
  /** Of a card: its size in pixels, how far it is from the sides of the screen, and the radius of its corners. */
  function getAppWidgetSize(): { w: number; h: number; margin: number; radius: number };
  /** Of a card: only its height can be set. */
  function setAppWidgetSize(size: { h: number }): void;
  /** Square screens only. */
  function setStatusBarVisible(visible: boolean): void;
}
