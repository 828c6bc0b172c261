/** The path of zpm's library. */
export const LIBRARY: string;

export function withDoors(library: string): string | undefined;
