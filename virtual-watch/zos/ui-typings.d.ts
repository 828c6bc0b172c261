/** Members of `@zos/ui` that the typings leave out (Zepp OS docs, newAPI/ui). */

declare module '@zos/ui' {
  function deleteWidget(widget: object): void;
  /** On square screens only. */
  function setStatusBarVisible(visible: boolean): void;
}
