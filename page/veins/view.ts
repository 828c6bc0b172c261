import type { Leg, Zone } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import type { Text } from '../../device/text/ids';
import { legName, zoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { textUnits, units } from '../../device/ui/frame';
import { button, columns, line } from '../../device/ui/parts';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type VeinsAction = `${Leg}.${Zone}` | 'done';

export interface VeinsState {
  /** The zones of each leg in which a vein bulges. */
  readonly veins: Readonly<Record<Leg, readonly Zone[]>>;
  readonly isUnsaved: boolean;
}

/** Each zone of both legs, as the wearer sees them, from the thigh down. A touch marks it, another removes the mark. */
export function viewVeins(
  { veins, isUnsaved }: VeinsState,
  frame: Frame,
  text: Text,
): readonly Element<VeinsAction>[] {
  const rows = rowsOfPage<VeinsAction>(frame);
  const hint = isUnsaved ? text('Could not save') : text('Touch each place where a vein bulges.');
  const zones = frame.isLarge === true ? legAfterLeg : legBesideLeg;
  return pageOfRows(frame, 240, [
    rows.paragraph('title', text('Veins to go around'), { height: 40, size: 'body' }),
    rows.paragraph('hint', hint, { height: 68, width: 340, color: isUnsaved ? COLORS.warm : COLORS.text }),
    ...zones(veins, frame, text),
    inSight(rows.button('done', text('Done'), { width: 320, size: 'body', look: 'key' })),
  ]);
}

const FROM_THE_THIGH = ZONES.slice().reverse();

/** The name of a zone, and the look of its button. */
function marked(veins: VeinsState['veins'], leg: Leg, zone: Zone, text: Text) {
  const name = zoneName(text, zone);
  return veins[leg].includes(zone)
    ? ({ words: `• ${name}`, look: 'chosen' } as const)
    : ({ words: name, look: 'plain' } as const);
}

function legBesideLeg(veins: VeinsState['veins'], frame: Frame, text: Text): readonly Row<VeinsAction>[] {
  const u = (length: number): number => units(frame, length);
  const size = textUnits(frame, SIZES.small);
  const sides = (box: Parameters<typeof columns>[0]) => columns(box, u(8), [1, 1]);
  const head: Row<VeinsAction> = {
    ...{ height: u(40), width: u(360) },
    make: (box) =>
      sides(box).map((place, index) => {
        const leg = LEGS[index] ?? 'left';
        return line(leg, place, legName(text, leg), size, COLORS.quiet);
      }),
  };
  const zoneRow = (zone: Zone): Row<VeinsAction> => ({
    ...{ height: u(TARGET + 10), width: u(372), look: 'plain' },
    make: (box) =>
      sides({ ...box, h: u(TARGET) }).map((place, index) => {
        const leg = LEGS[index] ?? 'left';
        const { words, look } = marked(veins, leg, zone, text);
        return button<VeinsAction>(`${leg}.${zone}`, place, words, size, look);
      }),
  });
  return [head, ...FROM_THE_THIGH.map(zoneRow)];
}

/** In large text half of the screen is too narrow for the name of a zone. */
function legAfterLeg(veins: VeinsState['veins'], frame: Frame, text: Text): readonly Row<VeinsAction>[] {
  const rows = rowsOfPage<VeinsAction>(frame);
  return LEGS.flatMap((leg) => [
    rows.line(leg, legName(text, leg), { height: 40, color: COLORS.quiet }),
    ...FROM_THE_THIGH.map((zone) => {
      const { words, look } = marked(veins, leg, zone, text);
      return rows.button(`${leg}.${zone}`, words, { width: 300, below: 10, look });
    }),
  ]);
}
