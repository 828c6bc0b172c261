/** Which cue an alarm stands for; what an alarm hands to the service it wakes. */
export interface CueParam {
  readonly session: string;
  readonly revision: number;
  readonly number: number;
}

export function makeCueParam({ session, revision, number }: CueParam): string {
  return `${session}:${revision}:${number}`;
}

/** Nothing when the text is not one of ours. */
export function parseCueParam(text: unknown): CueParam | undefined {
  const match = typeof text === 'string' ? /^([^:]+):(\d+):(\d+)$/.exec(text) : null;
  if (!match) return undefined;
  return { session: String(match[1]), revision: Number(match[2]), number: Number(match[3]) };
}
