/** Does a session with the built package on a virtual watch that behaves as a reading says. */
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { loadOutbox } from '../../core/record/outbox-files';
import { parseRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import { makeRoutine } from '../../core/routine';
import { openSlot, type Slot } from '../../core/state/slots';
import type { WatchPackage } from '../../virtual-watch';
import { bootWatch, type VirtualWatch } from '../../virtual-watch/node';
import { accountOf, type Account } from './account';
import { take, type Course } from './course';
import { READINGS, type Reading } from './reading';
import type { Row } from './table';

const DEVICE = 'Amazfit Balance';

/** A session of the default plan under a reading; throws when the app does what no watch allows. */
export function perform(packages: readonly WatchPackage[], reading: Reading, course: Course): Account {
  const watch = bootWatch({ zab: packages, device: DEVICE, ...reading.unknowns });
  reading.prepare?.(watch);
  take(course, watch);
  return accountOf(watch, recordOn(watch), makeRoutine(DEFAULT_PLAN).cues.length);
}

/** Every row of the table; `told` hears how many are done. */
export function performAll(
  packages: readonly WatchPackage[],
  told: (done: number, all: number) => void,
): readonly Row[] {
  const all = READINGS.flatMap((reading) => reading.courses.map((course) => ({ reading, course })));
  return all.map(({ reading, course }, index) => {
    const row = { assumption: reading.assumption, course, account: perform(packages, reading, course) };
    told(index + 1, all.length);
    return row;
  });
}

/** The newest record on the disk of a watch. */
function recordOn(watch: VirtualWatch): SessionRecord | undefined {
  const names = [...watch.files().keys()].flatMap(
    (path) => /^outbox\/(outbox-\d+)\.[ab]$/.exec(path)?.[1] ?? [],
  );
  const found = [...new Set(names)].map((file) => ({ file, payload: newestIn(watch, `outbox/${file}`) }));
  const records = loadOutbox(found).chunks.flatMap(({ entries }) =>
    entries.map(({ record }) => parseRecord(record)),
  );
  const newest = records[records.length - 1];
  return newest?.ok ? newest.value : undefined;
}

function newestIn(watch: VirtualWatch, file: string): string | undefined {
  const slots = ['a', 'b'].flatMap((slot): readonly Slot[] => {
    const opened = openSlot(watch.files().get(`${file}.${slot}`));
    return opened.ok ? [opened.value] : [];
  });
  return slots.sort((one, other) => other.sequence - one.sequence)[0]?.payload;
}
