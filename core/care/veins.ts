import type { Leg, Zone } from '../body';
import { ZONES } from '../body';

/** A vein to go around is stored as a preference for each zone of each leg, such as `veinLeftCalf`. */
export type VeinName = `vein${Capitalize<Leg>}${Capitalize<Zone>}`;

export function veinName(leg: Leg, zone: Zone): VeinName {
  return `vein${TITLES[leg]}${TITLES[zone]}`;
}

const TITLES: { readonly [Name in Leg | Zone]: Capitalize<Name> } = {
  left: 'Left',
  right: 'Right',
  ankle: 'Ankle',
  calf: 'Calf',
  knee: 'Knee',
  lowerThigh: 'LowerThigh',
  upperThigh: 'UpperThigh',
};

/** A record with the same value for every zone of every leg. */
export function eachVein<Value>(value: Value): Readonly<Record<VeinName, Value>> {
  // Written out, because every page creates two of these before it shows anything.
  return {
    veinLeftAnkle: value,
    veinLeftCalf: value,
    veinLeftKnee: value,
    veinLeftLowerThigh: value,
    veinLeftUpperThigh: value,
    veinRightAnkle: value,
    veinRightCalf: value,
    veinRightKnee: value,
    veinRightLowerThigh: value,
    veinRightUpperThigh: value,
  };
}

/** The zones of a leg in which a vein bulges. */
export function veinsOf(leg: Leg, values: Readonly<Record<VeinName, boolean>>): readonly Zone[] {
  return ZONES.filter((zone) => values[veinName(leg, zone)]);
}
