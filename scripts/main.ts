import { breakSilence } from './silence/break-silence';
import { messageOf } from './thrown';

/**
 * Runs a script with the command line arguments. Ends with its exit code, or with 1 and the message of what was thrown.
 * As long as it runs and prints nothing, it says so every few seconds.
 */
export function runMain(main: (args: readonly string[]) => number | Promise<number>): void {
  const beSilent = breakSilence();
  void Promise.resolve(process.argv.slice(2))
    .then(main)
    .catch((error: unknown) => {
      console.error(messageOf(error));
      return 1;
    })
    .then((code) => {
      beSilent();
      process.exitCode = code;
    });
}
