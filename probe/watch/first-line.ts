/** When the script's first line ran. Whoever wants to know imports this before anything else. */
export const FIRST_LINE = Date.now();
