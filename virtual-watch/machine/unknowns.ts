/**
 * When a woken service ends. The docs say both (App Service): "as soon as the execution of the relevant code is completed"
 * (`whenDone`: when `onInit` has returned and the promises it left have run), and that its time is limited to 600 ms
 * (`atLimit`).
 */
export type ServiceEnd = 'atLimit' | 'whenDone';

/** Which vibrations go on when the service that started them has ended; lists of actions are the other kind. */
export type Outlasting = 'scenes' | 'everything' | 'nothing';

/** What the watch does where nobody says what a watch does. */
export interface Unknowns {
  /**
   * Whether `app.js` runs for a service too, with its `onCreate`. A service finds `getApp()` and ZML in it, so it has to;
   * it is documented only that an alarm's parameter reaches `App.onCreate`.
   */
  readonly runsAppForService: boolean;
  readonly serviceEnds: ServiceEnd;
  readonly outlastsService: Outlasting;
}
