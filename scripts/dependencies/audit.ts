import { spawnSync } from 'node:child_process';
import { isFields, parseJson, type Fields } from '../../core/json';
import type { LockedPackage } from './lockfile';

/** The known vulnerabilities that the registry lists for the packages of the lock file. */
export type Audit =
  | { readonly kind: 'answered'; readonly weaknesses: readonly Weakness[] }
  /** There is no network access, or the registry has no such list. */
  | { readonly kind: 'notAnswered'; readonly why: string };

export interface Weakness {
  readonly name: string;
  readonly severity: string;
  /** The install paths of the vulnerable packages, such as `node_modules/date-fns`. */
  readonly nodes: readonly string[];
}

/** The severities that fail the check if they affect something that ships. */
const GRAVE: ReadonlySet<string> = new Set(['high', 'critical']);

/** Asks the registry once, with a timeout in milliseconds. */
export function askRegistry(root: string, npm = 'npm', patience = 20_000): Audit {
  const { stdout, error } = spawnSync(
    npm,
    ['audit', '--json', '--audit=true', '--fetch-retries=0', `--fetch-timeout=${patience / 2}`],
    // On Windows npm is a script, which only a shell can start.
    { cwd: root, encoding: 'utf8', timeout: patience, shell: process.platform === 'win32' },
  );
  return error === undefined ? readAudit(stdout) : { kind: 'notAnswered', why: error.message };
}

/** Parses the output of `npm audit --json`; output without a list is no answer. */
export function readAudit(printed: string): Audit {
  const { vulnerabilities, message } = fieldsOf(parseJson(printed));
  if (!isFields(vulnerabilities))
    return { kind: 'notAnswered', why: typeof message === 'string' ? message : 'npm audit printed no list' };
  return { kind: 'answered', weaknesses: Object.values(vulnerabilities).map(weaknessOf) };
}

/** A message for each severe vulnerability in something that ships. */
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
