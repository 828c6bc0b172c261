import type { Check } from '../../core/state/check-file';
import { makeCheckFile, parseCheckFile } from '../../core/state/check-file';
import type { Millis } from '../../core/time';
import { HOUR, SECOND } from '../../core/time';
import type { Alarms } from '../watch/alarms';
import type { Clock } from '../watch/clock';
import type { Disk } from '../watch/disk';
import { openSlotted } from '../store/slotted-file';
import { modelAndSystem } from '../watch/system';

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

export function openCheck(disk: Disk, alarms: Alarms, clock: Clock): CheckStore {
  const file = openSlotted(disk, 'check');
  const payload = file.payload();
  let check = payload === undefined ? undefined : parseCheckFile(payload);
  return {
    check: () => check,
    isOver: () => check !== undefined && clock.now() >= check.startedAt + LENGTH,
    isCutOff: () => check?.phase === 'running' && check.guard !== 0 && !alarms.left().includes(check.guard),
    begin() {
      takeBack(alarms, check);
      const startedAt = clock.now();
      const second = Math.ceil(startedAt / SECOND) * SECOND;
      const guard = alarms.set(second + GUARD_AFTER, { kind: 'guard' });
      const rings = guard === 0 ? [] : RINGS;
      const ids = rings.map((after) => alarms.set(second + after, { kind: 'check' }));
      const running: Check = { phase: 'running', startedAt, guard, alarms: ids };
      const isKept = file.write(makeCheckFile(running));
      if (isKept) check = running;
      else takeBack(alarms, running);
      return isKept;
    },
    finish(felt) {
      if (check?.phase !== 'running') return;
      const left = alarms.left();
      const armed = check.alarms.filter((id) => id !== 0);
      const rang = armed.filter((id) => !left.includes(id)).length;
      const { startedAt } = check;
      takeBack(alarms, check);
      // It is shown even when the disk does not take it: nobody can make it anew.
      check = { phase: 'done', startedAt, armed: armed.length, rang, felt, ...modelAndSystem() };
      file.write(makeCheckFile(check));
    },
  };
}

function takeBack(alarms: Alarms, check: Check | undefined): void {
  if (check?.phase !== 'running') return;
  [check.guard, ...check.alarms].forEach((id) => {
    alarms.cancel(id);
  });
}
