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
  /** A message to the phone. `params` has to survive JSON. */
  interface Message {
    readonly method: string;
    readonly params?: unknown;
  }

  /** What `this` can do in a page made with `BasePage`. */
  export interface PhoneLink {
    /** Rejects when there is no answer within `timeout` ms (60,000 unless told). */
    request(message: Message, options?: { readonly timeout?: number }): Promise<unknown>;
    /** Sends without waiting for an answer. */
    call(message: Message): void;
  }

  interface PageOptions {
    state?: object;
    onInit?: (params?: string) => void;
    build?: () => void;
    onResume?: () => void;
    onPause?: () => void;
    onDestroy?: () => void;
    onCall?: (message: unknown) => void;
    onRequest?: (message: unknown, respond: (error: unknown, data?: unknown) => void) => void;
  }

  /** Adds ZML's link to the phone to the options of a page. */
  export function BasePage<Options extends PageOptions>(
    options: Options & ThisType<Options & PhoneLink>,
  ): Page.Option;
}
