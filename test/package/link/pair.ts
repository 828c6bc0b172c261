import { readFileSync } from 'node:fs';
import { fileOperations } from '../../../core/record/outbox-files';
import { addRecord } from '../../../core/record/outbox';
import { packRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import type { Session } from '../../../core/session/session';
import type { Identity } from '../../../core/state/identity';
import { IDENTITY_FILE } from '../../../core/state/identity';
import { SESSION_FILE } from '../../../core/state/session-file';
import { openSlot, sealSlot } from '../../../core/state/slots';
import { readStored, storedText } from '../../../core/state/stored';
import type { Ledger } from '../../../phone/ledger';
import { readLedger } from '../../../phone/ledger';
import type { Storage } from '../../../phone/storage';
import { outboxOn, payloadOn } from '../../../preview/watch-disk';
import { ensurePackage } from '../../../scripts/build/ensure-package';
import type { NodeBootOptions, PhoneOptions, VirtualWatch } from '../../../virtual-watch/node';
import { bootWatch, VirtualPhone } from '../../../virtual-watch/node';

/** A watch with the app, and a phone with its Zepp app. */
export interface Pair {
  readonly watch: VirtualWatch;
  readonly phone: VirtualPhone;
}

type WatchOptions = Partial<Omit<NodeBootOptions, 'radio'>>;

let bytes: Uint8Array | undefined;

/** Builds the package if it does not exist; call it before all tests of a file. */
export async function loadPackage(): Promise<void> {
  bytes = new Uint8Array(readFileSync(await ensurePackage()));
}

export function makePair(phoneOptions: PhoneOptions = {}, watchOptions: WatchOptions = {}): Pair {
  const phone = new VirtualPhone(phoneOptions);
  return { phone, watch: watchOf(phone, watchOptions) };
}

/** Another watch with the app and an empty disk, which replaces the previous one at the phone. */
export function watchOf(phone: VirtualPhone, options: WatchOptions = {}): VirtualWatch {
  return bootWatch({ device: 'Amazfit Balance', zab: theZab(), ...options, radio: phone.radio });
}

/** The package as it was built. */
export function theZab(): Uint8Array {
  if (!bytes) throw new Error('call loadPackage first');
  return bytes;
}

/** A talk on a good link takes no longer than this, and a lost request is given up within it. */
const TALK_MS = 60_000;

/** Opens the app if needed and waits for the talk that follows. */
export function open({ watch }: Pair): void {
  watch.openApp();
  waitForTalk(watch);
}

/** Taps `Sync now` on the start screen and waits for the result. */
export function syncNow({ watch }: Pair): void {
  reach(watch, 'Sync now');
  waitForTalk(watch);
  watch.scroll(-10_000);
}

/** Scrolls to the text on the screen, as a finger does, and taps it. */
export function reach(watch: VirtualWatch, label: string): void {
  watch.wake();
  watch.scroll(-10_000);
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      watch.tap(label);
      return;
    } catch (error) {
      if (tries === 19) throw error;
      watch.scroll(100);
    }
  }
}

/** Waits until the page no longer says that it talks to the phone, checking at least every `longestPause` ms. */
export function waitForTalk(watch: VirtualWatch, longestPause = 4_000): void {
  const end = watch.now() + TALK_MS;
  for (let pause = 250; syncWords(watch).startsWith('Syncing…'); pause = Math.min(2 * pause, longestPause)) {
    if (watch.now() > end) throw new Error('the talk with the phone does not end');
    watch.advance(pause);
  }
}

/** What the start screen says about the way to the phone. */
export function syncWords(watch: VirtualWatch): string {
  watch.wake();
  watch.scroll(-10_000);
  let at = watch.texts().indexOf('Sync now');
  for (let tries = 0; at < 0 && tries < 16; tries += 1) {
    watch.scroll(100);
    at = watch.texts().indexOf('Sync now');
  }
  const words = watch.texts()[at - 1] ?? '';
  watch.scroll(-10_000);
  return words;
}

/** All texts on the page, scrolling through it. */
export function allTexts(watch: VirtualWatch): string {
  const texts: string[] = [];
  watch.wake();
  watch.scroll(-10_000);
  for (let at = 0; at < 8; at += 1) {
    watch.texts().forEach((text) => {
      if (!texts.includes(text)) texts.push(text);
    });
    watch.scroll(200);
  }
  watch.scroll(-10_000);
  return texts.join(' | ');
}

/** Sets the identity of the watch, as if it had used `count` ids before. The app must not be running. */
export function giveIdentity(watch: VirtualWatch, identity: Identity): void {
  write(watch, 'identity', storedText(IDENTITY_FILE, identity));
}

/** Stores records in the app's own files on the watch, as after these sessions. The app must not be running. */
export function keepRecords(watch: VirtualWatch, records: readonly SessionRecord[]): void {
  const before = outboxOn(watch);
  const after = records.map(packRecord).reduce(addRecord, before);
  for (const operation of fileOperations(before, after)) {
    if (operation.kind !== 'remove') write(watch, `outbox/${operation.file}`, operation.payload);
  }
}

/** The session that is on the watch's disk, if one is. */
export function sessionOn(watch: VirtualWatch): Session | undefined {
  return readStored(SESSION_FILE, payloadOn(watch, 'session')).value?.session;
}

export { outboxOn, payloadOn };

/** Writes a payload the way the app does: over the older of two slots. */
export function write(watch: VirtualWatch, name: string, payload: string): void {
  const slots = slotsOn(watch, name).sort((one, other) => other.sequence - one.sequence);
  const newest = slots[0];
  const path = `${name}.${newest?.slot === 'a' ? 'b' : 'a'}`;
  watch.putFile(path, sealSlot({ sequence: (newest?.sequence ?? 0) + 1, payload }));
}

interface FoundSlot {
  readonly slot: 'a' | 'b';
  readonly sequence: number;
  readonly payload: string;
}

function slotsOn(watch: VirtualWatch, name: string): FoundSlot[] {
  const files = watch.files();
  return (['a', 'b'] as const).flatMap((slot) => {
    const opened = openSlot(files.get(`${name}.${slot}`));
    return opened.ok ? [{ slot, ...opened.value }] : [];
  });
}

/** The ledger as the phone's own code reads it. */
export function ledgerOn(phone: VirtualPhone): Ledger {
  return readLedger(storageOn(phone));
}

/** The phone's storage to look at; nothing can be written through it. */
export function storageOn(phone: VirtualPhone): Storage {
  const refuse = (): never => {
    throw new Error('a test that looks must not write');
  };
  return {
    getItem: (key) => phone.storage().get(key),
    setItem: refuse,
    removeItem: refuse,
    all: () => Object.fromEntries(phone.storage()),
  };
}
