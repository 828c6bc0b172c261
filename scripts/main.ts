import { messageOf } from './thrown';

/** Runs a script with what stands behind its name; ends with its exit code, or with 1 and what was thrown, in words. */
export function runMain(main: (args: readonly string[]) => number | Promise<number>): void {
  void Promise.resolve(process.argv.slice(2))
    .then(main)
    .catch((error: unknown) => {
      console.error(messageOf(error));
      return 1;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
