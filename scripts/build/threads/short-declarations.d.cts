/** Declares variables by `var` where that means the same, and by `let` elsewhere. Throws on what is no ES2020 module. */
export function declareShortly(script: string): string;
