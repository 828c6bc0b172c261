import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import type { BuildProblem } from './problem';

/** The roles of scripts in Zepp OS. The first six run on the watch, the last two in the Zepp app on the phone. */
const ENTRY_KINDS = [
  'app',
  'page',
  'app-service',
  'app-event',
  'app-widget',
  'secondary-widget',
  'app-side',
  'setting',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A script named in app.json. `path` is as written there, without `.ts` or `.js`. */
export interface Entry {
  readonly kind: EntryKind;
  readonly path: string;
}

export interface Manifest {
  /** `app.version.name`, such as `0.1.0`. */
  readonly version: string;
  /** `runtime.apiVersion.minVersion`, such as `3.6`; watches with a lower level do not accept the app. */
  readonly leastApiLevel: string;
  readonly entries: readonly Entry[];
  /** The icon of each target and screen type, relative to the project. */
  readonly icons: readonly string[];
}

export function runsOnWatch(kind: EntryKind): boolean {
  return kind !== 'app-side' && kind !== 'setting';
}

/**
 * Reads the parts of `<root>/app.json` that the build needs (fields: Zepp OS docs, reference/app-json). The rest is
 * left to Zepp's compiler.
 */
export function readManifest(root: string): Result<Manifest, BuildProblem> {
  const json = readJson(join(root, 'app.json'));
  if (!json.ok) return unreadable(json.error);
  const app = field(json.value, 'app');
  const version = field(field(app, 'version'), 'name');
  if (typeof version !== 'string') return unreadable('app.version.name is not a text');
  const targets = field(json.value, 'targets');
  if (!isRecord(targets) || Object.keys(targets).length === 0) return unreadable('it has no targets');
  const entries = Object.values(targets).flatMap((target) => entriesOf(field(target, 'module')));
  if (!entries.some((entry) => entry.kind === 'page')) return unreadable('no target has a page');
  const leastApiLevel = field(field(field(json.value, 'runtime'), 'apiVersion'), 'minVersion');
  if (typeof leastApiLevel !== 'string') return unreadable('runtime.apiVersion.minVersion is not a text');
  const icon = field(app, 'icon');
  return ok({
    version,
    leastApiLevel,
    entries: distinct([{ kind: 'app', path: 'app' }, ...entries]),
    icons: typeof icon === 'string' ? iconsOf(targets, icon) : [],
  });
}

function unreadable(detail: string): Result<never, BuildProblem> {
  return err({ code: 'manifestUnreadable', detail });
}

function readJson(file: string): Result<unknown, string> {
  if (!existsSync(file)) return err('there is no such file');
  try {
    return ok(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

function entriesOf(module: unknown): Entry[] {
  return [
    ...entriesAt('page', field(field(module, 'page'), 'pages')),
    ...entriesAt('app-service', field(field(module, 'app-service'), 'services')),
    ...entriesAt('app-event', field(module, 'app-event')),
    ...entriesAt('app-widget', field(field(module, 'app-widget'), 'widgets')),
    ...entriesAt('secondary-widget', field(field(module, 'secondary-widget'), 'widgets')),
    ...entriesAt('app-side', field(module, 'app-side')),
    ...entriesAt('setting', field(module, 'setting')),
  ];
}

/** A place in app.json that names scripts: a path, an object with a `path`, or a list of either. */
function entriesAt(kind: EntryKind, place: unknown): Entry[] {
  if (Array.isArray(place)) return place.flatMap((item) => entriesAt(kind, item));
  if (typeof place === 'string') return [{ kind, path: place.replace(/\.js$/, '') }];
  const path = field(place, 'path');
  return path === undefined ? [] : entriesAt(kind, path);
}

/** A service that also handles events is a single script. */
function distinct(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry, at) => entries.findIndex((other) => other.path === entry.path) === at);
}

function iconsOf(targets: Record<string, unknown>, icon: string): string[] {
  return Object.entries(targets).flatMap(([name, target]) => {
    const platforms = field(target, 'platforms');
    const screens = Array.isArray(platforms) ? platforms.map((platform) => field(platform, 'st')) : [];
    const folders = screens
      .filter((st) => typeof st === 'string')
      .map((st) => `assets/${name}.${st}/${icon}`);
    return [...new Set(folders)];
  });
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
