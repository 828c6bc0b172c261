import { callLifeCycle, type Process } from './process';
import type { RunnerHost } from './runner-host';
import { SERVICE_CODES, type Scope } from './scope';

/**
 * The maximum run time of an app service woken by an alarm or a notification (Zepp OS docs, App Service, System
 * Limitation).
 */
const SERVICE_BUDGET_MS = 600;

/** According to an app author, this watch runs a woken service only if the manifest also has `app-event`. */
const NEEDS_APP_EVENT = 'Amazfit GTR 4';

/** One run of a service that an alarm or a notification woke. */
export interface ServiceRun {
  /** ms since the watch was booted. */
  readonly at: number;
  readonly file: string;
  readonly param: string | undefined;
}

interface Continuous {
  readonly file: string;
  readonly param: string | undefined;
  readonly reload: boolean;
  process: Process | undefined;
}

/** App services: short runs of those that are woken, and the one that may keep running. */
export class ServiceRunner {
  readonly #host: RunnerHost;
  readonly #runs: ServiceRun[] = [];
  readonly #woken = new Set<Process>();
  #continuous: Continuous | undefined;
  #slotTaken = false;

  constructor(host: RunnerHost) {
    this.#host = host;
  }

  runs(): readonly ServiceRun[] {
    return this.#runs;
  }

  running(): readonly string[] {
    return this.#continuous === undefined ? [] : [this.#continuous.file];
  }

  /** Makes another app's service occupy the only slot. */
  takeSlot(taken: boolean): void {
    this.#slotTaken = taken;
  }

  /** Wakes a service for one run in a world of its own. */
  runOnce(file: string, param: string | undefined): void {
    const {
      package: { manifest },
      options,
      clock,
    } = this.#host;
    if (options.device.name === NEEDS_APP_EVENT && manifest.module['app-event']?.path === undefined) {
      this.#host.print('warn', 'system', [`${file} is not run: this watch needs app-event in app.json`]);
      return;
    }
    this.#runs.push({ at: clock.now(), file, param });
    const process = this.#start(file, param, clock.now() + SERVICE_BUDGET_MS);
    this.#woken.add(process);
    const lives = options.serviceEnds === 'whenDone' ? process.time.aheadMs : SERVICE_BUDGET_MS;
    const endSoon = clock.after(lives, () => this.#finish(process));
    process.lifetime.own(endSoon);
    this.#host.kernel.settle();
  }

  /** Starts the continuous service; returns a code of `SERVICE_CODES`. */
  start(caller: Scope['kind'], file: string, param: string | undefined, reload: boolean): number {
    if (caller === 'service') return SERVICE_CODES.unknown;
    if (this.#host.consent !== 'granted') return SERVICE_CODES.noPermission;
    if (this.#slotTaken || this.#continuous !== undefined) return SERVICE_CODES.limit;
    const service: Continuous = { file, param, reload, process: undefined };
    this.#continuous = service;
    this.#host.kernel.later(() => {
      if (this.#continuous === service) service.process = this.#start(file, param);
    });
    return SERVICE_CODES.success;
  }

  stop(file: string): number {
    const service = this.#continuous;
    if (service?.file !== file) return SERVICE_CODES.status;
    this.#continuous = undefined;
    this.#host.kernel.later(() => {
      if (service.process !== undefined) this.#finish(service.process);
    });
    return SERVICE_CODES.success;
  }

  /** Ends all services without telling them. The continuous one is remembered if it should be restarted. */
  killAll(): void {
    for (const process of this.#woken) process.lifetime.end();
    this.#woken.clear();
    this.#continuous?.process?.lifetime.end();
    if (this.#continuous?.reload !== true) this.#continuous = undefined;
    else this.#continuous.process = undefined;
  }

  /**
   * Restarts the continuous service after a reboot or an update if it was started with that option (Zepp OS docs,
   * reload).
   */
  restart(): void {
    const service = this.#continuous;
    if (service !== undefined) service.process = this.#start(service.file, service.param);
    this.#host.kernel.settle();
  }

  #start(file: string, param: string | undefined, endsAt?: number): Process {
    const { package: packageNow, options } = this.#host;
    const script = packageNow.script(file);
    if (script === undefined) throw new Error(`the package has no service ${file}`);
    const process = this.#host.makeProcess('service', endsAt);
    if (options.runsAppForService) callLifeCycle(process.app, 'onCreate', param);
    callLifeCycle(process.open(script, 'service', undefined), 'onInit', param);
    return process;
  }

  #finish(process: Process): void {
    this.#woken.delete(process);
    if (!process.lifetime.alive) return;
    if (!process.time.isOver) this.#sayGoodbye(process);
    process.lifetime.end();
  }

  #sayGoodbye(process: Process): void {
    if (process.instance !== undefined) callLifeCycle(process.instance, 'onDestroy');
    if (this.#host.options.runsAppForService) callLifeCycle(process.app, 'onDestroy');
  }
}
