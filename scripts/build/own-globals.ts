/**
 * Gives a watch script its own names for the globals that it uses often.
 *
 * zpm wraps a script in a `with`, so at every use of a global the engine first searches the object of the `with`. A name
 * that the script declares itself is found directly.
 */

/** Globals of the language that nothing replaces while a script runs. */
const NAMES = ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'String', 'Uint8Array'] as const;

/** With fewer uses than this the declaration costs more than it saves. */
const LEAST_USES = 3;

/** The new names, for the option `define` of esbuild, which distinguishes globals from the script's own variables. */
export const OWN_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.map((name) => [name, ownName(name)]),
);

/** Declares the renamed globals in a script made by esbuild, before its first module. Rarely used ones get their name back. */
export function declareOwnGlobals(script: string): string {
  const used = NAMES.filter((name) => countOf(script, ownName(name)) >= LEAST_USES);
  const rest = NAMES.filter((name) => !used.includes(name));
  const named = rest.reduce((before, name) => before.replaceAll(ownName(name), name), script);
  if (used.length === 0) return named;
  const declared = used.map((name) => `${ownName(name)} = ${name}`).join(', ');
  return named.replace(FIRST_MODULE, () => `const ${declared};\n`);
}

/** The first module's path comment, which follows any imports at the top. */
const FIRST_MODULE = /^(?=\/\/ [\w@./-]+\.ts$)/m;

function ownName(name: string): string {
  return `own$${name}`;
}

function countOf(script: string, name: string): number {
  return script.split(name).length - 1;
}
