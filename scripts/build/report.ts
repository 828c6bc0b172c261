import { bytes } from './problem';
import type { ScreenPackage } from './unpack';
import { screenName } from './unpack';
import type { Budget, World } from './worlds';

/**
 * What ships for each screen and what it consists of, and what each world of the watch loads, as tables for a terminal.
 */
export function weighReport(
  shipped: readonly ScreenPackage[],
  worlds: readonly World[],
  budget: Budget,
): string {
  const heaviest = [...shipped].sort((a, b) => b.bytes - a.bytes)[0];
  return [
    table(
      ['screen', 'package, bytes'],
      shipped.map((item) => [screenName(item.screen), count(item.bytes)]),
    ),
    ...(heaviest === undefined ? [] : [partTable(heaviest), scriptTable(heaviest)]),
    'Script that a watch loads together, before it is made into bytecode',
    ...worlds.map(
      ({ kind, scripts, bytes: size }) =>
        `  ${scripts.join(' + ')}: ${bytes(size)} of ${bytes(budget[kind])} (${Math.ceil((100 * size) / budget[kind])} %)`,
    ),
  ].join('\n');
}

/** The parts of a package, before it is zipped. */
function partTable({ screen, device, phone }: ScreenPackage): string {
  const parts = new Map<string, number>();
  const add = (part: string, size: number): void => {
    parts.set(part, (parts.get(part) ?? 0) + size);
  };
  for (const [path, content] of device) add(partOf(path), content.length);
  for (const content of phone.values()) add('phone half', content.length);
  return table(
    [`part (${screenName(screen)})`, 'bytes, not zipped'],
    [...parts].map(([part, size]) => [part, count(size)]),
  );
}

function partOf(path: string): string {
  const language = /^assets\/raw\/locale\/(.+)\.btxt$/.exec(path)?.[1];
  if (language !== undefined) return language === 'TID' ? 'texts: their ids' : `texts: ${language}`;
  if (path.startsWith('assets/')) return 'images';
  return path.endsWith('.bin') ? 'device scripts (bytecode)' : path;
}

function scriptTable({ device, phone }: ScreenPackage): string {
  return table(
    ['script', 'bytes'],
    [
      ...[...device].filter(([path]) => path.endsWith('.bin')),
      ...[...phone].filter(([path]) => path.endsWith('.js')),
    ].map(([path, content]) => [path, count(content.length)]),
  );
}

/** Aligns the first column left, and the others, which are numbers, right. */
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
