/**
 * What the package costs on the watch's language engine, QuickJS of 2020, run here in WebAssembly. Instructions are
 * counted, never timed.
 */
import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { DAY_END } from '../../core/calendar/day';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import { NO_REMINDERS, REMINDERS_FILE, remindersOf, setReminder } from '../../core/reminder/reminders-file';
import { NO_DIARY } from '../../core/reminder/diary';
import type { ReminderSheet } from '../../core/reminder/sheet';
import { sheetText } from '../../core/reminder/sheet';
import { shortBytes } from '../../core/ascii';
import { sealSlot } from '../../core/state/slots';
import { storedText } from '../../core/state/stored';
import { HOUR, SECOND } from '../../core/time';
import type { QuickJsWatch } from '../../virtual-watch/node/quickjs';
import type { Work } from '../../virtual-watch/quickjs/meter';
import { dailyRecords, outboxFiles } from './link';
import type { MeteredEngine } from './metered-engine';

/** The moments when a person waits for the package, or the battery pays for it. */
export const MOMENTS = [
  'launch',
  'afterLaunch',
  'launchWithRecords',
  'start',
  'afterStart',
  'end',
  'afterEnd',
  'second',
  'service',
  'reminder',
] as const;
export type Moment = (typeof MOMENTS)[number];

export interface Cost extends Work {
  /** The growth of the engine's used memory, in bytes, including the virtual watch's own records. */
  readonly heap: number;
}

export type EngineCost = Readonly<Record<Moment, Cost>>;

/** The number of sessions that wait for the phone in `launchWithRecords`. */
export const WAITING = 400;

/** Seconds of the default plan's first zone between two cues. */
const REST = { from: 25, to: 45 } as const;

/**
 * - `launch`: from the touch on the icon until the start screen is drawn;
 * - `start`: from the touch on Start until the session is shown and everything is armed;
 * - `end`: from the touch that confirms the end until the summary is drawn;
 * - `afterLaunch`, `afterStart`, `afterEnd`: the second after that, for work nobody waits for;
 * - `second`: a second of a session without a cue;
 * - `service`: a run of the service that an alarm wakes for a cue, including loading its scripts;
 * - `reminder`: a run of the service of reminders, with three reminders, that posts a notification.
 */
export async function engineCost(
  zab: Uint8Array,
  engine: MeteredEngine,
  waiting = outboxFiles(dailyRecords(WAITING)),
): Promise<EngineCost> {
  const launchWithRecords = await launchCost(zab, engine, waiting);
  const watch = await boot(zab, engine);
  const cost = (act: () => void): Cost => costOf(watch, engine, act);
  const launch = cost(() => watch.call('openApp'));
  const second = (): Cost =>
    cost(() => {
      watch.advance(SECOND);
    });
  const afterLaunch = second();
  const start = cost(() => watch.call('tap', 'Start'));
  const afterStart = second();
  watch.advance((REST.from - 1) * SECOND);
  const rest = cost(() => {
    watch.advance((REST.to - REST.from) * SECOND);
  });
  const service = cueCost(watch, engine);
  watch.call('openApp');
  watch.advance(SECOND);
  watch.call('scroll', 5000);
  watch.call('tap', 'End session');
  const end = cost(() => watch.call('tap', 'End'));
  const afterEnd = second();
  watch.dispose();
  return {
    ...{ launch, afterLaunch, launchWithRecords, start, afterStart, end, afterEnd },
    second: share(rest, REST.to - REST.from),
    service,
    reminder: await reminderCost(zab, engine),
  };
}

/** What each service costs that an alarm wakes. */
export async function serviceCosts(
  zab: Uint8Array,
  engine: MeteredEngine,
): Promise<Pick<EngineCost, 'service' | 'reminder'>> {
  const watch = await boot(zab, engine);
  watch.call('openApp');
  watch.call('tap', 'Start');
  watch.advance(REST.to * SECOND);
  const service = cueCost(watch, engine);
  watch.dispose();
  return { service, reminder: await reminderCost(zab, engine) };
}

/** The page of a session dies, and services bring its cues. */
function cueCost(watch: QuickJsWatch, engine: MeteredEngine): Cost {
  watch.call('crash');
  const felt = watch.call('felt').length;
  const services = costOf(watch, engine, () => {
    watch.advance(60 * SECOND);
  });
  return share(services, watch.call('felt').length - felt);
}

/** Three reminders, each of which rings twice a day while nothing is done. */
async function reminderCost(zab: Uint8Array, engine: MeteredEngine): Promise<Cost> {
  const watch = await boot(zab, engine);
  const set = REMINDER_PLACES.reduce(
    (before, place) =>
      setReminder(before, place, { ...NEW_REMINDER, words: 'After the shower', minute: place * 6 * 60 }),
    NO_REMINDERS,
  );
  watch.putFile('reminders.a', sealSlot({ sequence: 1, payload: storedText(REMINDERS_FILE, set) }));
  // A sheet exists already, so that the launch looks for reminders; it creates another from the settings.
  watch.putFile('remind.a', shortBytes(sheetText(BLANK_SHEET)));
  watch.call('openApp');
  watch.advance(SECOND);
  watch.call('crash');
  const cost = costOf(watch, engine, () => {
    watch.advance(24 * HOUR);
  });
  const rang = watch.call('felt').length;
  watch.dispose();
  return share(cost, rang);
}

const BLANK_SHEET: ReminderSheet = {
  reminders: remindersOf(NO_REMINDERS),
  delayed: { 1: undefined, 2: undefined, 3: undefined },
  ...{ excused: [], dayEnd: DAY_END, planned: [], locked: [], done: { day: 0, legs: [] } },
  words: { left: '', right: '', start: '', later: '', diary: '' },
  diary: NO_DIARY,
  alarms: [],
};

const DEVICE = 'Amazfit Balance';

/** QuickJS must not be imported before it was made to count (`meteredEngine`). */
async function boot(zab: Uint8Array, { instructions }: MeteredEngine): Promise<QuickJsWatch> {
  const { bootOnQuickJs } = await import('../../virtual-watch/node/quickjs');
  return bootOnQuickJs({ zab, device: DEVICE, counter: instructions });
}

/** The cost of opening an app with these files on the watch's disk. */
export async function launchCost(
  zab: Uint8Array,
  engine: MeteredEngine,
  files: readonly (readonly [string, Uint8Array])[] = [],
): Promise<Cost> {
  const watch = await boot(zab, engine);
  for (const [path, content] of files) watch.putFile(path, content);
  const cost = costOf(watch, engine, () => watch.call('openApp'));
  watch.dispose();
  return cost;
}

function costOf(watch: QuickJsWatch, engine: MeteredEngine, act: () => void): Cost {
  watch.work();
  const heap = engine.heap();
  act();
  return { ...watch.work(), heap: engine.heap() - heap };
}

function share({ bytes, parsing, running, heap }: Cost, among: number): Cost {
  return {
    bytes: bytes / among,
    parsing: parsing / among,
    running: running / among,
    heap: heap / among,
  };
}
