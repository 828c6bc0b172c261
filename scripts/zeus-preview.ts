/**
 * Zepp's own tool, which installs a package on a watch. It is not a dependency, because it needs an account and network
 * access. It must be installed globally: zeus-cli 1.9.1 finds its own module `zeppos-app-utils` only there, so neither
 * npx nor a local installation can run it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { leaveSpeaking } from './silence/break-silence';

/** The version that was tried. */
export const TRIED = '1.9.1';

/** What a person needs to use it. */
export const NEEDS = `
What this needs, besides the network:
  - Zepp's tool, installed globally: npm i -g @zeppos/zeus-cli@${TRIED}
  - a Zepp account, signed in on this computer with "zeus login" and, the same account, in the Zepp app on the phone;
  - the watch paired with that app, and developer mode on: Profile, Settings, About, tap the Zepp icon seven times;
  - when zeus asks for a target, choose the one for your watch, and scan the QR code in the app's developer mode.

What zeus says when something is missing, and what to do:
  - "The login page has been opened in the default browser.", "Login information is invalid.": end it with Ctrl-C, sign in
    with "zeus login", and try again;
  - "Cannot find module 'zeppos-app-utils'": this zeus is not installed globally; install it with "npm i -g";
  - "You must execute the Zeus command in the project's root directory.": run the npm command in Legato's own folder;
  - "Generating preview qrcode failed", an empty list of targets, or a request that fails: zeus could not reach Zepp for the
    list of watches or for the upload; look at the network and try again.
`;

/** Shown if the tool is not installed. */
export const NOT_INSTALLED = `The command "zeus" was not found. Install Zepp's tool with "npm i -g @zeppos/zeus-cli@${TRIED}" and try again.`;

/** How the tool is run: where a program is looked for, and in which folder it works. */
export interface Zeus {
  /** What `zeus --version` prints; `undefined` if there is no such program. */
  readonly version: () => string | undefined;
  /** Runs it in a folder and returns its exit code. */
  readonly run: (args: readonly string[], folder: string) => Promise<number>;
}

/** The sentence about what is installed: that nothing is, or that it is not the version that was tried; else nothing. */
export function aboutZeus({ version }: Pick<Zeus, 'version'>): {
  readonly found: boolean;
  readonly says?: string;
} {
  const printed = version();
  if (printed === undefined) return { found: false, says: NOT_INSTALLED };
  const [number] = /\d+\.\d+\.\d+/.exec(printed) ?? [];
  if (number === TRIED) return { found: true };
  return {
    found: true,
    says: `This is zeus ${number ?? 'of an unknown version'}; ${TRIED} is the one that was tried. If it fails, install that one.`,
  };
}

/** The installed tool; `undefined` if there is none. Says on the terminal what is to be said of it. */
export function findZeus(zeus: Zeus = globalZeus()): Zeus | undefined {
  const { found, says } = aboutZeus(zeus);
  if (says !== undefined) console.error(says);
  return found ? zeus : undefined;
}

/** Shows a QR code for the project in a folder; returns the exit code. */
export function zeusPreview(folder: string, zeus: Pick<Zeus, 'run'>): Promise<number> {
  console.log('> zeus preview\n');
  return leaveSpeaking(zeus.run(['preview'], folder));
}

/** The one that is installed globally. npm puts the project's own programs first, where zeus cannot run. */
function globalZeus(): Zeus {
  // On Windows npm installs a .cmd file, which needs a shell.
  const shell = process.platform === 'win32';
  const env = { ...process.env, PATH: withoutLocalPrograms(process.env['PATH'] ?? '') };
  return {
    version: () => {
      const { status, stdout } = spawnSync('zeus', ['--version'], { shell, env, encoding: 'utf8' });
      return status === 0 ? stdout : undefined;
    },
    run: (args, folder) =>
      new Promise((resolve, reject) => {
        const child = spawn('zeus', args, { cwd: folder, stdio: 'inherit', shell, env });
        child.on('error', reject);
        child.on('close', (code) => {
          resolve(code ?? 1);
        });
      }),
  };
}

/** A search path without the folders `node_modules/.bin`. */
export function withoutLocalPrograms(path: string, separator = delimiter): string {
  return path
    .split(separator)
    .filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder))
    .join(separator);
}
