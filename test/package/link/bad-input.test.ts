import { refusedEntries, waitingRecords } from '../../../core/record/outbox';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import * as storageKeys from '../../../phone/storage-keys';
import { readZab } from '../../../virtual-watch/node';
import { dailyRecord, packed } from '../../core/record/records';
import { isLong, seedOfRun } from '../../runs';
import { doctored, DOCTOR_KEY } from './doctored';
import type { Pair } from './pair';
import {
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  open,
  outboxOn,
  payloadOn,
  reach,
  syncNow,
  syncWords,
  theZab,
  write,
} from './pair';

beforeAll(loadPackage);

const DONE = 'Done: all is on the phone.';
const NO_ANSWER = 'Phone out of reach Sessions to send: 2';
const NOT_UNDERSTOOD = 'The phone failed to answer. Try again.';
const NOT_READ = 'The phone failed to read it. Try again.';
const n = '$n';

const answers: readonly (readonly [what: string, said: unknown, words: string])[] = [
  ['nothing, ever', 'silence', NO_ANSWER],
  ['an error of the link itself', 'failure', NO_ANSWER],
  ['null', null, NOT_UNDERSTOOD],
  ['a number', 17, NOT_UNDERSTOOD],
  ['a text', 'yes', NOT_UNDERSTOOD],
  ['a list', [{ v: 1, n }], NOT_UNDERSTOOD],
  ['an empty object', {}, NOT_UNDERSTOOD],
  ['a message without a number', { v: 1, method: 'hello', planRevision: 0, preferences: {} }, NO_ANSWER],
  ['the answer to another request', { v: 1, n: 5, method: 'hello' }, NO_ANSWER],
  ['no method', { v: 1, n }, NOT_UNDERSTOOD],
  ['another method', { v: 1, n, method: 'plan.get', revision: 0, plan: null }, NOT_UNDERSTOOD],
  ['a newer version', { v: 2, n }, 'Update Legato on the watch.'],
  ['an older version', { v: 0, n }, 'Update Legato on the phone.'],
  ['a version that is a text', { v: '1', n, method: 'hello' }, NOT_UNDERSTOOD],
  ['a refusal', { v: 1, n, method: 'refused', code: 'phoneFailed' }, NOT_UNDERSTOOD],
  ['a refusal of what it could not read', { v: 1, n, method: 'refused', code: 'badRequest' }, NOT_READ],
  ['a refusal under no number', { v: 1, n: 0, method: 'refused', code: 'notARequest' }, NOT_READ],
  ['a refusal with another code', { v: 1, n, method: 'refused', code: 'tired' }, NOT_UNDERSTOOD],
  ['a negative revision', { v: 1, n, method: 'hello', planRevision: -1, preferences: {} }, NOT_UNDERSTOOD],
  ['no preferences', { v: 1, n, method: 'hello', planRevision: 0 }, NOT_UNDERSTOOD],
  [
    'bad preferences',
    { v: 1, n, method: 'hello', planRevision: 0, preferences: { a: [1, -1] } },
    NOT_UNDERSTOOD,
  ],
  ['a hundred kilobytes', 'x'.repeat(100_000), 'The phone failed to answer. Try again.'],
];

describe('a watch whose phone answers', () => {
  test.each(answers)(
    '%s reports the result, keeps what waits, and brings it to a good phone',
    (_, said, words) => {
      const both = doctoredPair();
      both.phone.editStorage(
        DOCTOR_KEY,
        typeof said === 'string' && said.length < 10 ? asIs(said) : JSON.stringify(said),
      );
      open(both);
      expect(syncWords(both.watch)).toBe(words);
      expect(waitingRecords(outboxOn(both.watch))).toEqual([packed(1), packed(2)]);
      both.phone.editStorage(DOCTOR_KEY, undefined);
      syncNow(both);
      expect(syncWords(both.watch)).toBe(DONE);
      expect(ledgerOn(both.phone).sessions).toEqual([dailyRecord(2), dailyRecord(1)]);
      expect(both.watch.errors()).toEqual([]);
    },
  );

  /** Words that the doctored phone understands, and a text that an answer may be. */
  function asIs(said: string): string {
    return said === 'silence' || said === 'failure' ? said : JSON.stringify(said);
  }
});

const receiptsOf = (receipts: readonly string[]) => ({
  v: 1,
  n,
  method: 'sessions.put',
  receipts,
  refused: [],
  notStored: false,
});

test.each([
  ['none of the records', receiptsOf([]), [1, 2]],
  ['another watch', receiptsOf(['zzzzzzzzzz-1']), [1, 2]],
  ['the second alone', receiptsOf(['abcdefghjk-2']), [1]],
  ['more than were sent', receiptsOf(['abcdefghjk-1', 'abcdefghjk-2', 'abcdefghjk-3']), [1, 2]],
  ['no list', { ...receiptsOf([]), receipts: 'abcdefghjk-1' }, [1, 2]],
])('a phone with receipts for %s ends the talk, and no other record is released', (_, said, left) => {
  const both = doctoredPair();
  both.phone.editStorage(`${DOCTOR_KEY}.sessions.put`, JSON.stringify(said));
  open(both);
  expect(syncWords(both.watch)).toBe('The phone failed to answer. Try again.');
  expect(waitingRecords(outboxOn(both.watch))).toEqual(left.map(packed));
  expect(both.watch.errors()).toEqual([]);
});

const garbage: readonly string[] = [
  'no JSON',
  '{}',
  '[]',
  'null',
  '17',
  '""',
  '{"version":99}',
  '{"version":1,"records":[17,"rubbish"]}',
  '{"version":1,"months":["../.."],"aside":{}}',
  '{"version":1,"deleted":[["abcdefghjk-1"],17]}',
  '{"revision":-3,"plan":{}}',
  '{"last":{"at":"now"},"watches":[{}]}',
  '{"constructor":["a",1],"__proto__":["b",2]}',
  '{"last":{"at":8640000000000000,"outcome":"answered"},"watches":[]}',
  '{"last":{"at":8639999913600000,"outcome":"answered"},"watches":[]}',
  '{"last":{"at":1,"outcome":"answered"},"watches":[{"id":"a","name":"","lastSeen":9000000000000000,"waiting":0}]}',
  '{"version":1,"deleted":[["abcdefghjk-9","2026-03",9000000000000000]]}',
  '{"strength":["strong",9007199254740991]}',
  `{"revision":9007199254740991,"plan":${JSON.stringify(DEFAULT_PLAN)}}`,
  'pageNotChanged 9007199254740991',
  '9007199254740991',
  'x'.repeat(200_000),
];
/** Every key of the storage, with one of the months and one of the texts set aside. */
const keys = [
  `${storageKeys.MONTH_PREFIX}2026-03`,
  `${storageKeys.ASIDE_PREFIX}2026-03.1`,
  `${storageKeys.asidePrefixOf(storageKeys.DELETED_KEY)}1`,
  ...Object.values(storageKeys).filter(
    (key): key is Extract<typeof key, string> => typeof key === 'string' && !key.endsWith('.'),
  ),
];

/** A third of the texts, each day another for each key; all in a long run. */
function garbageOfDay(key: string): readonly string[] {
  const shift = (seedOfRun() ?? 0) + keys.indexOf(key);
  return garbage.filter((_, at) => isLong() || (at + shift) % 3 === 0);
}

test.each(keys)('whatever %s of the storage contains, sessions arrive and the page can be read', (key) => {
  for (const text of garbageOfDay(key)) {
    const both = makePair();
    keepRecords(both.watch, [dailyRecord(1), dailyRecord(2)]);
    both.phone.editStorage(key, text);
    open(both);
    expect(syncWords(both.watch)).toBe(DONE);
    expect(ledgerOn(both.phone).sessions).toEqual([dailyRecord(2), dailyRecord(1)]);
    expect(both.phone.settingsPage().texts()).toContain('On this phone: 2');
    expect(both.watch.errors()).toEqual([]);
  }
});

test('a damaged month is set aside and named on the page', () => {
  const both = makePair();
  keepRecords(both.watch, [dailyRecord(1)]);
  both.phone.editStorage('ledger.month.2026-03', 'no JSON');
  open(both);
  expect(both.phone.storage().get('ledger.aside.2026-03.1')).toBe('no JSON');
  const texts = both.phone.settingsPage().texts();
  expect(texts.slice(texts.indexOf('Could not be read'))).toContain('2026-03');
});

test('a plan made invalid by editing is refused with explanations, and the watch keeps its own', () => {
  const both = makePair();
  const plan = { ...DEFAULT_PLAN, prepareSeconds: 5000, legs: [] };
  both.phone.editStorage('plan', JSON.stringify({ revision: 7, plan }));
  const texts = both.phone.settingsPage().texts();
  expect(texts.slice(texts.indexOf('Plan') + 1, texts.indexOf('The standard plan:'))).toEqual([
    'The stored plan cannot be used; the watch keeps the one it has.',
    'prepareSeconds is 5000: write it in whole seconds from 0 to 120.',
    'The plan has no zone at all: give at least one leg one zone.',
  ]);
  open(both);
  expect(both.watch.texts()).toContain('10 min');
  expect(payloadOn(both.watch, 'plan')).toBeUndefined();
});

test.each([
  ['a plan that only a newer version can use', { version: 2 }],
  ['a plan with a field of a later version', { breathe: 4 }],
])('%s is reported, holds nothing else up, and is fetched again by an updated watch', (_, later) => {
  const both = doctoredPair();
  const planOf = (plan: object) => JSON.stringify({ v: 1, n, method: 'plan.get', revision: 77, plan });
  both.phone.editStorage(`${DOCTOR_KEY}.plan.get`, planOf({ ...DEFAULT_PLAN, ...later }));
  both.phone.editStorage(
    `${DOCTOR_KEY}.hello`,
    JSON.stringify({ v: 1, n, method: 'hello', planRevision: 77, preferences: {} }),
  );
  open(both);
  expect(syncWords(both.watch)).toBe('To use the new plan, update Legato here.');
  expect(ledgerOn(both.phone).sessions).toHaveLength(2);
  expect(payloadOn(both.watch, 'plan')).toBeUndefined();
  both.phone.editStorage(
    `${DOCTOR_KEY}.plan.get`,
    planOf({ ...DEFAULT_PLAN, legs: DEFAULT_PLAN.legs.slice(0, 1) }),
  );
  syncNow(both);
  expect(syncWords(both.watch)).toBe(DONE);
  expect(both.watch.texts()).toContain('5 min');
});

test('the good records of a batch are stored, and a bad one keeps its code and stays visible on the watch', () => {
  const both = makePair();
  const entries = [packed(1), '1 abcdefghjk-8 rubbish', packed(2), packed(3).replace(/^2/, '3')];
  const payload = JSON.stringify({ version: 1, entries: entries.map((record) => ['waiting', record]) });
  write(both.watch, 'outbox/outbox-1', payload);
  open(both);
  expect(ledgerOn(both.phone).sessions).toEqual([dailyRecord(2), dailyRecord(1)]);
  const words = '2 refused: update Legato on the phone for 1';
  const refused = [
    ['recordInvalid', entries[1]],
    ['recordVersion', entries[3]],
  ];
  const refusedOn = () => refusedEntries(outboxOn(both.watch)).map(({ state, record }) => [state, record]);
  expect(syncWords(both.watch)).toBe(words);
  expect(refusedOn()).toEqual(refused);
  reach(both.watch, 'Right first');
  expect(syncWords(both.watch)).toBe(words);
  both.watch.crash();
  both.phone.outOfRange();
  open(both);
  expect(refusedOn()).toEqual(refused);
});

test('records that were refused are offered to a phone that may have been updated since', () => {
  const both = doctoredPair();
  const refused = [0, 1].map((at) => ({ at, code: 'recordVersion' }));
  const said = { v: 1, n, method: 'sessions.put', receipts: [], refused, notStored: false };
  both.phone.editStorage(`${DOCTOR_KEY}.sessions.put`, JSON.stringify(said));
  open(both);
  expect(syncWords(both.watch)).toBe('2 refused: update Legato on the phone');
  both.phone.editStorage(`${DOCTOR_KEY}.sessions.put`, undefined);
  syncNow(both);
  expect(syncWords(both.watch)).toBe(DONE);
  expect(ledgerOn(both.phone).sessions).toHaveLength(2);
});

function doctoredPair(): Pair {
  const both = makePair({}, { zab: doctored(readZab(theZab())) });
  keepRecords(both.watch, [dailyRecord(1), dailyRecord(2)]);
  return both;
}
