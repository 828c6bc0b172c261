/** Compares the answers with the truth. */

export interface Score {
  readonly right: number;
  readonly all: number;
  /** For each picture that was not read correctly: the truth, and the answer, if there was one. */
  readonly wrong: readonly (readonly [truth: string, answer: string | undefined])[];
}

/** Compares lines as `lineOf` writes them, ignoring spacing and case. A line must be correct in full. */
export function scoreOf(truth: string, answers: string): Score {
  const given = new Map(linesOf(answers).map((line) => [numberOf(line), line]));
  const asked = linesOf(truth);
  const wrong = asked
    .map((line) => [line, given.get(numberOf(line))] as const)
    .filter(([line, answer]) => answer === undefined || plain(answer) !== plain(line));
  return { right: asked.length - wrong.length, all: asked.length, wrong };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^\s*\d+\s*:/.test(line));
}

function numberOf(line: string): number {
  return parseInt(line, 10);
}

function plain(line: string): string {
  return line.toLowerCase().replace(/\s/g, '');
}
