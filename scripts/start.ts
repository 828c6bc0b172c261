/**
 * `npm start`: serves the preview at once, until Ctrl-C. If the package is not up to date, a draft of it is built
 * meanwhile, and the page shows the progress. Exit code 2 for an invalid flag, 1 when no port is free.
 */
import { MISUSED, readFlags } from './flags';
import { runMain } from './main';
import { packageSupply } from './preview/package-supply';
import { LAST_PORT, startPreview } from './preview/server';
import { leaveSpeaking } from './silence/break-silence';

const USAGE = `npm start -- [--port NUMBER]

  --port NUMBER   where to serve; the next free one is taken if it is in use (4173)
  --help          this text`;

const DEFAULT_PORT = 4173;
/** How many ports are tried before giving up. */
const TRIES = 20;

async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, { port: { type: 'string' }, help: { type: 'boolean' } });
  if (!flags.ok) return misused(flags.error);
  if (flags.value.help === true) return told(USAGE);
  const port = readPort(flags.value.port);
  if (port === undefined) {
    return misused(
      `--port takes a whole number from 1 to ${String(LAST_PORT)}, not "${flags.value.port ?? ''}".`,
    );
  }

  const supply = packageSupply((line) => console.log(line));
  const preview = await startPreview({
    port,
    tries: TRIES,
    findPackage: supply.find,
    progress: supply.progress,
  });
  if (!preview.ok) {
    console.error(preview.error.sentence);
    return 1;
  }
  if (preview.value.port !== port)
    console.log(`Port ${String(port)} is taken, so this is the next free one:`);
  console.log(`\n  The virtual watch is at ${preview.value.url}\n\nCtrl-C ends it.\n`);
  // The supply reports a failure to the terminal, and the page shows it to visitors.
  supply.find().catch(() => undefined);
  await leaveSpeaking(untilInterrupted());
  supply.stop();
  await preview.value.close();
  return told('\nEnded.');
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return DEFAULT_PORT;
  const port = Number(text);
  return /^\d+$/.test(text) && port >= 1 && port <= LAST_PORT ? port : undefined;
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function misused(sentence: string): number {
  console.error(`${sentence}\n\n${USAGE}`);
  return MISUSED;
}

function told(text: string): number {
  console.log(text);
  return 0;
}

runMain(main);
