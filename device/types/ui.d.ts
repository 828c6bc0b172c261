/** Members of `@zos/ui` that the typings leave out (Zepp OS docs, newAPI/ui). */

declare module '@zos/ui' {
  function deleteWidget(widget: object): void;
  /** For a card: its size in pixels, its distance from the sides of the screen, and its corner radius. */
  function getAppWidgetSize(): { w: number; h: number; margin: number; radius: number };
  /** For a card: only its height can be set. */
  function setAppWidgetSize(size: { h: number }): void;
  /** On square screens only. */
  function setStatusBarVisible(visible: boolean): void;
}
