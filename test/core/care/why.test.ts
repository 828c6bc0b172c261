import { HARD_QUESTIONS } from '../../../core/care/answers';
import { SIGNS } from '../../../core/care/sign-of-day';
import { STOP_KINDS } from '../../../core/care/stop';
import type { LockReason } from '../../../core/care/why';
import { reasonIn, whyOf } from '../../../core/care/why';

const REASONS: readonly LockReason[] = [
  ...HARD_QUESTIONS.map((question) => ({ by: 'ask', question }) as const),
  ...STOP_KINDS.map((kind) => ({ by: 'stop', kind }) as const),
  ...SIGNS.map((sign) => ({ by: 'sign', sign }) as const),
  { by: 'girth' },
  { by: 'hand' },
];

test.each(REASONS)('the reason %j is read as it was written', (reason) => {
  expect(reasonIn(whyOf(reason))).toEqual(reason);
});

test.each(['', 'ask', 'ask.weather', 'stop.noise', 'sign.hum', 'sign.pain', 'girth.left', 'moon'])(
  '“%s” is no reason that is known',
  (why) => {
    expect(reasonIn(why)).toBeUndefined();
  },
);
