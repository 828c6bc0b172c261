export interface KeptResults {
  readonly make: (text: string) => Promise<string>;
  readonly forget: () => void;
}

export function keepResults(options: {
  readonly folder: string;
  readonly recipe: string;
  readonly make: (text: string) => Promise<string>;
}): KeptResults;
