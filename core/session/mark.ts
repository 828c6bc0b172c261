import type { Instant } from '../time';
import type { QuietMode } from './delivery';
import { QUIET_MODES } from './delivery';

/**
 * What a run of the cue service did: `full` or `brief`, it started the motor with a pattern of that form; `busy`, with a
 * brief one, and stayed busy until its end; `scene`, with a scene of the motor's own; `notification`, it notified; `refused`, the motor took nothing, or the watch no notification; `early` and `late`, it kept still because its cue was not due yet
 * or was not true any more.
 */
export const MARK_DEEDS = [
  'full',
  'brief',
  'busy',
  'scene',
  'notification',
  'refused',
  'early',
  'late',
] as const;
export type MarkDeed = (typeof MARK_DEEDS)[number];

/** The note that a run of the cue service leaves, in a file that nobody else writes. */
export interface Mark {
  readonly session: string;
  /** Of the arming that its alarm was set in. */
  readonly revision: number;
  /** Of the cue. */
  readonly number: number;
  /** When the service began, by the watch's clock. */
  readonly began: Instant;
  readonly did: MarkDeed;
  /** The mode that swallowed vibrations then; none where there was none, or the watch did not tell. */
  readonly quiet: QuietMode | undefined;
}

/** The text of a mark; ASCII, at most 90 characters. */
export function makeMark({ session, revision, number, began, did, quiet }: Mark): string {
  const words = `1 ${session} ${revision} ${number} ${began} ${did} ${quiet ?? '-'}`;
  return `${words} ${markSum(words)}`;
}

/** Reads a mark; nothing where the text is torn, damaged, or in a form of a later Legato. */
export function parseMark(text: string): Mark | undefined {
  const groups = FORM.exec(text) as Groups | null;
  if (!groups) return undefined;
  const [, words, session, revision, number, began, did, quiet, sum] = groups;
  if (Number(sum) !== markSum(words)) return undefined;
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

const FORM = new RegExp(
  `^(1 ([\\w-]{1,40}) (\\d{1,9}) (\\d{1,5}) (\\d{1,15}) (${MARK_DEEDS.join('|')}) (${QUIET_MODES.join('|')}|-)) (\\d+)$`,
);

/** Tells a text from one that was cut or in which a character changed; short enough to count in a service. */
export function markSum(text: string): number {
  let sum = 1;
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % SUMS;
  return sum;
}

/** A prime, so that no change of one character gives the same sum. */
const SUMS = 1000003;
