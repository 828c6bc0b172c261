import { isFields, parseJson } from '../../core/json';
import { PARTS } from './parts';

/** A part that was begun; `answers` are those given so far. */
export interface Running {
  /** Index in `PARTS`. */
  readonly part: number;
  /** When Go was pressed, in ms since 1970; alarms count from the next whole second. */
  readonly startedAt: number;
  readonly answers: string;
}

/** What the probe remembers between its pages: the part in progress, and the answers to each part. */
export interface State {
  readonly running?: Running;
  /** By index in `PARTS`: when a part began and what was answered. */
  readonly done: Readonly<Record<number, Pick<Running, 'startedAt' | 'answers'>>>;
}

export const NOTHING_DONE: State = { done: {} };

/** The part begins now. */
export function begun(state: State, part: number, now: number): State {
  return { ...state, running: { part, startedAt: now, answers: '' } };
}

/** Adds an answer to the running part; the last one ends it. */
export function answered(state: State, answer: string): State {
  const { running } = state;
  if (!running) return state;
  const next = { ...running, answers: running.answers + answer };
  return isAnswered(next) ? finished({ ...state, running: next }) : { ...state, running: next };
}

/** Ends the running part, whatever was answered. */
export function finished({ running, done }: State): State {
  if (!running) return { done };
  const { part, startedAt, answers } = running;
  return { done: { ...done, [part]: { startedAt, answers } } };
}

export function isAnswered({ part, answers }: Running): boolean {
  return answers.length >= (PARTS[part]?.questions.length ?? 0);
}

/** The second from which the alarms of a part count, in ms since 1970. */
export function secondOf({ startedAt }: Pick<Running, 'startedAt'>): number {
  return Math.ceil(startedAt / 1000) * 1000;
}

export function makeState(state: State): string {
  return JSON.stringify(state);
}

/** An unreadable state counts as nothing done: the tests can be repeated. */
export function parseState(text: string | undefined): State {
  const told = text === undefined ? undefined : parseJson(text);
  if (!isFields(told) || !isFields(told['done'])) return NOTHING_DONE;
  const done: Record<number, Pick<Running, 'startedAt' | 'answers'>> = {};
  Object.keys(told['done']).forEach((key) => {
    const entry = readEntry((told['done'] as Record<string, unknown>)[key]);
    if (entry && PARTS[Number(key)]) done[Number(key)] = entry;
  });
  const running = readEntry(told['running']);
  const part = isFields(told['running']) ? told['running']['part'] : undefined;
  return running && typeof part === 'number' && PARTS[part]
    ? { done, running: { ...running, part } }
    : { done };
}

function readEntry(told: unknown): Pick<Running, 'startedAt' | 'answers'> | undefined {
  if (!isFields(told)) return undefined;
  const { startedAt, answers } = told;
  return typeof startedAt === 'number' && typeof answers === 'string' ? { startedAt, answers } : undefined;
}
