/** Where the preview has its package from: it is built apart, so that the server answers meanwhile, and once for all who ask. */
import type { BuildProgress } from '../../preview/build-progress';
import { BUILDING, buildApart } from '../build/build-apart';
import { freshPackage } from '../build/ensure-package';
import { startHeartbeat, type Heartbeat } from '../build/heartbeat';
import type { TellStep } from '../build/step';
import { messageOf } from '../thrown';

export interface PackageSupply {
  /** The path of the package, up to date. Rejects with the sentences of the build when there is none. */
  readonly find: () => Promise<string>;
  /** How far the build is; none when nothing is being built. */
  readonly progress: () => BuildProgress | undefined;
  /** Ends a build that is under way. */
  readonly stop: () => void;
}

/** How packages come about; a test has its own way. */
export interface Builder {
  readonly fresh: () => string | undefined;
  readonly build: (tell: TellStep, signal: AbortSignal) => Promise<string>;
}

const REAL: Builder = { fresh: freshPackage, build: buildApart };

interface Running {
  readonly heartbeat: Heartbeat;
  readonly path: Promise<string>;
}

/** `say` hears every few seconds what is being built, and how it ended. */
export function packageSupply(say: (line: string) => void, { fresh, build }: Builder = REAL): PackageSupply {
  const ending = new AbortController();
  let running: Running | undefined;
  const begin = (): Running => {
    say(BUILDING);
    const heartbeat = startHeartbeat(say);
    const path = build(heartbeat.tell, ending.signal)
      .finally(() => {
        heartbeat.stop();
        running = undefined;
      })
      .then(
        (made) => {
          say('The package is ready.');
          return made;
        },
        (error: unknown) => {
          if (!ending.signal.aborted) say(messageOf(error));
          throw error;
        },
      );
    return { heartbeat, path };
  };
  return {
    find: async () => {
      const known = running === undefined ? fresh() : undefined;
      if (known !== undefined) return known;
      running ??= begin();
      return running.path;
    },
    progress: () => running?.heartbeat.progress(),
    stop: () => ending.abort(),
  };
}
