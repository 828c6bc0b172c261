import type { Scope } from '../machine/scope';

/** What reports an invalid call to a script. */
export type Refuser = Pick<Scope, 'misuse'>;

/** The expected type of an argument; `number?` is optional. */
type Expected = 'string' | 'number' | 'boolean' | 'function' | 'object' | 'array' | 'any';
/** The fields of an option object; `unmodelled` marks a documented field that the virtual watch does not have. */
export type Shape = Readonly<Record<string, Expected | `${Expected}?` | 'unmodelled'>>;

type ValueOf<E> = E extends `${infer Base}?`
  ? ValueOf<Base> | undefined
  : E extends 'string'
    ? string
    : E extends 'number'
      ? number
      : E extends 'boolean'
        ? boolean
        : E extends 'function'
          ? (...args: readonly unknown[]) => unknown
          : E extends 'object'
            ? Readonly<Record<string, unknown>>
            : E extends 'array'
              ? readonly unknown[]
              : unknown;

export type Checked<S extends Shape> = { readonly [Name in keyof S]: ValueOf<S[Name]> };

/**
 * Checks that an option object has exactly the fields of `shape`. A missing, wrong or unknown field is a misuse,
 * reported by name.
 */
export function checkOption<const S extends Shape>(
  scope: Refuser & Pick<Scope, 'notModelled'>,
  api: string,
  option: unknown,
  shape: S,
): Checked<S> {
  if (typeof option !== 'object' || option === null) return scope.misuse(`${api} takes an object`);
  const fields = option as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(fields)) {
    if (!(name in shape)) scope.misuse(`${api} knows no ${name}`);
  }
  for (const [name, expected] of Object.entries(shape)) {
    if (expected !== 'unmodelled') checkValue(scope, `${api}: ${name}`, fields[name], expected);
    else if (fields[name] !== undefined) scope.notModelled(`${api} with ${name}`);
  }
  return fields as Checked<S>;
}

/** Checks that an argument has the expected type. */
export function checkValue<const E extends Expected | `${Expected}?`>(
  scope: Refuser,
  what: string,
  value: unknown,
  expected: E,
): ValueOf<E> {
  const isOptional = expected.endsWith('?');
  const kind = expected.replace('?', '') as Expected;
  if (!(isOptional && value === undefined) && !isOfKind(value, kind)) {
    scope.misuse(`${what} has to be ${kind}, not ${describe(value)}`);
  }
  return value as ValueOf<E>;
}

function isOfKind(value: unknown, kind: Expected): boolean {
  switch (kind) {
    case 'any':
      return value !== undefined;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'string':
    case 'boolean':
    case 'function':
      return typeof value === kind;
  }
}

function describe(value: unknown): string {
  if (value === undefined || value === null || typeof value === 'number') return String(value);
  return Array.isArray(value) ? 'array' : typeof value;
}
