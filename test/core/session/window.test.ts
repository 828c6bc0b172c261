import fc from 'fast-check';
import type { ArmedCue } from '../../../core/session/arming';
import { heirOf, mayBeHeir } from '../../../core/session/window';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';

/** Cues in order, each with or without an alarm. */
const sheets = fc
  .array(fc.record({ gap: fc.integer({ min: 0, max: 60 }), armed: fc.boolean() }), { maxLength: 40 })
  .map((list) => {
    let rings = 0;
    return list.map(({ gap, armed }, number): ArmedCue => {
      rings += gap * SECOND;
      return { number, alarm: armed ? number + 100 : 0, rings };
    });
  });

const numbersOf = (cues: readonly ArmedCue[]): readonly number[] =>
  cues.flatMap(({ number }) => heirOf(cues, number)?.number ?? []);

const cue = (number: number, alarm: number): ArmedCue => ({ number, alarm, rings: number * 10 * SECOND });

test('each service sets one alarm, of a later cue without one, and no cue gets two', () => {
  fc.assert(
    fc.property(sheets, (cues) => {
      const set = numbersOf(cues);
      expect(new Set(set).size).toBe(set.length);
      for (const { number, rings } of cues) {
        const heir = heirOf(cues, number);
        if (!heir) continue;
        expect([heir.alarm, heir.rings >= rings + 2 * SECOND]).toEqual([0, true]);
      }
    }),
    { numRuns: runs(2_000, 200) },
  );
});

test('a service without an alarm of its own sets none', () => {
  fc.assert(
    fc.property(sheets, (cues) => {
      for (const { number, alarm } of cues) {
        if (alarm === 0 && !mayBeHeir(cues, number)) expect(heirOf(cues, number)).toBeUndefined();
      }
    }),
    { numRuns: runs(2_000, 200) },
  );
});

test('with two alarms for ten cues, one of them for the last cue, all cues get one in turn', () => {
  const cues = Array.from({ length: 10 }, (_, number) => cue(number, number === 0 || number === 9 ? 1 : 0));
  expect(numbersOf(cues)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(cues.map(({ number }) => heirOf(cues, number)?.number)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7, 8],
    ...[undefined, undefined],
  ]);
});

test('there is none to set if no alarm was accepted, or for a cue that is not in the file', () => {
  const cues = [cue(0, 0), cue(1, 0)];
  expect([heirOf(cues, 0), heirOf(cues, 7), mayBeHeir(cues, 1)]).toEqual([undefined, undefined, false]);
});

test('a cue right after another does not wait for a service to set its alarm', () => {
  const near: readonly ArmedCue[] = [
    { number: 0, alarm: 5, rings: 0 },
    { number: 1, alarm: 0, rings: SECOND },
    { number: 2, alarm: 0, rings: 9 * SECOND },
  ];
  expect(heirOf(near, 0)?.number).toBe(2);
});
