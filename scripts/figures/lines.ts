/** The figures of the README, as lines of Markdown. */
import { withBetween, type Marks } from '../between-marks';
import type { TestRun } from './run-file';

/** Counts from the project itself, which are the same on every machine. */
export interface Counted {
  /** The number of sessions performed to see how each behaviour of a watch affects them (`npm run readings`). */
  readonly readings: number;
  readonly screens: number;
  readonly sizes: number;
  readonly languages: number;
}

const MARKS: Marks = {
  begin: '<!-- figures: made by npm run figures -->',
  end: '<!-- end of figures -->',
};

/** The counts as a list. The runs are those of all sets of tests. */
export function linesOf(runs: readonly TestRun[], counted: Counted): string {
  const passed = runs.reduce((sum, run) => sum + run.passed, 0);
  const told = runs.flatMap(({ stories }) => stories).reduce((sum, kind) => sum + kind.told, 0);
  return [
    `- ${count(passed)} tests passed in the last whole run, which also tried ${count(told)} random sequences of events.`,
    `- ${count(counted.readings)} sessions, one for each answer a watch may give where the documentation is silent: none reports a cue as felt that was not.`,
    `- ${count(counted.screens)} screens, drawn on ${count(counted.sizes)} sizes in ${count(counted.languages)} languages and judged for size, contrast, overlap and cut text.`,
  ].join('\n');
}

/** The README with these lines between its two marks. */
export function withLines(readme: string, lines: string): string {
  return withBetween(readme, MARKS, lines);
}

const count = (whole: number): string => whole.toLocaleString('en-US');
