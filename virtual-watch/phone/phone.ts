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

/** The least time a message takes; not documented, about one connection interval. */
const DEFAULT_LATENCY_MS = 40;
/** The transmission rate in bytes per second; not documented, slow on purpose. */
const DEFAULT_BYTES_PER_SECOND = 8_000;
/** How long the Zepp app takes to start a side service; not documented. */
const DEFAULT_SERVICE_START_MS = 200;

export interface PhoneOptions {
  /** Such as `en-US`. */
  readonly language?: string;
  /** The seed for everything random on the phone and the link. */
  readonly seed?: number;
  readonly latencyMs?: number;
  readonly bytesPerSecond?: number;
  readonly serviceStartMs?: number;
  /** The initial content of the storage. */
  readonly storage?: Readonly<Record<string, string>>;
  /** The build whose phone part is installed, if it differs from the watch's. */
  readonly package?: WatchPackage;
  /** Whether faults are thrown by the call that caused them (the default) or only recorded. */
  readonly strict?: boolean;
}

/**
 * A phone with the Zepp app, in range and running, for use with a watch: `bootWatch({ …, radio: phone.radio })`. Both
 * use the watch's clock, and faults of the phone are reported among the watch's. A phone can be used with one watch
 * after another and keeps its storage.
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

  /** The phone's time of day, ms since 1970 UTC. Setting the watch's clock does not affect it. */
  wall(): number {
    return this.#wallAtZero + (this.#vicinity?.clock.now() ?? 0);
  }

  // Distance and link quality.

  /** Moves watch and phone out of range. What is in the air is lost. */
  outOfRange(): void {
    this.#act(() => this.#link.setInRange(false));
  }

  inRange(): void {
    this.#act(() => this.#link.setInRange(true));
  }

  /**
   * Moves them out of range once `packets` more have arrived, in either direction, which is in the middle of a longer
   * message.
   */
  outOfRangeAfterPackets(packets: number): void {
    this.#link.leaveRangeAfter(packets);
  }

  /** Loses the next `packets` packets in that direction. */
  loseNextPackets(packets: number, direction: Direction = 'toPhone'): void {
    this.#link.loseNext(packets, direction);
  }

  /** Cuts the next packet in that direction to its first `bytes` bytes. */
  cutNextPacket(bytes: number, direction: Direction = 'toPhone'): void {
    this.#link.cutNext(bytes, direction);
  }

  /** Replaces the content of the next packet of a message in that direction with noise. */
  garbleNextPacket(direction: Direction = 'toPhone'): void {
    this.#link.garbleNext(direction);
  }

  /** The probability that a packet is lost. */
  setLoss(loss: number): void {
    this.#link.weather = { ...this.#link.weather, loss };
  }

  /** The probability that a packet arrives twice. */
  doublePackets(doubling: number): void {
    this.#link.weather = { ...this.#link.weather, doubling };
  }

  /** The probability that a packet arrives after others that were sent later. */
  reorderPackets(reordering: number): void {
    this.#link.weather = { ...this.#link.weather, reordering };
  }

  setLatency(ms: number): void {
    this.#link.latencyMs = ms;
  }

  // The Zepp app.

  /**
   * Kills the Zepp app with the side service and the settings page, without telling them. The phone itself keeps its
   * connection to the watch unless told to drop it.
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

  /** Kills the side service without telling it; the next handshake starts another. */
  killSideService(): void {
    this.#act(() => this.#zepp.killService());
  }

  /** Kills the side service when `packets` more have reached it, before it sees the last of them. */
  killSideServiceAfterPackets(packets: number): void {
    this.#zepp.killServiceAfter(packets);
  }

  /** The Zepp app ends the side service normally and tells the watch. */
  stopSideService(): void {
    this.#act(() => this.#zepp.stopService());
  }

  /** Whether the side service is torn down as soon as one of its handlers returns after answering. */
  tearDownAfterEachAnswer(tearsDown = true): void {
    this.#zepp.tearsDownAfterAnswer = tearsDown;
  }

  /** Makes the app's next `count` writes to the storage throw, or do nothing. */
  failStorage(count: number, how: StorageFailure = 'throws'): void {
    this.#storage.failWrites(count, how);
  }

  /** Makes the app's next `count` reads from the storage throw. */
  failStorageReads(count: number): void {
    this.#storage.failReads(count);
  }

  /** Changes or removes a stored text, bypassing the app. */
  editStorage(key: string, value: string | undefined): void {
    this.#act(() => this.#storage.put(key, value, 'hand'));
  }

  // Observations.

  /** What the Zepp app has stored for the app, by key. */
  storage(): ReadonlyMap<string, string> {
    return this.#storage.items();
  }

  /** The number of writes to the storage so far, including failed ones. */
  storageWrites(): number {
    return this.#storage.writes;
  }

  /** The number of reads from the storage so far, including failed ones. */
  storageReads(): number {
    return this.#storage.reads;
  }

  /** The app's settings page in the Zepp app; opens it if necessary. */
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
      // Not documented for a watch without its phone; on `false`, ZML would throw from its own `onDestroy`.
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
