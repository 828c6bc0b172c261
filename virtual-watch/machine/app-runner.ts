import type { Cancel } from './clock';
import { Overlays } from './overlays';
import { PageState } from './page-state';
import { callLifeCycle, type Instance, type Process } from './process';
import type { RunnerHost } from './runner-host';
import type { Move, Scope } from './scope';

/** How long after the screen goes dark the app is left (Zepp OS docs, setWakeUpRelaunch). */
const LEAVE_AFTER_DARK_MS = 10_000;

/** A page to go back to or to open again. */
interface Visit {
  readonly url: string;
  readonly params: string | undefined;
}

/** What the screen shows when no page of the app is in front. */
export const PLACES = ['watchface', 'app list', 'cards'] as const;
export type Place = (typeof PLACES)[number];

/**
 * The app in front: its process, its page, and the pages to go back to. A page is destroyed whenever another is shown,
 * and created again on return to it (Zepp OS docs, Routing).
 */
export class AppRunner {
  readonly overlays: Overlays;
  readonly #host: RunnerHost;
  #process: Process | undefined;
  #stack: Visit[] = [];
  #place: Place = 'watchface';
  #isPaused = false;
  /** Whether the card has opened the app, so that leaving the app returns to the card. */
  #isFromCard = false;
  #wantsRelaunch = false;
  #relaunchAt: Visit | undefined;
  #leaving: Cancel = () => undefined;

  constructor(host: RunnerHost) {
    this.#host = host;
    this.overlays = new Overlays(host.clock);
    host.hardware.screen.onChange((lit) => (lit ? this.#onLit() : this.#onDark()));
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  get page(): PageState | undefined {
    return this.#instance?.scope.page;
  }

  get pageScope(): Scope | undefined {
    return this.#instance?.scope;
  }

  /** The path of the page, or the place shown when there is none. */
  get shows(): string {
    return this.page?.url ?? this.#place;
  }

  get wantsRelaunch(): boolean {
    return this.#wantsRelaunch;
  }

  /** Opens the app on a page, by default its first. `param` goes to `App.onCreate`. */
  launch(url: string | undefined, pageParams: string | undefined, param: string | undefined): void {
    const first = url ?? this.#host.package.manifest.module.page.pages[0];
    if (first === undefined) throw new Error('the package has no page');
    this.#leaving();
    this.#relaunchAt = undefined;
    this.#wantsRelaunch = false;
    this.#isFromCard = this.#place === 'cards';
    this.#host.cards.unsee();
    this.#process = this.#host.cards.worldOfApp() ?? this.#newWorld(param);
    this.#stack = [{ url: first, params: pageParams }];
    this.#showPage();
    this.#host.kernel.settle();
  }

  #newWorld(param: string | undefined): Process {
    const process = this.#host.makeProcess('app');
    callLifeCycle(process.app, 'onCreate', param);
    return process;
  }

  /** A swipe while no page of the app is in front: right from the watch face to the cards, left back again. */
  swipe(direction: string): void {
    if (this.#place === 'watchface' && direction === 'right' && this.#host.cards.isAdded) this.#goTo('cards');
    else if (this.#place === 'cards' && direction === 'left') this.#goTo('watchface');
  }

  /** Returns to the watch face from any other place outside the app. */
  goHome(): void {
    if (!this.isRunning) this.#goTo('watchface');
  }

  #goTo(place: Place): void {
    this.#place = place;
    if (place === 'cards') this.#host.cards.see();
    else this.#host.cards.unsee();
  }

  /** Opens the app on a page, leaving it first if it is running, and lights the screen. */
  relaunch(url: string, param: string | undefined, pageParams?: string): void {
    this.leave('watchface');
    this.#relaunchAt = undefined;
    this.#host.hardware.screen.light();
    this.launch(url, pageParams, param);
  }

  /** Opens a page for an alarm, which lights a dark screen (reported of GTR 4, Bip 6, Bip Max and Active 2). */
  openForAlarm(url: string, param: string | undefined): void {
    const { alarmOverOpenApp, alarmPageParam } = this.#host.options;
    const pageParams = alarmPageParam === 'page' ? param : undefined;
    if (!this.isRunning || alarmOverOpenApp === 'reopens') {
      this.relaunch(url, alarmPageParam === 'app' ? param : undefined, pageParams);
    } else if (alarmOverOpenApp === 'opensSecond') {
      this.#host.hardware.screen.light();
      this.go({ kind: 'push', url, params: pageParams });
    }
  }

  go(move: Move): void {
    if (move.kind === 'launch') {
      this.relaunch(move.url, move.params);
      return;
    }
    if (move.kind === 'open') {
      const isTold = this.#host.options.cardParams === 'page';
      if (!this.isRunning) this.launch(move.url, isTold ? move.params : undefined, undefined);
      return;
    }
    if (this.#process === undefined) return;
    switch (move.kind) {
      case 'push':
      case 'replace':
        if (move.kind === 'replace') this.#stack.pop();
        this.#stack.push({ url: move.url, params: move.params });
        this.#hidePage();
        this.#showPage();
        return;
      case 'back':
        this.back();
        return;
      case 'home':
        this.leave('watchface');
        return;
      case 'exit':
        this.leave('app list');
        return;
    }
  }

  /** Goes to the previous page, or out of the app from its first. */
  back(): void {
    if (this.#process === undefined) return;
    this.#stack.pop();
    if (this.#stack.length === 0) {
      this.leave(this.#isFromCard ? 'cards' : 'app list');
      return;
    }
    this.#hidePage();
    this.#showPage();
  }

  /** Ends the app normally: page and app are told. */
  leave(to: Place): void {
    const process = this.#process;
    if (process === undefined) return;
    this.#hidePage();
    if (!this.#livesOn) callLifeCycle(process.app, 'onDestroy');
    this.#end(to);
  }

  /** The card keeps the script world it shares with the app, so the app is not told that a page was left. */
  get #livesOn(): boolean {
    return this.#process !== undefined && this.#process === this.#host.cards.worldOfApp();
  }

  /** Ends the app without telling it. */
  kill(): void {
    const isShared = this.#livesOn;
    if (this.#process !== undefined) this.#end('watchface');
    if (isShared) this.#host.cards.kill();
    this.#relaunchAt = undefined;
  }

  setRelaunch(wanted: boolean): void {
    this.#wantsRelaunch = wanted;
  }

  get #instance(): Instance | undefined {
    return this.#process?.instance;
  }

  #showPage(): void {
    const visit = this.#stack[this.#stack.length - 1];
    const process = this.#process;
    if (visit === undefined || process === undefined) return;
    const script = this.#host.package.script(visit.url);
    if (script === undefined) throw new Error(`the package has no page ${visit.url}`);
    this.#isPaused = false;
    const instance = process.open(script, 'page', new PageState(visit.url, visit.params));
    callLifeCycle(instance, 'onInit', visit.params);
    callLifeCycle(instance, 'build');
    callLifeCycle(instance, 'onResume');
  }

  #hidePage(): void {
    const instance = this.#instance;
    if (instance === undefined) return;
    if (!this.#isPaused) callLifeCycle(instance, 'onPause');
    callLifeCycle(instance, 'onDestroy');
    this.#process?.close();
    this.overlays.show(undefined);
    this.#host.hardware.screen.resetBrightTime();
  }

  #end(to: Place): void {
    this.#leaving();
    if (this.#livesOn) this.#process?.close();
    else this.#process?.lifetime.end();
    this.#process = undefined;
    this.overlays.clear();
    this.#host.hardware.screen.resetBrightTime();
    this.#host.appEnded();
    this.#goTo(to);
  }

  #onDark(): void {
    if (this.#place === 'cards') this.goHome();
    if (this.#process === undefined) return;
    const instance = this.#instance;
    if (instance !== undefined && !this.#isPaused) {
      this.#isPaused = true;
      callLifeCycle(instance, 'onPause');
    }
    this.#leaving = this.#host.clock.after(LEAVE_AFTER_DARK_MS, () => this.#leaveInTheDark());
  }

  #leaveInTheDark(): void {
    const visit = this.#stack[this.#stack.length - 1];
    const again = this.#wantsRelaunch ? visit : undefined;
    this.leave('watchface');
    this.#relaunchAt = again;
  }

  #onLit(): void {
    this.#leaving();
    const instance = this.#instance;
    if (instance !== undefined && this.#isPaused) {
      this.#isPaused = false;
      callLifeCycle(instance, 'onResume');
      return;
    }
    const again = this.#relaunchAt;
    if (again !== undefined) this.launch(again.url, again.params, undefined);
  }
}
