import { lazily } from '../../core/lazily';
import { recordsSince } from '../../core/record/outbox';
import type { SessionRecord } from '../../core/record/record';
import type { Week } from '../../core/record/week';
import { weekBegins, weekOf } from '../../core/record/week';
import type { Offer } from '../../core/state/offers-file';
import { nextOffer, OFFERS_FILE, withOffer } from '../../core/state/offers-file';
import { WELCOME_FILE } from '../../core/state/welcome';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { keepReminders } from '../../device/reminder/keep';
import { noteOfferToLeave, reminderToLeave } from '../../device/reminder/leave';
import { withoutDeleted } from '../../device/store/deleted';
import { openAlarmBook } from '../../device/store/alarm-book';
import { readChecked } from '../../device/store/checked';
import { openOutbox } from '../../device/store/outbox-store';
import { ownSheet } from '../../device/store/reminder-files';
import { openCareStore } from '../../device/store/care-store';
import { openStored } from '../../device/store/stored-file';
import { noteAll, noteSession } from '../../device/store/today-store';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/exchanges';
import { dayAgo } from '../../device/text/day';
import type { Text } from '../../device/text/ids';
import { reminderTexts } from '../../device/text/reminder-words';
import { makeText } from '../../device/text/text';
import { syncLine } from '../../device/text/sync-line';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { makePage } from '../../device/ui/page';
import { hereNow, learnChoices, openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import { momentHere } from '../../device/watch/clock';
import type { CalmWatch } from '../../device/watch/watch';
import type { SummaryAction } from './view';
import { viewBelow, viewSummary, viewWeek, withSync } from './view';

/** When the summary has appeared. Then the part below the screen is created, the offer and, for the card, the session
 * are noted, and the alarms of reminders are set. */
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
  learnChoices(watch);
  const offer = offerAfter(watch);
  const care = lazily(() => openCareStore(disk, launch.memory()));
  const sync = openSync({
    ...{ watch, link, outbox, care },
    checked: { known: offer.checked },
    preferences: lazily(() => openPreferences(watch)),
    planned: () => {
      keepAll(watch);
      if (isSeen) noteAll(watch, { outbox, care: care() });
    },
    changed: () => {
      page.show();
    },
  });
  let details = false;
  let week: Week | undefined;
  let isSeen = false;
  const elements = keptElements(record, offer.due);
  const page = makePage<SummaryAction>(
    watch,
    (frame, text) => elements(frame, text, { told: syncLine(text, sync.state()), isSeen, details, week }),
    (action) => {
      if (action !== 'details') {
        router.goTo(action === 'done' ? 'start' : action === 'leave' ? 'reminders' : action);
        return;
      }
      details = true;
      page.show();
    },
  );
  display.stayLit(SYNC_LOOK);
  sync.run();
  page.show();
  const undoSeen = clock.after(SEEN_AFTER, () => {
    isSeen = true;
    page.show();
    offer.note();
    keepAfter(watch, record);
  });
  const undoLook = clock.after(LOOK_BACK_AFTER, () => {
    const here = hereNow(watch);
    outbox.look();
    const records = recordsSince(outbox.outbox(), weekBegins(here.now), launch.memory().record);
    week = weekOf(withoutDeleted(disk, records), here);
    page.show();
    noteAll(watch, { outbox, care: care() });
  });
  return () => {
    undoSeen();
    undoLook();
    if (!isSeen) keepAfter(watch, record);
    sync.drop();
    page.close();
  };
}

/** What is shown beside the session: the line about the phone, and once it has appeared, what is below. */
interface Around {
  readonly told: string;
  readonly isSeen: boolean;
  readonly details: boolean;
  readonly week: Week | undefined;
}

/** Makes the page's elements, each part once: with every exchange only the line about the phone changes. */
function keptElements(record: SessionRecord, offer: () => Offer | undefined) {
  /** What they were laid out for; the phone may just have turned on large text. */
  let seenOn: Frame | undefined;
  let hasDetails = false;
  let shown: readonly Element<SummaryAction>[] | undefined;
  let below: readonly Element<SummaryAction>[] | undefined;
  let marks: readonly Element[] | undefined;
  return (frame: Frame, text: Text, { told, isSeen, details, week }: Around) => {
    if (frame !== seenOn) shown = below = marks = undefined;
    if (details !== hasDetails) below = undefined;
    seenOn = frame;
    hasDetails = details;
    shown = shown ? withSync(shown, told) : viewSummary({ record, sync: told }, frame, text);
    if (isSeen && !below) below = viewBelow({ record, offer: offer(), details }, frame, text);
    if (week && !marks) marks = viewWeek(week, frame);
    return shown.concat(below ?? [], marks ?? []);
  };
}

/**
 * Notes the session for the card, and sets the alarms that reminders need after it: one leg may be left for the evening,
 * and the watch may go dark on this page.
 */
function keepAfter(watch: CalmWatch, record: SessionRecord): void {
  noteSession(watch.disk, record);
  if (ownSheet(watch.disk)) keepAll(watch);
}

function keepAll(watch: CalmWatch): void {
  keepReminders(watch, openAlarmBook(watch.disk, watch.alarms), reminderTexts(makeText(watch.texts)));
}

/** What is offered after the first session of a day. Reads nothing at first. */
function offerAfter(watch: CalmWatch) {
  const { clock, disk, system } = watch;
  const checked = lazily(() => readChecked(disk, system));
  const stored = lazily(() => openStored(disk, OFFERS_FILE));
  const due = lazily(() => {
    const { at } = stored().value();
    const wasToday = at !== undefined && dayAgo(momentHere(at), hereNow(watch)).kind === 'today';
    if (wasToday) return undefined;
    return nextOffer(stored().value(), [
      checked() !== undefined && 'check',
      openStored(disk, WELCOME_FILE).value() !== undefined && 'welcome',
      reminderToLeave(watch) === undefined && 'leave',
    ]);
  });
  return {
    checked,
    due,
    note() {
      const offer = due();
      if (offer) stored().write(withOffer(stored().value(), offer, clock.now()));
      if (offer === 'leave') noteOfferToLeave(watch);
    },
  };
}
