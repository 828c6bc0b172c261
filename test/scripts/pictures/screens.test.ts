import { SCENES } from '../../../scripts/pictures/scenes';
import { WATCHES } from '../../../scripts/pictures/watches';
import { LANGUAGES, loadPackages, stage } from '../../../scripts/pictures/stage';
import type { WatchPackage } from '../../../virtual-watch/node';
import { layoutProblems } from '../../../virtual-watch/face/layout-problems';
import { nodeProbe } from '../../../virtual-watch/node/picture-png';

/** The package may have to be built, or another build waited for. */
const BUILD_LIMIT_MS = 600_000;

/** Making a canvas is expensive, so it is reused and painted over each time. */
const PROBE = nodeProbe(() => undefined);

let packages: readonly WatchPackage[];

beforeAll(async () => {
  packages = await loadPackages();
}, BUILD_LIMIT_MS);

describe.each(LANGUAGES)('in %s', (language) => {
  describe.each(WATCHES.map((device) => [device.name, device] as const))('on the screen %s', (_, device) => {
    test.each(SCENES.map((scene) => [scene.name, scene] as const))(
      'nothing of "%s" is cut off, hidden, too small, too faint or out of reach',
      (_name, scene) => {
        const { watch, sprites } = stage(packages, device, language, scene);
        const options = { scrolls: scene.scrolls ?? false };
        expect(layoutProblems(watch.picture(), { ...PROBE, sprites }, options)).toEqual([]);
      },
    );
  });
});
