import fc from 'fast-check';
import { PARTS, firstPartOf, TESTS } from '../../../probe/plan/parts';
import { stageOf } from '../../../probe/plan/stage';
import type { State } from '../../../probe/plan/state';
import { answered, begun, finished, makeState, NOTHING_DONE, parseState } from '../../../probe/plan/state';
import { runs } from '../../runs';

const T1 = firstPartOf('T1');
const NOW = 1_700_000_000_400;

test('every test has at least one part, and the parts stand in the order of the tests', () => {
  const order = PARTS.map(({ test }) => TESTS.indexOf(test));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(order).size).toBe(TESTS.length);
});

test('no alarm of a part comes after its time is over', () => {
  PARTS.forEach(({ rings, lasts }) => {
    rings.forEach(({ after }) => {
      expect(after).toBeLessThan(lasts);
    });
  });
});

test('a part waits from the second after Go, then asks one question after the other, and is noted', () => {
  let state = begun(NOTHING_DONE, T1, NOW);
  expect(stageOf(state, T1, NOW)).toEqual({ kind: 'waiting', left: 25 });
  expect(stageOf(state, T1, NOW + 24_599)).toEqual({ kind: 'waiting', left: 1 });
  expect(stageOf(state, T1, NOW + 24_600)).toMatchObject({ kind: 'asked', question: { by: 'count' } });
  state = answered(state, '3');
  expect(stageOf(state, T1, NOW + 24_600)).toMatchObject({ kind: 'asked', question: { by: 'yesNo' } });
  state = answered(state, 'y');
  expect(stageOf(state, T1, NOW + 24_600)).toEqual({ kind: 'noted' });
  expect(state).toEqual({ done: { [T1]: { startedAt: NOW, answers: '3y' } } });
});

test('an answer is ignored if nothing is asked', () => {
  expect(answered(NOTHING_DONE, '3')).toBe(NOTHING_DONE);
  expect(finished(NOTHING_DONE)).toEqual(NOTHING_DONE);
});

test('a state reads back as it was written', () => {
  const state: State = begun({ done: { 0: { startedAt: 5, answers: '3' } } }, T1, NOW);
  expect(parseState(makeState(state))).toEqual(state);
  expect(parseState(makeState(finished(state)))).toEqual(finished(state));
});

test('any file reads as a state that the pages can show', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc
      .record({ done: fc.dictionary(fc.string(), fc.jsonValue()), running: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const state = parseState(text);
      PARTS.forEach((_, place) => {
        expect(['ready', 'noted', 'waiting', 'asked']).toContain(stageOf(state, place, NOW).kind);
      });
    }),
    { numRuns: runs(1000, 200) },
  );
  expect(parseState(undefined)).toEqual(NOTHING_DONE);
});
