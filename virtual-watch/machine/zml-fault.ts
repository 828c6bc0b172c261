import { isErrorLike } from './log';

/**
 * The functions in which ZML 0.0.43 itself fails, with the error of each.
 *
 * - `fork`: rejects a promise that nobody can handle when a request starts without a connection.
 * - `onResponse`: looks for the handler of a request that was already answered or is over; parses an answer that is not
 *   JSON.
 * - `onFragmentData`: takes the answer to a handshake of the previous app for its own.
 * - `readPayload`, `readBin` and `onFragmentData`: read beyond the end of a truncated message.
 *
 * Method names survive the compiler's minification.
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

/** The file of the side service, which includes the phone's end of ZML. */
const SIDE_SERVICE = 'app-side';

/** Every message of ZML begins with this, so a watch script that contains it includes ZML. */
const PROTOCOL = 'hmrpcv1';

/**
 * Whether a file of the package, named without `.js`, includes ZML; `codeOf` returns the script of a file of the watch.
 */
export function holdsZml(file: string, codeOf: (file: string) => string | undefined): boolean {
  return file === SIDE_SERVICE || codeOf(file)?.includes(PROTOCOL) === true;
}

/** How many frames above the throwing one such a function may be, since `readPayload` reads through `Buffer`. */
const DEPTH = 4;

/**
 * Whether an error was thrown by ZML itself, so that the app neither sees it nor can prevent it. A function of the app
 * that shares a name with one of ZML is told apart by its file or its message. `isOfZml` tells whether a file, named
 * without `.js`, includes ZML.
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

/** The possible package paths of the file in a stack line; hosts put a folder or URL before it. */
function filesIn(frame: string): readonly string[] {
  const [, path = ''] = /([\w/-]+)\.js\b/.exec(frame) ?? [];
  const parts = path.split('/');
  return parts.map((_, from) => parts.slice(from).join('/'));
}

/**
 * Whether the error comes from parsing a request that is not JSON, which happens in an anonymous listener before the
 * app sees it.
 */
function readsRequest([first = '', ...rest]: readonly string[]): boolean {
  const has = (name: RegExp): boolean => rest.some((frame) => name.test(frame));
  return /\bJSON\.parse\b/.test(first) && has(/\bemit\b/) && !has(/\bonRequest\b/);
}
