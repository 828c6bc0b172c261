import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import { isUntouched, withoutLocked } from '../../../core/session/leave-out';
import { startSession } from '../../../core/session/session';
import type { Session } from '../../../core/session/session';
import { SECOND } from '../../../core/time';

const START = 1_800_000_000_000;
const begun = (): Session =>
  startSession('a-1', makeRoutine(DEFAULT_PLAN), START, { planRevision: 0, utcOffset: 0 });

function after(session: Session, kind: 'paused' | 'touched' | 'extended', at: number): Session {
  const next = apply(session, { kind, at });
  if (!next.ok) throw new Error(next.error);
  return next.value;
}

test('no leg was touched while the person gets comfortable, and may have been from the first zone on', () => {
  expect([isUntouched(begun(), START + 19 * SECOND), isUntouched(begun(), START + 25 * SECOND)]).toEqual([
    true,
    false,
  ]);
});

test('without its second leg a session goes on from where it was, with what happened', () => {
  const before = after(after(begun(), 'touched', START + SECOND), 'extended', START + 2 * SECOND);
  const next = withoutLocked(before, ['right'], 'a-2', START + 5 * SECOND);
  expect(next).toMatchObject({ id: 'a-2', startedAt: START, touched: ['left'], phase: 'running' });
  expect(next?.origin?.withheld).toEqual(['right']);
  expect(next?.course[0]?.to).toBe(before.course[0]?.to);
});

test('without its first leg it begins anew with the other, and stays paused if it was', () => {
  const before = after(after(begun(), 'touched', START + SECOND), 'paused', START + 2 * SECOND);
  const next = withoutLocked(before, ['left'], 'a-2', START + 5 * SECOND);
  expect(next).toMatchObject({
    ...{ id: 'a-2', startedAt: START + 5 * SECOND, touched: [], phase: 'paused' },
    origin: { withheld: ['left'] },
  });
  expect(withoutLocked(begun(), ['left'], 'a-2', START + SECOND)?.phase).toBe('running');
});

test('with no leg left there is no session', () => {
  expect(withoutLocked(begun(), ['right', 'left'], 'a-2', START)).toBeUndefined();
});
