import type { ScreenShape } from '../face/picture';
import type { ScriptSource } from './realm';
import { readTranslations, type Translations } from './translations';
import { decodeUtf8 } from './utf8';
import { openZab, required, type Files } from './zab';

/** The fields of the `app.json` inside a package that a watch acts on. */
export interface AppManifest {
  readonly app: {
    readonly appId: number;
    readonly appName: string;
    readonly version: { readonly code: number; readonly name: string };
    readonly icon: string;
    readonly vender: string;
    readonly description: string;
  };
  readonly permissions: readonly string[];
  readonly runtime: { readonly apiVersion: { readonly minVersion: string } };
  readonly i18n: Readonly<Record<string, { readonly appName: string }>>;
  readonly defaultLanguage: string;
  readonly designWidth: number;
  readonly module: {
    readonly page: { readonly pages: readonly string[] };
    readonly 'app-service'?: { readonly services?: readonly string[] };
    readonly 'app-event'?: { readonly path?: string };
    readonly 'app-widget'?: { readonly widgets?: readonly { readonly path: string }[] };
    readonly 'app-side'?: { readonly path?: string };
    readonly setting?: { readonly path?: string };
  };
}

/** The part of the package for one screen size. */
export interface WatchPackage {
  readonly shape: ScreenShape;
  readonly width: number;
  readonly height: number;
  readonly manifest: AppManifest;
  /** The script of a page or service, by its path without `.js`; `undefined` if there is none. */
  script(path: string): ScriptSource | undefined;
  /** The bytes of a file under `assets`; images are TGA files under `.png` names. */
  asset(path: string): Uint8Array | undefined;
  /** The texts in a language, or in the default language if the package does not have it. */
  translations(language: string): Translations;
  /** The files for the phone: side service, settings page, their texts. */
  readonly phoneFiles: Readonly<Record<string, Uint8Array>>;
}

/** By the bytes they were read from, so that many watches with one package unpack it once. */
const known = new WeakMap<Uint8Array, readonly WatchPackage[]>();

/**
 * All packages of a `.zab`, one for each screen size. Each is unpacked when more than its manifest is needed. The bytes
 * must not change later, since the answer for the same array is the same.
 */
export function readZab(zab: Uint8Array): readonly WatchPackage[] {
  const packages = known.get(zab) ?? packagesOf(zab);
  known.set(zab, packages);
  return packages;
}

function packagesOf(zab: Uint8Array): readonly WatchPackage[] {
  return openZab(zab).map(({ shape, resolution, appJson, unpack }) => {
    const [width = 0, height = 0] = resolution.split('x').map(Number);
    const screen: Screen = { shape: shape === 'round' ? 'round' : 'square', width, height };
    const unpackAll = (): WatchPackage => {
      const { device, phone } = unpack();
      return makePackage(screen, device, phone);
    };
    return unpackLater(screen, unpackAll, () => parseJson(appJson()) as AppManifest);
  });
}

function unpackLater(
  screen: Screen,
  unpack: () => WatchPackage,
  readManifest: () => AppManifest,
): WatchPackage {
  let unpacked: WatchPackage | undefined;
  let manifest: AppManifest | undefined;
  const inside = (): WatchPackage => (unpacked ??= unpack());
  return {
    ...screen,
    get manifest() {
      return (manifest ??= unpacked?.manifest ?? readManifest());
    },
    get phoneFiles() {
      return inside().phoneFiles;
    },
    script: (path) => inside().script(path),
    asset: (path) => inside().asset(path),
    translations: (language) => inside().translations(language),
  };
}

type Screen = Pick<WatchPackage, 'shape' | 'width' | 'height'>;

/** The package for a screen, from the unzipped files of its device and phone parts. */
export function makePackage(screen: Screen, device: Files, phone: Files): WatchPackage {
  const manifest = parseJson(required(device, 'app.json')) as AppManifest;
  const scripts = new Map<string, ScriptSource>();
  const texts = new Map<string, Translations>();
  return {
    ...screen,
    manifest,
    phoneFiles: phone,
    asset: (path) => device[`assets/${path}`],
    script(path) {
      const name = `${path.replace(/\.js$/, '')}.js`;
      const bytes = device[name];
      const known = scripts.get(name);
      if (known !== undefined) return known;
      if (device[name.replace(/js$/, 'bin')] !== undefined)
        throw new Error(`${name} is there as bytecode only, which runs on nothing but a watch`);
      if (bytes === undefined) return undefined;
      const source = { name, code: decodeUtf8(bytes) };
      scripts.set(name, source);
      return source;
    },
    translations(language) {
      const locale = hasLocale(device, language) ? language : manifest.defaultLanguage;
      const known = texts.get(locale);
      if (known !== undefined) return known;
      const table = readLocale(device, locale);
      texts.set(locale, table);
      return table;
    },
  };
}

/** Finds the package for a screen; throws an error with the reason if there is none. */
export function choosePackage(packages: readonly WatchPackage[], screen: Screen): WatchPackage {
  const chosen = packages.find(
    (candidate) =>
      candidate.shape === screen.shape &&
      candidate.width === screen.width &&
      candidate.height === screen.height,
  );
  if (chosen !== undefined) return chosen;
  const offered = packages.map(({ shape, width, height }) => `${shape} ${width}x${height}`).join(', ');
  throw new Error(
    `no package for a ${screen.shape} ${screen.width}x${screen.height} screen; there are ${offered}`,
  );
}

const LOCALES = 'assets/raw/locale/';

function hasLocale(files: Files, language: string): boolean {
  return files[`${LOCALES}${language}.btxt`] !== undefined;
}

function readLocale(files: Files, language: string): Translations {
  const ids = files[`${LOCALES}TID.btxt`];
  const texts = files[`${LOCALES}${language}.btxt`];
  return ids === undefined || texts === undefined ? new Map<string, string>() : readTranslations(ids, texts);
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(decodeUtf8(bytes));
}
