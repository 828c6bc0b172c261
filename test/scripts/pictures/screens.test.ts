import { SCENES } from '../../../scripts/pictures/scenes';
import { WATCHES } from '../../../scripts/pictures/watches';
import { LANGUAGES, loadPackages, problemsOf, stage } from '../../../scripts/pictures/stage';
import type { WatchPackage } from '../../../virtual-watch/node';
import { isForToday } from '../../runs';

/** The package may have to be built, or another build waited for. */
const BUILD_LIMIT_MS = 600_000;

let packages: readonly WatchPackage[];

beforeAll(async () => {
  packages = await loadPackages();
}, BUILD_LIMIT_MS);

/*
 * Each scene is tried on each screen in one language a day, and the next day in the other. A long run tries both, and so
 * does `npm run pictures`, which draws no picture with a problem.
 */

describe.each([...LANGUAGES.entries()])('in language %i, %s', (languageAt, language) => {
  describe.each([...WATCHES.entries()])('on screen %i', (screenAt, device) => {
    const scenes = SCENES.filter((_, at) => isForToday(languageAt + screenAt + at, LANGUAGES.length));

    test.each(scenes.map((scene) => [scene.name, device.name, scene] as const))(
      'nothing of "%s" on the %s is cut off, hidden, too small, too faint, out of reach or left over',
      (_scene, _device, scene) => {
        expect(problemsOf(stage(packages, device, language, scene), scene)).toEqual([]);
      },
    );
  });
});
