/** The steps of a build. */
export type BuildStep =
  | { readonly at: 'inputs' }
  | { readonly at: 'scripts'; readonly number: number; readonly of: number }
  | { readonly at: 'packages' }
  | { readonly at: 'check' };

export type TellStep = (step: BuildStep) => void;

/** A step as text for a terminal. */
export function describeStep(step: BuildStep): string {
  switch (step.at) {
    case 'inputs':
      return 'Looking for what has changed';
    case 'scripts':
      return `Compiling script ${step.number} of ${step.of}`;
    case 'packages':
      return "Zepp's compiler makes the packages, which takes longest";
    case 'check':
      return 'Checking the packages';
  }
}
