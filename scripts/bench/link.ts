/** What sending sessions from watch to phone costs, measured on the virtual ones with ZML at both ends. */
import { LEGS, ZONES } from '../../core/body';
import { fileOperations } from '../../core/record/outbox-files';
import { addRecord, EMPTY_OUTBOX, waitingRecords } from '../../core/record/outbox';
import { packRecord } from '../../core/record/packed-record';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import type { SessionRecord } from '../../core/record/record';
import { tally } from '../../core/record/cue-record';
import { LOSSES } from '../../core/session/delivery';
import { changePreference, PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { sealSlot } from '../../core/state/slots';
import { storedText } from '../../core/state/stored';
import { HOUR, SECOND } from '../../core/time';
import { outboxOn } from '../../preview/watch-disk';
import { readLedger } from '../../phone/ledger';
import type { Storage } from '../../phone/storage';
import type { Packet, VirtualWatch, WatchPackage } from '../../virtual-watch';
import { bootWatch, VirtualPhone } from '../../virtual-watch/node';

export interface Crowd {
  readonly count: number;
  /** The probability that a packet is lost. */
  readonly loss: number;
  readonly seed: number;
}

export interface Delivery {
  /** The number of sessions in the ledger at the end. */
  readonly sessions: number;
  readonly waiting: number;
  /** Opening the app, and each tap on **Sync now** after that. */
  readonly taps: number;
  /** Requests sent, in one packet each, including lost ones. */
  readonly requests: number;
  readonly packets: number;
  readonly lost: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** The number of taps after which a person gives up. */
const MOST_TAPS = 20;

/** Sends waiting sessions to the phone with as many taps as it takes; nobody touches the watch in between. */
export function manySessions(packages: readonly WatchPackage[], { count, loss, seed }: Crowd): Delivery {
  const phone = new VirtualPhone({ seed });
  const watch = bootWatch({ zab: packages, device: DEVICE, radio: phone.radio });
  keepOnWatch(watch, dailyRecords(count));
  phone.setLoss(loss);
  watch.openApp();
  waitForTalk(watch);
  let taps = 1;
  for (; waitingRecords(outboxOn(watch)).length > 0 && taps < MOST_TAPS; taps += 1) {
    tapSyncNow(watch);
    waitForTalk(watch);
  }
  const { toPhone, toWatch, log } = phone.traffic();
  return {
    sessions: readLedger(readOnly(phone)).sessions.length,
    waiting: waitingRecords(outboxOn(watch)).length,
    taps,
    requests: log.filter(isRequest).length,
    packets: toPhone.packets + toWatch.packets,
    lost: log.filter(({ fate }) => fate === 'lost').length,
    bytes: toPhone.bytes + toWatch.bytes,
    seconds: watch.now() / SECOND,
  };
}

/** The bytes of one request with records, and of its answer, including ZML's headers and handshake. */
export interface RecordCost {
  readonly records: number;
  readonly there: number;
  readonly back: number;
}

/** The cost of the first batch when this many sessions wait. */
export function recordCost(packages: readonly WatchPackage[], count: number): RecordCost {
  const phone = new VirtualPhone();
  const watch = bootWatch({ zab: packages, device: DEVICE, radio: phone.radio });
  keepOnWatch(watch, dailyRecords(count));
  watch.openApp();
  watch.advanceUntil(() => waitingRecords(outboxOn(watch)).length < count);
  const records = count - waitingRecords(outboxOn(watch)).length;
  // The first handshake, request and answer are the hello; the batch has its own.
  const batch = phone.traffic().log.slice(4, 8);
  const bytes = (direction: Packet['direction']): number =>
    batch.reduce((sum, packet) => sum + (packet.direction === direction ? packet.bytes : 0), 0);
  return { records, there: bytes('toPhone'), back: bytes('toWatch') };
}

export interface News {
  readonly newPlan: boolean;
  readonly changedPreferences: boolean;
}

/** The cost of one new session, together with other news. */
export function oneSession(packages: readonly WatchPackage[], news: News) {
  const storage = news.newPlan ? { plan: JSON.stringify({ revision: 1, plan: DEFAULT_PLAN }) } : {};
  const phone = new VirtualPhone({ storage });
  const watch = bootWatch({ zab: packages, device: DEVICE, radio: phone.radio });
  keepOnWatch(watch, dailyRecords(1));
  if (news.changedPreferences) {
    const changed = changePreference(UNCHANGED_PREFERENCES, 'strength', 'strong');
    watch.putFile(...slotFile('preferences', storedText(PREFERENCES_FILE, changed)));
  }
  watch.openApp();
  waitForTalk(watch);
  const { toPhone, toWatch, log } = phone.traffic();
  return {
    requests: log.filter(isRequest).length,
    packets: toPhone.packets + toWatch.packets,
    bytes: toPhone.bytes + toWatch.bytes,
    seconds: (log[log.length - 1]?.arrivesAt ?? 0) / SECOND,
  };
}

/** The default plan completed on this many days, the last of them in January 2026. */
export function dailyRecords(count: number): readonly SessionRecord[] {
  const places = LEGS.flatMap((leg) => ZONES.map((zone) => ({ leg, zone })));
  return Array.from({ length: count }, (_, at) => {
    const startedAt = Date.UTC(2026, 0, 4, 19, 30) - (count - at) * 24 * HOUR;
    return {
      version: 2,
      id: `bench23456-${at + 1}`,
      startedAt,
      endedAt: startedAt + 642 * SECOND,
      utcOffset: 60,
      ending: 'finished',
      zones: places.map((place) => ({ ...place, plannedSeconds: 60, doneSeconds: 60 })),
      pauses: { count: 1, seconds: 7 },
      cues: {
        ...{ due: 22, played: 21, late: 1, missed: 0, latest: 2_400 },
        by: { page: 21, alarm: 1, timer: 0 },
        why: tally(LOSSES, () => 0),
      },
      extensions: { made: 'timed', plan: startedAt.toString(36) },
    };
  });
}

const DEVICE = 'Amazfit Balance';

function isRequest({ direction, kind }: Packet): boolean {
  return direction === 'toPhone' && kind === 'data';
}

function keepOnWatch(watch: VirtualWatch, records: readonly SessionRecord[]): void {
  for (const [path, content] of outboxFiles(records)) watch.putFile(path, content);
}

/** The files, by path, in which a watch keeps these records until the phone has them. */
export function outboxFiles(records: readonly SessionRecord[]): readonly (readonly [string, Uint8Array])[] {
  const outbox = records.map(packRecord).reduce(addRecord, EMPTY_OUTBOX);
  return fileOperations(EMPTY_OUTBOX, outbox).flatMap((operation) =>
    operation.kind === 'remove' ? [] : [slotFile(`outbox/${operation.file}`, operation.payload)],
  );
}

function slotFile(name: string, payload: string): readonly [path: string, content: Uint8Array] {
  return [`${name}.a`, sealSlot({ sequence: 1, payload })];
}

/** Waits until the start page no longer says that it talks to the phone, or has gone dark. */
function waitForTalk(watch: VirtualWatch): void {
  while (isTalking(watch)) watch.advance(SECOND / 4);
}

function tapSyncNow(watch: VirtualWatch): void {
  watch.wake();
  watch.openApp();
  if (!isTalking(watch)) watch.tap('Sync now');
}

/** Scrolls to where the start page reports on the exchange, above its button, and reads it. */
function isTalking(watch: VirtualWatch): boolean {
  watch.scroll(-FAR);
  for (let at = 0; at < FAR && !watch.texts().includes('Sync now'); at += STEP) watch.scroll(STEP);
  return watch.texts().join(' ').includes('Syncing…');
}

/** Further than the start page goes, and the distance of one scroll, in px. */
const FAR = 2_000;
const STEP = 100;

function readOnly(phone: VirtualPhone): Storage {
  const refuse = (): never => {
    throw new Error('a measurement writes nothing');
  };
  return {
    getItem: (key) => phone.storage().get(key),
    setItem: refuse,
    removeItem: refuse,
    all: () => Object.fromEntries(phone.storage()),
  };
}
