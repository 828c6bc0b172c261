import type { AlarmForm, ServiceForm } from '../cue/cue';

/** What a check has shown about a carrier, on one watch model with one version of its system. */
export const PROOFS = ['proven', 'notTried', 'failed'] as const;
export type Proof = (typeof PROOFS)[number];

/**
 * What a check tries, one ring each, in this order: a service that plays the longest pattern; the same service staying
 * busy for a while; a service that only posts a notification; an alarm that opens a page.
 */
export const RINGS = ['full', 'busy', 'notification', 'page'] as const;
export type RingKind = (typeof RINGS)[number];

/**
 * The result of a ring: how many pulses were felt, or 1 for a notification that was felt and for a page that opened.
 * `silent`: its alarm did not ring. `spoiled`: something got in the way, so the ring says nothing about the carrier.
 */
export type Heard = number | 'silent' | 'spoiled';
export type Answers = Readonly<Record<RingKind, Heard>>;

/** The number of pulses in the pattern of the first two rings. */
export const RING_PULSES = 3;

/** What is known about each carrier other than the lit page. */
export interface Proofs {
  /** An alarm that wakes a service, which plays a pattern. */
  readonly service: Proof;
  /** The form the service should use; with `failed`, the form that was tried. */
  readonly form: PatternForm;
  /** An alarm that wakes a service, which posts a notification. */
  readonly notification: Proof;
  /** An alarm that opens a page. */
  readonly page: Proof;
}

/** The forms in which a service plays patterns. */
export type PatternForm = Exclude<ServiceForm, 'notification'>;

/** Before any check, the service plays only what surely fits into its lifetime. */
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
 * All pulses felt: the motor goes on without its service, so full patterns work. Some pulses felt: the pattern was cut
 * off, but each pulse is longer than any brief pattern, so brief patterns work. None felt: the motor stops with its
 * service, unless staying busy helps. Staying busy can do no harm, so somebody who felt only the idle service took one
 * for the other.
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
 * Which form brings the cues of a session whose page is gone, given what is known. Patterns come first, then the page
 * opened by an alarm, then notifications, if only those are felt. If nothing works, services are still used, because
 * their marks tell how far a session came.
 */
export function darkForm({ service, form, notification, page }: Proofs): AlarmForm {
  if (service !== 'failed') return form;
  if (page === 'proven') return 'page';
  if (notification === 'proven') return 'notification';
  return page === 'notTried' ? 'page' : form;
}

/** The proof for a given form. */
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
 * What a check means for the person. With the screen dark, the watch plays `whole` cues; a few that say `less`; cues
 * for which it `lights` up; one `buzz` for each; or `none`. `unknown`: the check showed nothing.
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
