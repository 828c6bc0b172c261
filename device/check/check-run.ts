import type { Check } from '../../core/state/check-file';
import { makeCheckFile, parseCheckFile } from '../../core/state/check-file';
import type { Millis } from '../../core/time';
import { HOUR, SECOND } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import type { Alarm } from '../watch/alarms';
import type { Clock } from '../watch/clock';
import type { Disk } from '../watch/disk';
import { openSlotted } from '../store/slotted-file';
import type { System } from '../watch/system';

/** When the alarms of a check ring, from its start: late enough for the page to be gone by then. */
const RINGS: readonly Millis[] = [20 * SECOND, 35 * SECOND, 50 * SECOND];

/** How long after the start the guard alarm rings; whoever comes back later is asked to check again. */
const GUARD_AFTER: Millis = 24 * HOUR;

/** When a check is over and the person can be asked. */
const LENGTH: Millis = 55 * SECOND;

/** The trial of this watch's alarms, on disk. */
export interface CheckStore {
  /** The running or last check; none when none was made. */
  check(): Check | undefined;
  isOver(): boolean;
  /** Whether nobody can tell any more what rang: the watch restarted, or a session took the alarms back. */
  isCutOff(): boolean;
  /** Answers whether it has begun: without a note on disk nobody would know of its alarms. */
  begin(): boolean;
  /** Keeps the result; the alarms tell which of them rang. */
  finish(felt: number): void;
}

export function openCheck(
  disk: Disk,
  alarms: AlarmBook,
  clock: Clock,
  system: Pick<System, 'model' | 'osVersion'>,
): CheckStore {
  const file = openSlotted(disk, 'check');
  const payload = file.payload();
  let check = payload === undefined ? undefined : parseCheckFile(payload);
  if (check?.phase === 'running') alarms.claim('check', [check.guard, ...check.alarms]);
  return {
    check: () => check,
    isOver: () => check !== undefined && clock.now() >= check.startedAt + LENGTH,
    isCutOff: () =>
      check?.phase === 'running' && check.guard !== 0 && !isLeft(check.guard, alarms.left('check')),
    begin() {
      const startedAt = clock.now();
      const second = Math.ceil(startedAt / SECOND) * SECOND;
      const [guard = 0, ...ids] = alarms.replace('check', [
        { rings: second + GUARD_AFTER, param: { kind: 'guard' } },
        ...RINGS.map((after): Alarm => ({ rings: second + after, param: { kind: 'check' } })),
      ]);
      if (guard === 0) cutOffCheck(alarms);
      const running: Check = { phase: 'running', startedAt, guard, alarms: guard === 0 ? [] : ids };
      const isKept = file.write(makeCheckFile(running));
      if (isKept) check = running;
      else cutOffCheck(alarms);
      return isKept;
    },
    finish(felt) {
      if (check?.phase !== 'running') return;
      const left = alarms.left('check');
      const armed = check.alarms.filter((id) => id !== 0);
      const rang = armed.filter((id) => !isLeft(id, left)).length;
      const { startedAt } = check;
      cutOffCheck(alarms);
      // It is shown even when the disk does not take it: nobody can make it anew.
      const watch = { model: system.model(), osVersion: system.osVersion() };
      check = { phase: 'done', startedAt, armed: armed.length, rang, felt, ...watch };
      file.write(makeCheckFile(check));
    },
  };
}

/** Takes back what still is to ring of a check. */
function cutOffCheck(alarms: AlarmBook): void {
  alarms.replace('check', []);
}

/** What the watch does not tell of is not left. */
function isLeft(id: number, left: readonly number[] | 'unknown'): boolean {
  return left !== 'unknown' && left.includes(id);
}
