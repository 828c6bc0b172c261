import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Built, ChildWord } from './build-child';
import { freshPackage } from './ensure-package';
import { startHeartbeat } from './heartbeat';
import type { TellStep } from './step';

/** Shown when a build begins that somebody waits for. */
const BUILDING = 'Building the package. That takes a minute or two, longer on a busy computer.';

/**
 * Does what `ensurePackage` promises, or `ensureDraft`, in a process of its own: a build blocks its process for seconds,
 * in which a server would not answer. Rejects when aborted.
 */
export function buildApart(tell: TellStep, signal?: AbortSignal, what: Built = 'package'): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(join(__dirname, 'build-child.ts'), [what], {
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      ...(signal === undefined ? {} : { signal }),
    });
    child.on('message', (word: ChildWord) => {
      if ('step' in word) tell(word.step);
      else if ('path' in word) resolve(word.path);
      else reject(new Error(word.failure));
    });
    child.on('error', reject);
    child.on('close', () =>
      reject(new Error('The build has ended without a word. "npm run build" may say why.')),
    );
  });
}

/** The same for a terminal: silent when the package is up to date, otherwise a line every few seconds. */
export async function packageForTerminal(say: (line: string) => void = console.error): Promise<string> {
  const fresh = freshPackage();
  if (fresh !== undefined) return fresh;
  say(BUILDING);
  const heartbeat = startHeartbeat(say);
  try {
    return await buildApart(heartbeat.tell);
  } finally {
    heartbeat.stop();
  }
}
