import { machineOptions, type BootOptions } from './boot-options';
import type { LatenessOf } from './machine/alarms';
import type { SystemMode, WearState } from './machine/body';
import type { Key } from './machine/device';
import { WatchFault } from './machine/faults';
import { Finger, findTarget, type Direction } from './machine/finger';
import { fit } from './machine/fit';
import { Glass } from './machine/glass';
import { Machine } from './machine/machine';
import type { RealmHost } from './machine/realm';
import type { OddAnswer } from './machine/odd-answers';
import { readZab, type WatchPackage } from './machine/package';
import type { Consent } from './machine/scope';
import type { Felt } from './machine/vibrator';
import { ObservedWatch } from './observed';
import { modelledMembers } from './zos/index';

/** How long a reboot takes. */
const REBOOT_MS = 20_000;
/** How far `advanceUntil` goes before it gives up. */
const DEFAULT_LIMIT_MS = 60 * 60 * 1000;

/**
 * A watch with the app on it, to be told what a person does and what time does, and asked what can be seen and felt.
 * Everything happens at once: when a method returns, all it led to has happened (where the host drains promise jobs by
 * itself; elsewhere after `settled`).
 */
export class VirtualWatch extends ObservedWatch {
  readonly #finger: Finger;
  readonly #strict: boolean;
  readonly #host: RealmHost;

  /** Starts a watch on its watchface, with an empty disk. */
  static boot(options: BootOptions): VirtualWatch {
    return new VirtualWatch(options);
  }

  private constructor(options: BootOptions) {
    const machine = new Machine(machineOptions(options));
    const glass = new Glass(machine);
    super(machine, glass);
    this.#finger = new Finger(machine, glass);
    this.#strict = options.strict ?? true;
    this.#host = options.host;
  }

  // What a person does.

  /** Starts the app from the app list, lighting the screen if need be. */
  openApp(): void {
    this.#do(() => {
      this.machine.hardware.screen.light();
      // Lighting the screen may open the app again by itself, and what the app does then may take the power.
      const { app, isOn } = this.machine;
      if (isOn && !app.isRunning) app.launch(undefined, undefined, undefined);
    });
  }

  /** Taps what says `label`, whole or in part. It has to be in sight and to listen. */
  tap(label: string): void {
    this.#requireLit(`tap "${label}"`);
    const { x, y } = findTarget(this.machine, this.glass, label);
    this.tapAt(x, y);
  }

  /** Taps a point of the screen, in pixels. */
  tapAt(x: number, y: number): void {
    this.touchDown(x, y);
    this.touchUp();
  }

  /** Holds what says `label` for `ms`. */
  hold(label: string, ms = 1_000): void {
    this.#requireLit(`hold "${label}"`);
    const { x, y } = findTarget(this.machine, this.glass, label);
    this.touchDown(x, y);
    this.advance(ms);
    this.touchUp();
  }

  touchDown(x: number, y: number): void {
    this.#do(() => this.#finger.down(x, y));
  }

  /** Lifts the finger; `slid` when it has moved too far for a tap. */
  touchUp(slid = false): void {
    this.#act(() => this.#finger.up(slid));
  }

  swipe(direction: Direction): void {
    this.#do(() => this.#finger.swipe(direction));
  }

  /** Presses and releases a key this watch has. */
  press(key: Key): void {
    this.keyDown(key);
    this.keyUp(key);
  }

  /** Holds a key for `ms`; from one second on it counts as a long press. */
  longPress(key: Key, ms = 1_000): void {
    this.keyDown(key);
    this.advance(ms);
    this.keyUp(key);
  }

  keyDown(key: Key): void {
    this.#do(() => this.#finger.keyDown(key));
  }

  keyUp(key: Key): void {
    this.#act(() => this.#finger.keyUp(key));
  }

  /** Positive is counter-clockwise. */
  turnCrown(degrees: number): void {
    this.#do(() => this.#finger.turnCrown(degrees));
  }

  /** Scrolls the page by pixels, down if positive. */
  scroll(pixels: number): void {
    this.#do(() => this.#finger.scroll(pixels));
  }

  wristUp(): void {
    this.#do(() => {
      this.machine.hardware.screen.light();
      this.#finger.moveWrist('lift');
    });
  }

  /** The arm drops: the screen goes dark, unless the app has paused that. */
  wristDown(): void {
    this.#do(() => {
      this.#finger.moveWrist('lower');
      this.machine.hardware.screen.turnOffBy('dropWrist');
    });
  }

  flipWrist(): void {
    this.#do(() => this.#finger.moveWrist('flip'));
  }

  /** A hand covers the glass: the screen goes dark, unless the app has paused that. */
  palm(): void {
    this.#do(() => {
      this.#finger.coverByPalm();
      this.machine.hardware.screen.turnOffBy('palm');
    });
  }

  wake(): void {
    this.#do(() => this.machine.hardware.screen.light());
  }

  screenOff(): void {
    this.#do(() => this.machine.hardware.screen.turnOff());
  }

  /** Taps a button of a notification, which opens the page or wakes the service that it names. */
  tapNotification(action: string): void {
    this.#do(() => {
      const actions = this.machine.hardware.notifications.shown().flatMap((shown) => shown.actions);
      const found = actions.find(({ text }) => text === action);
      if (found === undefined) throw new Error(`no notification offers "${action}"`);
      this.machine.runAction(found.file, found.param);
    });
  }

  /** Sweeps a notification away. */
  dismissNotification(id: number): void {
    this.#do(() => this.machine.hardware.notifications.cancel(id));
  }

  /** Puts the app's card on the list of shortcut cards, which a swipe to the right on the watch face shows. */
  addCard(): void {
    this.#do(() => this.machine.cards.add());
  }

  /** Takes it off the list again. */
  removeCard(): void {
    this.#do(() => this.machine.cards.remove());
  }

  // Time.

  /** Lets `ms` pass, with everything that happens in them. */
  advance(ms: number): void {
    const until = this.now() + ms;
    this.#act(() => {
      while (this.machine.clock.runNext(until)) this.machine.kernel.settle();
      this.machine.clock.moveTo(until);
    });
  }

  /** Lets time pass from one event to the next until `isReached`; an error after `limitMs`. Returns how long it took. */
  advanceUntil(isReached: (watch: this) => boolean, limitMs = DEFAULT_LIMIT_MS): number {
    const start = this.now();
    while (!isReached(this)) {
      if (!this.step(start + limitMs) && !isReached(this)) {
        throw new Error(`not reached within ${limitMs} ms; ${this.#describe()}`);
      }
    }
    return this.now() - start;
  }

  /** Lets time pass until something is felt, and returns it. */
  advanceToNextFelt(limitMs = DEFAULT_LIMIT_MS): Felt {
    let felt: Felt | undefined;
    const unlisten = this.onFelt((next) => {
      felt ??= next;
    });
    try {
      this.advanceUntil(() => felt !== undefined, limitMs);
    } finally {
      unlisten();
    }
    if (felt === undefined) throw new Error('nothing was felt');
    return felt;
  }

  /**
   * Runs the next event due by `until` (ms since boot) and tells whether there was one; otherwise moves to `until`. With
   * `settled` awaited after each, a host that cannot drain promise jobs by itself keeps them in order too.
   */
  step(until: number): boolean {
    let ran = false;
    this.#act(() => {
      ran = this.machine.clock.runNext(until);
      if (!ran) this.machine.clock.moveTo(until);
    });
    return ran;
  }

  /** `advance` for a host that drains promise jobs only when awaited. */
  async advanceSettled(ms: number): Promise<void> {
    const until = this.now() + ms;
    while (this.step(until)) await this.settled();
  }

  /** Resolves once the promise jobs of all worlds have run, and what they led to has happened. */
  async settled(): Promise<void> {
    await this.#host.settled();
    this.#act(() => undefined);
  }

  /** Sets the time of day forward (or back, if negative). */
  stepClock(ms: number): void {
    this.#act(() => {
      this.machine.clock.stepWall(ms);
      if (this.machine.isOn) this.machine.hardware.alarms.onClockSet();
    });
  }

  // What happens in life.

  /** The app's process dies with no word to it. */
  crash(): void {
    this.#act(() => this.machine.app.kill());
  }

  /** The system is busy: for so long no timer of a page rings, and then all that are due. Services and alarms go on. */
  stallPages(ms: number): void {
    this.machine.holdPages(ms);
  }

  /** Going to another page takes so long from now on. */
  slowNavigation(ms: number): void {
    this.machine.setNavigationTime(ms);
  }

  powerOff(): void {
    this.#act(() => this.machine.powerOff());
  }

  powerOn(): void {
    this.#act(() => this.machine.powerOn());
  }

  /** Off, and on again after `ms`. */
  reboot(ms = REBOOT_MS): void {
    this.powerOff();
    this.advance(ms);
    this.powerOn();
  }

  /** The app is replaced by another build, or by the same: its files stay, its alarms are gone. */
  updateApp(zab?: Uint8Array | readonly WatchPackage[]): void {
    const packages = zab instanceof Uint8Array ? readZab(zab) : zab;
    const next = packages === undefined ? this.machine.package : fit(packages, this.device);
    this.#act(() => this.machine.update(next));
  }

  setMode(modes: Partial<Readonly<Record<SystemMode, boolean>>>): void {
    for (const [mode, on] of Object.entries(modes) as [SystemMode, boolean][]) {
      this.machine.hardware.body.setMode(mode, on);
    }
  }

  setWear(wear: WearState): void {
    this.#act(() => this.machine.hardware.body.setWear(wear));
  }

  setWorn(worn: boolean): void {
    this.setWear(worn ? 'worn' : 'notWorn');
  }

  /** Percent. */
  setBattery(percent: number): void {
    this.#act(() => this.machine.hardware.body.setBattery(percent));
  }

  /** As if the person had answered the question about running in the background before. */
  setConsent(consent: Consent): void {
    this.machine.setConsent(consent);
  }

  /** Another app's service has the one place for a continuous service. */
  occupyServiceSlot(taken = true): void {
    this.machine.services.takeSlot(taken);
  }

  /**
   * Of the next write to a file only `bytes` bytes arrive, or of the one that comes after `whole` others. Then the power
   * goes, until `powerOn` (or `reboot`); or, with `crash`, only the app's process.
   */
  tearNextWrite(bytes: number, then: 'power' | 'crash' = 'power', whole = 0): void {
    const machine = this.machine;
    const stop = (): void => {
      if (then === 'power') machine.powerOff();
      else {
        machine.app.kill();
        machine.kernel.later(() => machine.hardware.disk.thaw());
      }
    };
    machine.hardware.disk.tearNextWrite(bytes, stop, whole);
  }

  /** The next `count` writes change nothing, or those that come after `whole` others. */
  failWrites(count: number, whole = 0): void {
    this.machine.hardware.disk.failWrites(count, whole);
  }

  /** The next `count` listings of a folder that is there fail. */
  failLists(count: number): void {
    this.machine.hardware.disk.failLists(count);
  }

  /** The next `count` alarms are refused with id 0. */
  refuseAlarms(count: number): void {
    this.machine.hardware.alarms.refuse(count);
  }

  /** At most `count` alarms at a time. */
  limitAlarms(count: number): void {
    this.machine.hardware.alarms.limitTo(count);
  }

  /** Alarms go off so many ms later than their second, or earlier if negative; each as much as `ms` says of it. */
  delayAlarms(ms: number | LatenessOf): void {
    this.#act(() => {
      this.machine.hardware.alarms.setLateness(typeof ms === 'number' ? () => ms : ms);
      if (this.machine.isOn) this.machine.hardware.alarms.rearm();
    });
  }

  /**
   * From now on, and also in scripts that run already, this member of a module behaves so: `answerOddly('@zos/sensor',
   * 'Wear.getStatus', 'throws')`. `missing`, and what a constant is, counts for scripts that are loaded later; `undefined` makes it as it should be.
   * Of a class it can only be said that it throws or is missing.
   */
  answerOddly(module: string, member: string, odd: OddAnswer | undefined): void {
    const process = this.machine.makeProcess('app');
    const known = modelledMembers(process.app.scope)[module];
    process.lifetime.end();
    if (known?.includes(member) !== true) throw new Error(`${module} has no ${member} that is modelled`);
    const isClass = known.some((other) => other.startsWith(`${member}.`));
    if (isClass && odd !== undefined && odd !== 'throws' && odd !== 'missing')
      throw new Error(`${member} is a class: it throws or is missing, and its methods answer`);
    this.machine.oddAnswers.set(module, member, odd);
  }

  /** What a person does with a watch that is on. Lifting a finger is no deed of that kind: the power may have gone under it. */
  #do(run: () => void): void {
    this.#requirePower();
    this.#act(run);
  }

  #act(run: () => void): void {
    run();
    this.machine.kernel.settle();
    const fault = this.machine.kernel.faults.takeUnreported();
    if (fault !== undefined && this.#strict) throw new WatchFault(fault);
  }

  #requirePower(): void {
    if (!this.machine.isOn) throw new Error('the watch is off');
  }

  #requireLit(what: string): void {
    this.#requirePower();
    if (!this.machine.hardware.screen.lit) throw new Error(`cannot ${what}: the screen is dark`);
  }

  #describe(): string {
    const { lit, shows } = this.screen();
    return `at ${this.now()} ms the ${lit ? 'lit' : 'dark'} screen shows ${shows}: ${this.texts().join(' | ')}`;
  }
}
