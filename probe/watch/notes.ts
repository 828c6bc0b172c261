import type { Note } from '../plan/report';
import { KEYS } from '../plan/report';
import { appendText, readText, removeFile, writeText } from './files';

/** The notes of services and pages, each in a file that nothing else writes. */
export function readNote(name: string): Note | undefined {
  const text = readText(pathOf(name));
  if (text === undefined) return undefined;
  const note: Record<string, string> = {};
  text.split(';').forEach((entry) => {
    const [key, value] = entry.split('=');
    if (key !== undefined && value !== undefined) note[key] = value;
  });
  return note;
}

/** Writes a note, and the result of `writeSync`. */
export function writeNote(name: string, note: Note): void {
  const text = Object.keys(note).reduce((before, key) => `${before}${key}=${note[key] ?? ''};`, '');
  const count = writeText(pathOf(name), text);
  addToNote(name, { [KEYS.written]: `${String(count)}of${text.length}` });
}

/** Adds to a note; if a key occurs twice, the last value counts. */
export function addToNote(name: string, note: Note): void {
  Object.keys(note).forEach((key) => appendText(pathOf(name), `${key}=${note[key] ?? ''};`));
}

export function removeNote(name: string): void {
  removeFile(pathOf(name));
}

function pathOf(name: string): string {
  return `note-${name}`;
}
