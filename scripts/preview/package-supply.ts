/**
 * Supplies the preview's package. It is built in another process, so that the server stays responsive, and once for all
 * requests.
 */
import type { BuildProgress } from '../../preview/build-progress';
import { buildApart } from '../build/build-apart';
import { freshDraft } from '../build/draft';
import { freshPackage } from '../build/ensure-package';
import { startHeartbeat, type Heartbeat } from '../build/heartbeat';
import type { TellStep } from '../build/step';
import { PROJECT } from '../run';
import { messageOf } from '../thrown';

export interface PackageSupply {
  /** Returns the path of an up-to-date package. Rejects with the build's error messages when there is none. */
  readonly find: () => Promise<string>;
  /** The progress of the build; undefined when nothing is being built. */
  readonly progress: () => BuildProgress | undefined;
  /** Ends a running build. */
  readonly stop: () => void;
}

/** How packages are built; tests use their own. */
export interface Builder {
  readonly fresh: () => string | undefined;
  readonly build: (tell: TellStep, signal: AbortSignal) => Promise<string>;
}

/** What ships is shown if it is up to date; otherwise a draft, since nobody should wait a minute to look. */
const REAL: Builder = {
  fresh: () => freshPackage() ?? freshDraft(PROJECT),
  build: (tell, signal) => buildApart(tell, signal, 'draft'),
};

const BUILDING =
  'Building a draft of the package. That takes about twenty seconds, longer on a busy computer.';

interface Running {
  readonly heartbeat: Heartbeat;
  readonly path: Promise<string>;
}

/** `say` is called every few seconds with the progress of a build, and with its outcome. */
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
          say('The draft is ready. What ships is built by "npm run build".');
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
