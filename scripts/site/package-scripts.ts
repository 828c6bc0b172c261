/** The package as scripts of the site, because a page opened from a folder can load nothing else. */
import { fittingDevices } from '../../preview/fitting-devices';
import { packageFile } from '../../preview/package-file';
import { DEVICES, oneScreen, readZab } from '../../virtual-watch/node';
import { INDEX_PAGES } from './index-page';

/**
 * The contents of the scripts by name: `legato.js` with the watches that the package fits, and one script for each of
 * its screens. A visitor's browser has to decode only the one for the watch that is shown.
 */
export function packageScripts(zab: Uint8Array): readonly (readonly [name: string, script: string])[] {
  const packages = readZab(zab);
  const index = { devices: fittingDevices(DEVICES, packages), pages: INDEX_PAGES, zabs: {} };
  return [
    ['legato.js', `globalThis.legato = ${JSON.stringify(index)};\n`],
    ...packages.map((screen) => {
      const base64 = Buffer.from(oneScreen(zab, screen)).toString('base64');
      const file = packageFile(screen);
      return [file, `legato.zabs[${JSON.stringify(file)}] = '${base64}';\n`] as const;
    }),
  ];
}
