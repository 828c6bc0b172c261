import { messageOf } from './thrown';

/**
 * Runs a script with the command line arguments. Ends with its exit code, or with 1 and the message of what was thrown.
 */
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
