/** The version of this Legato, as app.json has it. */
export const VERSION = '0.1.0';
