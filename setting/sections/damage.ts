import type { DamagedKey, PhoneState } from '../../phone/phone-state';
import {
  CARE_MERGED_KEY,
  CARE_SAID_KEY,
  CHOSEN_KEY,
  DIARY_KEY,
  EXCHANGE_KEY,
  EXCUSES_KEY,
  HISTORY_SETTINGS_KEY,
  INDEX_KEY,
  MADE_INDEX_KEY,
  MOVES_KEY,
  PENDING_KEY,
  PLAN_KEY,
  PREFERENCES_KEY,
  SCHEDULE_KEY,
} from '../../phone/storage-keys';
import type { Node } from '../node';
import { card, line } from '../node';
import type { Voice } from '../words';
import { say } from '../words';

/** Lists what could not be read (for months, only those that were looked at); empty if everything could. */
export function damageSection(
  { library, damage, deletionsDamaged }: PhoneState,
  voice: Voice,
): readonly Node[] {
  const lines = [
    ...months(library.damaged(), voice),
    ...others(damage, voice),
    ...(deletionsDamaged ? [deletions(voice), kept(voice)] : []),
  ];
  return lines.length === 0 ? [] : [card(say(voice, 'Could not be read'), lines)];
}

function months(damaged: readonly string[], voice: Voice): readonly Node[] {
  if (damaged.length === 0) return [];
  return [
    ...damaged.map((month) => line('warning', month)),
    line(
      'quiet',
      say(voice, 'What was stored for these months is kept aside. New sessions are stored as usual.'),
    ),
  ];
}

function others(damage: PhoneState['damage'], voice: Voice): readonly Node[] {
  if (damage.length === 0) return [];
  return [
    ...damage.map((key) => line('warning', nameOf(key, voice))),
    line('quiet', say(voice, 'What was stored there is kept aside. No session is missing for it.')),
  ];
}

function nameOf(key: DamagedKey, voice: Voice): string {
  switch (key) {
    case EXCHANGE_KEY:
      return say(voice, 'When which watch was in touch');
    case PREFERENCES_KEY:
      return say(voice, 'The preferences of the watches');
    case CHOSEN_KEY:
      return say(
        voice,
        'What was chosen here for the watch: choose it again. Each watch asks its questions again.',
      );
    case INDEX_KEY:
      return say(voice, 'The list of the months');
    case PLAN_KEY:
      return say(voice, 'A plan');
    case SCHEDULE_KEY:
      return say(voice, 'What was planned when');
    case EXCUSES_KEY:
      return say(voice, 'Days that were left out');
    case MADE_INDEX_KEY:
      return say(voice, 'The list of sessions that were entered or brought');
    case MOVES_KEY:
      return say(voice, 'Sessions that were given another date');
    case CARE_MERGED_KEY:
    case CARE_SAID_KEY:
      return say(voice, 'Which legs are locked: lock them here again. Each watch asks its questions again.');
    case DIARY_KEY:
      return say(voice, 'Which weeks of the diary there are');
    case PENDING_KEY:
      return say(voice, 'A change that was not finished: make it once more');
    case HISTORY_SETTINGS_KEY:
      return say(voice, 'When a day ends and a week starts');
  }
}

function deletions(voice: Voice): Node {
  return line('warning', say(voice, 'Which sessions were deleted'));
}

function kept(voice: Voice): Node {
  return line(
    'quiet',
    say(voice, 'Deleted sessions may be here again; delete them once more. What was stored is kept.'),
  );
}
