import { lazily } from '../lazily';
import { asciiText, shortBytes } from '../ascii';
import type { Instant } from '../time';
import type { QuietMode } from './delivery';
import { QUIET_MODES } from './delivery';

/**
 * What a run of the cue service did. `full`, `brief`: started the motor with a pattern of that form. `busy`: started a
 * brief pattern and stayed busy until its end. `scene`: started one of the motor's own scenes. `notification`: posted a
 * notification. `posting`: was about to, and could not write what came of it, because the screen is lit. `refused`: the
 * motor accepted nothing, or the watch no notification. `early`, `late`: did nothing because the cue was not due yet or
 * no longer applied.
 */
export const MARK_DEEDS = [
  'full',
  'brief',
  'busy',
  'scene',
  'notification',
  'posting',
  'refused',
  'early',
  'late',
] as const;
export type MarkDeed = (typeof MARK_DEEDS)[number];

/** The note that a run of the cue service leaves, in a file that nothing else writes. */
export interface Mark {
  readonly session: string;
  /** The revision of the arming in which its alarm was set. */
  readonly revision: number;
  /** The number of the cue. */
  readonly number: number;
  /** When the service began, by the watch's clock. */
  readonly began: Instant;
  readonly did: MarkDeed;
  /** The mode that swallowed vibrations at the time; undefined if there was none, or the watch did not tell. */
  readonly quiet: QuietMode | undefined;
}

/** The text of a mark: ASCII, at most 90 characters. */
export function makeMark({ session, revision, number, began, did, quiet }: Mark): string {
  const words = `1 ${session} ${revision} ${number} ${began} ${did} ${quiet ?? '-'}`;
  return [words, bytesSum(shortBytes(words))].join(' ');
}

/** Parses the bytes of a mark; undefined if it is cut off, damaged, or in a form of a later version of Legato. */
export function parseMark(bytes: Uint8Array): Mark | undefined {
  const groups = FORM().exec(asciiText(bytes)) as Groups | null;
  if (!groups) return undefined;
  const [, words, session, revision, number, began, did, quiet, sum] = groups;
  if (Number(sum) !== bytesSum(bytes.subarray(0, words.length))) return undefined;
  return {
    session,
    revision: Number(revision),
    number: Number(number),
    began: Number(began),
    did,
    quiet: QUIET_MODES.find((mode) => mode === quiet),
  };
}

type Groups = readonly [text: string, words: string, session: string, ...Numbers, MarkDeed, ...Rest];
type Numbers = readonly [revision: string, number: string, began: string];
type Rest = readonly [quiet: string, sum: string];

const FORM = lazily(
  () =>
    new RegExp(
      `^(1 ([\\w-]{1,40}) (\\d{1,9}) (\\d{1,5}) (\\d{1,15}) (${MARK_DEEDS.join('|')}) (${QUIET_MODES.join('|')}|-)) (\\d+)$`,
    ),
);

/**
 * A checksum that detects a cut or a changed byte, and is cheap enough for a service to compute: a built-in function goes
 * from byte to byte.
 */
export function bytesSum(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => (sum * 31 + byte) % SUMS, 1);
}

/** A prime, so that changing one byte always changes the sum. */
const SUMS = 1000003;
