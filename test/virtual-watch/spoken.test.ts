import { SCENES } from '../../scripts/pictures/scenes';
import { spokenLine, unnamedButtons } from '../../scripts/pictures/spoken';
import { LANGUAGES, loadPackages, stage } from '../../scripts/pictures/stage';
import type { Picture, PictureNode } from '../../virtual-watch/face/picture';
import { deviceNamed, type WatchPackage } from '../../virtual-watch/node';

/** The package may have to be built, or another build waited for. */
const BUILD_LIMIT_MS = 600_000;

const WATCH = deviceNamed('Amazfit Balance');

/**
 * A switch is described by the button beside it, the drawn leg by the line below it, and a black screen has nothing to
 * read.
 */
const UNNAMED: Readonly<Record<string, number>> = {
  preferences: 7,
  'preferences-below': 7,
  'dark-look': 1,
  'change-legs': 1,
  reminder: 1,
  'reminder-without-an-alarm': 1,
  'get-comfortable': 1,
};

let packages: readonly WatchPackage[];

beforeAll(async () => {
  packages = await loadPackages();
}, BUILD_LIMIT_MS);

const BLACK = 0;

/** What is as large as the screen and has a colour. */
function coloured({ nodes, width, height }: Picture): readonly PictureNode[] {
  return nodes.filter(
    (node) => node.kind === 'fillRect' && node.w >= width && node.h >= height && node.color !== BLACK,
  );
}

describe.each(LANGUAGES)('in %s', (language) => {
  const lines = new Map<string, string>();
  const seen = (name: string): { readonly picture: Picture; readonly scrolls: boolean } => {
    const scene = SCENES.find((each) => each.name === name);
    if (!scene) throw new Error(`no scene ${name}`);
    const { watch } = stage(packages, WATCH, language, scene);
    const picture = watch.picture();
    [-1, 1].forEach((pixel) => watch.scroll(pixel));
    return { picture, scrolls: watch.picture().scrollY > 0 };
  };

  test.each(SCENES.map(({ name }) => name))(
    'everything that "%s" says is in its widgets, on black',
    (name) => {
      const { picture, scrolls } = seen(name);
      expect(coloured(picture)).toEqual([]);
      // A page that scrolls shows the system's bar.
      expect(picture.scrollBar !== undefined).toBe(scrolls);
      const line = spokenLine(picture);
      lines.set(name, line);
      expect(line).not.toMatch(/undefined|NaN|[{}]/);
      if (name !== 'dark-look') expect(line).not.toBe('');
      expect(unnamedButtons(picture)).toBe(UNNAMED[name] ?? 0);
    },
  );

  test('screens in different states can be distinguished by their texts alone', () => {
    // Two pictures of one page at different scroll positions say the same.
    const states = [...lines].filter(([name]) => !name.endsWith('-below'));
    expect(new Set(states.map(([, line]) => line)).size).toBe(states.length);
    process.stdout.write(`${[...lines].map(([name, line]) => `${name}: ${line}`).join('\n')}\n`);
  });
});
