/**
 * What `@zos/ui` offers and the typings leave out (Zepp OS docs, newAPI/ui).
 */

declare module '@zos/ui' {
  function deleteWidget(widget: object): void;
  /** Square screens only. */
  function setStatusBarVisible(visible: boolean): void;
}
