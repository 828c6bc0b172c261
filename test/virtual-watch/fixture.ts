import { zipSync } from 'fflate';

import { isApiLevelAtLeast } from '../../virtual-watch/machine/device';
import { makePackage, type WatchPackage } from '../../virtual-watch/machine/package';
import { bootWatch, DEVICES, type NodeBootOptions, type VirtualWatch } from '../../virtual-watch/node/index';

const MIN_VERSION = '3.6';

/** A small app written in the test that uses it, in the form that Zepp's compiler gives a package. */
export interface FixtureApp {
  readonly app?: string;
  /** Bodies of page files by their paths; the first is the app's entry. `need` requires a module of the watch. */
  readonly pages: Readonly<Record<string, string>>;
  readonly services?: Readonly<Record<string, string>>;
  /** The body of its card. */
  readonly card?: string;
  readonly permissions?: readonly string[];
  /** Texts by language, then by id. Every language has the same ids. */
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Files under `assets`. */
  readonly assets?: Readonly<Record<string, Uint8Array>>;
  readonly appEvent?: string;
}

export type FixtureBoot = Partial<Omit<NodeBootOptions, 'zab'>>;

/** Everything that an app may ask for. */
const ALL_PERMISSIONS = [
  'data:os.device.info',
  'device:os.alarm',
  'device:os.notification',
  'device:os.bg_service',
] as const;

const CARD = 'app-widget/index';

/** A watch with the app on it: an Amazfit Balance by default. */
export function bootFixture(app: FixtureApp, options: FixtureBoot = {}): VirtualWatch {
  return bootWatch({ device: 'Amazfit Balance', ...options, zab: fixturePackages(app) });
}

/** The same app, opened on its first page. */
export function openFixture(app: FixtureApp, options: FixtureBoot = {}): VirtualWatch {
  const watch = bootFixture(app, options);
  watch.openApp();
  return watch;
}

/** The screens of all watches that the fixture is for, each once. */
const DISPLAYS = [
  ...new Map(
    DEVICES.filter(({ apiLevel }) => isApiLevelAtLeast(apiLevel, MIN_VERSION)).map(
      ({ shape, width, height }) => [`${shape} ${width}x${height}`, { shape, width, height }],
    ),
  ).values(),
].sort((one, other) =>
  one.shape === other.shape ? one.width - other.width : one.shape === 'round' ? -1 : 1,
);

export function fixturePackages(app: FixtureApp): readonly WatchPackage[] {
  return DISPLAYS.map((screen) =>
    makePackage(screen, deviceFiles(app, screen.shape === 'round' ? 480 : 390), {}),
  );
}

/** The same as bytes of a `.zab`. */
export function fixtureZab(app: FixtureApp): Uint8Array {
  const zpks = DISPLAYS.map(({ shape, width, height }, index) => {
    const device = zipSync({ ...deviceFiles(app, shape === 'round' ? 480 : 390) });
    const zpk = zipSync({ 'device.zip': device, 'app-side.zip': zipSync({ 'app.json': bytes('{}') }) });
    const platforms = [{ screenType: shape, screenResolution: `${width}x${height}` }];
    return { name: `${index}.zpk`, zpk, platforms };
  });
  const manifest = { zpks: zpks.map(({ name, platforms }) => ({ name, platforms })) };
  return zipSync({
    'manifest.json': bytes(JSON.stringify(manifest)),
    ...Object.fromEntries(zpks.map(({ name, zpk }) => [name, zpk])),
  });
}

function deviceFiles(app: FixtureApp, designWidth: number): Record<string, Uint8Array> {
  const { pages, services = {}, card, texts = {}, assets = {} } = app;
  const scripts = { ...pages, ...services, ...(card === undefined ? {} : { [CARD]: card }) };
  return {
    'app.json': bytes(JSON.stringify(manifestOf(app, designWidth))),
    'app.js': bytes(wrap(app.app ?? 'App({})', 'currentApp.__globals__')),
    ...Object.fromEntries(
      Object.entries(scripts).map(([path, body]) => [
        `${path}.js`,
        bytes(wrap(body, 'currentApp.current.__globals__')),
      ]),
    ),
    ...Object.fromEntries(Object.entries(assets).map(([path, content]) => [`assets/${path}`, content])),
    ...localeFiles(texts),
  };
}

function manifestOf(
  { pages, services = {}, card, permissions = ALL_PERMISSIONS, appEvent }: FixtureApp,
  designWidth: number,
) {
  return {
    app: {
      appId: 1090001,
      appName: 'Fixture',
      version: { code: 1, name: '1.0.0' },
      icon: '',
      vender: '',
      description: '',
    },
    permissions,
    runtime: { apiVersion: { minVersion: MIN_VERSION } },
    i18n: { 'en-US': { appName: 'Fixture' } },
    defaultLanguage: 'en-US',
    designWidth,
    module: {
      page: { pages: Object.keys(pages) },
      'app-service': { services: Object.keys(services) },
      ...(appEvent === undefined ? {} : { 'app-event': { path: appEvent } }),
      ...(card === undefined ? {} : { 'app-widget': { widgets: [{ path: CARD }] } }),
    },
  };
}

function wrap(body: string, globals: string): string {
  return `try{(()=>{const {beforeModuleCreate=()=>{}}=DeviceRuntimeCore.LifeCycle;beforeModuleCreate();
const __$$G$$__=__$$hmAppManager$$__.${globals}.__$$G$$__;
(function(context){with(context){const need=__$$R$$__;
${body}
}}).bind(__$$G$$__)(__$$G$$__)})()}catch(e){console.log("Mini Program Error",e)}`;
}

function localeFiles(texts: NonNullable<FixtureApp['texts']>): Record<string, Uint8Array> {
  const ids = [...new Set(Object.values(texts).flatMap((table) => Object.keys(table)))].sort();
  if (ids.length === 0) return {};
  const files = Object.entries(texts).map(([language, table]) => [
    `assets/raw/locale/${language}.btxt`,
    btxt(ids.map((id) => table[id] ?? '')),
  ]);
  return {
    'assets/raw/locale/TID.btxt': btxt(ids),
    ...(Object.fromEntries(files) as Record<string, Uint8Array>),
  };
}

/** The compiler's format: count, then where each text begins, then the texts. */
function btxt(texts: readonly string[]): Uint8Array {
  const bodies = texts.map((text) => Buffer.from(text));
  const head = Buffer.alloc(4 + 4 * bodies.length);
  head.writeUInt32BE(bodies.length, 0);
  let at = head.length;
  bodies.forEach((body, index) => {
    head.writeUInt32BE(at, 4 + 4 * index);
    at += body.length;
  });
  return Buffer.concat([head, ...bodies]);
}

/** A plain array: a `Buffer` is a view of a pool, and the machine should see only the file. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}
