import { isErrorLike } from './log';

/**
 * ZML 0.0.43 fails in these of its own functions, each in its own words: `fork` rejects a promise that nobody can listen
 * to when a request starts without a connection; `onResponse` looks for the handler of a request that was answered before
 * or is over, and reads an answer that is no JSON; `onFragmentData` takes the answer to a handshake for its own that the
 * app before it asked for; `readPayload`, `readBin` and it read beyond the end of a message that is cut short. Names of methods survive the compiler's shortening.
 */
const STUMBLES: readonly Stumble[] = [
  { over: /^Error: ble disconnect$/, inside: 'fork' },
  { over: /^(TypeError: .*\bhandler\b|SyntaxError: )/, inside: 'onResponse' },
  { over: /^TypeError: .*\bresolve\b/, inside: 'onFragmentData' },
  { over: /^RangeError: /, inside: 'readPayload|readBin|onFragmentData' },
];

interface Stumble {
  readonly over: RegExp;
  readonly inside: string;
}

/** The files that hold it: at the watch's end it is part of the app, at the phone's of the side service. */
const FILES_OF_ZML = 'app|app-side';

/** How far below the place that threw one of them is, at most: `Buffer` reads for `readPayload`. */
const DEPTH = 4;

/**
 * Whether an error was thrown by ZML itself, of which an app that uses it hears nothing and can do nothing. A function of
 * the app that has a name of ZML's is not taken for it: its file, or what it says, is another.
 */
export function isFaultOfZml(thrown: unknown): boolean {
  if (!isErrorLike(thrown) || typeof thrown.stack !== 'string') return false;
  const said = `${thrown.name}: ${thrown.message}`;
  const frames = thrown.stack.split('\n').filter((line) => /^\s*at |@/.test(line));
  const last = frames.slice(0, DEPTH);
  const stumbled = STUMBLES.some(({ over, inside }) => over.test(said) && last.some(isIn(inside)));
  return stumbled || readsRequest(last);
}

/** Whether a line of a stack is of a function by this name, in a file that holds ZML. */
function isIn(name: string): (frame: string) => boolean {
  const frameOfZml = new RegExp(`\\b(${name})\\b.*\\b(${FILES_OF_ZML})\\.js\\b`);
  return (frame) => frameOfZml.test(frame);
}

/** Reads a request that is no JSON, in a listener without a name, before the app hears of it. */
function readsRequest([first = '', ...rest]: readonly string[]): boolean {
  const has = (name: RegExp): boolean => rest.some((frame) => name.test(frame));
  return /\bJSON\.parse\b/.test(first) && has(/\bemit\b/) && !has(/\bonRequest\b/);
}
