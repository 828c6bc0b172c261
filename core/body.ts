/** The legs. */
export const LEGS = ['left', 'right'] as const;
export type Leg = (typeof LEGS)[number];

/** The zones of a leg, from the foot toward the heart. */
export const ZONES = ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'] as const;
export type Zone = (typeof ZONES)[number];

/** 1 for the lowest zone, one more for each above it. */
export type ZoneNumber = Exclude<Partial<typeof ZONES>['length'], 0>;

/** The number that is felt for a zone: 1 for the lowest, one more for each above it. */
export function zoneNumber(zone: Zone): ZoneNumber {
  return (ZONES.indexOf(zone) + 1) as ZoneNumber;
}

export function isLeg(value: unknown): value is Leg {
  return (LEGS as readonly unknown[]).includes(value);
}

export function isZone(value: unknown): value is Zone {
  return (ZONES as readonly unknown[]).includes(value);
}

export function otherLeg(leg: Leg): Leg {
  return leg === 'left' ? 'right' : 'left';
}
