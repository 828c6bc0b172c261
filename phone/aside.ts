import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** Keeps a damaged text under the first free number after `prefix`, once. Answers with the number. */
export function setAside(storage: Storage, prefix: string, text: string): Result<number, 'notStored'> {
  let number = 1;
  while (![undefined, text].includes(readText(storage, `${prefix}${number}`))) number += 1;
  const kept = writeText(storage, `${prefix}${number}`, text);
  return kept.ok ? ok(number) : kept;
}
