/** What a backup has besides sessions, as it is told of by name. `said` are the statements about legs. */
export const PARTS = [
  ...(['plan', 'earlierPlans', 'schedule', 'settings', 'preferences'] as const),
  ...(['excuses', 'deleted', 'diary', 'said'] as const),
] as const;
export type PartName = (typeof PARTS)[number];
