/** The result of the last test run, written by `scripts/count-reporter.cjs`. */
import { existsSync, readFileSync } from 'node:fs';
import { isFields, isWhole, parseJson } from '../../core/json';

export interface TestRun {
  readonly passed: number;
  readonly failed: number;
  /** Random stories by kind, fixed ones and those of the day together. */
  readonly stories: readonly { readonly name: string; readonly told: number }[];
}

/** Reads the result of a run; undefined if there is none. */
export function readRun(file: string): TestRun | undefined {
  return existsSync(file) ? readTestRun(readFileSync(file, 'utf8')) : undefined;
}

/** Parses the result; undefined if the text is invalid. */
export function readTestRun(text: string): TestRun | undefined {
  const run = parseJson(text);
  if (!isFields(run)) return undefined;
  const { passed, failed, stories } = run;
  if (!isWhole(passed) || !isWhole(failed) || !Array.isArray(stories)) return undefined;
  return { passed, failed, stories: stories.flatMap(kindOf) };
}

function kindOf(kind: unknown): TestRun['stories'] {
  if (!isFields(kind)) return [];
  const { name, fixed, told } = kind;
  return typeof name === 'string' && isWhole(fixed) && isWhole(told) ? [{ name, told: fixed + told }] : [];
}
