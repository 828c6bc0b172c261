import type { AnswerName } from '../../core/care/answers';
import type { VeinName } from '../../core/care/veins';
import type { PreferenceName, Preferences } from '../../core/state/preferences';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import { choiceRow } from '../../device/ui/choice';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';

/** A touch changes a preference; the other actions open pages. */
export type PreferencesAction =
  ShownPreference | 'reminders' | 'questions' | 'veins' | 'learn' | 'check' | 'done';

/**
 * The first leg is chosen on the start screen, country and end of the day on the phone, and care preferences on
 * pages of their own.
 */
export type ShownPreference = Exclude<
  PreferenceName,
  'firstLeg' | 'country' | 'dayEnd' | AnswerName | VeinName
>;

const LABELS: Readonly<Record<ShownPreference, TextId>> = {
  largeText: 'Large text: {value}',
  strength: 'Strength: {value}',
  cueSet: 'Cues: {value}',
  lotionMode: 'Lotion mode: {value}',
  flipPauses: 'Pause by wrist: {value}',
  letScreenSleep: 'Let screen sleep: {value}',
  darkLook: 'Dark look: {value}',
  askToLeave: 'Ask before leaving: {value}',
  earlySignal: 'Early buzz: {value}',
};

const HINTS: Readonly<Record<ShownPreference, TextId>> = {
  largeText: 'Makes small text larger.',
  strength: 'How hard the watch buzzes.',
  cueSet: 'Wide ones are longer, and easier to tell apart.',
  lotionMode: 'The glass ignores greasy fingers, keys work.',
  flipPauses: 'Turning the wrist over pauses.',
  letScreenSleep: 'Spares the battery. Check the cues first.',
  darkLook: 'The screen looks black, cues go on.',
  askToLeave: 'A stray swipe does not close a session.',
  earlySignal: 'A short buzz 3 s before legs change and before the end.',
};

export interface PreferencesState {
  readonly preferences: Preferences;
  /** The preference whose last change the disk did not take. */
  readonly unsaved: ShownPreference | undefined;
}

/** All preferences. */
export function viewPreferences(
  { preferences, unsaved }: PreferencesState,
  frame: Frame,
  text: Text,
): readonly Element<PreferencesAction>[] {
  const rows = rowsOfPage<PreferencesAction>(frame);
  const size = readingSize(frame);
  const key = (action: PreferencesAction, words: string, look: 'plain' | 'key' = 'plain') => [
    rows.gap(10),
    rows.button(action, words, { width: 320, height: 72, size, look }),
  ];
  const shown = Object.keys(LABELS) as ShownPreference[];
  const choices = shown.map((name) => {
    const words = name === unsaved ? text('Could not save') : labelOf(name, preferences, text);
    const value = preferences[name];
    return [choiceRow(frame, name, words, text(HINTS[name]), typeof value === 'boolean' ? value : undefined)];
  });
  const title = rows.line('title', text('Preferences'), { height: 36, size: 'body' });
  return pageOfRows(
    frame,
    220,
    [title].concat(
      ...choices,
      key('reminders', text('Reminders')),
      key('questions', text('Your answers')),
      key('veins', text('Veins to go around')),
      key('learn', text('Learn the cues')),
      key('check', text('Check the cues')),
      key('done', text('Done'), 'key'),
    ),
  );
}

function labelOf(name: ShownPreference, preferences: Preferences, text: Text): string {
  const value = preferences[name];
  if (typeof value === 'string') return text(LABELS[name], { value: text(value) });
  return text(LABELS[name], { value: text(value ? 'on' : 'off') });
}
