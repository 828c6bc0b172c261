import { Alarms, type Alarm } from './alarms';
import { AppRunner } from './app-runner';
import { CardRunner } from './card-runner';
import { Body } from './body';
import { VirtualClock } from './clock';
import { hasCrown, type DeviceFacts } from './device';
import { Disk } from './disk';
import { Kernel } from './kernel';
import { formatLog, type LogLevel, type LogLine } from './log';
import { Notifications } from './notifications';
import { OddAnswers } from './odd-answers';
import type { WatchPackage } from './package';
import type { Dialog } from './page-state';
import { Process, type ScopeOf } from './process';
import type { RadioMaker } from './radio';
import { makeRandom } from './random';
import type { RealmHost } from './realm';
import type { RunnerHost } from './runner-host';
import type { Consent, Hardware, Move, Scope, System } from './scope';
import { Screen } from './screen';
import { ServiceRunner } from './service-runner';
import { TimerHold } from './timer-hold';
import type { Unknowns } from './unknowns';
import { VibrationMotor } from './vibrator';
import type { WidgetCall } from './widgets';
import { HOST_ZONE, type Zone } from './zone';

export interface MachineOptions extends Unknowns {
  readonly device: DeviceFacts;
  readonly package: WatchPackage;
  readonly language: string;
  /** Wall clock at boot, ms since 1970 UTC. */
  readonly startAt: number;
  readonly seed: number;
  readonly host: RealmHost;
  readonly radio: RadioMaker;
  readonly diskBytes: number;
  /** The time zone of the watch; the host's by default. */
  readonly zone?: Zone;
}

/** The watch: its parts, and the system between them and the app. */
export class Machine implements RunnerHost {
  readonly options: MachineOptions;
  readonly clock: VirtualClock;
  readonly kernel: Kernel;
  readonly hardware: Hardware;
  readonly app: AppRunner;
  readonly cards: CardRunner;
  readonly services: ServiceRunner;
  readonly oddAnswers = new OddAnswers();
  readonly logs: LogLine[] = [];
  readonly widgetCalls: WidgetCall[] = [];
  readonly #random: () => number;
  readonly #pageHold = new TimerHold(() => this.#holdsPages());
  readonly #cardHold = new TimerHold(() => !this.cards.isSeen);
  readonly #serviceHold = new TimerHold(() => this.#holdsServices());
  #package: WatchPackage;
  #zone: Zone | undefined;
  #consent: Consent = 'unasked';
  #isAnswering = false;
  #isOn = true;
  #heldUntil = 0;
  #navigationMs = 0;

  constructor(options: MachineOptions) {
    this.options = options;
    this.#package = options.package;
    this.#zone = options.zone;
    this.#random = makeRandom(options.seed);
    this.clock = new VirtualClock(options.startAt);
    this.kernel = new Kernel(this.clock, (file) => this.#package.script(file)?.code);
    const body = new Body();
    this.hardware = {
      clock: this.clock,
      screen: new Screen(this.clock),
      motor: new VibrationMotor(this.clock, () => body.silencedBy()),
      disk: new Disk(options.diskBytes),
      alarms: new Alarms(this.clock, options, (at) => this.utcOffsetAt(at)),
      notifications: new Notifications(),
      body,
      radio: options.radio({
        clock: this.clock,
        kernel: this.kernel,
        host: options.host,
        package: () => this.#package,
        random: this.#random,
      }),
    };
    this.cards = new CardRunner(this);
    this.app = new AppRunner(this);
    this.services = new ServiceRunner(this);
    this.hardware.alarms.onGoOff((alarm) => this.#goOff(alarm));
    // Registered after the app's own handler, so that a page is resumed before its timers fire.
    this.hardware.screen.onChange(() => {
      this.#pageHold.release();
      this.#serviceHold.release();
    });
  }

  get package(): WatchPackage {
    return this.#package;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  get toast(): string | undefined {
    return this.app.overlays.toast;
  }

  /** The dialog in front; the system's own comes before the app's. */
  get dialog(): Dialog | undefined {
    return this.app.overlays.dialog;
  }

  get hasCrown(): boolean {
    return hasCrown(this.options.device);
  }

  get consent(): Consent {
    return this.#consent;
  }

  setConsent(consent: Consent): void {
    this.#consent = consent;
  }

  /** Delays the timers of the app and its pages for `ms`. Services are not affected. */
  holdPages(ms: number): void {
    this.#heldUntil = this.clock.now() + ms;
    this.clock.after(ms, () => this.#pageHold.release());
  }

  cardChanged(): void {
    this.kernel.later(() => this.#cardHold.release());
  }

  appEnded(): void {
    this.kernel.later(() => this.#serviceHold.release());
  }

  /** Sets how long opening another page takes. */
  setNavigationTime(ms: number): void {
    this.#navigationMs = ms;
  }

  /** Runs code in response to a touch or key. */
  answering(run: () => void): void {
    this.#isAnswering = true;
    try {
      run();
    } finally {
      this.#isAnswering = false;
    }
  }

  makeProcess(kind: 'app' | 'service', endsAt?: number): Process {
    const script = this.#package.script('app');
    if (script === undefined) throw new Error('the package has no app.js');
    const realm = this.options.host.create((reason) => {
      this.print('error', 'promise', ['unhandled rejection', reason]);
      this.kernel.bookThrown('rejection', kind, reason);
    });
    return new Process(
      {
        realm,
        clock: this.clock,
        interruption: (message) => this.kernel.interruption(realm, message),
        random: this.#random,
        zone: () => this.#zone,
        print: (level, logger, args) => this.print(level, logger, args),
        onTopLevelError: (file, thrown) => this.kernel.bookThrown('miniProgramError', file, thrown),
        makeScope: (of) => this.#makeScope(of),
      },
      script,
      kind,
      endsAt,
    );
  }

  /** Moves the watch to another time zone. */
  setZone(zone: Zone): void {
    this.#zone = zone;
    this.hardware.alarms.onZoneSet();
  }

  /** Minutes by which local time is ahead of UTC. */
  utcOffsetAt(at: number): number {
    return (this.#zone ?? HOST_ZONE)(at);
  }

  print(level: LogLevel, logger: string, args: readonly unknown[]): void {
    this.logs.push({ at: this.clock.now(), level, logger, text: formatLog(args) });
  }

  /** Power loss: everything stops at once, without notice. */
  powerOff(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    this.app.kill();
    this.cards.kill();
    this.services.killAll();
    this.hardware.motor.stop();
    this.hardware.alarms.disarmAll();
    this.hardware.screen.turnOff();
  }

  /** Starts up. What was stored is restored; alarms only if they were set to be. */
  powerOn(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    const { disk, screen, alarms, notifications } = this.hardware;
    disk.thaw();
    screen.resume('dropWrist');
    screen.resume('palm');
    screen.light();
    notifications.clear();
    alarms.loseUnstored();
    alarms.rearm();
    this.services.restart();
    this.cards.make();
  }

  /** Installs another build, or the same one again, in place of the app. The alarms are gone, and the files may be. */
  update(replacement: WatchPackage): void {
    this.app.kill();
    this.cards.kill();
    this.services.killAll();
    this.hardware.alarms.loseAll();
    if (!this.options.updateKeepsFiles) this.hardware.disk.wipe();
    this.#package = replacement;
    if (!this.#isOn) return;
    this.services.restart();
    this.cards.make();
  }

  /** Runs the action of a notification's button: opens a page of the app anew, or wakes a service. */
  runAction(file: string, param: string | undefined): void {
    const { actionsOpen, actionPageParam } = this.options;
    if (!this.#isPage(file)) this.services.runOnce(file, param);
    else if (actionsOpen === 'everything') {
      const [ofApp, ofPage] = [actionPageParam === 'app', actionPageParam === 'page'];
      this.app.relaunch(file, ofApp ? param : undefined, ofPage ? param : undefined);
    }
  }

  #holdsPages(): boolean {
    const isFrozen = this.options.freezesPagesInTheDark && !this.hardware.screen.lit;
    return isFrozen || this.clock.now() < this.#heldUntil;
  }

  #holdsServices(): boolean {
    if (this.hardware.screen.lit) return false;
    switch (this.options.serviceTimersInTheDark) {
      case 'run':
        return false;
      case 'waitForPage':
        return this.app.isRunning;
      case 'frozen':
        return true;
    }
  }

  #goOff({ url, param }: Alarm): void {
    if (!this.#isOn) return;
    if (!this.#isPage(url)) this.services.runOnce(url, param);
    // A mode that suppresses vibrations also holds back the pages of alarms (reported for a Bip Max).
    else if (this.hardware.body.silencedBy() === undefined) this.app.openForAlarm(url, param);
  }

  #isPage(file: string): boolean {
    return this.#package.manifest.module.page.pages.includes(file);
  }

  #makeScope({ kind, by, realm, time, lifetime, page }: ScopeOf): Scope {
    const who = { by, realm, lifetime };
    return {
      ...who,
      kind,
      time,
      page,
      device: this.options.device,
      package: this.#package,
      language: this.options.language,
      hardware: this.hardware,
      system: this.#systemFor(kind),
      enter: (doing, run) => this.kernel.enter(who, doing, run),
      timerHold: this.#holdOf(kind),
      error: (message) => new realm.global.Error(message),
      misuse: (message) => {
        throw this.kernel.refuse(who, 'misuse', message);
      },
      notModelled: (what) => {
        throw this.kernel.refuse(who, 'notModelled', `${what} is not modelled`);
      },
    };
  }

  #holdOf(kind: Scope['kind']): TimerHold {
    if (kind === 'card') return this.#cardHold;
    return kind === 'service' ? this.#serviceHold : this.#pageHold;
  }

  #systemFor(kind: Scope['kind']): System {
    const { app, services, kernel } = this;
    return {
      navigate: (move: Move) => {
        if (this.#navigationMs === 0) kernel.later(() => app.go(move));
        else this.clock.after(this.#navigationMs, () => app.go(move));
      },
      showToast: (text) => app.overlays.say(text),
      showDialog: (dialog) => app.overlays.show(dialog),
      countWidgetCall: (call) => this.widgetCalls.push({ ...call, at: this.clock.now() }),
      print: (level, logger, args) => this.print(level, logger, args),
      isAnsweringPerson: () => this.#isAnswering,
      setWakeUpRelaunch: (relaunch) => app.setRelaunch(relaunch),
      consent: () => this.#consent,
      askConsent: (done) => this.#askConsent(done),
      startService: (file, param, reload) => services.start(kind, file, param, reload),
      stopService: (file) => services.stop(file),
      runningServices: () => services.running(),
      unknowns: this.options,
      oddAnswers: this.oddAnswers,
    };
  }

  #askConsent(done: (consent: Consent) => void): void {
    const answer = (consent: Consent) => () => {
      this.app.overlays.ask(undefined);
      this.#consent = consent;
      done(consent);
    };
    this.app.overlays.ask({
      text: 'Allow running in the background?',
      buttons: [
        { label: 'Cancel', icon: 'cancel', press: answer('refused') },
        { label: 'OK', icon: 'confirm', press: answer('granted') },
      ],
    });
  }
}
