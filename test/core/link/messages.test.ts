import fc from 'fast-check';
import type { Checked } from '../../../core/check/checked';
import type { Answer } from '../../../core/link/answer';
import { makeAnswer, REFUSALS } from '../../../core/link/answer';
import { METHODS } from '../../../core/link/envelope';
import { parseAnswer } from '../../../core/link/parse-answer';
import { BATCH_LIMIT, parseRequest } from '../../../core/link/parse-request';
import type { Request } from '../../../core/link/request';
import { BATCH_BYTES, cutBatch, makeRequest } from '../../../core/link/request';
import type { PackedRecord } from '../../../core/record/packed-record';
import { packRecord, parseRecord, RECORD_PROBLEMS } from '../../../core/record/packed-record';
import { saids } from '../care/said';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { anyWatchId, dailyRecord, firstRecord, packed, recordOfToday, records } from '../record/records';
import { TWO_ZONES_A_LEG } from '../plans';

/** What later versions of Legato may put into a message. */
const LATER = { colour: 'red', extra: { deep: [1] }, morePreferences: { note: ['x'.repeat(200), 3] } };

const NUM_RUNS = { numRuns: runs(1000, 200) };

/** A message after it has been sent over the link. */
const overTheLink = (message: unknown): unknown => JSON.parse(JSON.stringify(message));

const shared = fc.dictionary(
  fc.stringMatching(/^[A-Za-z]{1,24}$/),
  fc.tuple(fc.oneof(fc.string({ maxLength: 40 }), fc.boolean(), fc.integer()), fc.nat({ max: 8e15 })),
  { maxKeys: 7, noNullPrototype: true },
);

const CHECKED: Checked = {
  ...{ model: 'Balance 2', osVersion: '4.0' },
  ...{ service: 'proven', form: 'busy', notification: 'failed', page: 'notTried' },
};

function requests(): fc.Arbitrary<Request> {
  const watch = anyWatchId();
  return fc.oneof(
    fc.record(
      {
        method: fc.constant('hello' as const),
        watch,
        name: fc.string({ maxLength: 40 }),
        waiting: fc.nat(),
        whole: fc.boolean(),
        planRevision: fc.maxSafeNat(),
        checked: fc.constant(CHECKED),
        version: fc.constantFrom('0.1.0', '10.2.33'),
        ledger: fc.constantFrom('', 'k3f9xw2pqa'),
        preferences: shared,
      },
      {
        requiredKeys: ['method', 'watch', 'name', 'waiting', 'whole', 'planRevision', 'preferences'],
      },
    ),
    fc.record({
      method: fc.constant('sessions.put' as const),
      watch,
      records: records(20).map((list) => list.map(packRecord)),
      left: fc.nat(),
    }),
    fc.record({ method: fc.constant('plan.get' as const), watch }),
    fc.record(
      {
        method: fc.constant('prefs.put' as const),
        watch,
        preferences: shared,
        plan: fc.record({ revision: fc.integer({ min: 1 }), plan: plans() }),
      },
      { requiredKeys: ['method', 'watch', 'preferences'] },
    ),
  );
}

test('a request arrives as it was sent', () => {
  fc.assert(
    fc.property(fc.nat(), requests(), (number, request) => {
      const expected =
        request.method === 'sessions.put'
          ? { ...request, records: request.records.map(parseRecord) }
          : request;
      expect(parseRequest(overTheLink(makeRequest(number, request)))).toEqual({
        number,
        request: { ok: true, value: expected },
      });
    }),
    NUM_RUNS,
  );
});

test('an answer arrives as it was sent, and a plan as the plan it is', () => {
  const answers: fc.Arbitrary<Answer> = fc.oneof(
    fc.record({
      method: fc.constant('hello' as const),
      planRevision: fc.maxSafeNat(),
      preferences: shared,
      care: saids(),
    }),
    fc.record({ method: fc.constant('plan.get' as const), revision: fc.maxSafeNat(), plan: plans() }),
    fc.constant<Answer>({ method: 'prefs.put' }),
  );
  fc.assert(
    fc.property(fc.nat(), answers, (number, answer) => {
      const request = REQUESTS[answer.method as keyof typeof REQUESTS];
      expect(parseAnswer(number, request, overTheLink(makeAnswer(number, answer)))).toEqual({
        ok: true,
        value: answer,
      });
    }),
    NUM_RUNS,
  );
});

const watch = 'abcdefghjk';
const REQUESTS = {
  hello: {
    method: 'hello',
    watch,
    name: 'Balance 2',
    waiting: 3,
    whole: true,
    planRevision: 5,
    preferences: {},
  },
  'sessions.put': { method: 'sessions.put', watch, records: [packed(1), packed(2), packed(3)], left: 0 },
  'plan.get': { method: 'plan.get', watch },
  'prefs.put': { method: 'prefs.put', watch, preferences: { strength: ['strong', 5] } },
} as const satisfies Record<string, Request>;

test('the answer of the phone about records arrives as a verdict on each that was sent, and on nothing else', () => {
  const code = fc.constantFrom(...RECORD_PROBLEMS);
  const word = fc.oneof(fc.constantFrom('acknowledged' as const, 'nothing' as const), code);
  fc.assert(
    fc.property(fc.tuple(word, word, word), fc.boolean(), (words, notStored) => {
      const ids = words.map((_, at) => dailyRecord(at + 1).id);
      const receipts = ids.filter((_, at) => words[at] === 'acknowledged');
      const refused = RECORD_PROBLEMS.flatMap((problem) =>
        words.flatMap((state, at) => (state === problem ? [{ at, code: problem }] : [])),
      );
      const answer = makeAnswer(7, { method: 'sessions.put', receipts, refused, notStored });
      const verdicts = words.flatMap((state, at) => (state === 'nothing' ? [] : [{ id: ids[at], state }]));
      expect(parseAnswer(7, REQUESTS['sessions.put'], overTheLink(answer))).toEqual({
        ok: true,
        value: { method: 'sessions.put', verdicts, missing: 3 - verdicts.length, notStored },
      });
    }),
    NUM_RUNS,
  );
});

test.each(Object.entries(REQUESTS))('what a later version adds to %s is ignored', (_, request) => {
  const plain = parseRequest(overTheLink(makeRequest(3, request))).request;
  const later = parseRequest({
    ...makeRequest(3, request),
    ...LATER,
    preferences: { a: 1, ...request },
  }).request;
  expect([plain.ok, later.ok]).toEqual([true, true]);
});

test('one unreadable preference does not stop the others, nor does a long text or a 25th name', () => {
  const many = Object.fromEntries(
    Array.from('abcdefghijklmnopqrstuvwxyz', (name) => [name, ['x'.repeat(41), 1]] as const),
  );
  const preferences = { ...many, strength: ['strong', 5], cueSet: 'wide', nested: [{}, 1] };
  const read = parseRequest({ ...makeRequest(3, REQUESTS['prefs.put']), preferences }).request;
  expect(read.ok && read.value).toMatchObject({ preferences: { ...many, strength: ['strong', 5] } });
  const answer = { ...makeAnswer(7, { method: 'hello', planRevision: 1, preferences: {} }), preferences };
  const said = parseAnswer(7, REQUESTS.hello, answer);
  expect(said.ok && said.value).toEqual({
    method: 'hello',
    planRevision: 1,
    preferences: { ...many, strength: ['strong', 5] },
    care: [],
  });
});

test('a refusal with a reason from a later version is still a refusal', () => {
  const refused = [{ at: 0, code: 'legWasLocked' }];
  const answer = { v: 1, n: 7, method: 'sessions.put', receipts: [], refused, notStored: true };
  expect(parseAnswer(7, REQUESTS['sessions.put'], answer)).toMatchObject({
    value: { verdicts: [{ id: dailyRecord(1).id, state: 'recordInvalid' }], missing: 2 },
  });
});

test('receipts for records that were not sent are ignored', () => {
  const receipts = ['zzzzzzzzzz-1', dailyRecord(2).id];
  const answer = makeAnswer(7, { method: 'sessions.put', receipts, refused: [], notStored: false });
  expect(parseAnswer(7, REQUESTS['sessions.put'], answer)).toMatchObject({
    value: { verdicts: [{ id: dailyRecord(2).id, state: 'acknowledged' }], missing: 2 },
  });
});

test('a phone that has no plan says so', () => {
  const answer = makeAnswer(1, { method: 'plan.get', revision: 0, plan: null });
  expect(parseAnswer(1, REQUESTS['plan.get'], overTheLink(answer))).toEqual({
    ok: true,
    value: { method: 'plan.get', revision: 0, plan: 'none' },
  });
});

test('even the largest possible session takes at most 300 bytes, including its message', () => {
  const messages = fc.tuple(
    fc.oneof(firstRecord(), recordOfToday()),
    anyWatchId(),
    fc.nat(99_999),
    fc.nat(999_999_999),
  );
  fc.assert(
    fc.property(messages, ([record, by, left, number]) => {
      const request: Request = { method: 'sessions.put', watch: by, records: [packRecord(record)], left };
      expect(JSON.stringify(makeRequest(number, request)).length).toBeLessThanOrEqual(300);
    }),
    NUM_RUNS,
  );
});

test('a batch takes the oldest records first and stays within one packet', () => {
  fc.assert(
    fc.property(records(60), (list) => {
      const waiting = list.map(packRecord);
      const batch = cutBatch(waiting);
      expect(batch).toEqual(waiting.slice(0, batch.length));
      expect(batch.length > 0).toBe(waiting.length > 0);
      const request: Request = { method: 'sessions.put', watch, records: batch, left: 99_999 };
      const bytes = JSON.stringify(makeRequest(999_999_999, request)).length;
      expect(bytes).toBeLessThanOrEqual(3072);
      const bytesWithNext = JSON.stringify(waiting.slice(0, batch.length + 1)).length;
      expect(batch.length === waiting.length || bytesWithNext > BATCH_BYTES).toBe(true);
    }),
    { numRuns: runs(1000, 60) },
  );
});

test('a record that fills a message alone travels alone', () => {
  const long = packed(1).padEnd(BATCH_BYTES, 'x') as PackedRecord;
  expect(cutBatch([long, packed(2)])).toEqual([long]);
});

test('no message makes either side throw', () => {
  const requestLike = fc.record(
    {
      v: fc.oneof(fc.constant(1), fc.anything()),
      n: fc.oneof(fc.nat(), fc.anything()),
      method: fc.oneof(fc.constantFrom<unknown[]>(...METHODS, 'refused'), fc.anything()),
      watch: fc.oneof(anyWatchId(), fc.anything()),
      name: fc.anything(),
      waiting: fc.anything(),
      records: fc.oneof(fc.array(fc.anything()), fc.anything()),
      left: fc.anything(),
      preferences: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
      receipts: fc.oneof(fc.array(fc.anything()), fc.anything()),
      refused: fc.oneof(fc.array(fc.anything()), fc.anything()),
      notStored: fc.anything(),
      revision: fc.oneof(fc.nat(), fc.anything()),
      planRevision: fc.oneof(fc.nat(), fc.anything()),
      plan: fc.oneof(fc.dictionary(fc.string(), fc.anything()), fc.anything()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(requestLike, fc.anything()),
      fc.constantFrom(...Object.values(REQUESTS)),
      (input, request) => {
        const received = parseRequest(input);
        expect(received.request.ok || REFUSALS.includes(received.request.error)).toBe(true);
        expect(typeof parseAnswer(1, request, input).ok).toBe('boolean');
      },
    ),
    NUM_RUNS,
  );
});

const HELLO = makeRequest(7, REQUESTS.hello);
const PUT = makeRequest(7, REQUESTS['sessions.put']);
const PREFS = makeRequest(7, REQUESTS['prefs.put']);
const MEGABYTES = 'x'.repeat(10_000_000);

const badRequests: readonly (readonly [name: string, input: unknown, number: number, code: string])[] = [
  ['nothing', undefined, 0, 'notARequest'],
  ['null', null, 0, 'notARequest'],
  ['a text that is not JSON', '{"v":1,', 0, 'notARequest'],
  ['the text of a request', JSON.stringify(HELLO), 0, 'notARequest'],
  ['a number', 42, 0, 'notARequest'],
  ['a list', [HELLO], 0, 'notARequest'],
  ['an empty object', {}, 0, 'notARequest'],
  ['ten megabytes of text', MEGABYTES, 0, 'notARequest'],
  ['no version', { ...HELLO, v: undefined }, 0, 'notARequest'],
  ['a version that is a text', { ...HELLO, v: '1' }, 0, 'notARequest'],
  ['a future version', { ...HELLO, v: 2 }, 7, 'otherVersion'],
  ['a future version of something unknown', { v: 9, n: 7 }, 7, 'otherVersion'],
  ['a past version', { ...HELLO, v: 0 }, 7, 'otherVersion'],
  ['no method', { ...HELLO, method: undefined }, 7, 'unknownMethod'],
  ['a method nobody knows', { ...HELLO, method: 'ledger.clear' }, 7, 'unknownMethod'],
  ['a method of ten megabytes', { ...HELLO, method: MEGABYTES }, 7, 'unknownMethod'],
  ['a method that is no text', { ...HELLO, method: ['hello'] }, 7, 'unknownMethod'],
  ['a method every object has', { ...HELLO, method: 'constructor' }, 7, 'unknownMethod'],
  ['a number that is a text', { ...HELLO, n: '7', method: 'x' }, 0, 'unknownMethod'],
  ['a negative number', { ...HELLO, n: -7, method: 'x' }, 0, 'unknownMethod'],
  ['no watch', { ...HELLO, watch: undefined }, 7, 'badRequest'],
  ['a watch that is a number', { ...HELLO, watch: 17 }, 7, 'badRequest'],
  ['a watch without a name', { ...HELLO, watch: '' }, 7, 'badRequest'],
  ['a watch of ten megabytes', { ...HELLO, watch: MEGABYTES }, 7, 'badRequest'],
  ['a hello whose name is no text', { ...HELLO, name: 7 }, 7, 'badRequest'],
  ['a hello with a negative number waiting', { ...HELLO, waiting: -1 }, 7, 'badRequest'],
  ['a hello with half a record waiting', { ...HELLO, waiting: 0.5 }, 7, 'badRequest'],
  ['a hello that does not say whether this is all', { ...HELLO, whole: 1 }, 7, 'badRequest'],
  ['a hello that does not say which plan it has', { ...HELLO, planRevision: undefined }, 7, 'badRequest'],
  ['a hello without preferences', { ...HELLO, preferences: undefined }, 7, 'badRequest'],
  ['records that are one text', { ...PUT, records: packed(1) }, 7, 'badRequest'],
  ['records that are an object', { ...PUT, records: { length: 3 } }, 7, 'badRequest'],
  ['no word of what is left', { ...PUT, left: undefined }, 7, 'badRequest'],
  ['less than nothing left', { ...PUT, left: -1 }, 7, 'badRequest'],
  [
    'more records than anybody sends',
    { ...PUT, records: Array<PackedRecord>(BATCH_LIMIT + 1).fill(packed(1)) },
    7,
    'tooLarge',
  ],
  ['preferences that are a list', { ...PREFS, preferences: [] }, 7, 'badRequest'],
];

test.each(badRequests)('the phone refuses %s', (_, input, number, code) => {
  expect(parseRequest(input)).toEqual({ number, request: { ok: false, error: code } });
});

const badRecords: readonly (readonly [name: string, record: unknown, code: string])[] = [
  ['a number for a record', 17, 'recordInvalid'],
  ['null for a record', null, 'recordInvalid'],
  ['an object for a record', dailyRecord(1), 'recordInvalid'],
  [
    'a record with a negative length of time',
    packed(1).replace(/^(\S+ \S+ \S+) \S+/, '$1 -a'),
    'recordInvalid',
  ],
  ['a record with an id of another type', packed(1).replace('abcdefghjk-1', '{}'), 'recordInvalid'],
  ['a record of ten megabytes', MEGABYTES, 'recordInvalid'],
  ['a record of a future version', packed(1).replace(/^2/, '3'), 'recordVersion'],
];

test.each(badRecords)('%s has its own code and does not spoil the batch', (_, record, code) => {
  const { request } = parseRequest({ ...PUT, records: [packed(1), record, packed(2)] });
  expect(request.ok && request.value).toMatchObject({
    records: [{ ok: true }, { ok: false, error: code }, { ok: true }],
  });
});

const HELLO_ANSWER = makeAnswer(7, { method: 'hello', planRevision: 1, preferences: {} });
const RECEIPTS = makeAnswer(7, { method: 'sessions.put', receipts: ['a-1'], refused: [], notStored: false });
const PLAN = makeAnswer(7, { method: 'plan.get', revision: 5, plan: TWO_ZONES_A_LEG });

const badAnswers: readonly (readonly [
  name: string,
  method: keyof typeof REQUESTS,
  input: unknown,
  code: string,
])[] = [
  ['nothing', 'hello', undefined, 'notAnAnswer'],
  ['a text that is not JSON', 'hello', '{"v":1', 'notAnAnswer'],
  ['ten megabytes of text', 'hello', MEGABYTES, 'notAnAnswer'],
  ['a list', 'hello', [HELLO_ANSWER], 'notAnAnswer'],
  ['an object of another kind', 'hello', { result: 'ok' }, 'notAnAnswer'],
  ['the answer to an older request', 'hello', { ...HELLO_ANSWER, n: 6 }, 'otherRequest'],
  ['an answer without a number', 'hello', { ...HELLO_ANSWER, n: undefined }, 'otherRequest'],
  ['an answer of a newer phone', 'hello', { ...HELLO_ANSWER, v: 2 }, 'newerPhone'],
  ['a newer phone that says only so', 'hello', { v: 3, n: 7 }, 'newerPhone'],
  ['an answer of an older phone', 'hello', { ...HELLO_ANSWER, v: 0 }, 'olderPhone'],
  ['the answer to another method', 'hello', PLAN, 'notAnAnswer'],
  ['a refusal', 'hello', makeAnswer(7, { method: 'refused', code: 'phoneFailed' }), 'phoneFailed'],
  [
    'a refusal for a reason nobody knows',
    'hello',
    { v: 1, n: 7, method: 'refused', code: 'mood' },
    'notAnAnswer',
  ],
  ['a revision that is a text', 'hello', { ...HELLO_ANSWER, planRevision: '1' }, 'notAnAnswer'],
  ['a negative revision', 'hello', { ...HELLO_ANSWER, planRevision: -1 }, 'notAnAnswer'],
  ['preferences that are none', 'hello', { ...HELLO_ANSWER, preferences: null }, 'notAnAnswer'],
  ['a receipt that is a number', 'sessions.put', { ...RECEIPTS, receipts: [17] }, 'notAnAnswer'],
  ['a receipt of ten megabytes', 'sessions.put', { ...RECEIPTS, receipts: [MEGABYTES] }, 'notAnAnswer'],
  [
    'more receipts than records',
    'sessions.put',
    { ...RECEIPTS, receipts: ['a', 'b', 'c', 'd'] },
    'notAnAnswer',
  ],
  ['receipts that are no list', 'sessions.put', { ...RECEIPTS, receipts: 'all' }, 'notAnAnswer'],
  ['refusals that are no list', 'sessions.put', { ...RECEIPTS, refused: {} }, 'notAnAnswer'],
  ['a refusal that is no object', 'sessions.put', { ...RECEIPTS, refused: [0] }, 'notAnAnswer'],
  [
    'a refusal of a record that was not sent',
    'sessions.put',
    { ...RECEIPTS, refused: [{ at: 3, code: 'recordInvalid' }] },
    'notAnAnswer',
  ],
  [
    'a refusal of a record for no reason',
    'sessions.put',
    { ...RECEIPTS, refused: [{ at: 1 }] },
    'notAnAnswer',
  ],
  [
    'more refusals than records',
    'sessions.put',
    { ...RECEIPTS, refused: Array(4).fill({ at: 0, code: 'recordInvalid' }) },
    'notAnAnswer',
  ],
  ['no word of what was stored', 'sessions.put', { ...RECEIPTS, notStored: undefined }, 'notAnAnswer'],
  ['a plan without a revision', 'plan.get', { ...PLAN, revision: undefined }, 'notAnAnswer'],
];

test.each(badAnswers)('the watch does not accept %s', (_, method, input, code) => {
  expect(parseAnswer(7, REQUESTS[method], input)).toEqual({ ok: false, error: code });
});

const badPlans: readonly (readonly [name: string, plan: unknown])[] = [
  ['nothing', undefined],
  ['a text', JSON.stringify(TWO_ZONES_A_LEG)],
  ['a plan of a later version', { ...TWO_ZONES_A_LEG, version: 2 }],
  ['a plan with a negative length of time', { ...TWO_ZONES_A_LEG, prepareSeconds: -1 }],
  ['ten megabytes', { ...TWO_ZONES_A_LEG, note: MEGABYTES }],
];

test.each(badPlans)('the watch keeps its own plan when the phone sends %s', (_, plan) => {
  expect(parseAnswer(7, REQUESTS['plan.get'], { ...PLAN, plan })).toEqual({
    ok: true,
    value: { method: 'plan.get', revision: 5, plan: 'refused' },
  });
});

test('a hello with an unreadable check result is accepted without it', () => {
  const { checked, ...rest } = { ...REQUESTS.hello, checked: { ...CHECKED, service: 'perhaps' } };
  const heard = parseRequest({ ...makeRequest(7, rest), checked });
  expect(heard).toEqual({ number: 7, request: { ok: true, value: rest } });
});
