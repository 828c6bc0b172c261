import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { listed } from '../flags';
import type { Change } from './changelog';
import { readChangelog } from './changelog';
import { keptVersions } from './kept';
import { versionsIn } from './version';

/** The state of the project according to git. */
export interface Git {
  /** Files with uncommitted changes. */
  readonly changed: readonly string[];
  readonly tags: readonly string[];
}

/** The version that can be released from the project as it is now, or a message for each obstacle. */
export function readyToRelease(root: string, git: Git): Result<Change, readonly string[]> {
  const versions = [...new Set(versionsIn(root))];
  const [version = ''] = versions;
  const changes = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  const newest = changes.ok ? changes.value[0] : undefined;
  const problems = [
    ...(git.changed.length > 0 ? [`Not committed: ${listed(git.changed.slice(0, 5))}.`] : []),
    ...(versions.length > 1
      ? [
          `The files name different versions: ${listed(versions)}. "npm run release -- --to VERSION" writes the same one everywhere.`,
        ]
      : []),
    ...(changes.ok ? [] : [changes.error]),
    ...(newest !== undefined && newest.version !== version
      ? [`CHANGELOG.md begins with ${newest.version}, but the version is ${version}.`]
      : []),
    ...(newest !== undefined && newest.released === undefined
      ? [`CHANGELOG.md has no date for ${newest.version}: write "## ${newest.version}, YEAR-MONTH-DAY".`]
      : []),
    ...(git.tags.includes(tagOf(version))
      ? [`${version} is released already: there is a tag ${tagOf(version)}.`]
      : []),
    ...(changes.ok ? withoutFixtures(root, changes.value, version) : []),
  ];
  return problems.length > 0 || newest === undefined ? err(problems) : ok(newest);
}

export function tagOf(version: string): string {
  return `v${version}`;
}

/**
 * A message for each released version whose data no test reads. The version being released is exempt, since its data
 * are stored during the release.
 */
export function withoutFixtures(
  root: string,
  changes: readonly Change[],
  current: string,
): readonly string[] {
  const kept = keptVersions(root);
  return changes.flatMap(({ version, released }) =>
    released === undefined || version === current || kept.includes(version)
      ? []
      : [
          `test/fixtures/v${version}/ is missing: the data that ${version} stored, which "npm run release" wrote there.`,
        ],
  );
}
