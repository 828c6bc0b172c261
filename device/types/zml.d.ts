/**
 * The part of ZML 0.0.43 that the watch uses, without the `any` of its own typings.
 */

declare module '@zeppos/zml/base-app' {
  interface AppOptions {
    globalData?: object;
    onCreate?: (params?: string) => void;
    onDestroy?: () => void;
  }

  /** Adds ZML's link to the phone to the options of an app. */
  export function BaseApp<Options extends AppOptions>(options: Options & ThisType<Options>): App.Option;
}

declare module '@zeppos/zml/base-page' {
  interface PageOptions {
    state?: object;
    onInit?: (params?: string) => void;
    build?: () => void;
    onResume?: () => void;
    onPause?: () => void;
    onDestroy?: () => void;
  }

  /** Adds ZML's link to the phone to the options of a page: what `PhoneLink` in device/sync/link.ts describes. */
  export function BasePage(options: PageOptions): Page.Option;
}
