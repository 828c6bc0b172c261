import { spawnSync } from 'node:child_process';
import { isFields, parseJson, type Fields } from '../../core/json';
import type { LockedPackage } from './lockfile';

/** What the registry's list of known weaknesses has of the packages of the lock file. */
export type Audit =
  | { readonly kind: 'answered'; readonly weaknesses: readonly Weakness[] }
  /** The network is closed, or the registry has no such list. */
  | { readonly kind: 'notAnswered'; readonly why: string };

export interface Weakness {
  readonly name: string;
  readonly severity: string;
  /** Where the weak packages lie, as `node_modules/date-fns`. */
  readonly nodes: readonly string[];
}

/** What makes the check fail where it is in something that ships. */
const GRAVE: ReadonlySet<string> = new Set(['high', 'critical']);

/** Asks the registry, once and for no longer than the given time in milliseconds. */
export function askRegistry(root: string, npm = 'npm', patience = 20_000): Audit {
  const { stdout, error } = spawnSync(
    npm,
    ['audit', '--json', '--audit=true', '--fetch-retries=0', `--fetch-timeout=${patience / 2}`],
    // On Windows npm is a script, which only a shell can start.
    { cwd: root, encoding: 'utf8', timeout: patience, shell: process.platform === 'win32' },
  );
  return error === undefined ? readAudit(stdout) : { kind: 'notAnswered', why: error.message };
}

/** Reads what `npm audit --json` prints; without a list in it, it is no answer. */
export function readAudit(printed: string): Audit {
  const { vulnerabilities, message } = fieldsOf(parseJson(printed));
  if (!isFields(vulnerabilities))
    return { kind: 'notAnswered', why: typeof message === 'string' ? message : 'npm audit printed no list' };
  return { kind: 'answered', weaknesses: Object.values(vulnerabilities).map(weaknessOf) };
}

/** A sentence for each grave weakness in something that ships. */
export function auditProblems(
  weaknesses: readonly Weakness[],
  shipped: readonly LockedPackage[],
): readonly string[] {
  const paths = new Set(shipped.map(({ path }) => path));
  return weaknesses
    .filter(({ severity, nodes }) => GRAVE.has(severity) && nodes.some((node) => paths.has(node)))
    .map(
      ({ name, severity }) => `${name} ships and has a known weakness (${severity}): "npm audit" says which.`,
    );
}

function weaknessOf(entry: unknown): Weakness {
  const { name, severity, nodes } = fieldsOf(entry);
  return {
    name: String(name),
    severity: String(severity),
    nodes: Array.isArray(nodes) ? nodes.map(String) : [],
  };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
