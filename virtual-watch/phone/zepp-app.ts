import type { LogLine } from '../machine/log';
import type { Vicinity } from '../machine/radio';
import { decodeFrame, encodeFrame, FRAME_TYPES, WATCH_PORT, type Frame } from './frame';
import type { Link } from './link';
import { SettingsPage } from './settings-page';
import { SideService, type LaunchReason } from './side-service';
import type { PhoneStorage, StorageChange } from './storage';

export interface ZeppAppParts {
  readonly link: Link;
  readonly storage: PhoneStorage;
  readonly language: string;
  /** How long the Zepp app takes to start a side service, in ms. */
  readonly serviceStartMs: number;
  readonly logs: LogLine[];
  readonly wall: () => number;
  readonly random: () => number;
  /** Runs a person's action, and throws the faults it causes. */
  readonly act: (run: () => void) => void;
}

/** The first port. The Zepp app assigns ports; each run of a side service gets a new one. */
const FIRST_PORT = 1_001;

/**
 * The Zepp app. It passes messages between the watch and the package's side service, starts that service when the watch
 * shakes hands, ends it when the watch's app closes, and shows the settings page.
 */
export class ZeppApp {
  tearsDownAfterAnswer = false;
  readonly #parts: ZeppAppParts;
  #vicinity: Vicinity | undefined;
  #isRunning = true;
  #service: SideService | undefined;
  #starting: { readonly cancel: () => void } | undefined;
  #page: SettingsPage | undefined;
  #nextPort = FIRST_PORT;
  #starts = 0;
  #untilKilled: number | undefined;

  constructor(parts: ZeppAppParts) {
    this.#parts = parts;
    parts.link.onArrival('toPhone', (bytes) => this.#isRunning && this.#receive(bytes));
    parts.storage.onChange((change) => this.#vicinity?.kernel.later(() => this.#changed(change)));
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  get hasService(): boolean {
    return this.#service !== undefined;
  }

  /** How often a side service was started. */
  get serviceStarts(): number {
    return this.#starts;
  }

  /** Another watch replaces the previous one. */
  pair(vicinity: Vicinity): void {
    this.#endEverything();
    this.#vicinity = vicinity;
  }

  start(): void {
    this.#isRunning = true;
  }

  /** Kills it without telling anything in it. */
  kill(): void {
    this.#isRunning = false;
    this.#endEverything();
  }

  killService(): void {
    this.#starting?.cancel();
    this.#starting = undefined;
    this.#service?.kill();
    this.#service = undefined;
  }

  /** Kills the side service when `packets` more have reached it, before it sees the last of them. */
  killServiceAfter(packets: number): void {
    this.#untilKilled = packets;
  }

  /** Ends the side service normally, and tells the watch. */
  stopService(): void {
    const service = this.#service;
    if (service === undefined) return;
    this.#service = undefined;
    service.destroy();
    this.#send({ type: FRAME_TYPES.close, sidePort: service.port, payload: new Uint8Array(0) });
  }

  /** The settings page; opens it if necessary. */
  page(): SettingsPage {
    if (!this.#isRunning) throw new Error('the Zepp app is not running');
    const vicinity = this.#requireVicinity();
    if (this.#page?.isOpen === true) return this.#page;
    const { storage, language, wall, random, logs, act } = this.#parts;
    const page = new SettingsPage({ vicinity, storage, language, wall, random, logs, act });
    this.#page = page;
    act(() => page.open());
    return page;
  }

  /** Returns whether anything was listening. */
  #receive(bytes: Uint8Array): boolean {
    const frame = decodeFrame(bytes);
    if (frame?.appId !== this.#appId) return false;
    switch (frame.type) {
      case FRAME_TYPES.shake:
        this.#shake(frame);
        return true;
      case FRAME_TYPES.data:
        return this.#deliver(frame);
      case FRAME_TYPES.close:
        this.#closed(frame);
        return true;
      default:
        return false;
    }
  }

  /** Answers the watch's request for the side service with its port, starting it if necessary. */
  #shake({ payload }: Frame): void {
    if (this.#starting !== undefined) return;
    const answer = (service: SideService): void =>
      this.#send({ type: FRAME_TYPES.shake, sidePort: service.port, payload });
    if (this.#service !== undefined) {
      answer(this.#service);
      return;
    }
    const cancel = this.#requireVicinity().clock.after(this.#parts.serviceStartMs, () => {
      this.#starting = undefined;
      answer(this.#startService({ kind: 'watch' }));
    });
    this.#starting = { cancel };
  }

  #startService(reason: LaunchReason): SideService {
    const vicinity = this.#requireVicinity();
    const { storage, language, wall, random, logs } = this.#parts;
    const port = (this.#nextPort += 1) - 1;
    let hasAnswered = false;
    const service = new SideService({
      ...{ vicinity, storage, language, wall, random, logs, port, reason },
      send: (payload) => {
        this.#send({ type: FRAME_TYPES.data, sidePort: port, payload });
        if (!this.tearsDownAfterAnswer || hasAnswered) return;
        hasAnswered = true;
        vicinity.kernel.later(() => this.#tearDown(service));
      },
    });
    this.#starts += 1;
    return (this.#service = service);
  }

  #tearDown(service: SideService): void {
    if (this.#service === service) this.killService();
  }

  #deliver({ sidePort, payload }: Frame): boolean {
    if (this.#untilKilled !== undefined) {
      this.#untilKilled -= 1;
      if (this.#untilKilled <= 0) {
        this.#untilKilled = undefined;
        this.killService();
      }
    }
    return this.#service?.port === sidePort && this.#service.receive(payload);
  }

  #closed({ sidePort }: Frame): void {
    if (this.#service?.port !== sidePort) return;
    this.#service.destroy();
    this.#service = undefined;
  }

  /** A change in the settings page starts the side service, or notifies it if it is running. */
  #changed(change: StorageChange): void {
    this.#page?.refresh();
    if (!this.#isRunning || change.by === 'side-service') return;
    if (this.#service !== undefined) this.#service.storageChanged(change);
    else if (change.by === 'settings-page') this.#startService({ kind: 'settings', change });
  }

  #send(frame: Pick<Frame, 'type' | 'sidePort' | 'payload'>): void {
    const bytes = encodeFrame({ ...frame, watchPort: WATCH_PORT, appId: this.#appId });
    this.#parts.link.send('toWatch', bytes);
  }

  #endEverything(): void {
    this.killService();
    this.#page?.close();
    this.#page = undefined;
  }

  get #appId(): number {
    return this.#requireVicinity().package().manifest.app.appId;
  }

  #requireVicinity(): Vicinity {
    if (this.#vicinity === undefined)
      throw new Error('no watch is paired with this phone: boot one with its radio');
    return this.#vicinity;
  }
}
