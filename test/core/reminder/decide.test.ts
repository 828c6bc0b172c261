import type { Leg } from '../../../core/body';
import type { Fact } from '../../../core/fact';
import type { Decision, RingState } from '../../../core/reminder/decide';
import { decide } from '../../../core/reminder/decide';

/*
 * Compares the decision with an independent table: what is left to do by day and lock, and below it what a reminder
 * does, row by row. The first row that matches counts. A star matches everything.
 */

const DAYS = ['nothing', 'left', 'right', 'both', 'excused', 'not its day'] as const;
const LOCKS = ['none', 'left', 'right', 'both'] as const;

type Left = 'two or one' | 'other left' | 'other right' | 'done' | 'locked' | 'excused' | 'not its day';

const LEFT_TO_DO: Readonly<Record<(typeof DAYS)[number], readonly [Left, Left, Left, Left]>> = {
  //              none locked    left locked    right locked   both locked
  nothing: ['two or one', 'two or one', 'two or one', 'locked'],
  left: ['other right', 'other right', 'done', 'locked'],
  right: ['other left', 'done', 'other left', 'locked'],
  both: ['done', 'done', 'done', 'locked'],
  excused: ['excused', 'excused', 'excused', 'excused'],
  'not its day': ['not its day', 'not its day', 'not its day', 'not its day'],
};

type Star = '*';
interface Row {
  readonly left: Left | 'other' | Star;
  readonly session: boolean | Star;
  readonly delayed: boolean | Star;
  readonly asked: boolean | Star;
  readonly evening: boolean | Star;
  readonly ownsEvening: boolean | Star;
  readonly quietHour: boolean | Star;
  readonly mode: Fact | Star;
  readonly repeats: 'some' | 'none' | Star;
  readonly comes: string;
}

const row = (comes: string, cells: Partial<Row>): Row => ({
  ...{ left: '*', session: '*', delayed: '*', asked: '*', evening: '*', ownsEvening: '*' },
  ...{ quietHour: '*', mode: '*', repeats: '*' },
  ...cells,
  comes,
});

const TABLE: readonly Row[] = [
  row('silent: notItsDay', { left: 'not its day' }),
  row('silent: excused', { left: 'excused' }),
  row('silent: locked', { left: 'locked' }),
  row('silent: done', { left: 'done' }),
  row('silent: session, then again', { session: true, repeats: 'some' }),
  row('silent: session', { session: true, repeats: 'none' }),
  row('silent: delayed, then later', { delayed: true }),
  // Before the evening the other leg waits for it, and one reminder looks after that.
  row('silent: oneLegDone, then evening', {
    ...{ left: 'other', asked: false, evening: false, ownsEvening: true },
  }),
  row('silent: oneLegDone', { left: 'other', asked: false, evening: false }),
  row('silent: quietHours, then evening', {
    ...{ left: 'other', quietHour: true, evening: false, ownsEvening: true },
  }),
  row('silent: quietHours', { left: 'other', quietHour: true, evening: false }),
  row('silent: quietHours, then again', { quietHour: true, repeats: 'some' }),
  row('silent: quietHours', { quietHour: true, repeats: 'none' }),
  row('silent: silenced, then look', { mode: 'yes' }),
  // The person asked for this moment; the evening is still to come.
  row('ring: the left leg, then evening', { left: 'other left', evening: false, ownsEvening: true }),
  row('ring: the right leg, then evening', { left: 'other right', evening: false, ownsEvening: true }),
  row('ring: the left leg', { left: 'other left', evening: false }),
  row('ring: the right leg', { left: 'other right', evening: false }),
  // In the evening whatever is due says so, and again as often as was set.
  row('ring: the left leg, then again', { left: 'other left', repeats: 'some' }),
  row('ring: the right leg, then again', { left: 'other right', repeats: 'some' }),
  row('ring: the left leg', { left: 'other left' }),
  row('ring: the right leg', { left: 'other right' }),
  row('ring: the moment, then again', { repeats: 'some' }),
  row('ring: the moment', { repeats: 'none' }),
];

const BOTH: readonly Leg[] = ['left', 'right'];

/** Whether the person asked for this moment, whether it is evening, and whether the reminder looks after that. */
const EVENINGS = [false, true].flatMap((asked) =>
  [false, true].flatMap((evening) => [false, true].map((ownsEvening) => ({ asked, evening, ownsEvening }))),
);

function statesOf(): readonly (readonly [Omit<Row, 'comes'>, RingState])[] {
  const yesOrNo = [false, true];
  return DAYS.flatMap((day) =>
    LOCKS.flatMap((lock, column) =>
      yesOrNo.flatMap((quietHour) =>
        (['yes', 'no', 'unknown'] as const).flatMap((mode) =>
          [0, 1, 3].flatMap((repeatsLeft) =>
            yesOrNo.flatMap((delayed) =>
              yesOrNo.flatMap((session) =>
                EVENINGS.map(({ asked, evening, ownsEvening }) => {
                  const left = LEFT_TO_DO[day][column] ?? 'done';
                  const repeats = repeatsLeft > 0 ? 'some' : 'none';
                  return [
                    { left, session, delayed, asked, evening, ownsEvening, quietHour, mode, repeats },
                    {
                      planned: BOTH,
                      done: day === 'both' ? BOTH : BOTH.filter((leg) => leg === day),
                      locked: lock === 'both' ? BOTH : BOTH.filter((leg) => leg === lock),
                      isExcused: day === 'excused',
                      isItsDay: day !== 'not its day',
                      isSessionRunning: session,
                      isQuietHour: quietHour,
                      isSilenced: mode,
                      repeatsLeft,
                      isDelayed: delayed,
                      isAskedFor: asked,
                      isEvening: evening,
                      hasEvening: ownsEvening,
                    },
                  ] as const;
                }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function fits(row: Row, cells: Omit<Row, 'comes'>): boolean {
  const names = Object.keys(cells) as (keyof Omit<Row, 'comes'>)[];
  return names.every((name) => {
    if (row[name] === '*' || row[name] === cells[name]) return true;
    return row[name] === 'other' && String(cells[name]).startsWith('other');
  });
}

function inWords(decision: Decision): string {
  const then = decision.then ? `, then ${decision.then}` : '';
  if (decision.act === 'silent') return `silent: ${decision.because}${then}`;
  return decision.says === 'moment' ? `ring: the moment${then}` : `ring: the ${decision.leg} leg${then}`;
}

test('each state of day, lock, hour, mode, repeats and delay gives the result in the table', () => {
  const states = statesOf();
  expect(states.length).toBeGreaterThanOrEqual(576);
  const wrong = states.flatMap(([cells, state]) => {
    const expected = TABLE.find((each) => fits(each, cells))?.comes;
    const comes = inWords(decide(state));
    return comes === expected ? [] : [{ cells, expected, comes }];
  });
  expect(wrong).toEqual([]);
});

test('each row of the table is reached by some state', () => {
  const used = new Set(statesOf().map(([cells]) => TABLE.findIndex((each) => fits(each, cells))));
  expect(used.size).toBe(TABLE.length);
});

test('a plan for one leg ignores the other one', () => {
  const [, state] = statesOf()[0] ?? [];
  if (!state) throw new Error('there are states');
  const one = { ...state, planned: ['left'] as const, repeatsLeft: 0, isSilenced: 'no' as const };
  expect(decide(one)).toEqual({ act: 'ring', says: 'moment', then: undefined });
  expect(decide({ ...one, done: ['left'] })).toMatchObject({ because: 'done' });
});
