/**
 * The imports of a script as one for each module, with the names that the rest of the script uses. esbuild leaves one
 * in each file that needs it, with all names of that file, even those of functions it has removed.
 *
 * `imports` are as esbuild writes them; those of another form stay as they are.
 */
export function joinImports(imports: readonly string[], rest: string): readonly string[] {
  const used = new Set(rest.match(/[\w$]+/g));
  const modules = new Map<string, readonly string[]>();
  const others: string[] = [];
  for (const statement of imports) {
    const [, names, module] = NAMED.exec(statement) ?? [];
    if (names === undefined || module === undefined) others.push(statement);
    else {
      const own = names.split(',').map((name) => name.trim());
      const wanted = own.filter((name) => used.has(name.replace(/^.* as /, '')));
      modules.set(module, [...(modules.get(module) ?? []), ...wanted]);
    }
  }
  const joined = Array.from(modules, ([module, names]) => `import { ${names.join(', ')} } from ${module};\n`);
  return [...others, ...joined];
}

/** `import { name, other as name2 } from "module";`, over one line or several. */
const NAMED = /^import \{([^}]*)\} from ("[^"]*");\n$/;
