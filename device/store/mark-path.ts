import type { Mark } from '../../core/session/mark';

/** Where marks lie. The page makes the folder when it arms; a service writes one file in it, and the page takes it away. */
export const MARKS_FOLDER = 'marks';

/** Which run of the cue service a mark is of: the cue of this number, in this arming of this session. */
export type MarkPlace = Pick<Mark, 'session' | 'revision' | 'number'>;

export function markPath({ session, revision, number }: MarkPlace): string {
  return `${MARKS_FOLDER}/${session}-${revision}-${number}`;
}
