/**
 * All texts of the watch, by their English wording: what stands in braces is filled in. Used as a type only, so that the
 * list ships nothing; the texts are in page/i18n.
 */
export const TEXT_IDS = [
  'Left leg',
  'Right leg',
  'Ankle',
  'Calf',
  'Knee',
  'Lower thigh',
  'Upper thigh',

  '{minutes} min',
  '{seconds} s',
  '{minutes} min {seconds} s',

  'Left leg, then right',
  'Right leg, then left',
  'Left leg only',
  'Right leg only',
  'For comfort only.',
  'Leg swollen, hot or sore? Do not start, see a doctor.',
  'Start',
  'Left first',
  'Right first',
  'No session yet',
  'Last: {when} · {duration}',
  'today {time}',
  'yesterday',
  '{month}/{day}',

  'Get comfortable',
  'Sit, leg on a pillow. Light touch, around the veins, never on a bulging one. Stop if it hurts.',
  'Change legs',
  'Next: {step}',
  'Last step',
  'Paused',
  'Pause',
  'Resume',
  'Next',
  '+15 s',
  'End session',
  'End this session?',
  'End',
  'Keep going',

  'Light touch',
  'Session done',
  'Ended early',
  'Interrupted',
  '{done} of {planned}',
  'Done',
] as const;
export type TextId = (typeof TEXT_IDS)[number];

/** The text for `id` in the watch's language, its braces filled with `values`. */
export type Text = (id: TextId, values?: Readonly<Record<string, string | number>>) => string;
