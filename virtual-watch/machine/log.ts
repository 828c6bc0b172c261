/** What the package logged. */
export const LOG_LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogLine {
  /** ms since the watch was booted. */
  readonly at: number;
  readonly level: LogLevel;
  /** The name of the logger, or `console`. */
  readonly logger: string;
  readonly text: string;
}

/** `%s`, `%d`, `%i`, `%f` and `%j` take the arguments in turn, as loggers on the watch do; the rest are joined by spaces. */
export function formatLog(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first !== 'string') return args.map(show).join(' ');
  const text = first.replace(/%[sdifj]/g, (mark) => (rest.length > 0 ? show(rest.shift()) : mark));
  return [text, ...rest.map(show)].join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isErrorLike(value)) return value.stack ?? value.message;
  try {
    return value === undefined ? 'undefined' : JSON.stringify(value);
  } catch (error) {
    return `[${String(error)}]`;
  }
}

/** Errors come from other script worlds, so `instanceof` does not work. */
export function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}
