/**
 * `npm run watch:preview`: builds the project and hands the folder it was compiled in to Zepp's own tool, which shows a QR code for
 * the Zepp app. That tool is no dependency, because it needs an account and the network: an installed `zeus` is used,
 * or else npx fetches one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { ensurePackage } from './build/ensure-package';
import { projectForZeppsTools } from './build/build-package';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';

const NEEDS = `
What this needs, besides the network:
  - a Zepp account, signed in on this computer with "zeus login" (npm i -g @zeppos/zeus-cli, or
    npx @zeppos/zeus-cli login) and, the same account, in the Zepp app on the phone;
  - the watch paired with that app, and developer mode on: Profile, Settings, About, tap the Zepp icon seven times;
  - when zeus asks for a target, choose the one for your watch, and scan the QR code in the app's developer mode.
`;

const USAGE = `npm run watch:preview

Builds the package and has Zepp's own tool show a QR code for the Zepp app.
${NEEDS}
  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const asked = endsWithHelp(args, USAGE);
  if (asked !== undefined) return asked;
  console.log('Building the package …');
  await ensurePackage();
  console.log(NEEDS);
  const code = await zeusPreview();
  if (code !== 0)
    console.error('\nzeus preview did not end well. Look at what it says above and at the list before it.');
  return code;
}

function zeusPreview(): Promise<number> {
  const shell = process.platform === 'win32';
  const installed = spawnSync('zeus', ['--version'], { shell, stdio: 'ignore' }).status === 0;
  const [program, args] = installed
    ? (['zeus', ['preview']] as const)
    : (['npx', ['--yes', '@zeppos/zeus-cli', 'preview']] as const);
  console.log(`> ${[program, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: projectForZeppsTools(PROJECT), stdio: 'inherit', shell });
    child.on('error', (error) => {
      console.error(`${program} cannot be started: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

runMain(main);
