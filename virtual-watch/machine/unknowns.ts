/**
 * What a watch does where nobody says so, or where sources disagree. Each question has the answer that the virtual watch
 * takes if it is not told otherwise, and the others that a watch may give: an app is done when it lives with all of them.
 * The sources of each are in the table of README.md.
 */

/**
 * When a woken service ends. The docs say both (App Service): "as soon as the execution of the relevant code is completed"
 * (`whenDone`: when `onInit` has returned and the promises it left have run), and that its time is limited to 600 ms
 * (`atLimit`).
 */
export type ServiceEnd = 'atLimit' | 'whenDone';

/** Which vibrations go on when the service that started them has ended; lists of actions are the other kind. */
export type Outlasting = 'scenes' | 'everything' | 'nothing';

/** Scenes that end by themselves as documented, and go on by reports, by the name of their constant. */
export type EndingScene = 'STRONG_REMINDER' | 'DURATION' | 'DURATION_LONG';

/** What the buzz of a notification does while the motor plays for an app; `silent` ones never buzz. */
export type NotificationBuzz = 'yields' | 'waits' | 'cuts' | 'silent';

/** How far the second that an alarm was set for is kept; a minute is the one before, after, or nearest to it. */
export type AlarmGrain = 'second' | 'minuteBefore' | 'minuteAfter' | 'nearestMinute';

/** What becomes of alarms when the time of day is set: they keep to it, keep what is left of their wait, or are lost. */
export type AlarmsOnClockSet = 'follow' | 'keepWaiting' | 'dropped';

/** What an alarm for a page does while the app is open. */
export type AlarmOverOpenApp = 'reopens' | 'nothing' | 'opensSecond';

/** Who is told the `param` of an alarm that opens a page: `App.onCreate`, the page's `onInit`, or nobody. */
export type AlarmPageParam = 'app' | 'page' | 'lost';

/** What a button of a notification can open: pages as well as services, or services alone. */
export type ActionsOpen = 'everything' | 'services';

/** From where a card counts `x`: from its own left edge, or from that of the screen. */
export type CardOrigin = 'card' | 'screen';

/** The script world of a card: that of the app, which then outlives its pages, or one of its own. */
export type CardWorld = 'app' | 'own';

/** Whether a page that a card opens is told what the card said: in `onInit`, or not at all. */
export type CardParams = 'page' | 'lost';

/** What timers of a continuous service do while the screen is dark. */
export type ServiceTimers = 'waitForPage' | 'run' | 'frozen';

export interface Unknowns {
  /**
   * Whether `app.js` runs for a service too, with its `onCreate`. A service finds `getApp()` and ZML in it, so it has to;
   * it is documented only that an alarm's parameter reaches `App.onCreate`.
   */
  readonly runsAppForService: boolean;
  readonly serviceEnds: ServiceEnd;
  readonly outlastsService: Outlasting;
  /** Whether timers of the app and its pages stand still while the screen is dark; they ring when it is lit again. */
  readonly freezesPagesInTheDark: boolean;
  /** `waitForPage`: they stand still while an app is open. */
  readonly serviceTimersInTheDark: ServiceTimers;
  /** Whether `Vibrator.start({ mode })` is heeded; otherwise nothing is felt of it. */
  readonly startsWithMode: boolean;
  /** The form of `Vibrator.setMode` that is heeded: the scene itself, an object with it, or either. */
  readonly setModeTakes: 'either' | 'scene' | 'object';
  /** What `Vibrator.start` does with a list of actions. */
  readonly actionLists: 'played' | 'ignored' | 'refused';
  /** Scenes that go on until `stop`, besides those that are documented to. */
  readonly endlessScenes: readonly EndingScene[];
  readonly notificationBuzz: NotificationBuzz;
  /** For so many ms after it began, the buzz of a notification keeps the motor from whatever an app starts. */
  readonly notificationHoldsMotorMs: number;
  /** At most so many alarms of the app at a time. */
  readonly alarmSlots: number;
  readonly alarmGrain: AlarmGrain;
  readonly alarmsOnClockSet: AlarmsOnClockSet;
  /** Whether an alarm that went off is still listed, and takes a slot, until it is cancelled. */
  readonly alarmsStayListed: boolean;
  /** Whether cancelling an alarm keeps it from going off; otherwise only the answer says so. */
  readonly alarmsCanBeCancelled: boolean;
  readonly alarmOverOpenApp: AlarmOverOpenApp;
  readonly alarmPageParam: AlarmPageParam;
  readonly actionsOpen: ActionsOpen;
  /** As `alarmPageParam`, of a button of a notification. */
  readonly actionPageParam: AlarmPageParam;
  /** Whether cancelling a notification takes it out of the centre; otherwise its buttons can be touched again. */
  readonly notificationsCanBeCancelled: boolean;
  readonly cardOrigin: CardOrigin;
  readonly cardWorld: CardWorld;
  readonly cardParams: CardParams;
  readonly updateKeepsFiles: boolean;
  /** Whether a key that the page has answered with `true` does nothing else. */
  readonly keysCanBeSwallowed: boolean;
}

/** The answers that a watch may give to each question, the default first. Of numbers those that were seen or that bound them. */
export const ANSWERS: { readonly [Question in keyof Unknowns]: readonly Unknowns[Question][] } = {
  runsAppForService: [true, false],
  serviceEnds: ['atLimit', 'whenDone'],
  outlastsService: ['scenes', 'everything', 'nothing'],
  freezesPagesInTheDark: [true, false],
  serviceTimersInTheDark: ['waitForPage', 'run', 'frozen'],
  startsWithMode: [true, false],
  setModeTakes: ['either', 'scene', 'object'],
  actionLists: ['played', 'ignored', 'refused'],
  endlessScenes: [[], ['STRONG_REMINDER'], ['STRONG_REMINDER', 'DURATION', 'DURATION_LONG']],
  notificationBuzz: ['yields', 'waits', 'cuts', 'silent'],
  notificationHoldsMotorMs: [0, 1_300],
  alarmSlots: [Infinity, 24, 0],
  alarmGrain: ['second', 'minuteBefore', 'minuteAfter', 'nearestMinute'],
  alarmsOnClockSet: ['follow', 'keepWaiting', 'dropped'],
  alarmsStayListed: [false, true],
  alarmsCanBeCancelled: [true, false],
  alarmOverOpenApp: ['reopens', 'nothing', 'opensSecond'],
  alarmPageParam: ['app', 'page', 'lost'],
  actionsOpen: ['everything', 'services'],
  actionPageParam: ['app', 'page', 'lost'],
  notificationsCanBeCancelled: [true, false],
  cardOrigin: ['card', 'screen'],
  cardWorld: ['app', 'own'],
  cardParams: ['page', 'lost'],
  updateKeepsFiles: [true, false],
  keysCanBeSwallowed: [true, false],
};

export const DEFAULT_UNKNOWNS: Unknowns = {
  runsAppForService: true,
  serviceEnds: 'atLimit',
  outlastsService: 'scenes',
  freezesPagesInTheDark: true,
  serviceTimersInTheDark: 'waitForPage',
  startsWithMode: true,
  setModeTakes: 'either',
  actionLists: 'played',
  endlessScenes: [],
  notificationBuzz: 'yields',
  notificationHoldsMotorMs: 0,
  alarmSlots: Infinity,
  alarmGrain: 'second',
  alarmsOnClockSet: 'follow',
  alarmsStayListed: false,
  alarmsCanBeCancelled: true,
  alarmOverOpenApp: 'reopens',
  alarmPageParam: 'app',
  actionsOpen: 'everything',
  actionPageParam: 'app',
  notificationsCanBeCancelled: true,
  cardOrigin: 'card',
  cardWorld: 'app',
  cardParams: 'page',
  updateKeepsFiles: true,
  keysCanBeSwallowed: true,
};
