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

/** The file of the side service, which ZML is part of at the phone's end. */
const SIDE_SERVICE = 'app-side';

/** What every message of ZML begins with: a script of the watch that names it holds ZML. */
const PROTOCOL = 'hmrpcv1';

/** Whether a file of the package, named without `.js`, holds ZML; `codeOf` gives the script of a file of the watch. */
export function holdsZml(file: string, codeOf: (file: string) => string | undefined): boolean {
  return file === SIDE_SERVICE || codeOf(file)?.includes(PROTOCOL) === true;
}

/** How far below the place that threw one of them is, at most: `Buffer` reads for `readPayload`. */
const DEPTH = 4;

/**
 * Whether an error was thrown by ZML itself, of which an app that uses it hears nothing and can do nothing. A function of
 * the app that has a name of ZML's is not taken for it: its file, or what it says, is another. `isOfZml` tells whether a
 * file, named without `.js`, holds ZML.
 */
export function isFaultOfZml(thrown: unknown, isOfZml: (file: string) => boolean): boolean {
  if (!isErrorLike(thrown) || typeof thrown.stack !== 'string') return false;
  const said = `${thrown.name}: ${thrown.message}`;
  const frames = thrown.stack.split('\n').filter((line) => /^\s*at |@/.test(line));
  const last = frames.slice(0, DEPTH);
  const stumbled = STUMBLES.some(({ over, inside }) => {
    const isInside = new RegExp(`\\b(${inside})\\b.*\\.js\\b`);
    return over.test(said) && last.some((frame) => isInside.test(frame) && filesIn(frame).some(isOfZml));
  });
  return stumbled || readsRequest(last);
}

/** What the file in a line of a stack may be called in the package: hosts put a folder or an address before it. */
function filesIn(frame: string): readonly string[] {
  const [, path = ''] = /([\w/-]+)\.js\b/.exec(frame) ?? [];
  const parts = path.split('/');
  return parts.map((_, from) => parts.slice(from).join('/'));
}

/** Reads a request that is no JSON, in a listener without a name, before the app hears of it. */
function readsRequest([first = '', ...rest]: readonly string[]): boolean {
  const has = (name: RegExp): boolean => rest.some((frame) => name.test(frame));
  return /\bJSON\.parse\b/.test(first) && has(/\bemit\b/) && !has(/\bonRequest\b/);
}
