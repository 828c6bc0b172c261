/** When the script's first line ran. To measure that, import this before anything else. */
export const FIRST_LINE = Date.now();
