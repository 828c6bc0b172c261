/**
 * `npm run watch:preview`: builds the project and passes the compiled folder to Zepp's own tool, which shows a QR code
 * for the Zepp app.
 */
import { packageForTerminal } from './build/build-apart';
import { projectForZeppsTools } from './build/build-package';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';
import { findZeus, NEEDS, zeusPreview } from './zeus-preview';

const USAGE = `npm run watch:preview

Builds the package and has Zepp's own tool show a QR code for the Zepp app.
${NEEDS}
  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const asked = endsWithHelp(args, USAGE);
  if (asked !== undefined) return asked;
  const zeus = findZeus();
  if (!zeus) return 1;
  await packageForTerminal(console.log);
  console.log(NEEDS);
  const code = await zeusPreview(projectForZeppsTools(PROJECT), zeus);
  if (code !== 0)
    console.error('\nzeus preview failed. Its message is above; the list before it says what to do.');
  return code;
}

runMain(main);
