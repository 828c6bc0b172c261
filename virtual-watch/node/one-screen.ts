import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DeviceFacts } from '../machine/device';

/**
 * A `.zab` with only the package for one screen, otherwise the same; equal packages give equal bytes. Throws if there is
 * no package for this screen.
 */
export function oneScreen(
  zab: Uint8Array,
  { shape, width, height }: Pick<DeviceFacts, 'shape' | 'width' | 'height'>,
): Uint8Array {
  const resolution = `${String(width)}x${String(height)}`;
  const { [MANIFEST]: index = new Uint8Array() } = unzipSync(zab, {
    filter: ({ name }) => name === MANIFEST,
  });
  const manifest = JSON.parse(strFromU8(index)) as Manifest;
  const zpks = manifest.zpks.filter(({ platforms }) =>
    platforms.some(
      ({ screenType, screenResolution }) => screenType === shape && screenResolution === resolution,
    ),
  );
  const files = unzipSync(zab, { filter: (file) => zpks.some(({ name }) => name === file.name) });
  if (Object.keys(files).length === 0) throw new Error(`the package has nothing for ${shape} ${resolution}`);
  const entries = { ...files, [MANIFEST]: strToU8(JSON.stringify({ ...manifest, zpks })) };
  // What is inside is compressed already. The date does not matter.
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1, 12) });
}

const MANIFEST = 'manifest.json';

interface Manifest {
  readonly zpks: readonly {
    readonly name: string;
    readonly platforms: readonly { readonly screenType: string; readonly screenResolution: string }[];
  }[];
}
