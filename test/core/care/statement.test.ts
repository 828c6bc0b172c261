import fc from 'fast-check';
import { lockedLegs } from '../../../core/care/locks';
import type { Said } from '../../../core/care/statement';
import { isSaid, mergeSaid, pack, SAID_LENGTH, saidIn, unpack } from '../../../core/care/statement';
import { FROM_LATER, saids, statements } from './said';

const sorted = (said: readonly Said[]): readonly Said[] => [...said].sort();

test('a statement that was packed is the same when it is read', () => {
  fc.assert(
    fc.property(statements(), (statement) => {
      const said = pack(statement);
      expect(isSaid(said) && unpack(said)).toEqual(statement);
      expect(said.length).toBeLessThan(50);
    }),
  );
});

test('the union does not depend on who told whom, how often, or in which order', () => {
  fc.assert(
    fc.property(saids(), saids(), saids(), (one, other, third) => {
      const { length } = mergeSaid(one, other);
      expect(length).toBe(new Set([...one, ...other]).size);
      expect(mergeSaid(one, one)).toBe(one);
      expect(mergeSaid(one, [])).toBe(one);
      expect(sorted(mergeSaid(one, other))).toEqual(sorted(mergeSaid(other, one)));
      expect(sorted(mergeSaid(mergeSaid(one, other), third))).toEqual(
        sorted(mergeSaid(one, mergeSaid(other, third))),
      );
    }),
  );
});

test('two statements with the same id, as after damage, are both kept', () => {
  const left = pack({ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: 1 });
  const right = pack({ kind: 'lock', id: 'a-1', leg: 'right', why: 'hand', at: 1 });
  expect(mergeSaid([left], [right])).toEqual([left, right]);
});

test('a statement of a later version is kept and passed on, and has no effect here', () => {
  expect(FROM_LATER.map(unpack)).toEqual(FROM_LATER.map(() => undefined));
  expect(saidIn(FROM_LATER, 40)).toEqual(FROM_LATER);
});

test.each([
  ['a-1 unlock b-1 zzzzzzzzzzzz 1', 'a day with too many digits'],
  ['a-1 unlock b-1 100 -24a54', 'a time before 1970'],
  ['a-1 unlock b-1 100', 'no time'],
])('%s lifts nothing: %s', (text) => {
  expect(unpack(text as Said)).toBeUndefined();
});

test.each([
  ['a-1 lock left hand !', 'a time that is no number'],
  ['a-1 lock left hand zzzzzzzzzzz', 'a time beyond all clocks'],
  ['a-1 lock left hand -24a54', 'a time before 1970'],
  ['a-1 lock left hand', 'no time'],
])('%s locks the leg in spite of %s', (text) => {
  expect(lockedLegs([text as Said])).toEqual(['left']);
});

test('whatever the clock says, a lock locks and its unlock lifts it', () => {
  const clocks = fc.double({ min: -1e14, max: 8e14, noNaN: true });
  fc.assert(
    fc.property(clocks, clocks, fc.integer({ min: -1e6, max: 1e6 }), (at, later, doctorOn) => {
      const lock = pack({ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at });
      const unlock = pack({ kind: 'unlock', id: 'a-2', lifts: 'a-1', doctorOn, at: later });
      expect([isSaid(lock), lockedLegs([lock]), lockedLegs([lock, unlock])]).toEqual([true, ['left'], []]);
    }),
  );
});

test.each([
  undefined,
  17,
  {},
  '',
  'a-1',
  'a-1 ',
  'A-1 lock left hand 1',
  'a-1  lock',
  'a-1 "lock"\n',
  'a-1 löck left',
  `a-1 ${'x'.repeat(SAID_LENGTH)}`,
])('%j is not a statement', (value) => {
  expect(isSaid(value)).toBe(false);
});

test('a list is read up to the permitted number of statements, and everything else is ignored', () => {
  const [one, other] = FROM_LATER;
  expect(saidIn([7, one, null, other, 'x'], 40)).toEqual([one, other]);
  expect(saidIn([one, other], 1)).toEqual([one]);
  expect([undefined, 'a-1 lock left hand 1', { 0: one }].map((list) => saidIn(list, 40))).toEqual([
    [],
    [],
    [],
  ]);
});
