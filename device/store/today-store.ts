import type { Leg } from '../../core/body';
import type { CareBook } from '../../core/care/book';
import { lockedLegs } from '../../core/care/locks';
import type { LastDone } from '../../core/record/outbox';
import type { SessionRecord } from '../../core/record/record';
import { fortnightBegins } from '../../core/record/week';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { TodayNote } from '../../core/today/today';
import {
  isNoted,
  notedUpTo,
  TODAY_STORED,
  withCare,
  withSession,
  withSessions,
} from '../../core/today/noting';
import type { Instant } from '../../core/time';
import { HOUR } from '../../core/time';
import type { Disk } from '../watch/disk';
import type { Watch } from '../watch/watch';
import type { CareStore } from './care-store';
import type { OutboxStore } from './outbox-store';
import { hereNow, learnChoices } from './preferences-store';
import { hasReminder } from './reminder-files';
import type { StoredFile } from './stored-file';
import { openStored } from './stored-file';

/**
 * Changes the note for the card and reminders; writes only real changes. A missing or damaged note stays so until the
 * next opening of the app rebuilds it, because a partial note would be taken for a complete one.
 */
export function noteToday(disk: Disk, change: (note: TodayNote) => TodayNote): void {
  const file = openStored(disk, TODAY_STORED);
  if (isWhole(file)) file.write(change(file.value()));
}

/** What the note tells and the book does not: whether a question is open, and which legs are locked. */
export function toldOnlyByNote(
  disk: Disk,
  book: CareBook,
): { readonly isBarred: boolean; readonly locked: readonly Leg[] } {
  const noted = openStored(disk, TODAY_STORED).value();
  const known = lockedLegs(book.said);
  return {
    isBarred: noted.isBarred && !withCare(noted, book).isBarred,
    locked: noted.locked.filter((leg) => !known.includes(leg)),
  };
}

/** When the last day with a session may have begun at the earliest, wherever that was; 0 if none is noted. */
export function lastDayBegan(disk: Disk): Instant {
  const { days } = openStored(disk, TODAY_STORED).value();
  const last = days[days.length - 1];
  return last ? last.day * 24 * HOUR - FIRST_ZONE : 0;
}

/** No place has an earlier date than those 14 hours ahead of UTC. */
const FIRST_ZONE = 14 * HOUR;

/** Has the next `noteAll` read the sessions again, because some were deleted on the phone. */
export function noteDeletions(disk: Disk): void {
  noteToday(disk, (note) => ({ ...note, last: undefined }));
}

/** Adds the session that was just recorded, for a page that is left before it has updated the whole note. */
export function noteSession(disk: Disk, record: SessionRecord): void {
  noteToday(disk, (note) => withSession(note, record));
}

function isWhole(file: StoredFile<TodayNote>): boolean {
  return !file.problem && !file.mayBeOld && file.value().isKnown;
}

/** What the note depends on, as a page has it open. */
export interface NotedStores {
  readonly outbox: Pick<OutboxStore, 'last' | 'since'>;
  readonly care: Pick<CareStore, 'book' | 'lost'>;
}

/** Rebuilds the note. Reads recent sessions only if it was damaged, lacks the last one, or counts days otherwise. */
export function noteAll(
  watch: Pick<Watch, 'clock' | 'disk' | 'launch'>,
  { outbox, care }: NotedStores,
): void {
  const { disk } = watch;
  const { now, dayEnd } = hereNow(watch);
  const file: StoredFile<TodayNote> = openStored(disk, TODAY_STORED);
  const { plan } = openStored(disk, PLAN_FILE).value();
  const note = { ...withCare(file.value(), care.book(), care.lost()), dayEnd };
  const last = outbox.last();
  const isToRead = !isWhole(file) || file.value().dayEnd !== dayEnd || lacks(note, last);
  const read = isToRead ? withSessions(note, outbox.since(fortnightBegins(now))) : note;
  // The last session may have been deleted on the phone.
  const known = isToRead && last ? notedUpTo(read, last) : read;
  file.write({
    ...known,
    isKnown: true,
    isLarge: learnChoices(watch).largeText,
    planned: plan.legs.map(({ leg }) => leg),
    reminds: hasReminder(disk),
  });
}

function lacks(note: TodayNote, last: LastDone | undefined): boolean {
  return last !== undefined && !isNoted(note, last);
}
