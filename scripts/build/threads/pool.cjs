/** A few threads that make texts of texts, for work that would keep one processor busy while others rest. */
const { availableParallelism } = require('node:os');
const { parentPort, Worker } = require('node:worker_threads');

/** Each thread loads the tool anew; with more than this many that outweighs what is gained. */
const MOST_THREADS = 4;

/** `program` is a script that calls `serve`. A thread begins when there is work for it, and keeps no process alive. */
function makePool(program) {
  const idle = [];
  const waiting = [];
  const jobs = new Map();

  const next = () => {
    if (waiting.length === 0) return;
    const worker = idle.pop() ?? begin();
    if (worker === undefined) return;
    const job = waiting.shift();
    jobs.set(worker, job);
    worker.ref();
    worker.postMessage(job.text);
  };

  const begin = () => {
    if (jobs.size === Math.min(availableParallelism(), MOST_THREADS)) return undefined;
    const worker = new Worker(program, { execArgv: [] });
    worker.on('message', ({ made, failure }) => {
      const { resolve, reject } = jobs.get(worker);
      worker.unref();
      idle.push(worker);
      if (failure === undefined) resolve(made);
      else reject(new Error(failure));
      next();
    });
    // A thread that could not start, or has failed, is not used again.
    worker.on('error', (error) => jobs.get(worker).reject(error));
    return worker;
  };

  return {
    make: (text) =>
      new Promise((resolve, reject) => {
        waiting.push({ text, resolve, reject });
        next();
      }),
    close: () => Promise.all([...jobs.keys()].map((worker) => worker.terminate())),
  };
}

/** What a thread does with each text it is given. */
function serve(make) {
  parentPort.on('message', async (text) => {
    try {
      parentPort.postMessage({ made: await make(text) });
    } catch (error) {
      parentPort.postMessage({ failure: error instanceof Error ? error.message : String(error) });
    }
  });
}

module.exports = { makePool, serve };
