/**
 * What a watch does where it is undocumented, or where sources disagree. Each question has a default answer for the
 * virtual watch, and others that a watch may give. An app should work with all of them. The table in README.md has the
 * sources.
 */

/**
 * When a woken service ends. The docs (App Service) say both: "as soon as the execution of the relevant code is
 * completed" (`whenDone`: when `onInit` has returned and its pending promises have settled), and that its time is
 * limited to 600 ms (`atLimit`).
 */
export type ServiceEnd = 'atLimit' | 'whenDone';

/**
 * Which vibrations continue after the service that started them has ended: scenes only, also lists of actions, or none.
 */
export type Outlasting = 'scenes' | 'everything' | 'nothing';

/**
 * Scenes that end by themselves according to the docs but continue according to reports, by the name of their constant.
 */
export type EndingScene = 'STRONG_REMINDER' | 'DURATION' | 'DURATION_LONG';

/** What the buzz of a notification does while an app is using the motor; `silent` ones never buzz. */
export type NotificationBuzz = 'yields' | 'waits' | 'cuts' | 'silent';

/** How precisely an alarm's time is kept: to the second, or to the minute before, after, or nearest to it. */
export type AlarmGrain = 'second' | 'minuteBefore' | 'minuteAfter' | 'nearestMinute';

/** What happens to alarms when the time of day is set: they follow it, keep their remaining wait, or are lost. */
export type AlarmsOnClockSet = 'follow' | 'keepWaiting' | 'dropped';

/**
 * When a daily alarm goes off next: after 24 hours, or at the same local time of day, wherever the watch is by then.
 */
export type DailyAlarms = 'every24Hours' | 'atLocalTime';

/** What an alarm for a page does while the app is open. */
export type AlarmOverOpenApp = 'reopens' | 'nothing' | 'opensSecond';

/** What receives the `param` of an alarm that opens a page: `App.onCreate`, the page's `onInit`, or nothing. */
export type AlarmPageParam = 'app' | 'page' | 'lost';

/** What a button of a notification can open: pages as well as services, or services only. */
export type ActionsOpen = 'everything' | 'services';

/** Whether a card's `x` is relative to its own left edge or to that of the screen. */
export type CardOrigin = 'card' | 'screen';

/** The script world of a card: the app's, which then outlives its pages, or its own. */
export type CardWorld = 'app' | 'own';

/** Whether a page opened by a card receives the card's parameters in `onInit`. */
export type CardParams = 'page' | 'lost';

/** What the timers of a continuous service do while the screen is dark. */
export type ServiceTimers = 'waitForPage' | 'run' | 'frozen';

export interface Unknowns {
  /**
   * Whether `app.js` with its `onCreate` also runs for a service. A service finds `getApp()` and ZML in it, so it must;
   * the docs only say that an alarm's parameter reaches `App.onCreate`.
   */
  readonly runsAppForService: boolean;
  readonly serviceEnds: ServiceEnd;
  readonly outlastsService: Outlasting;
  /** Whether the timers of the app and its pages stop while the screen is dark; they fire when it is lit again. */
  readonly freezesPagesInTheDark: boolean;
  /** `waitForPage`: they stop while an app is open. */
  readonly serviceTimersInTheDark: ServiceTimers;
  /** Whether `Vibrator.start({ mode })` works; otherwise it has no effect that can be felt. */
  readonly startsWithMode: boolean;
  /** The form of `Vibrator.setMode` that works: the scene itself, an object with it, or either. */
  readonly setModeTakes: 'either' | 'scene' | 'object';
  /** What `Vibrator.start` does with a list of actions. */
  readonly actionLists: 'played' | 'ignored' | 'refused';
  /** Scenes that continue until `stop`, in addition to those documented to. */
  readonly endlessScenes: readonly EndingScene[];
  readonly notificationBuzz: NotificationBuzz;
  /** For how many ms after its start the buzz of a notification blocks the motor for apps. */
  readonly notificationHoldsMotorMs: number;
  /** Whether a notification lights the screen as soon as it is posted. */
  readonly notificationLightsScreen: boolean;
  /** The maximum number of the app's alarms at a time. */
  readonly alarmSlots: number;
  readonly alarmGrain: AlarmGrain;
  readonly alarmsOnClockSet: AlarmsOnClockSet;
  readonly dailyAlarms: DailyAlarms;
  /** Whether an alarm that went off stays listed, and occupies a slot, until it is cancelled. */
  readonly alarmsStayListed: boolean;
  /** Whether cancelling an alarm keeps it from going off; otherwise only the return value says so. */
  readonly alarmsCanBeCancelled: boolean;
  readonly alarmOverOpenApp: AlarmOverOpenApp;
  readonly alarmPageParam: AlarmPageParam;
  readonly actionsOpen: ActionsOpen;
  /** Like `alarmPageParam`, for a button of a notification. */
  readonly actionPageParam: AlarmPageParam;
  /** Whether cancelling a notification removes it from the centre; otherwise its buttons can be touched again. */
  readonly notificationsCanBeCancelled: boolean;
  readonly cardOrigin: CardOrigin;
  readonly cardWorld: CardWorld;
  readonly cardParams: CardParams;
  readonly updateKeepsFiles: boolean;
  /** Whether a key event that the page answers with `true` has no further effect. */
  readonly keysCanBeSwallowed: boolean;
}

/**
 * The possible answers to each question, the default first. For numbers, the values that were observed or that bound
 * them.
 */
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
  notificationLightsScreen: [false, true],
  alarmSlots: [Infinity, 24, 0],
  alarmGrain: ['second', 'minuteBefore', 'minuteAfter', 'nearestMinute'],
  alarmsOnClockSet: ['follow', 'keepWaiting', 'dropped'],
  dailyAlarms: ['every24Hours', 'atLocalTime'],
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
  notificationLightsScreen: false,
  alarmSlots: Infinity,
  alarmGrain: 'second',
  alarmsOnClockSet: 'follow',
  dailyAlarms: 'every24Hours',
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
