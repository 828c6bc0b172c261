/**
 * Says every few seconds that a script still runs. A thread of its own does it, because much of what scripts do blocks
 * theirs.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The longest silence, in ms: a little under three seconds, before one wonders whether anything happens. */
export const LONGEST_SILENCE = 2_500;

/** Shared with the thread: how often something was printed, and how many other programs are speaking now. */
const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
const [PRINTED, OTHERS] = [0, 1];

/** Prints a line to standard error whenever nothing was printed for `longest` ms, until the returned function is called. */
export function breakSilence(longest = LONGEST_SILENCE): () => void {
  // Loading the script was silent too.
  const begun = performance.timeOrigin;
  const thread = new Worker(join(__dirname, 'thread.cjs'), { workerData: { state, begun, longest } });
  thread.unref();
  const unhear = [hear(process.stdout), hear(process.stderr)];
  return () => {
    for (const stop of unhear) stop();
    void thread.terminate();
  };
}

/** Leaves speaking to whatever `work` waits for: a program that prints to the same terminal, or a person. */
export async function leaveSpeaking<T>(work: Promise<T>): Promise<T> {
  Atomics.add(state, OTHERS, 1);
  try {
    return await work;
  } finally {
    Atomics.sub(state, OTHERS, 1);
  }
}

/** Counts what is printed to a stream. */
function hear(stream: NodeJS.WriteStream): () => void {
  const write = stream.write.bind(stream);
  stream.write = ((...args: Parameters<typeof write>) => {
    Atomics.add(state, PRINTED, 1);
    return write(...args);
  }) as typeof stream.write;
  return () => {
    stream.write = write;
  };
}
