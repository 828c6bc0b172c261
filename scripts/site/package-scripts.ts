/** The package as scripts of the site, because a page opened from a folder can load nothing else. */
import { unzipSync, zipSync } from 'fflate';
import { fittingDevices } from '../../preview/fitting-devices';
import { packageFile } from '../../preview/package-file';
import { DEVICES, readZab } from '../../virtual-watch/node';
import { INDEX_PAGES } from './index-page';

/** The part of a `.zab`'s manifest that names its parts. */
interface ZabManifest {
  readonly zpks: readonly { readonly name: string }[];
}

/**
 * The contents of the scripts by name: `legato.js` with the watches that the package fits, and one script for each of
 * its screens. A visitor's browser has to decode only the one for the watch that is shown.
 */
export function packageScripts(zab: Uint8Array): readonly (readonly [name: string, script: string])[] {
  const packages = readZab(zab);
  const index = { devices: fittingDevices(DEVICES, packages), pages: INDEX_PAGES, zabs: {} };
  return [
    ['legato.js', `globalThis.legato = ${JSON.stringify(index)};\n`],
    ...zabsByScreen(zab).map((part) => {
      const [screen] = readZab(part);
      if (screen === undefined) throw new Error('a part of the package is for no screen');
      const base64 = Buffer.from(part).toString('base64');
      const file = packageFile(screen);
      return [file, `legato.zabs[${JSON.stringify(file)}] = '${base64}';\n`] as const;
    }),
  ];
}

/** A `.zab` of its own for each screen. What it contains is compressed already. */
function zabsByScreen(zab: Uint8Array): readonly Uint8Array[] {
  const files = unzipSync(zab);
  const fileOf = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  const manifest = JSON.parse(Buffer.from(fileOf('manifest.json')).toString()) as ZabManifest;
  return manifest.zpks.map((zpk) =>
    zipSync(
      {
        'manifest.json': Buffer.from(JSON.stringify({ ...manifest, zpks: [zpk] })),
        [zpk.name]: fileOf(zpk.name),
      },
      { level: 0, mtime: '1980-01-01T00:00:00' },
    ),
  );
}
