import type { Fields } from '../../json';
import { isFields } from '../../json';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { PLAN_FIELDS, SECONDS_FIELDS } from '../fields';
import { parsePlan } from '../parse-plan';
import type { Plan } from '../plan';
import type { PlanProblem } from '../problem';
import { whereIn } from '../where';
import type { PlacedProblem, PlanTextProblem } from './problem';
import type { Repair } from './repair';
import { REPAIRS } from './repair';
import { INVISIBLE_SIGNS, isBlank, isInvisible, isOddBlank, placeAt } from './signs';
import { readPlanWords } from '../words/read';
import type { TolerantValue } from './tolerant-json';
import { readTolerant } from './tolerant-json';

/** The maximum length of a text, in characters: a plan and the mail around it. */
export const PLAN_PASTE_LIMIT = 9000;

/** The most problems reported for one text. */
const PROBLEM_LIMIT = 12;

/** A plan read from a text, and the repairs that this took. */
export interface PlanFromText {
  readonly plan: Plan;
  readonly repairs: readonly Repair[];
}

/** Reads a plan from pasted text, or returns everything that is wrong with it. Never throws. */
export function readPlanText(text: string): Result<PlanFromText, readonly PlanTextProblem[]> {
  if (BACKUP.test(text.slice(0, PLAN_PASTE_LIMIT))) return err([{ code: 'aBackup' }]);
  if (text.length > PLAN_PASTE_LIMIT) return err([{ code: 'textTooLong' }]);
  const start = startOf(text);
  const words = start.isLikely ? undefined : readPlanWords(text);
  if (words) return words.ok ? words : err(words.error.slice(0, PROBLEM_LIMIT));
  return start.at < 0 ? err([{ code: 'noPlan' }]) : readJson(text, start.at);
}

/** How a backup begins, also after a chat has changed its quotation marks. */
const BACKUP = /[{｛]\s*["“”„]legato["“”]\s*[:：]\s*["“”„]backup["“”]/;

function readJson(text: string, start: number): Result<PlanFromText, readonly PlanTextProblem[]> {
  const read = readTolerant(text, start);
  if (!read.ok) return err([read.error.code === 'tooDeep' ? { code: 'otherFile', names: [] } : read.error]);
  const second = anotherPlan(text, read.value.end);
  if (second !== undefined) return err([{ code: 'twoPlans', line: placeAt(text, second).line }]);
  return checked(text, start, read.value);
}

function checked(
  text: string,
  start: number,
  { value, end, repairs, lines }: TolerantValue,
): Result<PlanFromText, readonly PlanTextProblem[]> {
  if (!isPlanLike(value)) return err([{ code: 'otherFile', names: namesIn(value).slice(0, NAMES_TOLD) }]);
  const input = withNumbers(value);
  const plan = parsePlan(input);
  if (!plan.ok)
    return err(plan.error.slice(0, PROBLEM_LIMIT).map((problem) => placed(problem, input, lines, text)));
  const other = otherInWords(text, start, end, plan.value);
  if (other !== undefined) return err([{ code: 'twoPlans', line: other }]);
  const made = new Set([...repairs, ...around(text.slice(0, start)), ...around(text.slice(end))]);
  if (input !== value) made.add('numbersInQuotes');
  return ok({ plan: plan.value, repairs: REPAIRS.filter((repair) => made.has(repair)) });
}

/**
 * Where the first object begins: a brace followed by a name, since a mail may contain other braces; otherwise any
 * brace. A quotation mark may be written as in the source of a program or of a web page, which is then told.
 */
function startOf(text: string): { readonly at: number; readonly isLikely: boolean } {
  const likely = text.search(BEGINNING);
  return likely < 0 ? { at: text.search(/[{｛]/), isLikely: false } : { at: likely, isLikely: true };
}

const BEGINNING = new RegExp(
  `[{｛][\\s${INVISIBLE_SIGNS}>,，]*` +
    /(?:\/[/*]|\\?[\p{Pi}\p{Pf}"'`´‚„‟‛＂＇「」『』]|&\w+;|version|legs|\})/u.source,
  'u',
);

/** Where a second plan begins. Anything else after the first is surrounding text. */
function anotherPlan(text: string, from: number): number | undefined {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
    const read = readTolerant(text, at);
    if (read.ok && isPlanLike(read.value.value) && namesIn(read.value.value).length > 0) return at;
  }
  return undefined;
}

/**
 * The line in which a second plan begins, if the text around this one is a plan in words with other zones or times. The
 * same ones said twice are one plan.
 */
function otherInWords(text: string, start: number, end: number, { legs }: Plan): number | undefined {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const words = readPlanWords(`${before}\n${after}`);
  if (words?.ok !== true || JSON.stringify(words.value.plan.legs) === JSON.stringify(legs)) return undefined;
  const first = firstInWords(before) === undefined ? firstInWords(after) : undefined;
  return placeAt(text, first === undefined ? start : end + first).line;
}

/** The index of the first line that tells of a plan in words. */
function firstInWords(text: string): number | undefined {
  const line = text.split(/\r\n|\r|\n/).find((each) => readPlanWords(each) !== undefined);
  return line === undefined ? undefined : text.indexOf(line);
}

/**
 * Whether a value has any field that only a plan has; `version` does not count, since every app has one. An object
 * without any name may be the beginning of a plan.
 */
function isPlanLike(value: unknown): value is Fields {
  const names = namesIn(value);
  return names.length === 0 || names.some((name) => name !== 'version' && isPlanField(name));
}

function namesIn(value: unknown): readonly string[] {
  return isFields(value) ? Object.keys(value) : [];
}

function isPlanField(name: string): boolean {
  return (PLAN_FIELDS as readonly string[]).includes(name);
}

const NAMES_TOLD = 3;

/** The value with numeric texts turned into numbers where a number belongs; the same object if there are none. */
function withNumbers(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = (value as readonly unknown[]).map(withNumbers);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isFields(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, numberAt(name, inner)] as const);
  return entries.some(([name, inner]) => inner !== value[name]) ? Object.fromEntries(entries) : value;
}

function numberAt(name: string, value: unknown): unknown {
  const isNumber = name === 'version' || name in SECONDS_FIELDS;
  if (isNumber && typeof value === 'string' && /^\d+([.,]\d+)?$/.test(value.trim())) {
    return Number(value.trim().replace(',', '.'));
  }
  return withNumbers(value);
}

/** What was ignored before or after the plan. */
function around(text: string): readonly Repair[] {
  const seen = Array.from(text).filter((sign) => !isInvisible(sign) && !isOddBlank(sign) && !isBlank(sign));
  if (seen.some((sign) => sign !== '>')) return ['around'];
  if (seen.length > 0) return ['quoting'];
  return Array.from(text).every(isBlank) ? [] : ['invisible'];
}

function placed(
  problem: PlanProblem,
  input: unknown,
  lines: ReadonlyMap<string, number>,
  text: string,
): PlacedProblem {
  const line = /[\r\n]/.test(text.trim()) && problem.place !== '' ? lines.get(problem.place) : undefined;
  return { ...problem, where: whereIn(input, problem.place), ...(line === undefined ? {} : { line }) };
}
