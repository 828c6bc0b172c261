/** Sent by the server: the current build step, and how many whole seconds it has run. */
export interface BuildProgress {
  readonly step:
    | { readonly at: 'inputs' | 'packages' | 'check' }
    | { readonly at: 'scripts'; readonly number: number; readonly of: number };
  readonly seconds: number;
}
