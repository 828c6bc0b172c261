/**
 * The thread that breaks the silence of a script: it writes a line to its standard error whenever nothing was printed for
 * a while. `state` is shared with the script: how often it has printed, and how many others speak instead of it.
 */
const { writeSync } = require('node:fs');
const { clearInterval, setInterval } = require('node:timers');
const { workerData } = require('node:worker_threads');

const STDERR = 2;
const { state, begun, longest } = workerData;
let heard = 0;
let since = begun;

const timer = setInterval(() => {
  const now = Date.now();
  const printed = Atomics.load(state, 0);
  if (printed !== heard || Atomics.load(state, 1) > 0) {
    heard = printed;
    since = now;
  } else if (now - since >= longest) {
    since = now;
    say(`${String(Math.round((now - begun) / 1000)).padStart(4)} s: still running …\n`);
  }
}, longest / 10);

function say(line) {
  try {
    writeSync(STDERR, line);
  } catch {
    // Nobody reads it any more, or what reads it is stuck. The script itself finds out when it prints.
    clearInterval(timer);
  }
}
