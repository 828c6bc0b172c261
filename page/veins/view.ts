import type { Leg, Zone } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import type { Text } from '../../device/text/ids';
import { legName, zoneName } from '../../device/text/names';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, columns, line } from '../../device/ui/parts';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

export type VeinsAction = `${Leg}.${Zone}` | 'done';

export interface VeinsState {
  /** The zones of each leg in which a vein bulges. */
  readonly veins: Readonly<Record<Leg, readonly Zone[]>>;
  readonly isUnsaved: boolean;
}

/** Each zone of both legs, as they lie before their wearer: from the thigh down. A touch marks it, another takes the mark away. */
export function viewVeins(
  { veins, isUnsaved }: VeinsState,
  frame: Frame,
  text: Text,
): readonly Element<VeinsAction>[] {
  const u = (length: number): number => units(frame, length);
  const rows = rowsOn<VeinsAction>(frame);
  const hint = isUnsaved ? text('Could not save') : text('Touch each place where a vein bulges.');
  const sides = (box: Parameters<typeof columns>[0]) => columns(box, u(8), [1, 1]);
  const head: Row<VeinsAction> = {
    ...{ height: u(40), width: u(360) },
    make: (box) =>
      sides(box).map((place, index) => {
        const leg = LEGS[index] ?? 'left';
        return line(leg, place, legName(text, leg), u(SIZES.small), COLORS.quiet);
      }),
  };
  const zoneRow = (zone: Zone): Row<VeinsAction> => ({
    ...{ height: u(TARGET + 10), width: u(372) },
    make: (box) =>
      sides({ ...box, h: u(TARGET) }).map((place, index) => {
        const leg = LEGS[index] ?? 'left';
        const has = veins[leg].includes(zone);
        const words = has ? `• ${zoneName(text, zone)}` : zoneName(text, zone);
        return button<VeinsAction>(`${leg}.${zone}`, place, words, u(SIZES.small), has ? 'chosen' : 'plain');
      }),
  });
  return rows.page(240, 8, [
    rows.paragraph('title', text('Veins to go around'), { height: 40, size: 'body' }),
    rows.paragraph('hint', hint, { height: 68, width: 340, color: isUnsaved ? COLORS.warm : COLORS.text }),
    head,
    ...ZONES.slice().reverse().map(zoneRow),
    rows.button('done', text('Done'), { width: 200, size: 'body', look: 'key' }),
  ]);
}
