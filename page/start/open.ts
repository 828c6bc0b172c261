import { mustEnd } from '../../core/care/may-begin';
import { isCutOff } from '../../core/check/run';
import { isToStart } from '../../core/today/start-param';

import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { claimCheck } from '../../device/check/check-run';
import { chooseLeg } from '../../device/session/begin';
import { darkFacts } from '../../device/session/hazards';
import { keepReminders, restoreReminders } from '../../device/reminder/keep';
import type { AlarmBook } from '../../device/store/alarm-book';
import { claimCues, openAlarmBook } from '../../device/store/alarm-book';
import { openDimmer } from '../../device/store/dimmer';
import { openIdentity } from '../../device/store/identity-store';
import { removeStrayMarks } from '../../device/store/marks';
import type { CheckStore } from '../../device/store/check-store';
import { openCheckStore } from '../../device/store/check-store';
import { openOutbox } from '../../device/store/outbox-store';
import { ownSheet } from '../../device/store/reminder-files';
import { openSessionStore } from '../../device/store/session-store';
import { noteAll } from '../../device/store/today-store';
import type { CareStore } from '../../device/store/care-store';
import { openCareStore } from '../../device/store/care-store';
import type { PhoneLink } from '../../device/sync/link';
import type { Exchanges } from '../../device/sync/exchanges';
import { openSync, SYNC_LOOK } from '../../device/sync/exchanges';
import { reminderTexts } from '../../device/text/reminder-words';
import { makeText } from '../../device/text/text';
import type { Page } from '../../device/ui/page';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Clock, Undo } from '../../device/watch/clock';
import type { Launch } from '../../device/watch/launch';
import type { CalmWatch } from '../../device/watch/watch';
import type { StartScreen, StartStores } from './state';
import { startScreen } from './state';
import type { StartAction } from './view';
import { viewStart } from './view';

/** When the page reads the newest records completely: as soon as it has appeared. */
const READ_AFTER: Millis = SECOND / 10;

/** How often the page checks whether the hazards have changed, since quick settings can be opened over it. */
const LOOK_AGAIN: Millis = 2 * SECOND;

/** How often the page asks the phone for another plan: a person who changes it there looks at the watch soon after. */
const ASK_AGAIN: Millis = 4 * SECOND;

/**
 * How long a session waits for the phone to tell whether a leg was locked there: one that is about to go on, or that a
 * notification or the card begins, so that watch and phone have had no time to talk.
 */
const HEARS_FOR: Millis = 3 * SECOND;

/**
 * Shows what a session would be. If a session is not over, opening the app goes straight to it. A touch on the card,
 * reported by `param`, or on a notification begins one, if that is allowed and once the phone had time to tell of locks.
 */
export function openStartPage(watch: CalmWatch, link: PhoneLink, param?: unknown): Undo {
  const { alarms, bluetooth, clock, disk, display, launch, notifications, router, system } = watch;
  const session = openSessionStore(disk, launch.memory());
  const isFirst = launch.isFirstPage();
  if (notifications.clear()) launch.memory().ringSeen = clock.now();
  openDimmer(disk, display).restore();
  if (isFirst && session.value()) {
    router.goTo('session');
    return () => undefined;
  }
  const care = openCareStore(disk, launch.memory());
  if (!session.value() && mustSayWhy(launch, care)) {
    router.goTo('hurts');
    return () => undefined;
  }
  const checked = openCheckStore(disk, system);
  const stores = {
    session,
    outbox: openOutbox(disk),
    preferences: openPreferences(watch),
    checked,
    care,
  };
  const book = openAlarmBook(disk, alarms);
  claimCheck(checked, book);
  if (isFirst && isGoingOn(checked, book, clock.now())) {
    router.goTo('check');
    return () => undefined;
  }
  const screen = startScreen(watch, stores, darkFacts(watch, book, checked, stores.preferences));
  if (isFirst && !session.value()) removeStrays(watch, book);
  const isToBegin = launch.memory().begins === true || isToStart(param, clock.now());
  launch.memory().begins = undefined;
  if (isToBegin && !bluetooth.isConnected() && screen.begin() === 'begun') {
    router.goTo('session');
    return () => undefined;
  }
  return showStart(watch, link, stores, screen, isFirst, isToBegin);
}

function showStart(
  watch: CalmWatch,
  link: PhoneLink,
  stores: StartStores,
  screen: StartScreen,
  isFirst: boolean,
  isToBegin: boolean,
): Undo {
  let isWaiting = isToBegin || watch.launch.memory().phoneAsked === 'asking';
  const goOn = (): void => {
    isWaiting = false;
    act(stores.session.value() ? 'continue' : 'start', watch, stores, screen, sync, page);
  };
  const show = (): void => {
    const going = stores.session.value();
    const isHeard = isWaiting && sync.state().now !== 'running';
    // If a leg was locked since, the session page ends the session before another alarm brings a cue.
    if (isHeard || (going && mustEnd(going.session.routine.plan, stores.care.book()))) {
      goOn();
      return;
    }
    page.show();
    // Damage found so far has been reported now.
    stores.outbox.mend();
  };
  const keepAll = (): void => keepAlarms(watch, stores);
  const note = (): void => {
    const before = stores.outbox.state;
    noteAll(watch, stores);
    // This may have been the first to read a damaged file.
    if (stores.outbox.state !== before) show();
  };
  const sync = openSync({
    ...{ watch, link, ...stores },
    preferences: () => stores.preferences,
    care: () => stores.care,
    planned: keepAll,
    changed() {
      screen.lookBack();
      show();
      note();
    },
  });
  const page: Page = makePage<StartAction>(
    watch,
    (frame, text) => viewStart(screen.state(sync.state()), frame, text),
    (action) => {
      isWaiting = false;
      act(action, watch, stores, screen, sync, { show });
    },
  );
  if (isFirst || isWaiting) sync.run();
  show();
  const undos = [
    watch.clock.after(HEARS_FOR, () => {
      if (isWaiting) goOn();
    }),
    watch.clock.after(READ_AFTER, () => {
      if (screen.lookBack()) show();
      if (!stores.session.value()) makeReady(watch, keepAll);
      note();
    }),
    every(LOOK_AGAIN, watch.clock, () => {
      if (screen.look()) page.show();
    }),
    every(ASK_AGAIN, watch.clock, () => {
      if (!stores.session.value()) sync.poll();
    }),
  ];
  return () => {
    undos.forEach((undo) => undo());
    sync.drop();
    page.close();
  };
}

/** What a session or the day needs next. Where there has never been a reminder, there is nothing to keep. */
function makeReady({ disk, launch, random }: CalmWatch, keepAll: () => void): void {
  if (ownSheet(disk)) keepAll();
  openIdentity(disk, random, launch.memory()).reserve();
}

/** Sets the alarms of reminders, and leaves those of a session. */
function keepAlarms(watch: CalmWatch, { session }: StartStores): void {
  const book = openAlarmBook(watch.disk, watch.alarms);
  const going = session.value();
  if (going) claimCues(book, going.arming);
  keepReminders(watch, book, reminderTexts(makeText(watch.texts)));
}

function act(
  action: StartAction,
  watch: CalmWatch,
  { preferences }: StartStores,
  screen: StartScreen,
  sync: Exchanges,
  page: Pick<Page, 'show'>,
): void {
  const { display, router } = watch;
  switch (action) {
    case 'start': {
      const begun = screen.begin();
      if (begun === 'begun') router.goTo('session');
      else if (begun === 'stopped') router.goTo('hurts');
      else if (begun) page.show();
      return;
    }
    case 'continue':
      router.goTo('session');
      return;
    case 'leftFirst':
    case 'rightFirst':
      chooseLeg(watch.disk, preferences, action === 'leftFirst' ? 'left' : 'right');
      page.show();
      return;
    case 'later':
      watch.launch.memory().putsOff = true;
      router.goInto('reminders');
      return;
    case 'care':
    case 'days':
    case 'hazards':
    case 'lock':
    case 'preferences':
    case 'questions':
    case 'welcome':
      router.goInto(action);
      return;
    case 'sync':
      display.stayLit(SYNC_LOOK);
      sync.run();
      page.show();
      return;
  }
}

/** Whether the person has stopped and was not yet told what to do about it, which comes before anything else. */
function mustSayWhy(launch: Launch, care: CareStore): boolean {
  return launch.memory().stopped !== undefined || care.book().stopped !== undefined;
}

/** Repeats something, for the first time after `pause`. */
function every(pause: Millis, clock: Clock, doIt: () => void): Undo {
  const again = (): void => {
    doIt();
    undo = clock.after(pause, again);
  };
  let undo = clock.after(pause, again);
  return () => {
    undo();
  };
}

/** Whether a check is running or waits for an answer; opening the app then leads back to it. */
function isGoingOn(checked: CheckStore, book: AlarmBook, now: Instant): boolean {
  const { run } = checked.file();
  return run !== undefined && !isCutOff(run, now, book.left('check'));
}

/**
 * Cancels alarms that outlived their session or a check that was cut off, and those without an owner, and removes marks
 * that nothing will read.
 */
function removeStrays(watch: CalmWatch, book: AlarmBook): void {
  book.replace('cue', []);
  book.replace('deadMan', []);
  book.replace('check', []);
  restoreReminders(watch, book);
  book.cancelStrays();
  removeStrayMarks(watch.disk);
}
