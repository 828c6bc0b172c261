import fc from 'fast-check';
import { SECOND } from '../../core/time';
import { TARGET } from '../../device/ui/theme';
import { LANGUAGES } from '../../scripts/pictures/stage';
import { chipOf } from '../../virtual-watch/face/tga';
import type { ButtonNode, Picture } from '../../virtual-watch/face/picture';
import { layoutProblems } from '../../virtual-watch/face/layout-problems';
import type { VirtualWatch } from '../../virtual-watch/node';
import { nodeProbe, nodeSprites } from '../../virtual-watch/node/picture-png';
import { seedOfRun } from '../runs';
import { roomProblems } from '../page/room';
import { ANSWERED, choose, loadPackage, WATCHES, watchWith } from './app';

/** A person who touches whatever is on the screen, and a day that goes on around them. */
type Beat =
  | { readonly kind: 'touch'; readonly which: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'mode'; readonly on: boolean }
  | { readonly kind: 'worn'; readonly on: boolean }
  | { readonly kind: 'swipe' | 'screenOff' | 'openApp' | 'crash' | 'reboot' | 'flipWrist' };

interface Story {
  readonly device: number;
  readonly language: number;
  readonly isLarge: boolean;
  readonly isAnswered: boolean;
  readonly beats: readonly Beat[];
}

const BEATS: fc.Arbitrary<Beat> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('touch' as const), which: fc.nat(40) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.integer({ min: 0, max: 40 * SECOND }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mode' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('worn' as const), on: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('swipe' as const, 'screenOff', 'openApp', 'crash', 'reboot', 'flipWrist'),
    }),
  },
);

const STORIES: fc.Arbitrary<Story> = fc.record({
  device: fc.nat(WATCHES.length - 1),
  language: fc.nat(LANGUAGES.length - 1),
  isLarge: fc.boolean(),
  isAnswered: fc.boolean(),
  beats: fc.array(BEATS, { minLength: 30, maxLength: 50 }),
});

/** How long other stories run each day, in ms; the fixed ones come first. */
const ALLOTTED = 2 * SECOND;

/** Making a canvas is expensive, so it is reused and painted over each time. */
const PROBE = nodeProbe(() => undefined);

/** Everything that was already looked at, so that each picture is checked once, whatever its figures. */
const seen = new Set<string>();

beforeAll(loadPackage);

describe('whatever is drawn in a story can be read and touched', () => {
  test.each(WATCHES.map(([screen], device) => [screen, device] as const))('on %s', (_, device) => {
    const language = Math.floor(device / 2) % LANGUAGES.length;
    const isLarge = device % 2 === 1;
    tell({ ...storyOf(device + 1), device, isLarge, language, isAnswered: device % 3 > 0 });
  });

  test('in the stories of the day, for the allotted time', () => {
    const ends = performance.now() + ALLOTTED;
    for (let seed = seedOfRun() ?? 1; performance.now() < ends; seed += 1) tell(storyOf(seed));
    expect(seen.size).toBeGreaterThan(0);
  });
});

// Helpers

function storyOf(seed: number): Story {
  const [story] = fc.sample(STORIES, { seed, numRuns: 1 });
  if (!story) throw new Error('no story');
  return story;
}

function tell({ device, language, isLarge, isAnswered, beats }: Story): void {
  const [, model] = WATCHES[device] ?? WATCHES[0] ?? [];
  const watch = watchWith({ device: model ?? '', language: LANGUAGES[language] ?? 'en-US' });
  choose(watch, { ...(isAnswered ? ANSWERED : {}), largeText: isLarge });
  const sprites = nodeSprites({ asset: (src) => watch.asset(src), chip: chipOf('unknown') });
  watch.openApp();
  for (const [index, beat] of beats.entries()) {
    live(watch, beat);
    const picture = watch.picture();
    const key = `${watch.device.name} ${drawn(picture)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const scrolls = picture.nodes.some((node) => 'y' in node && node.y >= picture.height);
    const problems = [
      ...layoutProblems(picture, { ...PROBE, sprites }, { scrolls }),
      ...smallTargets(picture),
      ...(picture.lit && picture.modal === undefined ? roomProblems(picture.nodes, picture, PROBE) : []),
    ];
    const where = `${watch.screen().shows}, after ${beats
      .slice(0, index + 1)
      .map(inWords)
      .join(', ')}`;
    expect({ where, problems }).toEqual({ where, problems: [] });
  }
}

/** What is drawn; the figures of a clock have the same width, so one time stands for all. */
function drawn({ nodes, lit, modal }: Picture): string {
  return JSON.stringify([lit, modal, nodes]).replace(/\d:\d\d/g, '0:00');
}

/** Targets smaller than the app's own minimum, which is larger than the platform's. */
function smallTargets({ nodes, width, shape, lit }: Picture): readonly string[] {
  const least = (TARGET * width) / (shape === 'round' ? 480 : 390);
  const buttons = lit ? nodes.filter((node): node is ButtonNode => node.kind === 'button') : [];
  return buttons.filter(({ w, h }) => Math.min(w, h) < Math.floor(least)).map(({ text }) => text);
}

function inWords(beat: Beat): string {
  return Object.values(beat).join(' ');
}

function live(watch: VirtualWatch, beat: Beat): void {
  if (watch.screen().shows === 'off') watch.powerOn();
  switch (beat.kind) {
    case 'touch':
      touch(watch, beat.which);
      return;
    case 'wait':
      watch.advance(beat.ms);
      return;
    case 'mode':
      watch.setMode({ DND: beat.on });
      return;
    case 'worn':
      watch.setWorn(beat.on);
      return;
    case 'swipe':
      if (watch.screen().lit) watch.swipe('right');
      return;
    case 'screenOff':
    case 'openApp':
    case 'crash':
    case 'reboot':
    case 'flipWrist':
      watch[beat.kind]();
  }
}

/** Brings one of the buttons in sight and touches it; a dark watch or one without buttons is opened. */
function touch(watch: VirtualWatch, which: number): void {
  const { lit, nodes, height } = watch.picture();
  const buttons = lit ? nodes.filter((node): node is ButtonNode => node.kind === 'button') : [];
  const button = buttons[which % Math.max(1, buttons.length)];
  if (!button) {
    watch.openApp();
    return;
  }
  watch.scroll(-10_000);
  const middle = Math.round(button.y + button.h / 2);
  const by = Math.max(0, middle - Math.round(height / 2));
  watch.scroll(by);
  const now = watch.picture();
  watch.tapAt(Math.round(button.x + button.w / 2), middle - now.scrollY);
  watch.advance(SECOND);
}
