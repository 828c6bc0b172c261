import { LEGS, ZONES } from '../body';
import { PLAN_LIMITS, ZONE_ORDERS } from './plan';

/** The fields of each object of a plan; no others are allowed. */
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

/** Fields that hold whole seconds, and their limits. */
export const SECONDS_FIELDS = {
  prepareSeconds: PLAN_LIMITS.pauseSeconds,
  switchSeconds: PLAN_LIMITS.pauseSeconds,
  reminderSeconds: PLAN_LIMITS.reminderSeconds,
  seconds: PLAN_LIMITS.zoneSeconds,
} as const;

/** Fields that hold one of a fixed set of names. */
export const CHOICE_FIELDS = { zoneOrder: ZONE_ORDERS, leg: LEGS, zone: ZONES } as const;
