import { lazily } from '../../core/lazily';
import { recordsSince } from '../../core/record/outbox';
import type { Week } from '../../core/record/week';
import { weekBegins, weekOf } from '../../core/record/week';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { keepReminders } from '../../device/reminder/keep';
import { withoutDeleted } from '../../device/store/deleted';
import { openAlarmBook } from '../../device/store/alarm-book';
import { openCheckStore } from '../../device/store/check-store';
import { openOutbox } from '../../device/store/outbox-store';
import { openCareStore } from '../../device/store/care-store';
import { noteAll, noteSession } from '../../device/store/today-store';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/sync-run';
import { dayAgo } from '../../device/text/day';
import { reminderTexts } from '../../device/text/reminder-words';
import { makeText } from '../../device/text/text';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { makePage } from '../../device/ui/page';
import { learnTextSize, openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import { momentHere, utcOffsetAt } from '../../device/watch/clock';
import type { CalmWatch } from '../../device/watch/watch';
import type { SummaryAction } from './view';
import { viewBelow, viewSummary, viewWeek, withSync } from './view';

/** When the summary has appeared. Then the part below the screen is created, and the offer of a check is noted. */
const SEEN_AFTER: Millis = SECOND / 10;

/** When the page reads the records of the last days. Nobody waits for them, and the summary should appear first. */
const LOOK_BACK_AFTER: Millis = 2 * SECOND;

/** Shows the last session, and sends it to the phone. */
export function openSummaryPage(watch: CalmWatch, link: PhoneLink): Undo {
  const { clock, disk, display, launch, router } = watch;
  const outbox = openOutbox(disk);
  const record = outbox.newest(launch.memory().record);
  if (!record) {
    router.goTo('start');
    return () => undefined;
  }
  learnTextSize(watch);
  const check = checkOffer(watch);
  const care = lazily(() => openCareStore(disk, launch.memory()));
  const sync = openSync({
    ...{ watch, link, outbox, care },
    checked: { known: () => check.store().known() },
    preferences: lazily(() => openPreferences(watch)),
    planned: () => {
      keepReminders(watch, openAlarmBook(disk, watch.alarms), reminderTexts(makeText(watch.texts)));
    },
    changed: () => {
      page.show();
    },
  });
  let details = false;
  /** The cached elements were laid out for this frame; the phone may just have turned on large text. */
  let seenOn: Frame | undefined;
  let week: Week | undefined;
  let isSeen = false;
  let shown: readonly Element<SummaryAction>[] | undefined;
  let below: readonly Element<SummaryAction>[] | undefined;
  let marks: readonly Element[] | undefined;
  const page = makePage<SummaryAction>(
    watch,
    (frame, text) => {
      const told = syncLine(text, sync.state());
      if (frame !== seenOn) shown = below = marks = undefined;
      seenOn = frame;
      shown = shown ? withSync(shown, told) : viewSummary({ record, sync: told }, frame, text);
      if (isSeen && !below) below = viewBelow({ record, offersCheck: check.isDue(), details }, frame, text);
      if (week && !marks) marks = viewWeek(week, frame);
      return shown.concat(below ?? [], marks ?? []);
    },
    (action) => {
      if (action !== 'details') {
        router.goTo(action === 'check' ? 'check' : 'start');
        return;
      }
      details = true;
      below = undefined;
      page.show();
    },
  );
  display.stayLit(SYNC_LOOK);
  sync.run();
  page.show();
  const undoSeen = clock.after(SEEN_AFTER, () => {
    isSeen = true;
    page.show();
    check.noteOffer();
  });
  let isNoted = false;
  const undoLook = clock.after(LOOK_BACK_AFTER, () => {
    const now = clock.now();
    outbox.look();
    const records = recordsSince(outbox.outbox(), weekBegins(now), launch.memory().record);
    week = weekOf(withoutDeleted(disk, records), now, utcOffsetAt(now));
    page.show();
    noteAll(disk, { outbox, care: care() }, launch.memory().isLarge === true, now);
    isNoted = true;
  });
  return () => {
    undoSeen();
    undoLook();
    if (!isNoted) noteSession(disk, record);
    sync.drop();
    page.close();
  };
}

/** The offer of the check of this watch: until it was made, after the first session of a day. Reads nothing at first. */
function checkOffer({ clock, disk, system }: CalmWatch) {
  const store = lazily(() => openCheckStore(disk, system));
  const isDue = lazily(() => {
    const { offeredAt } = store().file();
    const now = momentHere(clock.now());
    const wasToday = offeredAt !== undefined && dayAgo(momentHere(offeredAt), now).kind === 'today';
    return !wasToday && !store().known();
  });
  return {
    store,
    isDue,
    noteOffer() {
      if (isDue()) store().save({ ...store().file(), offeredAt: clock.now() });
    },
  };
}
