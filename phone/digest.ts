import type { Leg } from '../core/body';
import { LEGS } from '../core/body';
import { isFields } from '../core/json';
import { base36, fromBase36 } from '../core/record/base36';
import type { Stored } from '../core/state/stored';
import type { LegSeconds, SessionGist } from './history/gist';

/**
 * What statistics need of the sessions of a month, so that weeks and counts need not read the records: a few words for each,
 * `id startedAt utcOffset legs hand`, numbers in base 36. The last three are left out where they are as in the one before.
 * A leg is `L` or `R`, the seconds planned, and after a dot those done where they are others.
 */
export function digestAt(name: string): Stored<readonly SessionGist[]> {
  return {
    name,
    version: 1,
    initial: [],
    write: (gists) => ({ version: 1, sessions: packGists(gists) }),
    read(json) {
      const list: unknown = isFields(json) ? json['sessions'] : undefined;
      const gists = Array.isArray(list) ? readGists(list) : undefined;
      return gists && { value: gists };
    },
  };
}

function packGists(gists: readonly SessionGist[]): readonly string[] {
  let before = '';
  return gists.map(({ id, startedAt, utcOffset, legs, byHand }) => {
    const rest = [utcOffset.toString(36), packLegs(legs), ...(byHand ? ['h'] : [])].join(' ');
    const words = `${id} ${base36(startedAt, 9)}`;
    const isSame = rest === before;
    before = rest;
    return isSame ? words : `${words} ${rest}`;
  });
}

function packLegs(legs: SessionGist['legs']): string {
  const words = LEGS.map((leg) => {
    const seconds = legs[leg];
    if (!seconds) return '';
    const [planned, done] = [base36(seconds.planned, 5), base36(seconds.done, 5)];
    return LETTERS[leg] + (planned === done ? planned : `${planned}.${done}`);
  });
  return words.join('') || NO_LEG;
}

const LETTERS: Readonly<Record<Leg, string>> = { left: 'L', right: 'R' };
const NO_LEG = '-';

/** Nothing where a word is none: then the records are read. */
function readGists(list: readonly unknown[]): readonly SessionGist[] | undefined {
  const gists: SessionGist[] = [];
  let rest: Pick<SessionGist, 'utcOffset' | 'legs' | 'byHand'> | undefined;
  for (const item of list) {
    const [id = '', start = '', ...words] = typeof item === 'string' ? item.split(' ') : [];
    rest = words.length === 0 ? rest : readRest(words);
    if (!rest || id === '' || !/^[0-9a-z]{1,9}$/.test(start)) return undefined;
    gists.push({ id, startedAt: fromBase36(start), ...rest });
  }
  return gists;
}

function readRest([offset = '', legs = '', hand]: readonly string[]):
  Pick<SessionGist, 'utcOffset' | 'legs' | 'byHand'> | undefined {
  if (!/^-?[0-9a-z]{1,3}$/.test(offset) || !/^(-|L[0-9a-z.]+(R[0-9a-z.]+)?|R[0-9a-z.]+)$/.test(legs))
    return undefined;
  return { utcOffset: fromBase36(offset), legs: readLegs(legs), byHand: hand === 'h' };
}

function readLegs(text: string): SessionGist['legs'] {
  const legs: Partial<Record<Leg, LegSeconds>> = {};
  LEGS.forEach((leg) => {
    const match = new RegExp(`${LETTERS[leg]}([0-9a-z]+)(?:\\.([0-9a-z]+))?`).exec(text);
    if (!match) return;
    const [, planned = '', done = planned] = match;
    legs[leg] = { planned: fromBase36(planned), done: fromBase36(done) };
  });
  return legs;
}
