import { unzipSync } from 'fflate';
import { decodeUtf8 } from './utf8';

/** The files of a zip by path, without folders. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The part of a `.zab` for one kind of screen. */
export interface ScreenEntry {
  /** `round`, `square` or `band`. */
  readonly shape: string;
  /** Width and height in px, such as `390x450`. */
  readonly resolution: string;
  /** Extracts `app.json` alone, which is much faster than `unpack`. */
  readonly appJson: () => Uint8Array;
  /** Extracts it from the nested zips. */
  readonly unpack: () => ScreenFiles;
}

export interface ScreenFiles {
  /** The size of the `.zpk`, which is what the phone downloads. */
  readonly bytes: number;
  /** The files of the watch. */
  readonly device: Files;
  /** The files of the phone; empty if the app has no part there. */
  readonly phone: Files;
}

/** Written by the compiler, so its shape is trusted, as is that of `app.json`. */
interface ZabManifest {
  readonly zpks: readonly {
    readonly name: string;
    readonly platforms: readonly { readonly screenType: string; readonly screenResolution: string }[];
  }[];
}

/**
 * Opens a `.zab` of zpm: a zip with `manifest.json` and one `.zpk` for each screen, which is a zip of `device.zip` and
 * `app-side.zip`. Throws when a part is missing, either here or when an entry is unpacked.
 */
export function openZab(zab: Uint8Array): readonly ScreenEntry[] {
  const manifest = JSON.parse(decodeUtf8(fileOf(zab, 'manifest.json'))) as ZabManifest;
  return manifest.zpks.flatMap(({ name, platforms }) => {
    const zpk = once(() => fileOf(zab, name));
    const device = once(() => fileOf(zpk(), 'device.zip'));
    return platforms.map(({ screenType, screenResolution }) => ({
      shape: screenType,
      resolution: screenResolution,
      appJson: () => fileOf(device(), 'app.json'),
      unpack: () => ({ bytes: zpk().length, device: unzip(device()), phone: phoneFiles(zpk()) }),
    }));
  });
}

function phoneFiles(zpk: Uint8Array): Files {
  const phone = unzip(zpk, (file) => file === PHONE)[PHONE];
  return phone === undefined ? {} : unzip(phone);
}

const PHONE = 'app-side.zip';

/** Remembers the result of the first call. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function fileOf(zip: Uint8Array, name: string): Uint8Array {
  return required(
    unzip(zip, (file) => file === name),
    name,
  );
}

function unzip(zip: Uint8Array, isWanted: (name: string) => boolean = () => true): Files {
  try {
    return unzipSync(zip, { filter: ({ name }) => !name.endsWith('/') && isWanted(name) });
  } catch (error) {
    throw new Error(`not a Zepp OS package: it is no zip, or a damaged one (${String(error)})`);
  }
}

export function required(files: Files, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`not a Zepp OS package: ${name} is missing`);
  return bytes;
}
