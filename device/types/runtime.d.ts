/**
 * What the watch offers and `@zeppos/device-types` 4.0.0 does not say. Sources beside each.
 */

/** The typings declare the interface, but no value of that name. */
declare const console: console;

declare namespace Page {
  interface Option {
    /** The page is in front again. In no Page document, but in Zepp's bgService sample and in ZML's BasePage. */
    onResume?: () => void;
    /** The page is covered or left. Same sources as `onResume`. */
    onPause?: () => void;
  }
}
