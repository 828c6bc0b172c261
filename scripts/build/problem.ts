/** Everything that can keep a package from being built, with its message. */

export type BuildProblem =
  | { readonly code: 'manifestUnreadable'; readonly detail: string }
  | { readonly code: 'entryMissing'; readonly entry: string; readonly kind: string }
  | { readonly code: 'iconMissing'; readonly file: string }
  | { readonly code: 'sourceInvalid'; readonly file: string; readonly detail: string }
  | { readonly code: 'compilerFailed'; readonly detail: string }
  | { readonly code: 'engineMissing'; readonly platform: string }
  | { readonly code: 'refusedByWatch'; readonly script: string; readonly detail: string }
  | { readonly code: 'scriptMissing'; readonly script: string; readonly screen: string }
  | { readonly code: 'commonJs'; readonly script: string }
  | { readonly code: 'screenMissing'; readonly screen: string }
  | { readonly code: 'screenUnexpected'; readonly screen: string }
  | {
      readonly code: 'worldTooLarge';
      readonly scripts: readonly string[];
      readonly bytes: number;
      readonly budget: number;
    };

/** What a build that failed throws. */
export function noPackage(problems: readonly BuildProblem[]): Error {
  return new Error(['There is no package:', ...problems.map(describeProblem)].join('\n'));
}

/** One English sentence (or two) that says what is wrong, where, and what to do about it. */
export function describeProblem(problem: BuildProblem): string {
  switch (problem.code) {
    case 'manifestUnreadable':
      return `app.json cannot be used: ${problem.detail}.`;
    case 'entryMissing':
      return `app.json names the ${problem.kind} "${problem.entry}", but there is no file ${problem.entry}.ts.`;
    case 'iconMissing':
      return `app.json names an icon that is not there: ${problem.file}.`;
    case 'sourceInvalid':
      return `${problem.file} cannot be compiled: ${problem.detail}.`;
    case 'compilerFailed':
      return `Zepp's compiler (zpm) made no package. It said: ${problem.detail}`;
    case 'engineMissing':
      return `Scripts cannot be compiled here: zpm brings no compiler for ${problem.platform}. Build on Linux, macOS or Windows (x64, or arm64 on Linux and macOS).`;
    case 'refusedByWatch':
      return `${problem.script} does not compile on the watch's engine: ${problem.detail}.`;
    case 'scriptMissing':
      return `The package for ${problem.screen} has no ${problem.script}, although app.json names it.`;
    case 'commonJs':
      return `${problem.script} became a CommonJS module, which throws on the watch: its .ts file has to import something from '@zos/…' and must name neither "module" nor "require".`;
    case 'screenMissing':
      return `There is no package for ${problem.screen}: look at "platforms" in app.json and at virtual-watch/devices.json.`;
    case 'screenUnexpected':
      return `There is a package for ${problem.screen}, which Legato is not drawn for: look at "platforms" in app.json.`;
    case 'worldTooLarge':
      return `${problem.scripts.join(' and ')}, which a watch loads together, have ${bytes(problem.bytes)} of script; the budget is ${bytes(problem.budget)} (docs/decisions/0021-a-budget-for-each-world.md).`;
  }
}

/** A number of bytes for a person: `46,080 bytes`. */
export function bytes(count: number): string {
  return `${count.toLocaleString('en-US')} bytes`;
}
