import type { Hazard } from '../../core/preflight';
import { HAZARD_NAMES } from '../../device/text/hazards';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import type { Passage } from '../../device/ui/reading';
import { heading, reading } from '../../device/ui/reading';
import { COLORS } from '../../device/ui/theme';

const SWALLOWED: TextId = "It may keep cues from you. Turn it off in the watch's settings.";

const REMEDIES: Readonly<Record<Hazard, TextId>> = {
  doNotDisturb: SWALLOWED,
  sleepMode: SWALLOWED,
  theatreMode: SWALLOWED,
  notWorn: 'Put it on, close to the skin.',
  alarmsRefused: 'Keep Legato on the screen during the session.',
  noDarkCues: 'You felt nothing with the screen off. The dark look only seems off, and still buzzes.',
  powerSaving: 'Cues may come late. Turn it off for the session.',
  batteryLow: 'Charge the watch first.',
};

/** What it means beyond the session. */
const BEYOND: Readonly<Partial<Record<Hazard, TextId>>> = {
  alarmsRefused: 'Reminders may stay silent. A restart of the watch may help.',
};

/** What each hazard means, and what to do about it. */
export function viewHazards(
  hazards: readonly Hazard[],
  frame: Frame,
  text: Text,
): readonly Element<'done'>[] {
  const size = readingSize(frame);
  const told = (words: TextId): Passage => ({ words, lines: 2.9, size, color: COLORS.text });
  const advice = hazards.map((hazard): readonly Passage[] => {
    const beyond = BEYOND[hazard];
    return [
      { words: HAZARD_NAMES[hazard], lines: 1.3, size: 'body', color: COLORS.warm },
      told(REMEDIES[hazard]),
      ...(beyond ? [told(beyond)] : []),
    ];
  });
  return reading([[heading('Cues may not be felt', frame)], ...advice], frame, text);
}
