import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';

/** The entry of a version in CHANGELOG.md. */
export interface Change {
  readonly version: string;
  /** Such as `2026-12-01`; undefined if it is not released. */
  readonly released: string | undefined;
  /** What is new, in Markdown, without the heading. */
  readonly notes: string;
}

const HEADING = /^## (\d+\.\d+\.\d+), (?:(\d{4}-\d{2}-\d{2})|not released yet)$/;

/** Parses the versions, newest first, or returns a message that names the first invalid line. */
export function readChangelog(text: string): Result<readonly Change[], string> {
  const parts = text.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  const changes: Change[] = [];
  for (const part of parts) {
    const [heading = '', ...lines] = part.split('\n');
    const [, version, released] = HEADING.exec(heading) ?? [];
    const notes = lines.join('\n').trim();
    if (version === undefined)
      return err(`CHANGELOG.md: "${heading}" is not a heading such as "## 0.2.0, 2026-12-01".`);
    if (notes === '') return err(`CHANGELOG.md says nothing about ${version}.`);
    changes.push({ version, released, notes });
  }
  return changes.length === 0 ? err('CHANGELOG.md lists no version.') : ok(changes);
}
