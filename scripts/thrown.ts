/** The message of something thrown. It may come from another script world, where `instanceof` does not work. */
export function messageOf(thrown: unknown): string {
  const message = fieldOf(thrown, 'message');
  return typeof message === 'string' ? message : String(thrown);
}

/** The code of a system error, such as `ENOENT`; empty when there is none. */
export function codeOf(thrown: unknown): string {
  const code = fieldOf(thrown, 'code');
  return typeof code === 'string' ? code : '';
}

function fieldOf(thrown: unknown, name: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
}
