import type { Hazard } from '../../core/preflight';
import { HAZARD_NAMES } from '../../device/text/hazards';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import type { Passage } from '../../device/ui/reading';
import { heading, reading } from '../../device/ui/reading';
import { COLORS } from '../../device/ui/theme';

const SWALLOWED: TextId = 'It swallows cues: turn it off in the quick settings.';

const REMEDIES: Readonly<Record<Hazard, TextId>> = {
  doNotDisturb: SWALLOWED,
  sleepMode: SWALLOWED,
  theatreMode: SWALLOWED,
  notWorn: 'Put it on, close to the skin.',
  alarmsRefused: 'Keep Legato on the screen during the session.',
  noDarkCues: 'Keep Legato on the screen: use the dark look.',
  powerSaving: 'Cues may come late: turn it off for the session.',
  batteryLow: 'Charge the watch first.',
};

/** What each thing that stands between a cue and the wrist means, and what to do about it. */
export function viewHazards(
  hazards: readonly Hazard[],
  frame: Frame,
  text: Text,
): readonly Element<'done'>[] {
  const passages = hazards.reduce<readonly Passage[]>(
    (before, hazard) =>
      before.concat(
        { words: HAZARD_NAMES[hazard], lines: 1.8, size: 'body', color: COLORS.warm },
        { words: REMEDIES[hazard], lines: 3, size: 'small', color: COLORS.text },
      ),
    [heading('Cues may not be felt')],
  );
  return reading(passages, frame, text);
}
