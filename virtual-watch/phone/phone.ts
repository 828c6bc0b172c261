import type { Cancel } from '../machine/clock';
import { WatchFault, type Fault } from '../machine/faults';
import type { LogLine } from '../machine/log';
import type { WatchPackage } from '../machine/package';
import type { Radio, RadioMaker, Vicinity } from '../machine/radio';
import { makeRandom } from '../machine/random';
import { Link, type Direction, type Traffic } from './link';
import type { SettingsPage } from './settings-page';
import { PhoneStorage, type StorageFailure } from './storage';
import { ZeppApp } from './zepp-app';

/** How long a message takes at the least; not documented, of the order of one connection interval. */
const DEFAULT_LATENCY_MS = 40;
/** Bytes that go through in a second; not documented, slow on purpose. */
const DEFAULT_BYTES_PER_SECOND = 8_000;
/** How long the Zepp app takes to start a side service; not documented. */
const DEFAULT_SERVICE_START_MS = 200;

export interface PhoneOptions {
  /** As `en-US`. */
  readonly language?: string;
  /** For everything random on the phone and in the air. */
  readonly seed?: number;
  readonly latencyMs?: number;
  readonly bytesPerSecond?: number;
  readonly serviceStartMs?: number;
  /** What is stored from the start. */
  readonly storage?: Readonly<Record<string, string>>;
  /** The build whose part for the phone is installed, if it is another than the watch's. */
  readonly package?: WatchPackage;
  /** Faults are thrown out of whatever moved the phone (the default), or only kept. */
  readonly strict?: boolean;
}

/**
 * A phone with the Zepp app on it, in range and running, to be given to a watch: `bootWatch({ …, radio: phone.radio })`.
 * Both live on the watch's clock; faults of the phone are among those of the watch. A phone that is given to another
 * watch, one after the other, keeps its storage.
 */
export class VirtualPhone {
  /** The watch's end of the link. */
  readonly radio: RadioMaker = (vicinity) => this.#pair(vicinity);
  readonly #options: PhoneOptions;
  readonly #storage = new PhoneStorage();
  readonly #link: Link;
  readonly #zepp: ZeppApp;
  readonly #logs: LogLine[] = [];
  readonly #connections = new Set<(isConnected: boolean) => void>();
  #vicinity: Vicinity | undefined;
  #wallAtZero = 0;
  #holdsConnection = true;
  #wasConnected = true;

  constructor(options: PhoneOptions = {}) {
    this.#options = options;
    const seed = options.seed ?? 1;
    const random = makeRandom(seed + 1);
    for (const [key, value] of Object.entries(options.storage ?? {})) this.#storage.put(key, value, 'hand');
    this.#link = new Link({
      seed,
      latencyMs: options.latencyMs ?? DEFAULT_LATENCY_MS,
      bytesPerSecond: options.bytesPerSecond ?? DEFAULT_BYTES_PER_SECOND,
    });
    this.#link.onRange(() => this.#tellConnection());
    this.#zepp = new ZeppApp({
      link: this.#link,
      storage: this.#storage,
      language: options.language ?? 'en-US',
      serviceStartMs: options.serviceStartMs ?? DEFAULT_SERVICE_START_MS,
      logs: this.#logs,
      wall: () => this.wall(),
      random,
      act: (run) => this.#act(run),
    });
  }

  /** The phone's time of day, ms since 1970 UTC. It goes on rightly when the watch's is set. */
  wall(): number {
    return this.#wallAtZero + (this.#vicinity?.clock.now() ?? 0);
  }

  // Distance and the air between.

  /** Watch and phone part. What is in the air is lost. */
  outOfRange(): void {
    this.#act(() => this.#link.setInRange(false));
  }

  inRange(): void {
    this.#act(() => this.#link.setInRange(true));
  }

  /** They part once `packets` more have arrived, in either direction: in the middle of a longer message. */
  outOfRangeAfterPackets(packets: number): void {
    this.#link.leaveRangeAfter(packets);
  }

  /** The next `packets` in that direction do not arrive. */
  loseNextPackets(packets: number, direction: Direction = 'toPhone'): void {
    this.#link.loseNext(packets, direction);
  }

  /** Of the next packet in that direction only the first `bytes` arrive. */
  cutNextPacket(bytes: number, direction: Direction = 'toPhone'): void {
    this.#link.cutNext(bytes, direction);
  }

  /** The next packet of a message in that direction arrives whole in form, with noise for its content. */
  garbleNextPacket(direction: Direction = 'toPhone'): void {
    this.#link.garbleNext(direction);
  }

  /** Each packet is lost with this probability. */
  setLoss(loss: number): void {
    this.#link.weather = { ...this.#link.weather, loss };
  }

  /** Each packet arrives twice with this probability. */
  doublePackets(doubling: number): void {
    this.#link.weather = { ...this.#link.weather, doubling };
  }

  /** Each packet comes late, after others sent later, with this probability. */
  reorderPackets(reordering: number): void {
    this.#link.weather = { ...this.#link.weather, reordering };
  }

  setLatency(ms: number): void {
    this.#link.latencyMs = ms;
  }

  // The Zepp app.

  /**
   * The Zepp app dies, with the side service and the settings page, which are not told. The phone itself keeps the
   * connection to the watch, unless it drops it too.
   */
  killZeppApp({ dropsConnection = false }: { readonly dropsConnection?: boolean } = {}): void {
    this.#act(() => {
      this.#zepp.kill();
      this.#holdsConnection = !dropsConnection;
      this.#tellConnection();
    });
  }

  startZeppApp(): void {
    this.#act(() => {
      this.#zepp.start();
      this.#holdsConnection = true;
      this.#tellConnection();
    });
  }

  restartZeppApp(): void {
    this.killZeppApp();
    this.startZeppApp();
  }

  /** The side service dies with no word to it; the next handshake starts another. */
  killSideService(): void {
    this.#act(() => this.#zepp.killService());
  }

  /** The side service dies when the last of `packets` more reaches it, before it sees that one. */
  killSideServiceAfterPackets(packets: number): void {
    this.#zepp.killServiceAfter(packets);
  }

  /** The Zepp app ends the side service in good order and tells the watch. */
  stopSideService(): void {
    this.#act(() => this.#zepp.stopService());
  }

  /** Whether the side service is torn down as soon as a handler of it that has answered returns. */
  tearDownAfterEachAnswer(tearsDown = true): void {
    this.#zepp.tearsDownAfterAnswer = tearsDown;
  }

  /** The next `count` writes of the app to the storage throw, or do nothing. */
  failStorage(count: number, how: StorageFailure = 'throws'): void {
    this.#storage.failWrites(count, how);
  }

  /** The next `count` reads of the app from the storage throw. */
  failStorageReads(count: number): void {
    this.#storage.failReads(count);
  }

  /** Puts a text into the storage, or takes it away, past the app. */
  editStorage(key: string, value: string | undefined): void {
    this.#act(() => this.#storage.put(key, value, 'hand'));
  }

  // What can be seen.

  /** What the Zepp app has stored for the app, by key. */
  storage(): ReadonlyMap<string, string> {
    return this.#storage.items();
  }

  /** Writes to the storage so far, those that failed included. */
  storageWrites(): number {
    return this.#storage.writes;
  }

  /** Reads of the storage so far, those that failed included. */
  storageReads(): number {
    return this.#storage.reads;
  }

  /** The app's page in the Zepp app; opened, if it is not open. */
  settingsPage(): SettingsPage {
    return this.#zepp.page();
  }

  traffic(): Traffic {
    return this.#link.traffic();
  }

  isInRange(): boolean {
    return this.#link.inRange;
  }

  isZeppAppRunning(): boolean {
    return this.#zepp.isRunning;
  }

  isSideServiceRunning(): boolean {
    return this.#zepp.hasService;
  }

  /** How often a side service was started. */
  sideServiceStarts(): number {
    return this.#zepp.serviceStarts;
  }

  logs(): readonly LogLine[] {
    return this.#logs;
  }

  /** Faults of ZML itself, at both ends of the link. */
  zmlFaults(): readonly Fault[] {
    return this.#vicinity?.kernel.faults.library() ?? [];
  }

  get #isConnected(): boolean {
    return this.#link.inRange && this.#holdsConnection;
  }

  #pair(vicinity: Vicinity): Radio {
    const known = this.#options.package;
    const mine = known === undefined ? vicinity : { ...vicinity, package: () => known };
    this.#vicinity = mine;
    this.#wallAtZero = vicinity.clock.wall() - vicinity.clock.now();
    this.#connections.clear();
    this.#link.start(vicinity.clock);
    this.#zepp.pair(mine);
    const messages = new Set<(bytes: Uint8Array) => void>();
    this.#link.onArrival('toWatch', (bytes) => {
      for (const listener of [...messages]) listener(bytes);
      return messages.size > 0;
    });
    return {
      isConnected: () => this.#isConnected,
      // Not documented for a watch without its phone; on `false` ZML would throw out of its own `onDestroy`.
      send: (bytes) => {
        this.#link.send('toPhone', bytes);
        return true;
      },
      onMessage: (listener) => enlist(messages, listener),
      onConnection: (listener) => enlist(this.#connections, listener),
    };
  }

  #tellConnection(): void {
    const isConnected = this.#isConnected;
    if (isConnected === this.#wasConnected) return;
    this.#wasConnected = isConnected;
    for (const listener of [...this.#connections]) listener(isConnected);
  }

  #act(run: () => void): void {
    run();
    const kernel = this.#vicinity?.kernel;
    if (kernel === undefined) return;
    kernel.settle();
    const fault = kernel.faults.takeUnreported();
    if (fault !== undefined && this.#options.strict !== false) throw new WatchFault(fault);
  }
}

function enlist<T>(set: Set<T>, item: T): Cancel {
  set.add(item);
  return () => {
    set.delete(item);
  };
}
