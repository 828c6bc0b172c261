import { LEGS, ZONES } from '../body';
import { PLAN_LIMITS, ZONE_ORDERS } from './plan';

/** What each object of a plan holds, and nothing else. */
export const PLAN_FIELDS = [
  'version',
  'prepareSeconds',
  'switchSeconds',
  'reminderSeconds',
  'zoneOrder',
  'legs',
] as const;
export const LEG_FIELDS = ['leg', 'zones'] as const;
export const ZONE_FIELDS = ['zone', 'seconds'] as const;

/** Fields that hold whole seconds, and how many. */
export const SECONDS_FIELDS = {
  prepareSeconds: PLAN_LIMITS.pauseSeconds,
  switchSeconds: PLAN_LIMITS.pauseSeconds,
  reminderSeconds: PLAN_LIMITS.reminderSeconds,
  seconds: PLAN_LIMITS.zoneSeconds,
} as const;

/** Fields that hold one of a few names. */
export const CHOICE_FIELDS = { zoneOrder: ZONE_ORDERS, leg: LEGS, zone: ZONES } as const;
