import type { AlarmForm, ServiceForm } from '../cue/cue';

/** What a check has shown of a carrier of cues, on one model of watch with one version of its system. */
export const PROOFS = ['proven', 'notTried', 'failed'] as const;
export type Proof = (typeof PROOFS)[number];

/**
 * What a check tries, one ring for each, in this order: a service that plays the longest pattern; the same, which stays busy for
 * a while; a service that only notifies; an alarm that opens a page.
 */
export const RINGS = ['full', 'busy', 'notification', 'page'] as const;
export type RingKind = (typeof RINGS)[number];

/**
 * What came of a ring: how many pulses were felt, 1 for a notification that was felt and a page that opened; `silent`, its
 * alarm did not ring; `spoiled`, something was in the way that says nothing of the carrier.
 */
export type Heard = number | 'silent' | 'spoiled';
export type Answers = Readonly<Record<RingKind, Heard>>;

/** How many pulses the pattern of the first two rings has. */
export const RING_PULSES = 3;

/** What is known of each carrier besides the lit page. */
export interface Proofs {
  /** An alarm that wakes a service, which plays a pattern. */
  readonly service: Proof;
  /** How the service is to speak; `failed` is said of the form that was tried. */
  readonly form: PatternForm;
  /** An alarm that wakes a service, which notifies. */
  readonly notification: Proof;
  /** An alarm that opens a page. */
  readonly page: Proof;
}

/** The forms of a service that plays patterns. */
export type PatternForm = Exclude<ServiceForm, 'notification'>;

/** Before any check: the service says only what fits into the time that it surely has. */
export const NOT_TRIED: Proofs = {
  service: 'notTried',
  form: 'brief',
  notification: 'notTried',
  page: 'notTried',
};

/** What the answers of a check show. */
export function proofsOf(answers: Answers): Proofs {
  return {
    ...serviceOf(answers),
    notification: proofOf(answers.notification),
    page: proofOf(answers.page),
  };
}

/**
 * All pulses of a pattern show that the motor goes on without its service, so whole patterns are felt. Some show that
 * it was cut off, in a pulse longer than any brief pattern, so those are felt whole. None shows that the motor stops with its
 * service, unless staying busy helps. It cannot harm: whoever says that only the idle one was felt took one for the other.
 */
function serviceOf({ full, busy }: Answers): Pick<Proofs, 'service' | 'form'> {
  const most = busy === 'spoiled' ? pulses(full) : Math.min(pulses(full), pulses(busy));
  if (most >= RING_PULSES) return { service: 'proven', form: 'full' };
  if (most > 0) return { service: 'proven', form: 'brief' };
  if (pulses(busy) > 0) return { service: 'proven', form: 'busy' };
  if (pulses(full) > 0) return { service: 'notTried', form: 'busy' };
  if (busy === 'spoiled') return { service: 'notTried', form: full === 'spoiled' ? 'brief' : 'busy' };
  return { service: 'failed', form: 'brief' };
}

function pulses(heard: Heard): number {
  return typeof heard === 'number' ? heard : 0;
}

function proofOf(heard: Heard): Proof {
  if (heard === 'spoiled') return 'notTried';
  return pulses(heard) > 0 ? 'proven' : 'failed';
}

/**
 * What brings the cues of a session whose page is gone, by what is known. Patterns come first; where they are not felt, the page that an alarm opens plays them; a
 * notification is for where only it is felt. Where nothing is, services go on, for their marks tell how far a session came.
 */
export function darkForm({ service, form, notification, page }: Proofs): AlarmForm {
  if (service !== 'failed') return form;
  if (page === 'proven') return 'page';
  if (notification === 'proven') return 'notification';
  return page === 'notTried' ? 'page' : form;
}

/** What is known of what is brought in this form. */
export function proofOfForm({ service, notification, page }: Proofs, form: AlarmForm): Proof {
  switch (form) {
    case 'page':
      return page;
    case 'notification':
      return notification;
    default:
      return service;
  }
}

/**
 * What a person is told of their watch. With the screen dark it brings `whole` cues; a few, which say less; cues for which it
 * `lights` up; one `buzz` for each; or `none`. `unknown`: nothing was shown.
 */
export type Verdict = 'whole' | 'less' | 'lights' | 'buzz' | 'none' | 'unknown';

export function verdictOf(proofs: Proofs): Verdict {
  const form = darkForm(proofs);
  const proof = proofOfForm(proofs, form);
  if (proof !== 'proven') return proof === 'failed' ? 'none' : 'unknown';
  switch (form) {
    case 'full':
      return 'whole';
    case 'busy':
    case 'brief':
      return 'less';
    case 'page':
      return 'lights';
    case 'notification':
      return 'buzz';
  }
}
