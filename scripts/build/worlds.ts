import type { Entry, EntryKind, Manifest } from './manifest';
import type { BuildProblem } from './problem';
import type { ScreenPackage } from './unpack';

/**
 * The most a world may load, in bytes of script before compilation to bytecode; app.js counts in each
 * (docs/decisions/0021).
 */
export interface Budget {
  /** At launch: app.js and the first page. */
  readonly launch: number;
  /** For a run of any service. */
  readonly service: number;
  /** For a card. */
  readonly card: number;
}

export const BUDGET: Budget = { launch: 125_000, service: 12_000, card: 12_000 };

/** A script world on the watch: it loads app.js and one more script. */
export interface World {
  readonly kind: keyof Budget;
  /** The scripts it loads, by path. */
  readonly scripts: readonly string[];
  /** The largest size among all screens. */
  readonly bytes: number;
}

/** The worlds that have a budget. */
export function worldsOf(sources: readonly ScreenPackage[], manifest: Manifest): readonly World[] {
  return manifest.entries.flatMap((entry): World[] => {
    const kind = budgetOf(entry, manifest);
    if (kind === undefined) return [];
    const scripts = ['app.js', `${entry.path}.js`];
    const sizes = sources.map(({ device }) =>
      scripts.reduce((sum, path) => sum + (device.get(path)?.length ?? 0), 0),
    );
    return [{ kind, scripts, bytes: Math.max(0, ...sizes) }];
  });
}

/** The budget that a script counts in. A page other than the first is loaded later, into the world of the launch. */
export function budgetOf(entry: Entry, { entries }: Manifest): keyof Budget | undefined {
  const firstPage = entries.find(({ kind }) => kind === 'page');
  return entry === firstPage ? 'launch' : BUDGET_OF[entry.kind];
}

const BUDGET_OF: Readonly<Record<EntryKind, keyof Budget | undefined>> = {
  app: undefined,
  page: undefined,
  'app-service': 'service',
  'app-event': 'service',
  'app-widget': 'card',
  'secondary-widget': 'card',
  'app-side': undefined,
  setting: undefined,
};

/** The worlds that exceed their budget. */
export function overweight(worlds: readonly World[], budget: Budget): readonly BuildProblem[] {
  return worlds
    .filter(({ kind, bytes }) => bytes > budget[kind])
    .map(({ kind, scripts, bytes }) => ({ code: 'worldTooLarge', scripts, bytes, budget: budget[kind] }));
}
