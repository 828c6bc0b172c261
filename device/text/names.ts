import type { Leg, Zone } from '../../core/body';
import type { Activity } from '../../core/routine';
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

/** What is done in a step: the zone's name, or what the pause is for. */
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
