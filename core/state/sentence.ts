import type { IdentityProblem } from './identity';
import type { PreferencesProblemCode } from './preferences';
import type { SessionFileProblem } from './session-file';
import type { SlotProblem } from './slots';

/** The files of the watch's state, each with all that can be wrong with it. */
export type StateProblem =
  | { readonly file: 'slot'; readonly code: SlotProblem }
  | { readonly file: 'session'; readonly code: SessionFileProblem }
  | { readonly file: 'preferences'; readonly code: PreferencesProblemCode }
  | { readonly file: 'identity'; readonly code: IdentityProblem };

/** What is wrong with a file and what the person can do; to be translated before it is shown. */
export function sentenceOf(problem: StateProblem): string {
  switch (problem.code) {
    case 'fromNewerVersion':
      return 'This was saved by a newer Legato. Update Legato to use it.';
    case 'empty':
      return 'Nothing was saved yet. There is nothing to do.';
    default:
      return OF_FILE[problem.file];
  }
}

const OF_FILE: Readonly<Record<StateProblem['file'], string>> = {
  slot: 'The last thing saved could not be read. Legato goes on with what was saved before it.',
  session: 'The last session could not be read. Start a new one.',
  preferences: 'Some settings could not be read and are back to normal. Choose them again.',
  identity: 'The name of this watch could not be read. It gets a new one, and saved sessions stay.',
};
