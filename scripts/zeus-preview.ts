/**
 * Zepp's own tool, which brings a package to a watch. It is no dependency, because it needs an account and the network: an
 * installed `zeus` is used, or else npx fetches one.
 */
import { spawn, spawnSync } from 'node:child_process';

/** What has to be there for it, for a person. */
export const NEEDS = `
What this needs, besides the network:
  - a Zepp account, signed in on this computer with "zeus login" (npm i -g @zeppos/zeus-cli, or
    npx @zeppos/zeus-cli login) and, the same account, in the Zepp app on the phone;
  - the watch paired with that app, and developer mode on: Profile, Settings, About, tap the Zepp icon seven times;
  - when zeus asks for a target, choose the one for your watch, and scan the QR code in the app's developer mode.
`;

/** Shows a QR code for the project in a folder; answers the exit code. */
export function zeusPreview(folder: string): Promise<number> {
  const shell = process.platform === 'win32';
  const installed = spawnSync('zeus', ['--version'], { shell, stdio: 'ignore' }).status === 0;
  const [program, args] = installed
    ? (['zeus', ['preview']] as const)
    : (['npx', ['--yes', '@zeppos/zeus-cli', 'preview']] as const);
  console.log(`> ${[program, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: folder, stdio: 'inherit', shell });
    child.on('error', (error) => {
      console.error(`${program} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
