import type { Mark } from '../../core/session/mark';

/** The folder of marks. The page creates it when it arms; a service writes a file in it, and the page removes it. */
export const MARKS_FOLDER = 'marks';

/** Identifies a run of the cue service: the cue with this number, in this arming of this session. */
export type MarkPlace = Pick<Mark, 'session' | 'revision' | 'number'>;

/** What the marks of a check belong to; their numbers are the places of its rings. */
export const RING_SHEET = { id: 'check', revision: 0 } as const;

export function markPath({ session, revision, number }: MarkPlace): string {
  return `${MARKS_FOLDER}/${session}-${revision}-${number}`;
}
