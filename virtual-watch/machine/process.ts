import { makeRequire } from '../zos/index';
import { makeTimers } from '../zos/timer';
import type { Clock } from './clock';
import { Lifetime } from './lifetime';
import { isErrorLike, type LogLevel } from './log';
import type { PageState } from './page-state';
import type { Realm, ScriptSource } from './realm';
import type { Scope } from './scope';
import { furnish, lent } from './world';
import { WorldTime } from './world-time';
import type { Zone } from './zone';

/** The object a file registers, which includes its life cycle functions. */
export type Registered = Readonly<Record<string, unknown>>;

/** A running file of the package: the object it registered, and its scope. */
export interface Instance {
  readonly scope: Scope;
  readonly registered: Registered;
}

/** Calls a life cycle function of an app, page or service if it exists. */
export function callLifeCycle(
  { scope, registered }: Instance,
  name: string,
  ...args: readonly unknown[]
): void {
  const lifeCycle = registered[name];
  if (typeof lifeCycle === 'function') scope.enter(name, () => Reflect.apply(lifeCycle, registered, args));
}

/** What a process needs from the machine around it. */
export interface ProcessParts {
  readonly realm: Realm;
  readonly clock: Clock;
  /** Creates an error that ends what a script of this world is doing. */
  interruption(message: string): Error;
  random(): number;
  zone(): Zone | undefined;
  print(level: LogLevel, logger: string, args: readonly unknown[]): void;
  /** Called when a file throws at its top level. */
  onTopLevelError(file: string, thrown: unknown): void;
  makeScope(of: ScopeOf): Scope;
}

export interface ScopeOf {
  readonly kind: Scope['kind'];
  readonly by: string;
  readonly realm: Realm;
  readonly time: WorldTime;
  readonly lifetime: Lifetime;
  readonly page: PageState | undefined;
}

type OpenedKind = 'page' | 'service' | 'card';

const CONSTRUCTORS: Readonly<Record<OpenedKind, string>> = {
  page: 'Page',
  service: 'AppService',
  card: 'AppWidget',
};

const APP = 'app';

/** What zpm writes into the log when a file throws at its top level. */
const MINI_PROGRAM_ERROR = 'Mini Program Error';

/**
 * A script world with the app in it, and the page it shows or the service it runs. Files are evaluated as zpm 3.4.1
 * emits them: sloppy scripts that access the manager through three globals, using `with`.
 */
export class Process {
  readonly realm: Realm;
  readonly time: WorldTime;
  readonly lifetime = new Lifetime();
  readonly #parts: ProcessParts;
  readonly #appScope: Scope;
  readonly #record: AppRecord = makeAppRecord();
  #running = APP;
  #failures = 0;
  #instance: Instance | undefined;

  /** `endsAt`, in ms since boot, is when it is ended, even in the middle of its work. */
  constructor(parts: ProcessParts, appScript: ScriptSource, kind: 'app' | 'service', endsAt = Infinity) {
    this.#parts = parts;
    this.realm = parts.realm;
    this.time = new WorldTime(parts.clock, endsAt, () => {
      throw parts.interruption('the service has come to the end of its time');
    });
    this.lifetime.own(() => this.realm.dispose());
    this.#furnish();
    // Code of `app.js` that runs for a service has a service's limits.
    const scope = parts.makeScope({
      kind,
      by: APP,
      realm: this.realm,
      time: this.time,
      lifetime: this.lifetime,
      page: undefined,
    });
    this.#appScope = scope;
    const App = (option: unknown): unknown => registerApp(scope, this.#record, option);
    this.#record.__globals__.__$$G$$__ = this.#globalsOf(scope, this.#record, { App });
    this.realm.global['__$$hmAppManager$$__'] = { currentApp: this.#record };
    this.#run(appScript);
  }

  get app(): Instance {
    return { scope: this.#appScope, registered: this.#record.registered };
  }

  /** The page being shown, or the service that is running. */
  get instance(): Instance | undefined {
    return this.#instance;
  }

  /** Evaluates the file of a page, service or card, with its own lifetime within this process. */
  open(script: ScriptSource, kind: OpenedKind, page: PageState | undefined): Instance {
    const lifetime = new Lifetime();
    this.lifetime.own(() => lifetime.end());
    const by = script.name.replace(/\.js$/, '');
    const scope = this.#parts.makeScope({ kind, by, realm: this.realm, time: this.time, lifetime, page });
    const record = this.#record;
    const module: ModuleRecord = { id: by, module: undefined, __globals__: {} };
    let registered: Registered | undefined;
    const name = CONSTRUCTORS[kind];
    const register = (option: unknown): unknown => {
      if (registered !== undefined) return scope.misuse(`${name} is called a second time`);
      registered = asRegistered(scope, option);
      record.page = { _options: registered };
      return record.page;
    };
    const constructors = { [name]: register };
    module.__globals__['__$$G$$__'] = this.#globalsOf(scope, module, constructors);
    record.current = module;
    const hasFailed = this.#run(script) === 'failed';
    const instance = { scope, registered: registered ?? {} };
    // A card stays while pages come and go.
    if (kind !== 'card') this.#instance = instance;
    // A file calls its constructor once (Zepp OS docs, Page, AppService).
    if (registered === undefined && !hasFailed)
      scope.enter('registers', () => scope.misuse(`${by} calls ${name} 0 times`));
    return instance;
  }

  /** The lifetime of the page or service ends, with its timers and listeners. */
  close(): void {
    this.#instance?.scope.lifetime.end();
    this.#instance = undefined;
  }

  #run(script: ScriptSource): 'done' | 'failed' {
    this.#running = script.name.replace(/\.js$/, '');
    const before = this.#failures;
    try {
      this.realm.run(script);
    } catch (error) {
      // zpm's wrapper catches what a file throws, so this is a file that does not compile.
      this.#fail(error);
    }
    this.realm.drain();
    return this.#failures === before ? 'done' : 'failed';
  }

  #fail(thrown: unknown): void {
    this.#failures += 1;
    this.#parts.onTopLevelError(this.#running, thrown);
  }

  #furnish(): void {
    furnish(this.realm, {
      wall: () => this.time.read(),
      random: () => this.#parts.random(),
      zone: () => this.#parts.zone(),
      print: (level, args) => this.#print(level, args),
    });
    this.realm.global['DeviceRuntimeCore'] = { LifeCycle: {} };
  }

  #print(level: LogLevel, args: readonly unknown[]): void {
    if (args[0] === MINI_PROGRAM_ERROR && isErrorLike(args[1])) this.#fail(args[1]);
    this.#parts.print(level, 'console', args);
  }

  /** The names that a file finds through `with`. */
  #globalsOf(scope: Scope, module: object, constructors: Readonly<Record<string, unknown>>): object {
    const record = this.#record;
    const timers = scope.kind === 'service' ? {} : makeTimers(scope);
    const offered = Object.assign(Object.create(null) as object, timers, constructors, {
      __$$R$$__: makeRequire(scope),
      __$$app$$__: record,
      __$$module$$__: module,
      getApp: () => record.app,
      getCurrentPage: () => record.page,
    });
    return lent(this.realm, offered);
  }
}

/** `__$$app$$__`: the app, as its files see it. */
interface AppRecord {
  app: unknown;
  page: unknown;
  registered: Registered;
  current: ModuleRecord | undefined;
  readonly __globals__: { __$$G$$__?: object; readonly __scopedGlobals__: object };
}

/** `__$$module$$__`: one file. */
interface ModuleRecord {
  readonly id: string;
  module: unknown;
  readonly __globals__: Record<string, object>;
}

function makeAppRecord(): AppRecord {
  return {
    app: undefined,
    page: undefined,
    registered: {},
    current: undefined,
    __globals__: { __scopedGlobals__: {} },
  };
}

/** `App` may be called once only (Zepp OS docs, App). */
function registerApp(scope: Scope, record: AppRecord, option: unknown): unknown {
  if (record.app !== undefined) return scope.misuse('App is called a second time');
  record.registered = asRegistered(scope, option);
  record.app = { _options: record.registered };
  return record.app;
}

function asRegistered(scope: Scope, option: unknown): Registered {
  if (typeof option === 'object' && option !== null) return option as Registered;
  return scope.misuse('App, Page, AppService and AppWidget take an object');
}
