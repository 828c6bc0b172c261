/** A fact that the watch reports about itself; `unknown` if it reports nothing, or nothing that makes sense. */
export type Fact = 'yes' | 'no' | 'unknown';
