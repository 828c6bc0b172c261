import { unzipSync } from 'fflate';

/** A screen as zpm names it: `round 480x480`. */
export interface Screen {
  readonly shape: string;
  /** Width and height in px, such as `390x450`. */
  readonly resolution: string;
}

/** What one screen gets: the contents of one `.zpk` of the `.zab`. */
export interface ScreenPackage {
  readonly screen: Screen;
  /** Size of the `.zpk`, as it is sent to the phone. */
  readonly bytes: number;
  /** The files of the watch, by path inside `device.zip`. */
  readonly device: ReadonlyMap<string, Uint8Array>;
  /** The files of the phone, by path inside `app-side.zip`. */
  readonly phone: ReadonlyMap<string, Uint8Array>;
}

export function screenName({ shape, resolution }: Screen): string {
  return `${shape} ${resolution}`;
}

/**
 * Takes a `.zab` of zpm apart: a zip with `manifest.json` and one `.zpk` for each screen, which is a zip of
 * `device.zip` and `app-side.zip`. Throws when a part is missing, because then zpm is not the one this was written for.
 */
export function unpackZab(zab: Uint8Array): readonly ScreenPackage[] {
  const files = unzipSync(zab);
  return zpksOf(part(files, 'manifest.json')).flatMap(({ name, platforms }) => {
    const zpk = part(files, name);
    const parts = unzipSync(zpk);
    return platforms.map(({ screenType, screenResolution }) => ({
      screen: { shape: screenType, resolution: screenResolution },
      bytes: zpk.length,
      device: filesOf(part(parts, 'device.zip')),
      phone: filesOf(part(parts, 'app-side.zip')),
    }));
  });
}

interface Zpk {
  readonly name: string;
  readonly platforms: readonly { readonly screenType: string; readonly screenResolution: string }[];
}

function zpksOf(manifest: Uint8Array): readonly Zpk[] {
  return (JSON.parse(Buffer.from(manifest).toString('utf8')) as { readonly zpks: readonly Zpk[] }).zpks;
}

function part(files: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const content = files[name];
  if (content === undefined) throw new Error(`The package has no ${name}`);
  return content;
}

function filesOf(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/')));
}
