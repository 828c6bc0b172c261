import type { Hazard } from '../../core/preflight';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';
import { HAZARD_NAMES } from '../../device/text/hazards';

export type HazardsAction = 'done';

const SWALLOWED: TextId = 'It swallows cues: turn it off in the quick settings.';

const REMEDIES: Readonly<Record<Hazard, TextId>> = {
  doNotDisturb: SWALLOWED,
  sleepMode: SWALLOWED,
  theatreMode: SWALLOWED,
  notWorn: 'Put it on, close to the skin.',
  alarmsRefused: 'Keep Legato on the screen, or delete other alarms.',
  powerSaving: 'Cues may come late: turn it off for the session.',
  batteryLow: 'Charge the watch first.',
  consentMissing: 'Choose it again in the preferences.',
};

/** What each thing that stands between a cue and the wrist means, and what to do about it. */
export function viewHazards(
  hazards: readonly Hazard[],
  frame: Frame,
  text: Text,
): readonly Element<HazardsAction>[] {
  const u = (length: number): number => units(frame, length);
  const rows = hazards.reduce<readonly Row<HazardsAction>[]>(
    (before, hazard) =>
      before.concat(
        {
          height: u(62),
          make: (box) => [paragraph(hazard, box, text(HAZARD_NAMES[hazard]), u(SIZES.body), COLORS.warm)],
        },
        {
          height: u(92),
          make: (box) => [
            paragraph(`${hazard}Remedy`, box, text(REMEDIES[hazard]), u(SIZES.small), COLORS.text),
          ],
        },
      ),
    [
      {
        height: u(36),
        make: (box) => [line('title', box, text('Cues may not be felt'), u(SIZES.small), COLORS.quiet)],
      },
    ],
  );
  const done: Row<HazardsAction> = {
    height: u(TARGET),
    width: u(200),
    make: (box) => [button('done', box, text('Done'), u(SIZES.body), 'key')],
  };
  return stack(frame, u(260), u(8), [...rows, done]);
}
