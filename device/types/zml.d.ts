/** The part of ZML 0.0.43 that the watch uses, without the `any` of its own typings; read from its source. */

declare module '@zeppos/zml/3.0/module/messaging/plugin/app' {
  interface Messaging {
    /** Performs the handshake, then sends. Rejects with a `code` when there is no answer within `timeout` ms. */
    request(message: object, options?: { readonly timeout?: number }): Promise<unknown>;
    readonly transport: {
      /** Cancels the timer that waits for the answer to a handshake. */
      clearShakeTimer(): void;
    };
  }

  /** The app object as ZML sees it; ZML adds the messaging to it. */
  interface Host {
    readonly globalData: object;
    messaging?: Messaging;
  }

  /** Messaging that connects in `onCreate` and disconnects in `onDestroy`, telling the phone. */
  function appPlugin(): { onCreate(this: Host): void; onDestroy(this: Host): void };
}
