import type { AlarmForm } from '../../../core/cue/cue';
import type { Answers, Heard, PatternForm, Proof, Proofs, Verdict } from '../../../core/check/proof';
import { darkForm, NOT_TRIED, proofsOf, PROOFS, verdictOf } from '../../../core/check/proof';

/** What the ring that plays a whole pattern and the busy one show together. */
const SERVICES: readonly (readonly [full: Heard, busy: Heard, service: Proof, form: PatternForm])[] = [
  [3, 3, 'proven', 'full'],
  [3, 'spoiled', 'proven', 'full'],
  [3, 2, 'proven', 'brief'],
  [3, 1, 'proven', 'brief'],
  [2, 3, 'proven', 'brief'],
  [2, 2, 'proven', 'brief'],
  [2, 1, 'proven', 'brief'],
  [2, 'spoiled', 'proven', 'brief'],
  [1, 3, 'proven', 'brief'],
  [1, 2, 'proven', 'brief'],
  [1, 1, 'proven', 'brief'],
  [1, 'spoiled', 'proven', 'brief'],
  // Staying busy cannot do harm, so the person confused the two.
  [3, 0, 'notTried', 'busy'],
  [2, 0, 'notTried', 'busy'],
  [1, 0, 'notTried', 'busy'],
  [3, 'silent', 'notTried', 'busy'],
  [2, 'silent', 'notTried', 'busy'],
  [1, 'silent', 'notTried', 'busy'],
  [0, 3, 'proven', 'busy'],
  [0, 2, 'proven', 'busy'],
  [0, 1, 'proven', 'busy'],
  [0, 0, 'failed', 'brief'],
  [0, 'silent', 'failed', 'brief'],
  [0, 'spoiled', 'notTried', 'busy'],
  ['silent', 3, 'proven', 'busy'],
  ['silent', 2, 'proven', 'busy'],
  ['silent', 1, 'proven', 'busy'],
  ['silent', 0, 'failed', 'brief'],
  ['silent', 'silent', 'failed', 'brief'],
  ['silent', 'spoiled', 'notTried', 'busy'],
  ['spoiled', 3, 'proven', 'busy'],
  ['spoiled', 2, 'proven', 'busy'],
  ['spoiled', 1, 'proven', 'busy'],
  ['spoiled', 0, 'failed', 'brief'],
  ['spoiled', 'silent', 'failed', 'brief'],
  ['spoiled', 'spoiled', 'notTried', 'brief'],
];

const SILENT: Answers = { full: 'silent', busy: 'silent', notification: 'silent', page: 'silent' };

test.each(SERVICES)('%s pulses of a service, and %s of a busy one: %s, %s', (full, busy, service, form) => {
  expect(proofsOf({ ...SILENT, full, busy })).toMatchObject({ service, form });
});

test('the table has each pair of answers once', () => {
  const heard: readonly Heard[] = [0, 1, 2, 3, 'silent', 'spoiled'];
  const all = heard.flatMap((full) => heard.map((busy) => `${full} ${busy}`));
  expect(SERVICES.map(([full, busy]) => `${full} ${busy}`).sort()).toEqual(all.sort());
});

test.each<readonly [Heard, Proof]>([
  [1, 'proven'],
  [0, 'failed'],
  ['silent', 'failed'],
  ['spoiled', 'notTried'],
])('a notification, or a page, of which %s came is %s', (heard, proof) => {
  expect(proofsOf({ ...SILENT, notification: heard })).toMatchObject({ notification: proof, page: 'failed' });
  expect(proofsOf({ ...SILENT, page: heard })).toMatchObject({ notification: 'failed', page: proof });
});

/** Where services are not felt: what carries cues by what is known of notification and page, and what is said. */
const WITHOUT_PATTERNS: readonly (readonly [
  notification: Proof,
  page: Proof,
  carrier: AlarmForm,
  verdict: Verdict,
])[] = [
  ['proven', 'proven', 'page', 'lights'],
  ['notTried', 'proven', 'page', 'lights'],
  ['failed', 'proven', 'page', 'lights'],
  ['proven', 'notTried', 'notification', 'buzz'],
  ['notTried', 'notTried', 'page', 'unknown'],
  ['failed', 'notTried', 'page', 'unknown'],
  ['proven', 'failed', 'notification', 'buzz'],
  ['notTried', 'failed', 'brief', 'none'],
  ['failed', 'failed', 'brief', 'none'],
];

test.each(WITHOUT_PATTERNS)(
  'without a felt pattern, with a notification %s and a page %s, cues come by %s: %s',
  (notification, page, carrier, verdict) => {
    const proofs: Proofs = { service: 'failed', form: 'brief', notification, page };
    expect(darkForm(proofs)).toEqual(carrier);
    expect(verdictOf(proofs)).toBe(verdict);
  },
);

const VERDICTS: Readonly<Record<PatternForm, Verdict>> = { full: 'whole', brief: 'less', busy: 'less' };
const FORMS = Object.keys(VERDICTS) as readonly PatternForm[];

test('if a pattern is felt, services play it, whatever is known of the other carriers', () => {
  PROOFS.forEach((notification) => {
    PROOFS.forEach((page) => {
      FORMS.forEach((form) => {
        const proofs: Proofs = { service: 'proven', form, notification, page };
        expect([darkForm(proofs), verdictOf(proofs)]).toEqual([form, VERDICTS[form]]);
      });
    });
  });
});

test('before a check, services play only what certainly fits in their time, and nothing is claimed about them', () => {
  expect([darkForm(NOT_TRIED), verdictOf(NOT_TRIED)]).toEqual(['brief', 'unknown']);
});
