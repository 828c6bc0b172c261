import { readFileSync } from 'node:fs';
import { parsePlan } from '../../core/plan/parse-plan';
import type { Plan } from '../../core/plan/plan';
import { planSentence } from '../../core/plan/sentence';
import { filled } from '../../core/sentence';
import { err, ok, type Result } from '../../core/result';
import { codeOf, messageOf } from '../thrown';

/** The plan in a file, or a message for each problem with it. */
export function readPlanFile(path: string): Result<Plan, readonly string[]> {
  const text = readText(path);
  if (!text.ok) return text;
  const input = parseText(text.value);
  if (!input.ok) return err([`${path} is not JSON: ${input.error}.`]);
  const plan = parsePlan(input.value);
  if (plan.ok) return plan;
  return err(plan.error.map((problem) => `${path}: ${filled(planSentence(problem))}`));
}

function readText(path: string): Result<string, readonly string[]> {
  try {
    // Some editors begin a file with a byte order mark, which is not part of JSON.
    return ok(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return err([`${path} cannot be read: ${reasonOf(error)}.`]);
  }
}

function parseText(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err(messageOf(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be opened',
};

function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? messageOf(error);
}
