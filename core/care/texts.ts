/**
 * What watch and phone say about when not to massage, by the English wording. Each sentence with what it rests on is in
 * docs/care.md.
 */

/** Stop signs, the most urgent first. */
export const STOP_SIGNS = [
  'Chest pain or sudden breathlessness: call the emergency number now.',
  'A vein bleeds: lie down, raise the leg, press firmly, call the emergency number.',
  'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.',
  'A hard, sore or red vein, or an open sore: do not massage this leg. See a doctor.',
] as const;

/** Who is to ask a doctor before the first session. */
export const ASK_FIRST =
  'Ask a doctor first after a blood clot or surgery, when pregnant, ill or on blood thinners.';

/** What may be expected of a massage. */
export const EXPECTATION = 'For comfort. It does not remove veins or treat disease.';
