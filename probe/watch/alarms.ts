import { cancel, getAllAlarms, set } from '@zos/alarm';
import type { Ring } from '../plan/parts';
import { ALARMS_TRIED } from '../plan/parts';
import { noteName } from '../plan/report';

/** Sets the alarms of a part, counted from `second` (s since 1970); returns how many the watch took. */
export function setRings(part: number, second: number, rings: readonly Ring[]): number {
  const ids = rings.map((ring, at) =>
    set({ url: urlOf(ring), time: second + ring.after, param: paramOf(part, at, ring) }),
  );
  return ids.filter(isTaken).length;
}

/** Sets as many alarms as T8 asks for, cancels them and returns how many there were. */
export function fillAlarms(second: number): number {
  const ids: number[] = [];
  for (let place = 0; place < ALARMS_TRIED; place += 1) {
    ids.push(set({ url: 'app-service/act', time: second + 3600 + place, param: 'none' }));
  }
  const taken = ids.filter(isTaken);
  taken.forEach((id) => cancel({ id }));
  return new Set(taken).size;
}

/** Cancels every alarm of the probe. */
export function cancelAll(): void {
  getAllAlarms().forEach((id) => cancel({ id }));
}

/** The name of the note, and what to do: `5.0:whole`. */
function paramOf(part: number, at: number, ring: Ring): string {
  return `${noteName(part, at)}:${ring.opens === 'service' ? ring.act : ''}`;
}

function urlOf(ring: Ring): string {
  switch (ring.opens) {
    case 'service':
      return 'app-service/act';
    case 'heavy':
      return 'app-service/heavy';
    case 'page':
      return 'page/opened/index';
  }
}

function isTaken(id: unknown): boolean {
  return typeof id === 'number' && id !== 0;
}
