import { ANSWER_NAMES, openQuestions } from '../../core/care/answers';
import { isFields } from '../../core/json';
import { lazily } from '../../core/lazily';
import { LEDGER_FILE } from '../../core/link/ledger-file';
import { ledgerIn } from '../../core/link/parse-answer';
import type { Shared, Sync } from '../../core/link/sync';
import { isOther } from '../../core/link/sync';
import type { Outbox } from '../../core/record/outbox';
import { CHUNK_LENGTH } from '../../core/record/outbox';
import { adoptReminders, REMINDERS_FILE } from '../../core/reminder/reminders-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import type { CareStore } from '../store/care-store';
import type { OutboxStore } from '../store/outbox-store';
import type { StoredFile } from '../store/stored-file';
import { openStored } from '../store/stored-file';
import { noteDeletions } from '../store/today-store';
import type { Watch } from '../watch/watch';

/** An exchange that waits for an answer. */
export type Asking = Extract<Sync, { readonly phase: 'asking' }>;

/** The stores of what is shared. They belong to the page, since a file has only one writer. */
export interface SharedParts {
  readonly watch: Pick<Watch, 'disk'>;
  readonly outbox: OutboxStore;
  /** Called when an exchange begins; always returns the same store. */
  readonly preferences: () => StoredFile<StoredPreferences>;
  readonly care: () => CareStore;
  /** Called when the phone has sent another plan, reminders, preferences or deletions, once they are on disk. */
  readonly planned: () => void;
}

/** The most records in a batch: each takes more than 90 of its 2,900 bytes. */
const BATCH_LENGTH = 2 * CHUNK_LENGTH;

export type SharedOnDisk = ReturnType<typeof sharedOnDisk>;

/** What the watch shares with the phone, as on disk; opened when an exchange begins. */
export function sharedOnDisk({ watch, outbox, preferences, care, planned }: SharedParts) {
  const plan = lazily(() => openStored(watch.disk, PLAN_FILE));
  const ledger = lazily(() => openStored(watch.disk, LEDGER_FILE));
  const reminders = lazily(() => openStored(watch.disk, REMINDERS_FILE));
  /** The phone's verdicts in this exchange that the disk did not take; the exchange continues with them. */
  let unsaved: Outbox | undefined;
  let saved = true;
  let isNews = false;
  return {
    value: (): Shared => ({
      outbox: unsaved ?? outbox.outbox(),
      preferences: preferences().value(),
      others: reminders().value().shared,
      plan: plan().value(),
      ledger: ledger().value(),
      said: care().book().said,
    }),
    keep(before: Shared, after: Shared): void {
      if (after.outbox !== before.outbox) unsaved = outbox.save(after.outbox) ? undefined : after.outbox;
      // Before the preferences, so that a yes to a hard question is never stored without its lock.
      if (after.said !== before.said) saved = care().hear(after.said) && saved;
      const isChosen = after.preferences !== before.preferences;
      // An answer is taken back for a yes of which the leg is not named yet, or because the phone has lost locks.
      if (isChosen && isTakenBack(before, after)) saved = care().doubt() && saved;
      if (isChosen) saved = preferences().write(after.preferences) && saved;
      const adopted = adoptReminders(reminders().value(), after.others);
      const isOther = adopted.shared !== reminders().value().shared;
      if (isOther) saved = reminders().write(adopted) && saved;
      const isPlan = after.plan !== before.plan;
      if (isPlan) saved = plan().write(after.plan) && saved;
      const isDeleted = after.ledger.deleted.join() !== before.ledger.deleted.join();
      // Until the records another ledger lacks are on disk as waiting, it must be recognised as another one again.
      if (after.ledger !== before.ledger && !unsaved) saved = ledger().write(after.ledger) && saved;
      if (isDeleted) noteDeletions(watch.disk);
      // The hour at which a day ends is among the preferences.
      const isOfDay = isOther || isDeleted || after.preferences.values !== before.preferences.values;
      isNews = isNews || isOfDay || isChosen || after.said !== before.said;
      if (isPlan || isOfDay) planned();
    },
    /** Reads from disk what the next request may need, since all records in the present one may be settled by then. */
    readAhead({ message, todo }: Asking, answer: unknown): void {
      const onTheWay = message.method === 'sessions.put' ? message.records.length : 0;
      const isAll = isFields(answer) && isOther(ledgerIn(answer), ledger().value());
      const count = todo.notStored + onTheWay + BATCH_LENGTH;
      const known = outbox.readAhead(unsaved ?? outbox.outbox(), isAll ? 'all' : count);
      if (unsaved) unsaved = known;
    },
    /** Whether the disk took everything in this exchange. */
    isSaved: () => saved && !unsaved,
    /** Whether the phone has sent a lock, a reminder, a preference or a deletion in this exchange: one request is enough. */
    isNews: () => isNews,
    startAnew(): void {
      isNews = false;
      unsaved = undefined;
      saved = true;
    },
  };
}

function isTakenBack({ preferences: before }: Shared, { preferences: after }: Shared): boolean {
  return openQuestions(after.values).some((question) => {
    const name = ANSWER_NAMES[question];
    return after.revisions[name] > before.revisions[name];
  });
}
