import type { Cost, EngineCost, Moment } from './engine';
import { MOMENTS, WAITING } from './engine';

/**
 * Loading bytecode takes about a twentieth of the work of parsing its script. It cannot be counted here, because the
 * QuickJS of 2020 in WebAssembly has no function that reads bytecode (Z10 in docs/platform.md).
 */
const LOADING = 1 / 20;

/** Engine instructions as text: with scripts as text, and with bytecode. */
const asSource = ({ parsing, running }: Cost): number => parsing + running;
export const asBytecode = ({ parsing, running }: Cost): number => LOADING * parsing + running;

const WORDS: Readonly<Record<Moment, string>> = {
  launch: 'launch',
  afterLaunch: 'the second after launch',
  launchWithRecords: `launch, ${String(WAITING)} records waiting`,
  start: 'Start',
  afterStart: 'the second after Start',
  end: 'end',
  afterEnd: 'the second after the end',
  second: 'a second at rest',
  service: 'a cue by the service',
  reminder: 'a reminder by its service',
};

/** What the package costs, compared with its cost `before` and with an app that does nothing. */
export function engineReport(now: EngineCost, before: Partial<EngineCost>, empty: Cost): string {
  const lines = [
    ['', 'script, KB', 'as source', 'as bytecode', 'heap, KB'],
    ...MOMENTS.map((moment) => row(WORDS[moment], before[moment], now[moment])),
    ['an empty ZML app: launch', ...cells(empty)],
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return [
    '\nThe package on QuickJS of 2020, in millions of instructions of WebAssembly: before → now',
    ...lines.map((line) =>
      `  ${line.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ')}`.trimEnd(),
    ),
    `  The work of the virtual watch is not in it, but in the heap it is, which is that of scripts as text. As bytecode, by estimate: ${String(100 * LOADING)} % of what parsing costs.`,
    '',
  ].join('\n');
}

/** A new item has no number for before. */
function row(words: string, before: Cost | undefined, now: Cost): readonly string[] {
  const old = before ? cells(before) : [];
  return [words, ...cells(now).map((cell, at) => `${old[at] ?? '–'} → ${cell}`)];
}

function cells(cost: Cost): readonly string[] {
  return [
    (cost.bytes / 1000).toFixed(1),
    millions(asSource(cost)),
    millions(asBytecode(cost)),
    (cost.heap / 1024).toFixed(0),
  ];
}

function millions(instructions: number): string {
  return (instructions / 1e6).toFixed(1);
}
