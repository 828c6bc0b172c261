/**
 * Zepp's own tool, which installs a package on a watch. It is not a dependency, because it needs an account and network
 * access. It must be installed globally: zeus-cli 1.9.1 finds its own module `zeppos-app-utils` only there, so neither
 * npx nor a local installation can run it.
 */
import { spawn, spawnSync } from 'node:child_process';

/** The version that was tried. */
const TRIED = '1.9.1';

/** What a person needs to use it. */
export const NEEDS = `
What this needs, besides the network:
  - Zepp's tool, installed globally: npm i -g @zeppos/zeus-cli@${TRIED}
  - a Zepp account, signed in on this computer with "zeus login" and, the same account, in the Zepp app on the phone;
  - the watch paired with that app, and developer mode on: Profile, Settings, About, tap the Zepp icon seven times;
  - when zeus asks for a target, choose the one for your watch, and scan the QR code in the app's developer mode.

What zeus says when something is missing, and what to do:
  - "The login page has been opened in the default browser.", "Login information is invalid.": sign in with "zeus login";
  - "You must execute the Zeus command in the project's root directory.": run the npm command in Legato's own folder;
  - "Generating preview qrcode failed", an empty list of targets, or a request that fails: zeus could not reach Zepp for the
    list of watches or for the upload; look at the network and try again.
`;

/** Shown if the tool is not installed. */
export const NOT_INSTALLED = `The command "zeus" was not found. Install Zepp's tool with "npm i -g @zeppos/zeus-cli@${TRIED}" and try again.`;

/** Starts a program in a folder and returns its exit code; undefined if there is no such program. */
export type Run = (program: string, args: readonly string[], folder: string) => Promise<number | undefined>;

/** Shows a QR code for the project in a folder; returns the exit code. */
export async function zeusPreview(folder: string, run: Run = runHere): Promise<number> {
  console.log('> zeus preview\n');
  const code = await run('zeus', ['preview'], folder);
  if (code === undefined) console.error(NOT_INSTALLED);
  return code ?? 1;
}

function runHere(program: string, args: readonly string[], folder: string): Promise<number | undefined> {
  // On Windows npm installs a .cmd file, which needs a shell.
  const shell = process.platform === 'win32';
  if (spawnSync(program, ['--version'], { shell, stdio: 'ignore' }).status !== 0)
    return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, stdio: 'inherit', shell });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
