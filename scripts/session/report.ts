/** A transcript as text for a person and as JSON for a program. */
import { ZONES } from '../../core/body';
import { inOneLine } from '../../device/text/care';
import { nameOf, type FeltName } from '../../preview/felt-name';
import { feltName, WORDS } from '../../preview/text/texts';
import type { SessionOptions } from './options';
import { patternLine } from './pattern-line';
import type { Moment, Transcript } from './perform';
import { judge, type CueFault, type Judgement } from './judgement';

/** Columns: time since Start, visible texts, what was felt, its pulses. */
export function textReport(transcript: Transcript, options: SessionOptions): string {
  const { device, language } = options;
  const words = WORDS[language];
  const rows = transcript.moments.map((moment) => [
    clockOf(moment.at),
    clipped(moment.reads.map(inOneLine).join(' · '), READ_WIDTH),
    moment.felt === undefined ? '' : feltName(words, nameOf(moment.felt)),
    moment.felt === undefined ? '' : patternLine(moment.felt),
  ]);
  const { due, felt, latestMs } = judge(transcript);
  return [
    `${device.name} · ${device.shape} ${device.width}×${device.height} · ${words.self}`,
    '',
    table([['time', 'screen', 'felt', 'pattern'], ...rows]),
    '',
    `${felt} of ${due} cues felt when they were due, the latest by ${Math.round(latestMs)} ms.`,
    `At the end the watch says: ${transcript.ending.map(inOneLine).join(' · ')}`,
  ].join('\n');
}

export function jsonReport(transcript: Transcript, { plan, device, language }: SessionOptions): string {
  const { name, shape, width, height } = device;
  const report = {
    device: { name, shape, width, height },
    language,
    plan,
    moments: transcript.moments.map(jsonMoment),
    cues: judge(transcript),
    ending: transcript.ending,
  };
  return JSON.stringify(report, undefined, 2);
}

/** A message for each thing that was not felt as planned. */
export function faultSentences({ faults }: Judgement): readonly string[] {
  return faults.map((fault) => `At ${clockOf(fault.at)} ${told(fault)}.`);
}

function told(fault: CueFault): string {
  const name = (felt: FeltName): string => feltName(WORDS['en-US'], felt);
  switch (fault.kind) {
    case 'missing':
      return `${name(fault.wanted)} was due, and nothing was felt for it`;
    case 'cut':
      return `${name(fault.wanted)} was due, and what was felt ended too soon`;
    case 'wrong':
      return fault.felt === fault.wanted
        ? `${name(fault.wanted)} was due, and was felt with the pulses of another carrier or set`
        : `${name(fault.wanted)} was due, and ${name(fault.felt)} was felt`;
    case 'extra':
      return `${name(fault.felt)} was felt, and no cue was due`;
  }
}

function jsonMoment({ at, shows, reads, felt }: Moment): object {
  if (felt === undefined) return { at, shows, reads };
  const { carrier, cut } = felt;
  const pulses = felt.pulses.map(({ startMs, onMs, strength }) => ({ startMs, onMs, strength }));
  return { at, shows, reads, felt: { cue: codeOf(nameOf(felt)), carrier, cut, pulses } };
}

function codeOf(name: FeltName): object {
  if (typeof name !== 'number') return { kind: name };
  return { kind: 'zone', zone: ZONES[name - 1] };
}

const READ_WIDTH = 52;

/** Formats ms as `1:05.0`. */
function clockOf(ms: number): string {
  const tenths = Math.round(ms / 100);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${Math.floor(tenths / 600)}:${seconds}`;
}

/** Left-aligned columns, except the first. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0, column === 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function padded(text: string, width: number, isRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return isRight ? space + text : text + space;
}

/** The width in terminal columns; Chinese characters and their punctuation take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + charWidth(character), 0);
}

function charWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xff00 && code <= 0xff60) ? 2 : 1;
}

function clipped(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of Array.from(text)) {
    if (widthOf(kept) + charWidth(character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
