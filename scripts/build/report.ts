import type { Budget } from './check';
import { deviceScriptBytes, deviceScripts } from './check';
import { bytes } from './problem';
import type { ScreenPackage } from './unpack';
import { screenName } from './unpack';

/** What the packages weigh, as a table for a terminal. */
export function weighReport(packages: readonly ScreenPackage[], budget: Budget): string {
  const heaviest = largest(packages, deviceScriptBytes);
  const parts = [
    table(
      ['screen', 'package', 'device scripts'],
      packages.map((item) => [screenName(item.screen), count(item.bytes), count(deviceScriptBytes(item))]),
    ),
    ...(heaviest === undefined ? [] : [scriptTable(heaviest)]),
    weighed('Largest package', Math.max(0, ...packages.map((item) => item.bytes)), budget.package),
    weighed('Device scripts', heaviest === undefined ? 0 : deviceScriptBytes(heaviest), budget.deviceScripts),
  ];
  return parts.join('\n');
}

function scriptTable(item: ScreenPackage): string {
  const phone = [...item.phone].filter(([path]) => path.endsWith('.js'));
  return table(
    [`script (${screenName(item.screen)})`, 'bytes'],
    [
      ...deviceScripts(item).map(([path, script]) => [path, count(script.length)]),
      ...phone.map(([path, script]) => [`${path} (phone)`, count(script.length)]),
    ],
  );
}

function weighed(what: string, weight: number, budget: number): string {
  return `${what}: ${bytes(weight)} of ${bytes(budget)} (${Math.round((100 * weight) / budget)} %)`;
}

function largest<T>(items: readonly T[], weigh: (item: T) => number): T | undefined {
  return [...items].sort((a, b) => weigh(b) - weigh(a))[0];
}

/** First column to the left, the others, which are numbers, to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
  const lines = all.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return `${lines.join('\n')}\n`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
