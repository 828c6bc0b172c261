/**
 * What watch and phone say about when not to massage, keyed by the English wording. docs/care.md has each sentence with
 * its source.
 */

/** The stop signs, most urgent first. */
export const STOP_SIGNS = [
  'Chest pain or sudden breathlessness: call the emergency number now.',
  'A vein bleeds: lie down, raise the leg, press firmly, call the emergency number.',
  'One leg swollen, warm, throbbing, red or darker: do not massage. Get medical help today.',
  'A hard, sore or red vein, or an open sore: do not massage this leg. See a doctor.',
] as const;

/** Who should ask a doctor before the first session. */
export const ASK_FIRST =
  'Ask a doctor first after a blood clot or surgery, when pregnant, ill or on blood thinners.';

/** What to expect of a massage. */
export const EXPECTATION = 'For comfort. It does not remove veins or treat disease.';
