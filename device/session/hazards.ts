import { verdictOf } from '../../core/check/proof';
import type { Hazard, WatchFacts } from '../../core/preflight';
import { preflight } from '../../core/preflight';
import type { StoredPreferences } from '../../core/state/preferences';
import type { AlarmBook } from '../store/alarm-book';
import type { CheckStore } from '../store/check-store';
import type { StoredFile } from '../store/stored-file';
import { watchFacts } from '../watch/facts';
import type { CalmWatch } from '../watch/watch';

/** What may keep cues from being felt on this watch now; `dark` holds the facts about its dark screen. */
export function hazardsNow(watch: CalmWatch, dark: DarkFacts): readonly Hazard[] {
  return preflight(watchFacts(watch, dark));
}

/** Facts that do not change while a page is open. */
export type DarkFacts = Pick<WatchFacts, 'takesAlarms' | 'noDarkCues'>;

/** Determines what would keep cues from being felt with the screen dark. */
export function darkFacts(
  { clock }: Pick<CalmWatch, 'clock'>,
  book: AlarmBook,
  checked: CheckStore,
  preferences: StoredFile<StoredPreferences>,
): DarkFacts {
  return {
    takesAlarms: book.takesAnother(clock.now()),
    noDarkCues: verdictOf(checked.proofs()) === 'none' && !preferences.value().values.darkLook,
  };
}
