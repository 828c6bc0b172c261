import { CardArea } from './card-area';
import { PageState } from './page-state';
import { callLifeCycle, type Instance, type Process } from './process';
import type { RunnerHost } from './runner-host';
import type { Scope } from './scope';

/**
 * The app's card in the list of shortcut cards, once the person has added it. It is created when it is added and when
 * the watch starts, and it is suspended while it is not seen (Zepp OS docs, Register SecondaryWidget and Shortcut
 * Cards).
 */
export class CardRunner {
  readonly #host: RunnerHost;
  #isAdded = false;
  #isSeen = false;
  #process: Process | undefined;
  #instance: Instance | undefined;

  constructor(host: RunnerHost) {
    this.#host = host;
  }

  get isAdded(): boolean {
    return this.#isAdded;
  }

  /** Whether it is visible and not covered by the app. */
  get isSeen(): boolean {
    return this.#isSeen;
  }

  get scope(): Scope | undefined {
    return this.#instance?.scope;
  }

  get state(): PageState | undefined {
    return this.#instance?.scope.page;
  }

  /** The script world that the app's pages share with the card, created if necessary; undefined if each has its own. */
  worldOfApp(): Process | undefined {
    if (!this.#isAdded || this.#host.options.cardWorld === 'own') return undefined;
    this.make();
    return this.#process;
  }

  add(): void {
    if (this.#file === undefined) throw new Error('the package has no card');
    this.#isAdded = true;
    this.make();
  }

  /** The person removes it from the list. */
  remove(): void {
    if (this.#instance !== undefined) callLifeCycle(this.#instance, 'onDestroy');
    if (this.#process !== undefined) callLifeCycle(this.#process.app, 'onDestroy');
    this.kill();
    this.#isAdded = false;
  }

  /** Creates it if it should be there and is not. */
  make(): void {
    const file = this.#file;
    if (!this.#isAdded || file === undefined || this.#process?.lifetime.alive === true) return;
    const { options, package: packageNow } = this.#host;
    const script = packageNow.script(file);
    if (script === undefined) throw new Error(`the package has no card ${file}`);
    const process = this.#host.makeProcess('app');
    this.#process = process;
    callLifeCycle(process.app, 'onCreate', undefined);
    const state = new PageState(file, undefined, new CardArea(options.device, options.cardOrigin));
    const instance = process.open(script, 'card', state);
    this.#instance = instance;
    callLifeCycle(instance, 'onInit', undefined);
    callLifeCycle(instance, 'build', undefined);
  }

  see(): void {
    this.make();
    if (this.#isSeen || this.#instance === undefined) return;
    this.#isSeen = true;
    callLifeCycle(this.#instance, 'onResume');
    this.#host.cardChanged();
  }

  unsee(): void {
    if (!this.#isSeen) return;
    this.#isSeen = false;
    if (this.#instance !== undefined) callLifeCycle(this.#instance, 'onPause');
  }

  /** Ends it without telling it. */
  kill(): void {
    this.#process?.lifetime.end();
    this.#process = undefined;
    this.#instance = undefined;
    this.#isSeen = false;
  }

  get #file(): string | undefined {
    return this.#host.package.manifest.module['app-widget']?.widgets?.[0]?.path;
  }
}
