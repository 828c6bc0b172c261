import type { Leg, Zone } from '../../core/body';
import { isLeg, isZone } from '../../core/body';
import type { Activity } from '../../core/plan/routine';
import type { Text, TextId } from './ids';

const LEG_NAMES: Readonly<Record<Leg, TextId>> = { left: 'Left leg', right: 'Right leg' };

const ZONE_NAMES: Readonly<Record<Zone, TextId>> = {
  ankle: 'Ankle',
  calf: 'Calf',
  knee: 'Knee',
  lowerThigh: 'Lower thigh',
  upperThigh: 'Upper thigh',
};

export function legName(text: Text, leg: Leg): string {
  return text(LEG_NAMES[leg]);
}

export function zoneName(text: Text, zone: Zone): string {
  return text(ZONE_NAMES[zone]);
}

/**
 * The name of a leg in a record; an unknown name from another version of Legato is shown as it is. The same goes for a
 * zone.
 */
export function recordedLegName(text: Text, leg: string): string {
  return isLeg(leg) ? legName(text, leg) : leg;
}

export function recordedZoneName(text: Text, zone: string): string {
  return isZone(zone) ? zoneName(text, zone) : zone;
}

/** What is done in a step: the zone's name, or the purpose of the pause. */
export function activityName(text: Text, activity: Activity): string {
  switch (activity.kind) {
    case 'prepare':
      return text('Get comfortable');
    case 'zone':
      return zoneName(text, activity.zone);
    case 'switchLeg':
      return text('Change legs');
  }
}
