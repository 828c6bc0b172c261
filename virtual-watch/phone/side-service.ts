import { LOG_LEVELS, formatLog, type LogLevel, type LogLine } from '../machine/log';
import { bufferIntoRealm, bytesOf, intoRealm } from '../machine/realm';
import { checkValue } from '../zos/options';
import { makeTimers } from '../zos/timer';
import { giveTranslations } from './hm-utils';
import { openWorld, strictly, type PhoneWorld, type WorldParts } from './phone-world';
import { makeSettingsStorage, type ChangeListener, type PhoneStorage, type StorageChange } from './storage';

/** What made the Zepp app start it. */
export type LaunchReason =
  { readonly kind: 'watch' } | { readonly kind: 'settings'; readonly change: StorageChange };

export interface SideServiceParts extends Omit<WorldParts, 'by'> {
  readonly storage: PhoneStorage;
  readonly language: string;
  /** The port at which the watch reaches it. */
  readonly port: number;
  readonly reason: LaunchReason;
  /** Sends a payload to the watch. */
  send(payload: Uint8Array): void;
}

type Registered = Readonly<Record<string, unknown>>;
type Listener = (...args: readonly unknown[]) => unknown;

/** One run of the side service, in a world of its own. Nothing of it remains when it ends. */
export class SideService {
  readonly port: number;
  readonly #parts: SideServiceParts;
  readonly #world: PhoneWorld;
  readonly #changeListeners: ChangeListener[] = [];
  #messageListeners: Listener[] = [];
  #registered: Registered | undefined;

  constructor(parts: SideServiceParts) {
    this.#parts = parts;
    this.port = parts.port;
    this.#world = openWorld({ ...parts, by: 'app-side' });
    this.#furnish();
    this.#world.run();
    this.#call('onInit');
    this.#call('onRun');
  }

  get isAlive(): boolean {
    return this.#world.lifetime.alive;
  }

  /** Delivers a payload from the watch; returns `false` if nothing listens. */
  receive(payload: Uint8Array): boolean {
    if (!this.isAlive || this.#messageListeners.length === 0) return false;
    const data = bufferIntoRealm(this.#world.realm, payload);
    for (const listener of this.#messageListeners) this.#world.enter('message', () => listener(data));
    return true;
  }

  /** Notifies it of a change made by something else. */
  storageChanged(change: StorageChange): void {
    for (const listener of [...this.#changeListeners]) {
      this.#world.enter('change', () => listener(this.#describe(change)));
    }
  }

  /** Ends it normally. */
  destroy(): void {
    this.#call('onDestroy');
    this.kill();
  }

  /** Ends it without telling it. */
  kill(): void {
    this.#world.lifetime.end();
  }

  #call(name: string): void {
    const lifeCycle = this.#registered?.[name];
    if (typeof lifeCycle === 'function')
      this.#world.enter(name, () => Reflect.apply(lifeCycle, this.#registered, []));
  }

  #furnish(): void {
    const world = this.#world;
    const { global } = world.realm;
    const timers = makeTimers({ ...world, kind: 'app', hardware: { clock: this.#parts.vicinity.clock } });
    Object.assign(global, timers);
    giveTranslations(world, this.#parts.language);
    global['AppSideService'] = (options: unknown) => {
      if (this.#registered !== undefined) world.misuse('AppSideService is called a second time');
      this.#registered = checkValue(world, 'AppSideService', options, 'object');
    };
    global['getApp'] = () => strictly(world, 'getApp()', { port2: this.port });
    global['Logger'] = strictly(world, 'Logger', { getLogger: (name: unknown) => this.#makeLogger(name) });
    global['messaging'] = strictly(world, 'messaging', { peerSocket: this.#makeSocket() });
    global['settings'] = strictly(world, 'settings', { settingsStorage: this.#makeStorage() });
    global['sideService'] = this.#makeAbout();
    global['transferFile'] = makeTransferFile(world);
    global['fetch'] = () => world.notModelled('fetch');
    for (const name of ['network', 'image']) global[name] = strictly(world, name, {});
  }

  #makeStorage(): unknown {
    const { storage } = this.#parts;
    return makeSettingsStorage({
      world: this.#world,
      storage,
      writer: 'side-service',
      listeners: this.#changeListeners,
    });
  }

  #makeSocket(): unknown {
    const world = this.#world;
    const check = (event: unknown, listener: unknown): Listener => {
      if (event !== 'message') world.misuse(`peerSocket has no event ${String(event)}`);
      return checkValue(world, 'peerSocket listener', listener, 'function');
    };
    return strictly(world, 'messaging.peerSocket', {
      addListener: (event: unknown, listener: unknown) => {
        this.#messageListeners = [...this.#messageListeners, check(event, listener)];
      },
      removeListener: (event: unknown, listener: unknown) => {
        const removed = check(event, listener);
        this.#messageListeners = this.#messageListeners.filter((known) => known !== removed);
      },
      send: (data: unknown) => {
        const bytes = bytesOf(data);
        if (bytes === undefined) return world.misuse('peerSocket.send takes an ArrayBuffer');
        if (world.lifetime.alive) this.#parts.send(Uint8Array.from(bytes));
      },
    });
  }

  #makeAbout(): unknown {
    const { reason, vicinity } = this.#parts;
    const world = this.#world;
    return strictly(world, 'sideService', {
      appInfo: strictly(world, 'sideService.appInfo', {
        app: intoRealm(world.realm, vicinity.package().manifest.app),
      }),
      launchReasons: strictly(world, 'sideService.launchReasons', {
        settingsChanged: reason.kind === 'settings',
        fileTransfer: false,
      }),
      launchArgs: reason.kind === 'settings' ? this.#describe(reason.change) : undefined,
    });
  }

  #describe({ key, oldValue, newValue }: StorageChange): unknown {
    return intoRealm(this.#world.realm, { key, oldValue: oldValue ?? null, newValue: newValue ?? null });
  }

  #makeLogger(name: unknown): unknown {
    const logger = checkValue(this.#world, 'Logger.getLogger', name, 'string');
    const print = (level: LogLevel, args: readonly unknown[]): void => {
      const line: LogLine = { at: this.#parts.vicinity.clock.now(), level, logger, text: formatLog(args) };
      this.#parts.logs.push(line);
    };
    return Object.fromEntries(
      LOG_LEVELS.map((level) => [level, (...args: readonly unknown[]) => print(level, args)]),
    );
  }
}

/** Can be opened, as ZML does when it starts, but holds no files. */
function makeTransferFile(world: PhoneWorld): unknown {
  const inbox = strictly(world, 'transferFile.inbox', {
    on: () => undefined,
    off: () => undefined,
    emit: () => undefined,
    getNextFile: () => undefined,
  });
  const outbox = strictly(world, 'transferFile.outbox', {});
  return strictly(world, 'transferFile', {
    inbox,
    outbox,
    getInbox: () => inbox,
    getOutbox: () => outbox,
  });
}
