/** What the watch offers and `@zeppos/device-types` 4.0.0 leaves out, with the source of each. */

/** The typings declare the interface, but no value of that name. */
declare const console: console;

declare namespace Page {
  interface Option {
    /**
     * The page is in front again. In no documentation of Page, but in Zepp's bgService sample and in ZML's BasePage.
     */
    onResume?: () => void;
    /** The page is covered or left. Same sources as `onResume`. */
    onPause?: () => void;
  }
}
