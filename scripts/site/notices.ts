import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readLock } from '../dependencies/lockfile';
import { shippedPackages } from '../dependencies/shipped';

/** The licences of Legato and of each package that the site contains parts of. */
export async function notices(root: string): Promise<string> {
  const shipped = await shippedPackages(root, readLock(root));
  const others = shipped.map(
    ({ name, version, path, license = 'no licence named' }) =>
      `${name} ${version} (${license})\n\n${licenceOf(root, path)}`,
  );
  return [`Legato\n\n${licenceIn(root)}`, ...others].join(`\n${'-'.repeat(72)}\n\n`);
}

/** Fonts are copied here with their licences, and their packages are not installed for those who only run Legato. */
function licenceOf(root: string, path: string): string {
  return path.includes('@fontsource/')
    ? readFileSync(join(root, 'virtual-watch', 'face', 'fonts', `${basename(path)}.LICENSE.txt`), 'utf8')
    : licenceIn(join(root, path));
}

/** Some packages name their licence without including its text. */
function licenceIn(folder: string): string {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file));
  return name === undefined ? '' : `${readFileSync(join(folder, name), 'utf8').trim()}\n`;
}
