import type { PreferenceName, Preferences } from '../../core/state/preferences';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, line } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
import { SIZES, TARGET } from '../../device/ui/theme';

/** A preference is changed by touching it; the others lead on. */
export type PreferencesAction = ShownPreference | 'learn' | 'check' | 'done';

/** The leg to begin with is chosen on the start screen. */
export type ShownPreference = Exclude<PreferenceName, 'firstLeg'>;

const LABELS: Readonly<Record<ShownPreference, TextId>> = {
  strength: 'Strength: {value}',
  cueSet: 'Cues: {value}',
  lotionMode: 'Lotion mode: {value}',
  flipPauses: 'Wrist flip pauses: {value}',
  letScreenSleep: 'Let screen go dark: {value}',
  timerCarrier: 'Background timer: {value}',
};

export interface PreferencesState {
  readonly preferences: Preferences;
  /** Whether the watch has timers for services: the choice is shown only there. */
  readonly hasTimer: boolean;
  /** The choice that the disk has just not taken. */
  readonly unsaved: ShownPreference | undefined;
}

/** All that can be chosen. */
export function viewPreferences(
  { preferences, hasTimer, unsaved }: PreferencesState,
  frame: Frame,
  text: Text,
): readonly Element<PreferencesAction>[] {
  const u = (length: number): number => units(frame, length);
  const row = (
    action: PreferencesAction,
    words: string,
    look: 'plain' | 'key',
  ): readonly Row<PreferencesAction>[] => [
    {
      height: u(TARGET),
      width: u(320),
      make: (box) => [button(action, box, words, u(SIZES.small), look)],
    },
    { height: u(10) },
  ];
  const shown = (Object.keys(LABELS) as ShownPreference[]).filter(
    (name) => name !== 'timerCarrier' || hasTimer,
  );
  const rows = shown.reduce<readonly Row<PreferencesAction>[]>(
    (before, name) =>
      before.concat(
        row(name, name === unsaved ? text('Could not save') : labelOf(name, preferences, text), 'plain'),
      ),
    [{ height: u(44), make: (box) => [line('title', box, text('Preferences'), u(SIZES.body))] }],
  );
  return stack(frame, u(220), u(8), [
    ...rows,
    ...row('learn', text('Learn the cues'), 'plain'),
    ...row('check', text('Check on this watch'), 'plain'),
    ...row('done', text('Done'), 'key'),
  ]);
}

function labelOf(name: ShownPreference, preferences: Preferences, text: Text): string {
  const value = preferences[name];
  if (typeof value === 'string') return text(LABELS[name], { value: text(value) });
  return text(LABELS[name], { value: text(value ? 'on' : 'off') });
}
