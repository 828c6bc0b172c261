/** What the watch tells of itself; `unknown` when it tells nothing, or nothing that makes sense. */
export type Fact = 'yes' | 'no' | 'unknown';
