import { isErrorLike } from './log';

/**
 * ZML 0.0.43 fails in these of its own functions: `fork` rejects a promise that nobody can listen to when a request
 * starts without a connection; `onResponse` looks for the handler of a request that was answered before or is over, and
 * reads an answer that is no JSON; `readPayload`, `readBin` and `onFragmentData` read beyond the end of a message that
 * is cut short. Names of methods survive the compiler's shortening.
 */
const STUMBLING_BLOCKS = /\b(fork|onResponse|readPayload|readBin|onFragmentData)\b/;

/** How far below the place that threw one of them is, at most: `Buffer` reads for `readPayload`. */
const DEPTH = 4;

/** Whether an error was thrown by ZML itself, of which an app that uses it hears nothing and can do nothing. */
export function isFaultOfZml(thrown: unknown): boolean {
  if (!isErrorLike(thrown) || typeof thrown.stack !== 'string') return false;
  const frames = thrown.stack.split('\n').filter((line) => /^\s*at |@/.test(line));
  const last = frames.slice(0, DEPTH);
  return last.some((frame) => STUMBLING_BLOCKS.test(frame)) || readsRequest(last);
}

/** Reads a request that is no JSON, in a listener without a name, before the app hears of it. */
function readsRequest([first = '', ...rest]: readonly string[]): boolean {
  const has = (name: RegExp): boolean => rest.some((frame) => name.test(frame));
  return /\bJSON\.parse\b/.test(first) && has(/\bemit\b/) && !has(/\bonRequest\b/);
}
