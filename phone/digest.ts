import type { Leg } from '../core/body';
import { LEGS } from '../core/body';
import { isFields } from '../core/json';
import { base36, fromBase36 } from '../core/base36';
import type { Stored } from '../core/state/stored';
import type { LegSeconds, SessionGist } from './history/gist';

/**
 * What statistics need from the sessions of a month, so that weeks and counts can be computed without reading the
 * records. Each session is a few words, `id startedAt utcOffset legs hand`, with numbers in base 36. The last three are
 * left out if they equal those of the session before. A leg is `L` or `R`, the seconds planned, and after a dot the
 * seconds done if they differ. `!` precedes the legs left out because they were locked.
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
  return gists.map(({ id, startedAt, utcOffset, legs, byHand, withheld }) => {
    const out = withheld.length > 0 ? `!${withheld.map((leg) => LETTERS[leg]).join('')}` : '';
    const rest = [utcOffset.toString(36), packLegs(legs) + out, ...(byHand ? ['h'] : [])].join(' ');
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

/** Undefined if any word is invalid; then the records are read. */
function readGists(list: readonly unknown[]): readonly SessionGist[] | undefined {
  const gists: SessionGist[] = [];
  let rest: Rest | undefined;
  for (const item of list) {
    const [id = '', start = '', ...words] = typeof item === 'string' ? item.split(' ') : [];
    rest = words.length === 0 ? rest : readRest(words);
    if (!rest || id === '' || !/^[0-9a-z]{1,9}$/.test(start)) return undefined;
    gists.push({ id, startedAt: fromBase36(start), ...rest });
  }
  return gists;
}

type Rest = Pick<SessionGist, 'utcOffset' | 'legs' | 'byHand' | 'withheld'>;

function readRest([offset = '', words = '', hand]: readonly string[]): Rest | undefined {
  const [, legs, out = ''] = /^(-|L[0-9a-z.]+(?:R[0-9a-z.]+)?|R[0-9a-z.]+)(?:!(LR?|R))?$/.exec(words) ?? [];
  if (!/^-?[0-9a-z]{1,3}$/.test(offset) || legs === undefined) return undefined;
  const withheld = LEGS.filter((leg) => out.includes(LETTERS[leg]));
  return { utcOffset: fromBase36(offset), legs: readLegs(legs), byHand: hand === 'h', withheld };
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
