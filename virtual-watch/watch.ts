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
import type { Zone } from './machine/zone';
import { modelledMembers } from './zos/index';

/** How long a reboot takes. */
const REBOOT_MS = 20_000;
/** How far `advanceUntil` goes before it gives up. */
const DEFAULT_LIMIT_MS = 60 * 60 * 1000;

/**
 * A watch with the app on it. It can be told what a person does and how much time passes, and asked what can be seen
 * and felt. Everything is synchronous: when a method returns, all its effects have happened (if the host drains promise
 * jobs by itself; otherwise after `settled`).
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

  /** Starts the app from the app list, lighting the screen if necessary. */
  openApp(): void {
    this.#do(() => {
      this.machine.hardware.screen.light();
      // Lighting the screen may reopen the app, and the app may then cause a power loss.
      const { app, isOn } = this.machine;
      if (isOn && !app.isRunning) app.launch(undefined, undefined, undefined);
    });
  }

  /** Taps the element whose label is or contains `label`. It must be in sight and have a listener. */
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

  /** Holds the element labelled `label` for `ms`. */
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

  /** Lifts the finger; `slid` if it has moved too far for a tap. */
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

  /** Drops the arm: the screen goes dark, unless the app has paused that. */
  wristDown(): void {
    this.#do(() => {
      this.#finger.moveWrist('lower');
      this.machine.hardware.screen.turnOffBy('dropWrist');
    });
  }

  flipWrist(): void {
    this.#do(() => this.#finger.moveWrist('flip'));
  }

  /** Covers the glass with a hand: the screen goes dark, unless the app has paused that. */
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

  /** Taps a button of a notification, which opens its page or wakes its service. */
  tapNotification(action: string): void {
    this.#do(() => {
      const actions = this.machine.hardware.notifications.shown().flatMap((shown) => shown.actions);
      const found = actions.find(({ text }) => text === action);
      if (found === undefined) throw new Error(`no notification offers "${action}"`);
      this.machine.runAction(found.file, found.param);
    });
  }

  /** Swipes a notification away. */
  dismissNotification(id: number): void {
    this.#do(() => this.machine.hardware.notifications.cancel(id));
  }

  /** Adds the app's card to the list of shortcut cards, which a swipe to the right on the watch face shows. */
  addCard(): void {
    this.#do(() => this.machine.cards.add());
  }

  /** Removes it from the list. */
  removeCard(): void {
    this.#do(() => this.machine.cards.remove());
  }

  // Time.

  /** Lets `ms` pass, with all events in them. */
  advance(ms: number): void {
    const until = this.now() + ms;
    this.#act(() => {
      while (this.machine.clock.runNext(until)) this.machine.kernel.settle();
      this.machine.clock.moveTo(until);
    });
  }

  /** Lets time pass event by event until `isReached`; throws after `limitMs`. Returns how long it took, in ms. */
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
   * Runs the next event due by `until` (ms since boot) and returns whether there was one; otherwise moves to `until`.
   * Await `settled` after each step to keep the order of events on a host that cannot drain promise jobs by itself.
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

  /** Resolves once the promise jobs of all worlds have run and their effects have happened. */
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

  /** Moves the watch to another time zone, which it shows at once; the time in UTC does not change. */
  travelTo(zone: Zone): void {
    this.#act(() => this.machine.setZone(zone));
  }

  // Other events.

  /** The app's process dies without notice. */
  crash(): void {
    this.#act(() => this.machine.app.kill());
  }

  /** The system is busy: for `ms` no timer of a page fires, then all that are due. Services and alarms continue. */
  stallPages(ms: number): void {
    this.machine.holdPages(ms);
  }

  /** Sets how long opening another page takes. */
  slowNavigation(ms: number): void {
    this.machine.setNavigationTime(ms);
  }

  powerOff(): void {
    this.#act(() => this.machine.powerOff());
  }

  powerOn(): void {
    this.#act(() => this.machine.powerOn());
  }

  /** Turns off, and on again after `ms`. */
  reboot(ms = REBOOT_MS): void {
    this.powerOff();
    this.advance(ms);
    this.powerOn();
  }

  /** Replaces the app with another build or the same one: its files stay, its alarms are gone. */
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

  /** In percent. */
  setBattery(percent: number): void {
    this.#act(() => this.machine.hardware.body.setBattery(percent));
  }

  /** Sets the person's answer to whether a service may run in the background. */
  setConsent(consent: Consent): void {
    this.machine.setConsent(consent);
  }

  /** Makes another app's service occupy the only slot for a continuous service. */
  occupyServiceSlot(taken = true): void {
    this.machine.services.takeSlot(taken);
  }

  /**
   * Cuts the next write to a file, or the one after `whole` others, to its first `bytes` bytes. Then the power fails
   * until `powerOn` (or `reboot`) or, with `crash`, only the app's process dies.
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

  /** Makes the next `count` writes, or those after `whole` others, change nothing. */
  failWrites(count: number, whole = 0): void {
    this.machine.hardware.disk.failWrites(count, whole);
  }

  /** Makes the next `count` listings of an existing folder fail. */
  failLists(count: number): void {
    this.machine.hardware.disk.failLists(count);
  }

  /** Makes the watch refuse the next `count` alarms, with id 0. */
  refuseAlarms(count: number): void {
    this.machine.hardware.alarms.refuse(count);
  }

  /** Limits the number of alarms to `count`. */
  limitAlarms(count: number): void {
    this.machine.hardware.alarms.limitTo(count);
  }

  /** Makes alarms go off `ms` after their second, or before if negative; a function gives the delay of each. */
  delayAlarms(ms: number | LatenessOf): void {
    this.#act(() => {
      this.machine.hardware.alarms.setLateness(typeof ms === 'number' ? () => ms : ms);
      if (this.machine.isOn) this.machine.hardware.alarms.rearm();
    });
  }

  /**
   * Makes a member of a module deviate from now on, also in running scripts: `answerOddly('@zos/sensor',
   * 'Wear.getStatus', 'throws')`. `missing` and values of constants take effect for scripts loaded later; `undefined`
   * restores the normal behaviour. A class can only be made to throw or be missing.
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

  /**
   * What a person does with a watch that is on. Lifting a finger does not count, since the power may have failed during
   * the touch.
   */
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
