import { Lifetime } from '../machine/lifetime';
import { formatLog, isErrorLike, type LogLevel, type LogLine } from '../machine/log';
import type { Vicinity } from '../machine/radio';
import type { Realm, ScriptSource } from '../machine/realm';
import { decodeUtf8 } from '../machine/utf8';
import { giveSurroundings } from '../machine/world';

/** A script world in the Zepp app, with one file of the package in it. */
export interface PhoneWorld {
  /** `app-side` or `setting`. */
  readonly by: string;
  readonly realm: Realm;
  readonly lifetime: Lifetime;
  /** Evaluates the file. */
  run(): void;
  /** Calls into the world, unless its lifetime has ended. Exceptions are recorded as faults. */
  enter(doing: string, run: () => unknown): unknown;
  /** An error that the world's own code can catch. */
  error(message: string): Error;
  /** Refuses a call that the Zepp app does not accept: records it and throws it into the world. */
  misuse(message: string): never;
  /** Refuses what this phone does not have. */
  notModelled(what: string): never;
}

export interface WorldParts {
  readonly vicinity: Vicinity;
  /** `app-side` or `setting`, which is also the name of the file. */
  readonly by: string;
  /** The phone's time of day, ms since 1970 UTC. */
  readonly wall: () => number;
  readonly random: () => number;
  readonly logs: LogLine[];
}

/** Creates a world for a file of the package's phone part. */
export function openWorld({ vicinity, by, wall, random, logs }: WorldParts): PhoneWorld {
  const { kernel, host, clock } = vicinity;
  const lifetime = new Lifetime();
  const print = (level: LogLevel, args: readonly unknown[]): void => {
    logs.push({ at: clock.now(), level, logger: by, text: formatLog(args) });
  };
  const realm = host.create((reason) => kernel.bookThrown('rejection', by, reason));
  lifetime.own(() => realm.dispose());
  const who = { by, realm, lifetime };
  let isEvaluating = false;
  giveSurroundings(realm, {
    wall,
    random,
    print(level, args) {
      // Zepp's compiler wraps the file so that an error at its top level is only logged.
      if (isEvaluating && args.length === 1 && isErrorLike(args[0]))
        kernel.bookThrown('miniProgramError', by, args[0]);
      print(level, args);
    },
  });
  return {
    ...who,
    run() {
      const source = sourceOf(vicinity, by);
      kernel.enter(who, 'top level', () => {
        isEvaluating = true;
        try {
          realm.run(source);
        } finally {
          isEvaluating = false;
        }
      });
    },
    enter: (doing, run) => kernel.enter(who, doing, run),
    error: (message) => new realm.global.Error(message),
    misuse: (message) => {
      throw kernel.refuse(who, 'misuse', message);
    },
    notModelled: (what) => {
      throw kernel.refuse(who, 'notModelled', `${what} is not modelled`);
    },
  };
}

/** An object that refuses access to members that are not modelled, by name, and does not allow any to be set. */
export function strictly(
  world: PhoneWorld,
  name: string,
  members: Readonly<Record<string, unknown>>,
): unknown {
  return new Proxy(members, {
    get(target, member) {
      if (typeof member === 'symbol') return undefined;
      if (!Object.hasOwn(target, member)) return world.notModelled(`${name}.${member}`);
      return target[member];
    },
    set: (_, member) => world.misuse(`${name}.${String(member)} cannot be set`),
  });
}

/** Sources by the bytes they were read from, because hosts cache the compiled form by the source object. */
const sources = new WeakMap<Uint8Array, ScriptSource>();

function sourceOf(vicinity: Vicinity, by: string): ScriptSource {
  const name = `${by}.js`;
  const bytes = vicinity.package().phoneFiles[name];
  if (bytes === undefined) throw new Error(`the package has no ${name}`);
  const source = sources.get(bytes) ?? { name, code: decodeUtf8(bytes) };
  sources.set(bytes, source);
  return source;
}
