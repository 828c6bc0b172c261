import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * The `.zab` as it ships, but with scripts instead of bytecode, for simulators and tests, which read scripts.
 * Everything else is the same, byte for byte. Throws when `sourceOf` does not know a bytecode, because then the two
 * packages would differ.
 */
export function sourcePackage(
  shipped: Uint8Array,
  sourceOf: (bytecode: Uint8Array) => Uint8Array | undefined,
): Uint8Array {
  const files = unzipSync(shipped);
  const manifest = JSON.parse(strFromU8(part(files, MANIFEST))) as ZabManifest;
  const renamed = manifest.zpks.map((zpk) => {
    const content = withScripts(part(files, zpk.name), sourceOf);
    const md5 = createHash('md5').update(content).digest('hex');
    return { content, entry: { ...zpk, name: `${md5}.zpk`, md5 } };
  });
  const zpks = Object.fromEntries(renamed.map(({ content, entry }) => [entry.name, content]));
  const index = { ...manifest, zpks: renamed.map(({ entry }) => entry) };
  return zip({ ...zpks, [MANIFEST]: strToU8(JSON.stringify(index)) });
}

const MANIFEST = 'manifest.json';

/** zpm names each `.zpk` by its MD5, and states it twice. */
interface ZabManifest {
  readonly zpks: readonly { readonly name: string; readonly md5: string }[];
}

function withScripts(
  zpk: Uint8Array,
  sourceOf: (bytecode: Uint8Array) => Uint8Array | undefined,
): Uint8Array {
  const parts = unzipSync(zpk);
  const device = Object.entries(unzipSync(part(parts, 'device.zip'))).map(([path, content]) => {
    if (path === 'app.json') return [path, withoutBytecode(content)] as const;
    if (!path.endsWith('.bin')) return [path, content] as const;
    const source = sourceOf(content);
    if (source === undefined) throw new Error(`nobody knows the script of ${path}`);
    return [path.replace(/\.bin$/, '.js'), source] as const;
  });
  return zip({ ...parts, 'device.zip': zip(Object.fromEntries(device)) });
}

/**
 * `runtime.type` 2 means that scripts are bytecode (row Z7 of docs/platform.md); zpm writes none for scripts as text.
 */
function withoutBytecode(appJson: Uint8Array): Uint8Array {
  const app = JSON.parse(strFromU8(appJson)) as { readonly runtime: Readonly<Record<string, unknown>> };
  const { type: _, ...runtime } = app.runtime;
  return strToU8(JSON.stringify({ ...app, runtime }));
}

/** The date does not matter, and is always the same. */
function zip(files: Zippable): Uint8Array {
  return zipSync(files, { mtime: new Date(1980, 0, 1, 12) });
}

function part(files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const content = files[name];
  if (content === undefined) throw new Error(`The package has no ${name}`);
  return content;
}
